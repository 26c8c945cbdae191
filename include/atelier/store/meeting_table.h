/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_table.h - the next number of a meeting, the last ones, those to come */
#ifndef ATELIER_STORE_MEETING_TABLE_H
#define ATELIER_STORE_MEETING_TABLE_H

#include "atelier/domain/meeting.h"
#include "atelier/store/database.h"

/* The next number in its group: one more than the highest. */
bool meeting_table_next_number(struct database *db, int64_t group, int64_t *number,
                               struct error *err);

/* How many seconds the longest of all meetings lasts; 0: there is none. */
bool meeting_table_longest(struct database *db, int64_t *seconds, struct error *err);

/* The last meeting of a group (not cancelled, not postponed) but for one: its id, or 0.
 */
bool meeting_table_last(struct database *db, int64_t group, int64_t except, int64_t *id,
                        struct error *err);

/* The ids of a group's last meetings that took place and began before an instant
 * (INSTANT_NONE: at all), the newest first, into room for `most`. */
bool meeting_table_held(struct database *db, int64_t group, instant before, size_t most,
                        int64_t *ids, size_t *count, struct error *err);

/* The ids of the meetings in a zone (NULL: in any) that are not over at an instant, in
 * order of their start; the caller frees *ids. */
bool meeting_table_to_come(struct database *db, const char *zone, instant now,
                           int64_t **ids, size_t *count, struct error *err);

#endif
