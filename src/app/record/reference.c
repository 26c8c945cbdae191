/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference.c - rows as people and scripts name them: an id, a code, an e-mail, a name */
#include "atelier/app/reference.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/store/row_table.h"
#include "atelier/store/search_table.h"
#include "noun/noun_hook.h"
#include "record/elsewhere.h"
#include "record/reference_missing.h"
#include "record/reference_several.h"
#include "session/session.h"

static bool
read_id(const char *text, int64_t *id)
{
    errno = 0;
    char *end;
    long long number = strtoll(text, &end, 10);
    *id = number;
    return !errno && end != text && !*end && number > 0;
}

static void
add_hit(struct search_hit_list *list, enum entity_kind entity, int64_t row,
        const char *title)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = (struct search_hit){
        .entity = entity,
        .row = row,
        .title = memory_copy(title),
    };
}

struct name_search {
    enum entity_kind noun;
    const char *wanted; /* folded */
    struct search_hit_list *list;
};

static void
compare_name(void *context, int64_t id, const char *name)
{
    struct name_search *search = context;
    char *fold = fold_copy(name);

    if (fold_rank(fold, NULL, search->wanted) != FOLD_RANK_NONE)
        add_hit(search->list, search->noun, id, name);
    free(fold);
}

/* The nouns that the search index does not hold are few: all of them are looked at. */
static bool
find_by_name(struct atelier *at, const struct entity *noun, const char *text, size_t most,
             struct search_hit_list *list, struct error *err)
{
    char *wanted = fold_copy(text);
    struct name_search search = { noun->kind, wanted, list };
    bool ok = row_each(at->db, noun, noun->named_by, compare_name, &search, err);

    list->found = list->count;
    search_hit_list_rank(list, text, most);
    free(wanted);
    return ok;
}

static bool
find(struct atelier *at, enum entity_kind entity, const char *text, size_t most,
     struct search_hit_list *list, struct error *err)
{
    const struct entity *noun = entity_get(entity);
    int64_t id;
    struct buffer title = { 0 };
    if (read_id(text, &id) && row_title(at->db, noun, id, &title))
        add_hit(list, entity, id, buffer_text(&title));
    buffer_clear(&title);
    if (noun->named_by)
        return find_by_name(at, noun, text, most, list, err);
    const bool ok = search_table_find_in(at->db, entity, text, session_reads_private(at),
                                         atelier_today(at), most, list, err);
    elsewhere_settle_hits(at, list);
    return ok;
}

bool
reference_has_few(enum entity_kind entity)
{
    return entity_get(entity)->named_by || search_table_has_few(entity);
}

bool
reference_find(struct atelier *at, enum entity_kind entity, const char *text, size_t most,
               struct search_hit_list *list, struct error *err)
{
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           (text_is_blank(text) && search_table_has_few(entity)
                ? search_table_first(at->db, entity, most, list, err)
                : find(at, entity, text, most, list, err));
}

/* How well a row answers to what was typed; less is better. */
enum match { MATCH_EXACT, MATCH_FOLDED, MATCH_PART };

static enum match
match_title(const char *title, const char *text, const char *wanted)
{
    if (!title)
        return MATCH_PART;
    if (strcmp(title, text) == 0)
        return MATCH_EXACT;
    char *fold = fold_copy(title);
    enum match match = strcmp(fold, wanted) == 0 ? MATCH_FOLDED : MATCH_PART;
    free(fold);
    return match;
}

/* The one row whose title, or name, is exactly the text; else the one that is but for
 * case and accents; else the only one that holds it. */
static bool
get_by_title(struct atelier *at, enum entity_kind entity, const char *text, int64_t *id,
             struct error *err)
{
    enum { MOST = 50 };
    struct search_hit_list list = { 0 };
    bool ok = find(at, entity, text, MOST, &list, err);
    char *wanted = fold_copy(text);
    struct buffer ids = { 0 };
    size_t count = 0;
    /* Who may read no lists does not try out parts of names. */
    const int worst = atelier_role_may(at, MAY_READ, NULL) ? MATCH_PART : MATCH_FOLDED;

    for (int match = MATCH_EXACT; ok && match <= worst && count == 0; match++)
        for (size_t i = 0; i < list.count; i++)
            if (match_title(list.items[i].title, text, wanted) == (enum match)match) {
                *id = list.items[i].row;
                reference_several_add(&ids, *id, count++);
            }
    if (ok && count == 0) {
        int64_t number;
        ok = reference_missing(entity, text, read_id(text, &number), err);
    } else if (ok && count > 1) {
        ok = reference_several_refuse(text, &ids, err);
    }
    buffer_clear(&ids);
    free(wanted);
    search_hit_list_clear(&list);
    return ok;
}

bool
reference_called(struct atelier *at, enum entity_kind entity, const char *name,
                 int64_t *id, struct error *err)
{
    enum { MOST = 50 };
    struct search_hit_list list = { 0 };
    char *wanted = fold_copy(name);
    enum match best = MATCH_PART;
    bool ok = find(at, entity, name, MOST, &list, err);

    *id = 0;
    for (size_t i = 0; ok && i < list.count; i++) {
        const enum match match = match_title(list.items[i].title, name, wanted);
        if (match < best) {
            best = match;
            *id = list.items[i].row;
        }
    }
    search_hit_list_clear(&list);
    free(wanted);
    return ok;
}

bool
reference_get(struct atelier *at, enum entity_kind entity, const char *text, int64_t *id,
              struct error *err)
{
    const struct entity *noun = entity_get(entity);
    const struct noun_hook *hook = noun_hook_get(entity);
    struct buffer title = { 0 };

    if (text_is_blank(text))
        return reference_blank(entity, err);
    bool is_id = read_id(text, id);
    bool there = is_id && row_title(at->db, noun, *id, &title);

    buffer_clear(&title);
    if (there)
        return true;
    *id = 0;
    if (hook->find && !hook->find(at, text, id, err))
        return false;
    if (*id)
        return true;
    if (noun->only_by_id)
        return reference_missing(entity, text, is_id, err);
    return get_by_title(at, entity, text, id, err);
}
