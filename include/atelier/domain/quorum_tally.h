/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_tally.h - whether the people who were counted are enough for each quorum
 *
 * Pure rules: no clock, no database.  A quorum warns and blocks nothing.
 */
#ifndef ATELIER_DOMAIN_QUORUM_TALLY_H
#define ATELIER_DOMAIN_QUORUM_TALLY_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/quorum.h"

/* People of one category; everybody are those of all, and of none. */
struct quorum_count {
    int64_t category; /* 0: of none */
    int64_t people;
};

struct quorum_count_list {
    struct quorum_count *items;
    size_t count;
    size_t capacity;
};

struct quorum_tally {
    int64_t quorum;
    int64_t category; /* 0: everybody */
    int64_t wanted;
    int64_t coming;
    int64_t present;
    bool by_presence; /* who was there decides, no more who said to come */
    bool reached;
};

struct quorum_tally_list {
    struct quorum_tally *items; /* in the order of the quorums */
    size_t count;
    size_t capacity;
};

void quorum_count_list_clear(struct quorum_count_list *list);
void quorum_count_list_add(struct quorum_count_list *list, int64_t category,
                           int64_t people);

void quorum_tally_list_clear(struct quorum_tally_list *list);

/* Measures each quorum by those who are present, or by those who are coming. */
void quorum_tally_list_fill(struct quorum_tally_list *list,
                            const struct quorum_list *quorums,
                            const struct quorum_count_list *coming,
                            const struct quorum_count_list *present, bool by_presence);

/*
 * Whether the marks decide.  Before it was held, a meeting is measured by those who are
 * coming until somebody is seen there: an excuse noted in advance says nothing of the
 * others.  Afterwards any mark will do; without one, nobody kept them.
 */
bool quorum_tally_goes_by_presence(enum meeting_state state,
                                   const struct presence_count *marks);

/* Whether a quorum that is not reached is worth a word: of a confirmed meeting that is
 * not over, and of one that was held and is not closed yet. */
bool quorum_tally_matters(const struct meeting *meeting, instant now);

#endif
