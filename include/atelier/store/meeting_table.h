/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_table.h - meetings: numbers, seats, clashes, and their way into calendars
 */
#ifndef ATELIER_STORE_MEETING_TABLE_H
#define ATELIER_STORE_MEETING_TABLE_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/seats.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/database.h"

/* The one counting function (rule 2): maintained counters, the same in every check,
 * screen and export. */
bool seats_table_count(struct database *db, int64_t meeting, struct seats *seats,
                       struct error *err);

/* The rule as stored; set_rule stores it and recounts every meeting's counters. */
bool seats_table_rule(struct database *db, struct seat_rule *rule, struct error *err);
bool seats_table_set_rule(struct database *db, const struct seat_rule *rule,
                          struct error *err);

/* The next number in its group: one more than the highest. */
bool meeting_table_next_number(struct database *db, int64_t group, int64_t *number,
                               struct error *err);

/* Another meeting (not cancelled, not postponed) in the room within the span: its id, or
 * 0. */
bool meeting_table_room_clash(struct database *db, int64_t room, struct span span,
                              int64_t except, int64_t *clash, struct error *err);

bool working_group_table_find_code(struct database *db, const char *code,
                                   struct working_group *group, struct error *err);

/* A meeting as calendars need it; borrowed until the next row. */
struct calendar_row {
    const struct meeting *meeting;
    const char *group_code;
    const char *group_name;
    const char *colour;
    const char *room_name;
    const char *venue_name;
    const char *venue_address;
    const char *geo;
    instant changed_at; /* the newest of the meeting, its group, its room and its venue */
};

/* What a meeting, a group or a person (whose registration is live) has; ROW_NONE: every
 * meeting.  Each zone once with the first start and last end in it, then each meeting in
 * order of start, id.  A visitor that returns false stops with its error. */
bool calendar_table_zones(struct database *db, struct row_ref scope,
                          bool (*visit)(void *context, const char *zone,
                                        struct span span),
                          void *context, struct error *err);
bool calendar_table_meetings(struct database *db, struct row_ref scope,
                             bool (*visit)(void *context, const struct calendar_row *row),
                             void *context, struct error *err);

#endif
