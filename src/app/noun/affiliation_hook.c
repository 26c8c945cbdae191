/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affiliation_hook.c - a person has one main post at a time */
#include "atelier/domain/affiliation.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_table.h"
#include "noun/noun_hook.h"

static void
prepare(struct atelier *at, void *record)
{
    struct affiliation *affiliation = record;

    affiliation->from = atelier_today(at);
    affiliation->main = true;
}

/* A person has one main post: the newest one said to be it. */
static bool
check(struct atelier *at, const void *before, void *record, struct error *err)
{
    (void)before;
    const struct affiliation *after = record;
    if (!after->main)
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

extern const struct noun_hook affiliation_hook;
const struct noun_hook affiliation_hook = {
    .prepare = prepare,
    .check = check,
};
