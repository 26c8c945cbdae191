/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit.c - rows of any noun: show, add, change, remove */
#include "atelier/app/edit.h"

#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "noun/noun_hook.h"
#include "record/zone_rule.h"
#include "session/operation.h"

bool
edit_load(struct atelier *at, const struct entity *entity, int64_t id, void *record,
          struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);
    const bool ok = (hook->may_see ? hook->may_see(at, id, err)
                                   : atelier_may(at, MAY_READ, ROW_NONE, err)) &&
                    row_load(at->db, entity, id, record, err);

    if (ok)
        session_withhold(at, entity, record);
    return ok;
}

bool
edit_may(struct atelier *at, const struct entity *entity, const void *record,
         struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);
    const bool is_new = ((const struct record *)record)->id == 0;

    return atelier_may(at, permission_to_write(entity->kind),
                       session_subject_of(at, entity, record), err) &&
           (!hook->may_add || !is_new || hook->may_add(at, err));
}

bool
edit_prepare(struct atelier *at, const struct entity *entity, void *record,
             struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);

    (void)err;
    if (hook->prepare)
        hook->prepare(at, record);
    return true;
}

static bool
is_typed(const struct noun_hook *hook, struct error *err)
{
    return !hook->refusal || error_set(err, ERROR_RULE, "%s", _(hook->refusal));
}

/* What is decided here is asked inside the transaction. */
static bool
check_row(struct atelier *at, const struct entity *entity, const void *before,
          void *after, struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);

    return zone_rule_settle(at, entity, before, after, err) && is_typed(hook, err) &&
           (!hook->check || hook->check(at, before, after, err));
}

static bool
settle_row(struct atelier *at, const struct entity *entity, const void *before,
           void *after, struct questions *questions, struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);

    return !hook->settle || hook->settle(at, before, after, questions, err);
}

static bool
end(struct atelier *at, bool ok, enum act act, const struct entity *entity,
    const void *record, struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);

    if (!operation_end_row(at, ok, act, entity, record, err))
        return false;
    if (hook->afterwards)
        hook->afterwards(at, record);
    return true;
}

bool
edit_add(struct atelier *at, const struct entity *entity, void *record,
         struct questions *questions, struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);
    const enum act act = act_of(entity->kind, VERB_ADD);

    if (hook->add)
        return hook->add(at, record, questions, err);
    if (!record_check(entity, record, err) ||
        (hook->ready && !hook->ready(at, record, questions, err)) ||
        !operation_begin(at, act_permission(act), session_subject_of(at, entity, record),
                         err))
        return false;
    bool ok = settle_row(at, entity, NULL, record, questions, err) &&
              check_row(at, entity, NULL, record, err) &&
              (!hook->ask || hook->ask(at, record, questions, err)) &&
              row_insert(at->db, entity, record, at->login, atelier_now(at), err);
    return end(at, ok, act, entity, record, err);
}

/* Nothing to write is not an act; a row that moved is a conflict all the same. */
static bool
change_row(struct atelier *at, const struct entity *entity, void *record,
           struct questions *questions, bool *same, struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);
    struct record *head = record;
    void *before = record_new(entity);
    bool ok = row_load(at->db, entity, head->id, before, err) &&
              settle_row(at, entity, before, record, questions, err);
    *same = ok && record_equal(entity, before, record) &&
            ((struct record *)before)->rev == head->rev;
    if (ok && !*same)
        ok = check_row(at, entity, before, record, err) &&
             row_update(at->db, entity, record, at->login, atelier_now(at), err) &&
             (!hook->follow || hook->follow(at, before, record, err));
    record_free(entity, before);
    return ok;
}

bool
edit_change(struct atelier *at, const struct entity *entity, void *record,
            struct error *err)
{
    return edit_change_asked(at, entity, record, NULL, err);
}

bool
edit_change_asked(struct atelier *at, const struct entity *entity, void *record,
                  struct questions *questions, struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);
    const enum act act = act_of(entity->kind, VERB_CHANGE);

    if (hook->change)
        return hook->change(at, record, questions, err);
    if (!record_check(entity, record, err) ||
        !operation_begin(at, act_permission(act), session_subject_of(at, entity, record),
                         err))
        return false;
    const int64_t rev = ((const struct record *)record)->rev;
    bool same = false;
    bool ok = change_row(at, entity, record, questions, &same, err);
    ok = end(at, ok, act, entity, record, err);
    if (!ok)
        ((struct record *)record)->rev = rev; /* corrected, it is written again */
    return ok;
}

bool
edit_warning(struct atelier *at, const struct entity *entity, const void *record,
             struct buffer *text)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);

    return hook->warn && hook->warn(at, record, text);
}

bool
edit_leaves(struct atelier *at, const struct entity *entity, const void *record,
            struct buffer *text)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);

    return hook->leave && hook->leave(at, record, text);
}

bool
edit_remove(struct atelier *at, const struct entity *entity, int64_t id, int64_t rev,
            struct error *err)
{
    const struct noun_hook *hook = noun_hook_get(entity->kind);
    const enum act act = act_of(entity->kind, VERB_REMOVE);
    void *record = record_new(entity);
    bool ok = operation_begin(at, act_permission(act),
                              session_subject(at, entity->kind, id), err);
    if (ok) {
        ok = row_load(at->db, entity, id, record, err) && is_typed(hook, err) &&
             (!hook->check_removal || hook->check_removal(at, record, err)) &&
             row_delete(at->db, entity, id, rev, err);
        ok = end(at, ok, act, entity, record, err);
    }
    record_free(entity, record);
    return ok;
}
