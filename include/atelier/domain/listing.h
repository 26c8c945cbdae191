/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing.h - a page of rows as lists show them, and the columns they have
 *
 * A listing is a window onto the database: whoever shows it asks for the rows
 * after or before a key, never for a row number, so a million rows cost what
 * forty do.  Screens, `list` commands and JSON read the same listings.
 */
#ifndef ATELIER_DOMAIN_LISTING_H
#define ATELIER_DOMAIN_LISTING_H

#include "atelier/domain/field.h"

enum listing_kind {
#define LISTING(KIND, name) LISTING_##KIND,
#include "atelier/domain/listings.def"
#undef LISTING
    LISTING_COUNT
};

struct column {
    const char *name;  /* JSON key */
    const char *label; /* N_(), heads the column; NULL: never seen by people */
    enum field_kind kind;
    const struct choice *choices;
    int width;     /* columns it would like on a terminal of 80 */
    int most;      /* may grow to this when there is room; 0: no limit */
    int priority;  /* 1 is always shown; larger ones go first when it is narrow; 0: JSON,
                      and with a label beside the list too, where a row is in full */
    bool is_typed; /* the id by which commands know the row: the person's */
    bool is_own_label; /* somebody's own words: shown as they are */
    bool is_seldom;    /* has no room where no row has it */
    bool is_private;   /* FIELD_PRIVATE of a person: blank for who may not read it */
    /* Adds a canonical text in words; NULL: as its kind is written. */
    void (*words)(const char *canonical, struct buffer *buffer);
    /* Where a row stands in full, the cell and the next one in one sentence, which the
     * next column then does not tell again; NULL, or a cell without the other: each by
     * itself. */
    void (*with_next)(const char *cell, const char *next, struct buffer *buffer);
};

struct listing {
    enum listing_kind kind;
    const struct column *columns;
    size_t column_count;
    const struct choice *orders; /* the usual one first; NULL: only one */
    bool can_search;             /* obeys listing_query.search */
};

const struct listing *listing_get(enum listing_kind kind);

/* Adds what a cell says where its row stands in full, in one sentence with the next; true
 * and nothing when the one before told it.  False: it is told by itself. */
bool listing_add_with_next(const struct listing *listing, size_t column,
                           char *const cells[], struct buffer *buffer);

struct statistics_part;

/* Instead of states: those of the list alone who are to answer something still. */
#define LISTING_UNANSWERED (1U << 31)

enum { LISTING_TIMES = 3 };

/* A word that is also the name of a time, 2026; none is empty. */
struct listing_time {
    char word[8];
    instant since, until;
};

struct listing_query {
    enum listing_kind kind;
    int64_t scope;  /* id, where the kind has one */
    int entity;     /* LISTING_ROW_JOURNAL: enum entity_kind of the scope */
    int order;      /* index into orders */
    int sort;       /* instead, by that column, numbered from 1; 0: not.  One that is
                       private or not shown is none */
    bool reversed;  /* that order, or the usual one, backwards */
    bool history;   /* also rows that are no longer live: withdrawn, ended, merged */
    int64_t person; /* LISTING_PRESENCE: of this person only; 0: of all */
    int64_t slot;   /* LISTING_PRESENCE: in this slot only; 0: in all.
                     * LISTING_REGISTRATION: whose marks are shown; 0: the last */
    instant
        from; /* LISTING_MEETING_TO_COME, LISTING_AGENDA, LISTING_GROUP_MEETING; 0: all */
    instant now;        /* for the next meeting of a group */
    struct date today;  /* of posts and memberships; app sets both */
    unsigned states;    /* Where rows have a state: in one of these alone, a bit a state,
                           also those that are no longer live; 0: in any; of
                           LISTING_REGISTRATION also LISTING_UNANSWERED */
    const char *search; /* words as typed, or NULL; folded by the store */
    instant since;      /* LISTING_JOURNAL, LISTING_ROW_JOURNAL: of acts from then on, */
    instant until;      /* before then; 0: of all.  app sets both where days are typed */
    struct listing_time times[LISTING_TIMES]; /* the same kinds: those of the words that
                                                 are years, too; app sets them */
    const char *people; /* LISTING_AGENDA: ids of those whom the words find, as JSON, or
                           NULL; app sets it */
    bool by_phone;      /* digits find people by their telephone, too; app sets it */
    const struct statistics_part *counted; /* LISTING_COUNTED: borrowed */
    bool brief; /* LISTING_MEETING_TO_COME: of start, zone, group, title, state and seats
                   alone, LISTING_JOURNAL: of at, staff, act and summary alone; the other
                   cells are empty */
};

/* Where a row stands in its listing's order.  Opaque to all but the store. */
struct listing_key {
    char *text;
    int64_t number;
    int64_t id;
};

struct listing_row {
    int64_t id;
    struct listing_key key;
    char **cells; /* one a column, canonical text (field_format) or NULL */
};

struct listing_page {
    struct listing_row *rows; /* always in the listing's order */
    size_t count;
    size_t column_count;
    bool more_before; /* there are rows before the first */
    bool more_after;
};

enum listing_direction {
    LISTING_FIRST, /* the first rows; the key is ignored */
    LISTING_LAST,  /* the last rows */
    LISTING_FROM,  /* from the key on, the row at the key included */
    LISTING_AFTER,
    LISTING_BEFORE /* the rows just before the key */
};

void listing_page_clear(struct listing_page *page);
void listing_key_copy(struct listing_key *to, const struct listing_key *from);
void listing_key_clear(struct listing_key *key);

#endif
