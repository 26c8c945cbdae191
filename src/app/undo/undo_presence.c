/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_presence.c - undo of marks of presence: they are annulled, never deleted (rule 6)
 */
#include "undo/undo_presence.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/when.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/row_table.h"

/* The marks that the act made of a person in a slot. */
struct made {
    int64_t slot;
    int64_t person;
    int64_t first;
    int64_t last;
};

struct made_list {
    struct atelier *at;
    struct made *items;
    size_t count;
    size_t capacity;
};

/* What stood in the slot: before the act, after it, and now. */
struct standing {
    struct presence_list before;
    struct presence_list after;
    struct presence_list now;
};

bool
undo_presence_keeps(const struct journal_row *row)
{
    return row->entity->kind == ENTITY_PRESENCE && row->kind == JOURNAL_ADDED;
}

static bool
note_mark(void *context, const struct journal_row *row, struct error *err)
{
    bool *has = context;

    (void)err;
    *has = *has || undo_presence_keeps(row);
    return true;
}

bool
undo_presence_has(struct atelier *at, int64_t act, bool *has, struct error *err)
{
    *has = false;
    return journal_table_each_row(at->db, act, note_mark, has, err);
}

/* A registration, and whether a mark of the act is beside it. */
struct need {
    struct atelier *at;
    int64_t registration;
    bool found;
};

static bool
visit_mark(void *context, const struct journal_row *row, struct error *err)
{
    struct need *need = context;
    struct presence mark;

    if (!undo_presence_keeps(row))
        return true;
    record_init(&presence_entity, &mark);
    const bool ok = row_load(need->at->db, &presence_entity, row->row, &mark, err);
    need->found = need->found || (ok && mark.registration == need->registration);
    record_clear(&presence_entity, &mark);
    return ok;
}

bool
undo_presence_needs(struct atelier *at, int64_t act, int64_t registration, bool *needs,
                    struct error *err)
{
    struct need need = { .at = at, .registration = registration };
    const bool ok = journal_table_each_row(at->db, act, visit_mark, &need, err);

    *needs = need.found;
    return ok;
}

/* --- which marks */

static void
add_made(struct made_list *list, int64_t slot, int64_t person, int64_t mark)
{
    for (size_t i = 0; i < list->count; i++) {
        struct made *made = &list->items[i];
        if (made->slot != slot || made->person != person)
            continue;
        if (mark < made->first)
            made->first = mark;
        if (mark > made->last)
            made->last = mark;
        return;
    }
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] =
        (struct made){ .slot = slot, .person = person, .first = mark, .last = mark };
}

static bool
visit_row(void *context, const struct journal_row *row, struct error *err)
{
    struct made_list *list = context;
    struct presence mark;
    struct registration registration;

    if (!undo_presence_keeps(row))
        return true;
    record_init(&presence_entity, &mark);
    record_init(&registration_entity, &registration);
    const bool ok = row_load(list->at->db, &presence_entity, row->row, &mark, err) &&
                    row_load(list->at->db, &registration_entity, mark.registration,
                             &registration, err);
    if (ok)
        add_made(list, mark.slot, registration.person, row->row);
    record_clear(&presence_entity, &mark);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* --- one person in one slot */

static bool
load_standing(struct atelier *at, const struct made *made, struct standing *standing,
              struct error *err)
{
    const int64_t slot = made->slot;
    const int64_t person = made->person;

    return presence_table_standing(at->db, slot, person, made->first, &standing->before,
                                   err) &&
           presence_table_standing(at->db, slot, person, made->last + 1, &standing->after,
                                   err) &&
           presence_table_standing(at->db, slot, person, INT64_MAX, &standing->now, err);
}

static bool
fail_marked(struct atelier *at, const struct made *made, struct error *err)
{
    struct presence last;
    struct buffer name = { 0 };
    struct buffer when = { 0 };

    record_init(&presence_entity, &last);
    bool ok = presence_table_last(at->db, made->slot, made->person, &last, err);
    if (ok) {
        struct local_time local = local_time_from_instant(last.head.created_at);
        atelier_local_time(at, last.head.created_at, NULL, &local, NULL);
        when_format_local_time(local, &when);
        display_title(at, ENTITY_PERSON, made->person, &name);
        ok = error_set(err, ERROR_RULE,
                       /* TRANSLATORS: login, name of a person, day and hour, mark */
                       _("%s has marked %s since (%s: %s)."), last.head.created_by,
                       buffer_text(&name), buffer_text(&when),
                       _(presence_kinds[last.kind].label));
    }
    buffer_clear(&name);
    buffer_clear(&when);
    record_clear(&presence_entity, &last);
    return ok;
}

static bool
annul(struct atelier *at, const struct presence *last, struct error *err)
{
    struct presence mark;

    record_init(&presence_entity, &mark);
    mark.registration = last->registration;
    mark.slot = last->slot;
    mark.kind = PRESENCE_ANNULLED;
    mark.at = atelier_now(at);
    memory_replace(&mark.by, at->login);
    memory_replace(&mark.reason, presence_was_undone);
    const bool ok = row_insert(at->db, &presence_entity, &mark, at->login, mark.at, err);
    record_clear(&presence_entity, &mark);
    return ok;
}

static bool
take_back(struct atelier *at, const struct made *made, struct error *err)
{
    struct standing standing = { 0 };
    const struct presence_list *now = &standing.now;

    bool ok = load_standing(at, made, &standing, err);
    if (ok && !presence_list_equal(&standing.after, now))
        ok = fail_marked(at, made, err);
    if (ok && now->count > 0)
        ok = annul(at, &now->items[now->count - 1], err);
    for (size_t i = 0; ok && i < standing.before.count; i++)
        ok = row_insert(at->db, &presence_entity, &standing.before.items[i], at->login,
                        atelier_now(at), err);
    presence_list_clear(&standing.before);
    presence_list_clear(&standing.after);
    presence_list_clear(&standing.now);
    return ok;
}

bool
undo_presence(struct atelier *at, int64_t act, struct error *err)
{
    struct made_list list = { .at = at };
    bool ok = journal_table_each_row(at->db, act, visit_row, &list, err);

    for (size_t i = 0; ok && i < list.count; i++)
        ok = take_back(at, &list.items[i], err);
    free(list.items);
    return ok;
}
