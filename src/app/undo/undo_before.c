/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_before.c - where an act cannot be undone: which can be, and where the next undo
 * goes on */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/undo.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/preference_table.h"
#include "session/session.h"

/* --- which can be undone */

/* Any reason does: it is only looked what would be asked. */
static void
reply(struct questions *sheet, enum question_kind kind, unsigned *asks)
{
    *asks |= 1U << kind;
    question_reply(sheet, kind, QUESTION_YES, "?");
}

/* *blocker is what moved a field that would come back; 0: nothing. */
static bool
can_be_undone(struct atelier *at, int64_t id, unsigned *asks, int64_t *blocker)
{
    struct questions sheet = { 0 };
    bool ok = false;
    bool again = true;

    *asks = 0;
    *blocker = 0;
    while (again) {
        struct error err = { 0 };
        ok = undo_try(at, id, &sheet, blocker, &err);
        again = !ok && err.kind == ERROR_QUESTION && (*asks & (1U << err.question)) == 0;
        if (again)
            reply(&sheet, (enum question_kind)err.question, asks);
        error_clear(&err);
    }
    questions_clear(&sheet);
    return ok;
}

bool
undo_find_before(struct atelier *at, int64_t before, struct journal_entry *entry,
                 unsigned *asks)
{
    enum { TRIES = 50 }; /* each takes the writers' turn */
    int64_t blocker;

    for (int i = 0; i < TRIES && undo_next(at, before, entry, NULL); i++) {
        if (can_be_undone(at, entry->id, asks, &blocker))
            return true;
        before = entry->id;
    }
    journal_entry_clear(entry);
    return false;
}

bool
undo_find_first(struct atelier *at, int64_t id, struct journal_entry *entry,
                unsigned *asks)
{
    int64_t blocker = 0;
    int64_t ignored = 0;

    return !can_be_undone(at, id, asks, &blocker) && blocker != 0 &&
           can_be_undone(at, blocker, asks, &ignored) &&
           journal_table_load(at->db, blocker, entry, NULL);
}

/* --- where the next undo goes on */

static const char position_name[] = "undo";

int64_t
undo_position(struct atelier *at)
{
    char *value = NULL;
    int64_t before = 0;
    int64_t after = 0;
    int64_t newest = -1;
    if (preference_table_find(at->db, at->login, position_name, &value, NULL) && value) {
        char *rest;
        before = strtoll(value, &rest, 10);
        after = strtoll(rest, NULL, 10);
    }
    free(value);
    return before > 0 && journal_table_newest_of(at->db, at->login, &newest, NULL) &&
                   newest == after
               ? before
               : 0;
}

void
undo_go_on_before(struct atelier *at, int64_t before)
{
    char value[64];
    int64_t newest = 0;

    if (database_is_read_only(at->db) || !transaction_begin(at->db, NULL))
        return;
    const bool ok =
        journal_table_newest_of(at->db, at->login, &newest, NULL) &&
        snprintf(value, sizeof value, "%" PRId64 " %" PRId64, before, newest) > 0 &&
        preference_table_save(at->db, at->login, position_name, value, NULL) &&
        transaction_commit(at->db, NULL);
    if (!ok)
        transaction_roll_back(at->db);
}
