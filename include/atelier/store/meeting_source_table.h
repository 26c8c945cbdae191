/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_source_table.h - meetings that an event of a calendar file may be */
#ifndef ATELIER_STORE_MEETING_SOURCE_TABLE_H
#define ATELIER_STORE_MEETING_SOURCE_TABLE_H

#include "atelier/domain/meeting.h"
#include "atelier/store/database.h"

enum meeting_source_kind {
    MEETING_SOURCE_PAST,     /* calendars knew it or a day of it by that UID, and were
                              * told since that it is off */
    MEETING_SOURCE_IMPORTED, /* it came from that event */
    MEETING_SOURCE_OURS,     /* calendars know it by that UID */
    MEETING_SOURCE_OUR_DAY   /* one day of it */
};

struct meeting_source {
    enum meeting_source_kind kind;
    int64_t meeting;
    struct local_time original; /* imported: source_start */
    struct local_time start;    /* of the meeting, or of the day */
    struct local_time end;
    bool is_off;      /* cancelled, or a day that is gone */
    int64_t sequence; /* that calendars were told; imported: of the version that it
                       * follows, NUMBER_NONE: not known */
    instant stamp;    /* imported: of that version */
    int64_t slot;     /* a day: the slot that it is; 0: none */
};

struct meeting_source_list {
    struct meeting_source *items;
    size_t count;
    size_t capacity;
};

void meeting_source_list_clear(struct meeting_source_list *list);

/* Every meeting of that UID, in order of `original`; a day comes before its meeting.  A
 * past UID counts only where it is nothing else. */
bool meeting_source_table_find(struct database *db, const char *uid,
                               struct meeting_source_list *list, struct error *err);

#endif
