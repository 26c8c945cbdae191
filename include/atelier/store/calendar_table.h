/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_table.h - what calendars need to know of meetings */
#ifndef ATELIER_STORE_CALENDAR_TABLE_H
#define ATELIER_STORE_CALENDAR_TABLE_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "atelier/store/database.h"

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
    instant changed_at; /* the newest of the meeting, its group, its room, its venue and
                         * the person's registration */
    bool is_of_person;
    enum registration_state standing; /* of the person whose calendar it is */
};

/* When a meeting is, and by which clock; borrowed until the next row. */
struct calendar_hours {
    const char *zone;
    struct local_time start;
    struct local_time end;
    struct span span;
};

/* What a meeting, a group or a person has; ROW_NONE: every
 * meeting: the hours of each, in no order, or each as a whole in order of start, id.
 * A person has the meetings that they come to or may come to: no place on a waiting list,
 * and once a meeting was held, only those who had accepted.
 * A visitor that returns false stops with its error. */
bool calendar_table_hours(struct database *db, struct row_ref scope,
                          bool (*visit)(void *context,
                                        const struct calendar_hours *hours),
                          void *context, struct error *err);
bool calendar_table_meetings(struct database *db, struct row_ref scope,
                             bool (*visit)(void *context, const struct calendar_row *row),
                             void *context, struct error *err);

#endif
