/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_entry.h - one entry of the report of a meeting: what was found, asked, said,
 * recommended, decided
 *
 * Entries stand in the order of their places.  One with a deeper indent belongs to the
 * one above it.
 */
#ifndef ATELIER_DOMAIN_REPORT_ENTRY_H
#define ATELIER_DOMAIN_REPORT_ENTRY_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum report_entry_kind {
    ENTRY_FINDING = 0,
    ENTRY_QUESTION = 1,
    ENTRY_ATTENTION = 2,
    ENTRY_QUOTE = 3,
    ENTRY_RECOMMENDATION = 4,
    ENTRY_DECISION = 5,
    ENTRY_CONCLUSION = 6,
    ENTRY_REMARK = 7, /* came back after the report was sent round */
    ENTRY_KIND_COUNT
};

/* By these numbers the file knows them: they never change. */
enum report_entry_state {
    ENTRY_OPEN = 0,
    ENTRY_DONE = 1,   /* of a remark: taken up */
    ENTRY_DROPPED = 2 /* for a reason; of a remark: left out */
};

enum {
    ENTRY_INDENT_MOST = 3,
    ENTRY_TEXT_MOST = 16000, /* bytes */
};
/* How far apart the places of entries are that follow one another. */
#define ENTRY_PLACE_STEP (INT64_C(1) << 32)

struct report_entry {
    struct record head;
    int64_t meeting;
    int64_t place;
    int64_t indent; /* 0 to ENTRY_INDENT_MOST */
    enum report_entry_kind kind;
    char *text;       /* Markdown */
    int64_t workshop; /* what it is about: one of the three at most */
    int64_t item;
    int64_t project;
    int64_t owner_person; /* who is to do it: one of the two at most */
    int64_t owner_organisation;
    char *said_by; /* of a quote */
    struct date due;
    enum report_entry_state state;
    char *reason;       /* why it was dropped, or how it was done */
    int64_t settled_at; /* the meeting at which it is told that it is no longer open */
};

extern const struct choice report_entry_kinds[];  /* by enum, then { NULL } */
extern const struct choice report_entry_states[]; /* by enum, then { NULL } */
extern const struct entity report_entry_entity;

struct report_entry_list {
    struct report_entry *items;
    size_t count;
    size_t capacity;
};

void report_entry_list_clear(struct report_entry_list *list);

/* Whether it is something to be done or decided on, which is open until it is settled:
 * recommendations, decisions, remarks. */
bool report_entry_can_be_settled(enum report_entry_kind kind);

/* The word for that state: a remark is not done, it is taken up or not. */
const char *report_entry_state_word(enum report_entry_kind kind,
                                    enum report_entry_state state);

/* Whether it comes up at the next meetings of the group: recommendations, decisions. */
bool report_entry_is_carried(enum report_entry_kind kind);

/* Whether both say the same but for what settling changes: state, reason, settled_at. */
bool report_entry_says_same(const struct report_entry *a, const struct report_entry *b);

/* --- the order of a whole report: a list as it is shown */

/* The first entry behind that one which does not belong to it; list->count: none. */
size_t report_entry_block_end(const struct report_entry_list *list, size_t index);

/* The entry that comes before that one on its level or on one above; -1: none. */
int64_t report_entry_sibling_above(const struct report_entry_list *list, size_t index);

#endif
