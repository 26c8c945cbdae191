/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day_due.h - the meetings whose events have to follow before the transaction
 * ends
 *
 * Whoever writes a meeting or a slot says so (row_follow.c), and nobody who changes one
 * can forget it, not even an undo.  Settled at the end, when all of the act is written: a
 * meeting that moves is written before its slots are.
 */
#ifndef ATELIER_STORE_MEETING_DAY_DUE_H
#define ATELIER_STORE_MEETING_DAY_DUE_H

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* A meeting, and what it was before the transaction. */
struct meeting_day_due {
    int64_t meeting;
    struct local_time start; /* none: it was not there, or is not written */
    struct local_time end;
    int64_t sequence; /* likewise NUMBER_NONE */
    bool is_new;      /* calendars were told nothing of it */
};

struct meeting_day_due_list {
    struct meeting_day_due *items; /* each meeting once */
    size_t count;
    size_t capacity;
};

/* After a row of any noun was written. */
void meeting_day_due_follow(struct database *db, const struct entity *entity,
                            const void *before, const void *after);

void meeting_day_due_add(struct database *db, int64_t meeting);
void meeting_day_due_clear(struct meeting_day_due_list *list);

/* Every meeting that is not on one date: in a file that was copied without its days. */
bool meeting_day_due_add_all(struct database *db, struct error *err);

/* Whether calendars know a meeting as its times and its slots part it; true for one that
 * is not there. */
bool meeting_day_due_agrees(struct database *db, int64_t meeting, bool *agrees,
                            struct error *err);

/* In a step of the schema, which knows no clock: as of the newest act of the file. */
bool meeting_day_due_settle(struct database *db, struct error *err);

#endif
