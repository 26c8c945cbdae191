/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_report.h - the report of a meeting as it is shown: its entries, what comes up
 * from before, and whether the last one is to be approved
 *
 * What is still to be done of all reports of a group, or of all groups, is
 * LISTING_OPEN_ENTRY: what is overdue comes first.
 */
#ifndef ATELIER_APP_BROWSE_REPORT_H
#define ATELIER_APP_BROWSE_REPORT_H

#include <stddef.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/report.h"
#include "atelier/domain/report_entry.h"

struct entry_shown {
    struct report_entry entry;
    char *about;     /* the title of the workshop, item or project; NULL: of none */
    char *owner;     /* a name; NULL: nobody's */
    char *from;      /* of one that is carried on: its meeting; NULL */
    char *group;     /* among those of all groups: the code of its own; NULL */
    bool is_overdue; /* it is open, and was due before today */
};

struct entry_shown_list {
    struct entry_shown *items;
    size_t count;
    size_t capacity;
};

/* Starts as zeros. */
struct report_view {
    struct report report; /* head.id 0: nothing was written yet; else as it is stored */
    bool is_locked;       /* it is final, or its meeting is called off */
    struct entry_shown_list entries; /* in their order */
    struct entry_shown_list carried; /* open, or settled here or later */
    int64_t open_remarks;            /* still to be decided on */
    int64_t to_approve;              /* the meeting whose report is; 0: none */
    char *to_approve_words; /* "Report no. 3: 16/03/2027, Jobs in cities"; NULL */
    bool is_approved;       /* at this meeting: it was done already */
};

bool report_view_load(struct atelier *at, int64_t meeting, struct report_view *view,
                      struct error *err);
void report_view_clear(struct report_view *view);

/* What is still to be done of all reports, so many at most: by the day when it is due,
 * what has none last.  Of an entry its id, meeting, kind, text, owner, day and state, and
 * nothing of what it is about.  The list starts as zeros. */
bool report_open_entries(struct atelier *at, size_t most, struct entry_shown_list *list,
                         struct error *err);
void entry_shown_list_clear(struct entry_shown_list *list);

#endif
