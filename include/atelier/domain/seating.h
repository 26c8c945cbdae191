/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seating.h - whether there is a seat for somebody under the limits of a meeting
 *
 * Pure rules: no clock, no database.  Free for somebody are the seats, less those taken,
 * less what is held for others and not filled; and never more than what each limit of
 * theirs has left.  Holds do not know of each other: seats held for an organisation come
 * on top of those held for its category.
 */
#ifndef ATELIER_DOMAIN_SEATING_H
#define ATELIER_DOMAIN_SEATING_H

#include "atelier/domain/seat_limit.h"

/* Seats taken by one category or organisation. */
struct seating_count {
    int64_t id;
    int64_t taken;
};

struct seating_count_list {
    struct seating_count *items; /* one an id; who is not here has taken none */
    size_t count;
    size_t capacity;
};

/* A meeting as the rule sees it; all is borrowed. */
struct seating {
    int64_t seats; /* NUMBER_NONE: no limit */
    int64_t taken;
    const struct seat_limit_list *limits; /* those of the meeting; NULL: none */
    const struct seating_count_list *categories;
    const struct seating_count_list *organisations;
    struct date today;
};

struct seating_candidate {
    int64_t category;     /* 0: none */
    int64_t organisation; /* 0: none */
    int64_t wanted;       /* how many seats */
};

enum seating_blocker_kind {
    SEATING_FULL,             /* of seats, taken */
    SEATING_HELD,             /* for others: held, of them taken */
    SEATING_CATEGORY_FULL,    /* at most, taken */
    SEATING_ORGANISATION_FULL /* at most, taken; its own limit or that of each */
};

/* One reason why there is no seat. */
struct seating_blocker {
    enum seating_blocker_kind kind;
    int64_t limit;        /* id of the limit; 0 for SEATING_FULL */
    int64_t category;     /* whose limit it is; 0: not a category's */
    int64_t organisation; /* whose limit it is; 0: not an organisation's */
    int64_t people;       /* seats of the meeting, or of the limit */
    int64_t taken;
    int64_t wanted;
    struct date until; /* SEATING_HELD: the last day, if one was set */
};

struct seating_verdict {
    int64_t free; /* for the candidate, never below 0; NUMBER_NONE: no limit */
    struct seating_blocker *blockers;
    size_t count; /* 0: there is a seat */
    size_t capacity;
};

void seating_count_list_clear(struct seating_count_list *list);

/* Adds the seats to those that the id has taken. */
void seating_count_list_add(struct seating_count_list *list, int64_t id, int64_t taken);

/* 0 for an id that is not there. */
int64_t seating_count_list_get(const struct seating_count_list *list, int64_t id);

/* Whether a limit counts on that day: a hold ends with its last one. */
bool seating_holds_on(const struct seat_limit *limit, struct date today);

/* The seats that a limit's people have taken; of each organisation: of the one that has
 * taken most. */
int64_t seating_taken(const struct seating *seating, const struct seat_limit *limit);

/* The seats held that day and not filled, whoever they are for. */
int64_t seating_held(const struct seating *seating);

/*
 * Judges, and names everything that blocks: full first, then what is held for others,
 * then the candidate's own limits.  Who wants no seat is never blocked.
 *
 * Returns whether there is a seat.  The verdict is zeroed or one from before; the caller
 * clears it.
 */
bool seating_judge(const struct seating *seating,
                   const struct seating_candidate *candidate,
                   struct seating_verdict *verdict);

/* Leaves what blocks the one and not the other. */
void seating_verdict_subtract(struct seating_verdict *verdict,
                              const struct seating_verdict *other);

/* A meeting without and with those who come back, and as it was before they left. */
struct seating_return {
    const struct seating *before;
    const struct seating *after;
    const struct seating *past; /* its limits are those of then */
};

/* Names the limits that those who come back pass: what was passed as far without them,
 * or before they left, is none of them.  As seating_judge(). */
bool seating_judge_return(const struct seating_return *back,
                          struct seating_verdict *verdict);

/* Whether somebody who holds a seat shares in what is passed further than it was without
 * those who come back, and than before they left: of the seats, of a limit of theirs, or
 * of what is held for others.  Who takes no seat never does. */
bool seating_is_excess(const struct seating_return *back,
                       const struct seating_candidate *holder);

void seating_verdict_clear(struct seating_verdict *verdict);

/* Adds one sentence with its figures.  `name` is that of the category or organisation
 * whose limit it is, unused for SEATING_FULL. */
void seating_blocker_say(const struct seating_blocker *blocker, const char *name,
                         struct buffer *text);

#endif
