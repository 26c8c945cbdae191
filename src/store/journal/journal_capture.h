/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_capture.h - what a transaction changes, noted row by row while it does
 *
 * Whoever writes a row of a noun says so here (row_table.c, setting_table.c).  The change
 * is written at once, under the id that the entry of the act will have, so that an act of
 * fifty thousand rows takes no more memory than one of one.  Several changes of one row
 * in one act are one: the first value of each field wins, what was added and removed
 * again, or set back, is none.
 */
#ifndef ATELIER_STORE_JOURNAL_CAPTURE_H
#define ATELIER_STORE_JOURNAL_CAPTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* Rows of one noun whose ids follow one another. */
struct journal_run {
    const struct entity *entity;
    int64_t first;
    int64_t last;
};

/* Of the open transaction; a zeroed struct is one that has changed nothing. */
struct journal_capture {
    int64_t id; /* of the entry to come; 0: nothing was changed yet */
    size_t changes;
    bool is_told;             /* its entry is written */
    struct journal_run *runs; /* the rows that were changed */
    size_t run_count;
    size_t run_capacity;
    bool has_dropped; /* a row may stand in the runs without a change */
};

/* `before` NULL: the row was added; `after` NULL: it was removed.  Outside of a
 * transaction of the journal nothing is noted. */
bool journal_capture_row(struct database *db, const struct entity *entity,
                         const void *before, const void *after, struct error *err);

/* Whatever became of the transaction. */
void journal_capture_end(struct database *db);

#endif
