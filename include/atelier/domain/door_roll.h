/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_roll.h - who may come in at the door of a meeting, and who of them stands for what
 * is typed there
 *
 * The whole list in memory, for a letter must not wait for a database: filled by the
 * store, narrowed at every letter, kept right by the marks that are made meanwhile.
 */
#ifndef ATELIER_DOMAIN_DOOR_ROLL_H
#define ATELIER_DOMAIN_DOOR_ROLL_H

#include "atelier/domain/door_key.h"
#include "atelier/domain/presence.h"

struct door_entry {
    int64_t registration;
    int64_t person;
    char *name;         /* "Müller, Anna", as copied */
    char *organisation; /* as copied; NULL */
    enum registration_state state;
    bool expected; /* may be marked as it is; others need a seat first */
    int64_t mark;  /* id of the last mark of the slot; 0: none, or annulled */
    enum presence_kind kind;
    bool remote;
    instant at;
    instant left; /* by the marks before, though they signed since; INSTANT_NONE */
    char *by;
};

/* Which rows of registrations the roll was read from: others are to be read again. */
struct door_stamp {
    int64_t count;
    int64_t newest;
    int64_t revisions;
};

struct door_roll {
    int64_t meeting;
    int64_t slot;               /* 0: the meeting has none yet, and so no marks */
    struct door_entry *entries; /* by name, as languages sort */
    struct door_key *keys;      /* of each entry, what it is found by */
    size_t count;
    size_t capacity;
    size_t key_capacity;
    size_t *by_person; /* indexes of entries, by the id of the person */
    int64_t last_mark; /* newest mark that was read */
    struct door_stamp stamp;
    int64_t journal;      /* the act after which it was read */
    size_t *hits;         /* what was narrowed: indexes of entries, the best first */
    size_t *fitting;      /* the same in the order of the entries */
    unsigned char *ranks; /* of each entry, how well it fits: an enum fold_rank */
    size_t hit_count;
    char *typed; /* the fold of what was typed last, or NULL */
};

/* What the list has of a row; texts are borrowed. */
struct door_row {
    int64_t registration;
    int64_t person;
    const char *family;
    const char *given;
    const char *organisation;
    const char *function;
    enum registration_state state;
    bool expected;
};

void door_roll_clear(struct door_roll *roll);

/* In the order in which the list is sorted; door_roll_settle() ends it. */
void door_roll_add(struct door_roll *roll, const struct door_row *row);
void door_roll_settle(struct door_roll *roll);

/* A mark that was made in the slot: the newest of the person holds, and an annulled one
 * is none.  Of somebody else it is passed over. */
void door_roll_mark(struct door_roll *roll, int64_t person, const struct presence *mark);

/*
 * Finds for whom a text stands, as all searches do: accents and case do not matter, and
 * parts of words will do.  Where a name begins as was typed is better than where it holds
 * that somewhere; among equals those come first whom nobody has marked, then who has no
 * seat yet, and who is marked already comes last.  No text finds everybody.
 */
void door_roll_narrow(struct door_roll *roll, const char *typed);

/* The entry of that person, or registration; NULL when there is none. */
struct door_entry *door_roll_person(const struct door_roll *roll, int64_t person);
struct door_entry *door_roll_registration(const struct door_roll *roll,
                                          int64_t registration);

#endif
