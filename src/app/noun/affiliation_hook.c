/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affiliation_hook.c - a person has one main post at a time: what a new one means for the
 * old is asked */
#include "atelier/domain/affiliation.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_table.h"
#include "noun/noun_hook.h"
#include "record/person_post.h"

static void
prepare(struct atelier *at, void *record)
{
    struct affiliation *affiliation = record;

    affiliation->from = atelier_today(at);
    affiliation->main = true;
}

/* A post that ended already says nothing of the one that is held. */
static bool
is_held_on(const struct affiliation *post, struct date today)
{
    return date_is_none(post->to) || date_compare(post->to, today) >= 0;
}

/* A person has one main post: the newest one said to be it.  Of a new one ask() sees to
 * that. */
static bool
check(struct atelier *at, const void *before, void *record, struct error *err)
{
    const struct affiliation *after = record;
    if (!after->main || (!before && is_held_on(after, atelier_today(at))))
        return true;

    struct affiliation other;
    record_init(&affiliation_entity, &other);
    struct date day = date_is_none(after->from) ? atelier_today(at) : after->from;
    bool ok = person_table_affiliation(at->db, after->person, day, &other, err);
    if (ok && other.head.id && other.head.id != after->head.id && other.main) {
        other.main = false;
        ok = row_update(at->db, &affiliation_entity, &other, at->login, atelier_now(at),
                        err);
    }
    record_clear(&affiliation_entity, &other);
    return ok;
}

/* The post that lists show is ended, stays beside the new one, or was never held. */
static bool
do_with(struct atelier *at, struct affiliation *old, int64_t meaning, struct date next,
        struct error *err)
{
    switch ((enum question_post)meaning) {
    case POST_MOVED:
        return person_post_end(at, old, next, err);
    case POST_CORRECTED:
        return row_delete(at->db, &affiliation_entity, old->head.id, old->head.rev, err);
    case POST_SECOND:
        break;
    }
    old->main = false;
    return row_update(at->db, &affiliation_entity, old, at->login, atelier_now(at), err);
}

static bool
ask(struct atelier *at, const void *record, struct questions *questions,
    struct error *err)
{
    const struct affiliation *after = record;
    const struct date today = atelier_today(at);
    if (!after->main || !is_held_on(after, today))
        return true;

    const struct date from = date_is_none(after->from) ? today : after->from;
    struct affiliation old;
    record_init(&affiliation_entity, &old);
    bool ok = person_table_affiliation(
        at->db, after->person, date_compare(from, today) < 0 ? today : from, &old, err);
    if (ok && old.head.id && old.main) {
        const struct question_entry *answer = question_answer(questions, QUESTION_POST);
        ok = answer ? do_with(at, &old, answer->value, from, err)
                    : person_post_ask(at, &old,
                                      &(struct post_asked){ after->organisation,
                                                            after->function, from, true },
                                      questions, err);
    }
    record_clear(&affiliation_entity, &old);
    return ok;
}

extern const struct noun_hook affiliation_hook;
const struct noun_hook affiliation_hook = {
    .prepare = prepare,
    .check = check,
    .ask = ask,
};
