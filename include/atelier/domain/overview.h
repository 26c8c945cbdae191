/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overview.h - what the page of a group, a person, an organisation says besides its
 * fields: who chairs, what comes next, how often somebody came
 *
 * "Came" means seen there in any slot (rule 6).  Only meetings where somebody was marked
 * count: where nobody kept the marks, nothing is known of anybody.
 */
#ifndef ATELIER_DOMAIN_OVERVIEW_H
#define ATELIER_DOMAIN_OVERVIEW_H

#include "atelier/domain/membership.h"

struct overview_meeting {
    int64_t id; /* 0: there is none */
    char *title;
    struct local_time start;
    char *zone;
    bool is_postponed; /* so that its start does not hold */
    int64_t seats;     /* NUMBER_NONE: no limit */
    int64_t taken;
    int64_t present; /* were there; 0 also where nobody kept the marks */
};

/* So many people of a category; "" : of none. */
struct overview_share {
    char *name;
    int64_t people;
};

struct group_overview {
    char *chairs; /* "Petit, Anne; Roux, Léo", or "" */
    struct overview_meeting
        next; /* that will take place, as far as one knows; else one put off */
    struct overview_meeting last;  /* that is over and took place, as far as one knows */
    struct overview_share *shares; /* the members of today, in the order of categories */
    size_t count;
    size_t capacity;
};
void group_overview_clear(struct group_overview *overview);

struct overview_group {
    char *code;
    enum membership_role role;
};

struct person_overview {
    struct overview_group *groups; /* of today, by code */
    size_t count;
    size_t capacity;
    int64_t coming; /* meetings ahead on whose list the person is */
    int64_t marked; /* past ones on whose list, and where somebody was marked */
    int64_t came;   /* of these */
};
void person_overview_clear(struct person_overview *overview);

/* Of the meetings of a time, on the list of how many somebody of the organisation was,
 * and to how many somebody came. */
struct overview_attendance {
    int year;
    int64_t listed;
    int64_t came;
};

enum { OVERVIEW_YEARS = 3 };
struct organisation_overview {
    struct overview_attendance recent;                /* the last twelve months */
    struct overview_attendance years[OVERVIEW_YEARS]; /* this one, then those before */
};

#endif
