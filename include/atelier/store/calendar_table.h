/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_table.h - what calendars need to know of meetings */
#ifndef ATELIER_STORE_CALENDAR_TABLE_H
#define ATELIER_STORE_CALENDAR_TABLE_H

#include "atelier/domain/meeting_day.h"
#include "atelier/domain/registration.h"
#include "atelier/store/database.h"

/* An event of a meeting as calendars need it; borrowed until the next row. */
struct calendar_row {
    const struct meeting *meeting;
    const struct meeting_day *day; /* of a meeting of several days; else NULL */
    const char *group_code;
    const char *group_name;
    const char *colour;
    const char *room_name;
    const char *venue_name;
    const char *venue_address;
    const char *geo;
    const char *venue_access;
    const char *chair_given; /* of the group */
    const char *chair_family;
    instant changed_at; /* the newest of the meeting, its day, its group and chair, its
                         * room, its venue and the person's registration */
    bool is_of_person;
    enum registration_state standing; /* of the person whose calendar it is */
    int64_t own_sequence;             /* of that person's registration; else 0 */
    bool is_whole_source; /* it was imported, and no other meeting from the same event */
};

/* When an event is, and by which clock; borrowed until the next row. */
struct calendar_hours {
    const char *zone;
    struct local_time start;
    struct local_time end;
    struct span span;                /* of the meeting */
    struct local_time meeting_start; /* likewise */
    struct local_time meeting_end;
    bool is_day; /* it is one of several days */
};

/* What is asked for. */
struct calendar_scope {
    struct row_ref of;       /* a meeting, a room, a group or a person; ROW_NONE: every
                              * meeting */
    instant cancelled_since; /* what was cancelled before is left out, unless the meeting
                              * itself is asked for */
    bool without_drafts;     /* of every meeting too */
};

/* The hours of each event in the scope, in no order, or each as a whole in order of the
 * meeting's start, id, and its own start.  Days that are gone are told as long as what
 * was cancelled is, but no day that went before the person was on the list. A room, a
 * group and a person have no drafts.  A person has the meetings that
 * they come to or may come to: no place on a waiting list, and once a meeting was held,
 * only those who had accepted. A visitor that returns false stops with its error. */
bool calendar_table_hours(struct database *db, const struct calendar_scope *scope,
                          bool (*visit)(void *context,
                                        const struct calendar_hours *hours),
                          void *context, struct error *err);
bool calendar_table_meetings(struct database *db, const struct calendar_scope *scope,
                             bool (*visit)(void *context, const struct calendar_row *row),
                             void *context, struct error *err);

/* How many plans of a group or a person its calendar leaves out. */
bool calendar_table_count_drafts(struct database *db, struct row_ref of, int64_t *count,
                                 struct error *err);

#endif
