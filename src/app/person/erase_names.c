/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_names.c - by which names somebody is erased from the texts of others */
#include "person/erase_names.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/journal.h"
#include "atelier/store/row_table.h"

struct stored_name {
    char *family;
    char *given;
};

struct gathering {
    struct erased_names *names;
    struct stored_name *items;
    size_t count;
    size_t capacity;
};

/* The same name may stand beside an address and without one. */
static bool
is_there(const struct gathering *gathering, const char *family, const char *given)
{
    for (size_t i = 0; i < gathering->count; i++) {
        const struct stored_name *name = &gathering->items[i];
        if (strcmp(name->family, family) == 0 &&
            strcmp(name->given ? name->given : "", given ? given : "") == 0)
            return true;
    }
    return false;
}

static void
gather(void *context, const char *family, const char *given, const char *email,
       const char *phone)
{
    struct gathering *gathering = context;

    erased_names_add_text(gathering->names, email);
    erased_names_add_text(gathering->names, phone);
    if (!family || erased_mark_is(family) || is_there(gathering, family, given))
        return;
    gathering->items = memory_grow(gathering->items, &gathering->capacity,
                                   gathering->count + 1, sizeof gathering->items[0]);
    struct stored_name *added = &gathering->items[gathering->count++];
    *added = (struct stored_name){ 0 };
    memory_replace(&added->family, family);
    memory_replace(&added->given, given);
}

/* --- a family name that is the name of something else, too */

struct name_search {
    struct atelier *at;
    const struct entity *entity;
    const struct erased_names *names;
    struct buffer *found;
};

static bool
look_at_name(void *context, int64_t row, struct error *err)
{
    struct name_search *search = context;
    struct buffer title = { 0 };
    struct buffer replaced = { 0 };

    (void)err;
    display_title(search->at, search->entity->kind, row, &title);
    if (search->found->length == 0 &&
        erased_names_replace(search->names, buffer_text(&title), "", &replaced))
        buffer_add(search->found, buffer_text(&title));
    buffer_clear(&replaced);
    buffer_clear(&title);
    return true;
}

/* Places and organisations: "Ville de Lyon". */
static bool
find_named(struct atelier *at, const char *family, struct buffer *found,
           struct error *err)
{
    static const enum entity_kind named[] = { ENTITY_ORGANISATION, ENTITY_VENUE,
                                              ENTITY_ROOM, ENTITY_WORKING_GROUP,
                                              ENTITY_CATEGORY };
    struct erased_names alone = { 0 };
    bool ok = true;

    erased_names_add_alone(&alone, family);
    for (size_t i = 0; ok && i < sizeof named / sizeof named[0]; i++) {
        struct name_search search = { at, entity_get(named[i]), &alone, found };
        ok = erase_table_each_text(at->db, search.entity, &alone, look_at_name, &search,
                                   err);
    }
    erased_names_clear(&alone);
    return ok;
}

static bool
add_alone(struct atelier *at, const char *family, bool anyhow, struct gathering *to,
          struct buffer *shared, struct error *err)
{
    struct buffer found = { 0 };
    bool is_shared = false;
    bool ok = anyhow || (erase_table_is_shared(at->db, family, NULL, &is_shared, err) &&
                         find_named(at, family, &found, err));

    if (ok && is_shared)
        buffer_addf(shared,
                    _("Somebody else is called “%s”, too: where it stands alone in other "
                      "texts it stays.\n"),
                    family);
    else if (ok && found.length > 0)
        buffer_addf(shared,
                    _("“%s” stands in the name “%s”, too: where it stands alone in other "
                      "texts it stays.\n"),
                    family, buffer_text(&found));
    else if (ok)
        erased_names_add_alone(to->names, family);
    buffer_clear(&found);
    return ok;
}

static bool
add_name(struct atelier *at, const struct stored_name *name, bool anyhow,
         struct gathering *to, struct buffer *shared, struct error *err)
{
    bool is_shared = false;

    if (name->given &&
        !erase_table_is_shared(at->db, name->family, name->given, &is_shared, err))
        return false;
    if (is_shared && !anyhow) {
        buffer_addf(shared,
                    _("Somebody else is called “%s %s”, too: other texts stay as they "
                      "are.\n"),
                    name->given, name->family);
        return true;
    }
    erased_names_add_full(to->names, name->family, name->given);
    return add_alone(at, name->family, anyhow, to, shared, err);
}

bool
erase_names_gather(struct atelier *at, bool alone, struct erased_names *names,
                   struct buffer *shared, struct error *err)
{
    struct gathering gathering = { .names = names };
    bool ok = erase_table_each_name(at->db, gather, &gathering, err);

    for (size_t i = 0; ok && i < gathering.count; i++)
        ok = add_name(at, &gathering.items[i], alone, &gathering, shared, err);
    for (size_t i = 0; i < gathering.count; i++) {
        free(gathering.items[i].family);
        free(gathering.items[i].given);
    }
    free(gathering.items);
    return ok;
}
