/* SPDX-License-Identifier: GPL-3.0-or-later */
/* occurrence.h - when an event of a file takes place */
#ifndef ATELIER_CALENDAR_OCCURRENCE_H
#define ATELIER_CALENDAR_OCCURRENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/calendar/source_event.h"

/* Both days belong to it. */
struct day_window {
    struct date from;
    struct date until;
};

struct occurrence {
    const struct source_event
        *event; /* whose facts are its own: borrowed of the series */
    bool is_repeated;
    struct source_time original; /* its start by the rule, wherever it was moved to: with
                                  * the UID it names the occurrence for good */
    struct source_time start;
    struct source_time end; /* of a date: the day behind the last */
    enum zone_match clock;  /* ZONE_GAP: clocks never show what the file says, and the
                             * start is put behind; ZONE_FOLD: the first of two */
    struct local_time first_by_rule; /* of a start that its own rule does not give: what
                                      * the rule gives first, as far as one looks; else
                                      * none */
    instant start_at;                /* of a time in a zone or in UTC */
    instant end_at;
};

struct occurrence_list {
    struct occurrence *items;
    size_t count;
    size_t capacity;
    struct local_time *away; /* original starts, in the weeks of the window, of what takes
                              * place outside it */
    size_t away_count;
    size_t away_capacity;
};

void occurrence_list_clear(struct occurrence_list *list);

enum {
    OCCURRENCE_LIMIT = 5000,  /* of one event in one window */
    OCCURRENCE_STEPS = 50000, /* of a rule, from its start on */
    OCCURRENCE_FIRST_YEAR = 1900,
    OCCURRENCE_LAST_YEAR = 2200
};

#endif
