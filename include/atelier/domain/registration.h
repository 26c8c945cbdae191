/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration.h - a person on the list of a meeting: states, acts, and who takes a seat
 */
#ifndef ATELIER_DOMAIN_REGISTRATION_H
#define ATELIER_DOMAIN_REGISTRATION_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum registration_state {
    REGISTRATION_INVITED = 0,
    REGISTRATION_PENDING = 1,
    REGISTRATION_WAITING = 2,
    REGISTRATION_OFFERED = 3,
    REGISTRATION_ACCEPTED = 4,
    REGISTRATION_DECLINED = 5,
    REGISTRATION_EXCUSED = 6,
    REGISTRATION_REFUSED = 7,
    REGISTRATION_LAPSED = 8,
    REGISTRATION_WITHDRAWN = 9,
    REGISTRATION_SUBSTITUTED = 10,
    REGISTRATION_STATE_COUNT
};

/* By these numbers the file knows them: they never change. */
enum registration_role {
    REGISTRATION_PARTICIPANT = 0,
    REGISTRATION_SPEAKER = 1,
    REGISTRATION_STAFF = 2,
    REGISTRATION_ROLE_COUNT
};

/* By these numbers the file knows them: they never change. */
enum registration_source {
    SOURCE_DESK = 0,
    SOURCE_CONVENED = 1,
    SOURCE_IMPORT = 2,
    SOURCE_DOOR = 3,
    SOURCE_MAIL = 4
};

struct registration {
    struct record head;
    int64_t meeting;
    int64_t person;
    int64_t organisation;
    char *family; /* this and what follows to category: as it was then (rule 7) */
    char *given;
    char *organisation_name;
    char *function;
    int64_t category;
    enum registration_role role;
    enum registration_state state;
    enum registration_state previous_state;
    enum registration_source source;
    int64_t rank; /* on the waiting list */
    instant offer_until;
    int64_t substitute_for; /* a registration */
    char *excuse;
    char *note;
    char *sort_key;       /* derived: fold_sort_key(family, given) */
    int64_t ics_sequence; /* how often what the person's calendar says has changed;
                           * NUMBER_NONE: never */
};

extern const struct choice registration_states[];
extern const struct choice registration_roles[];
extern const struct choice registration_sources[];
extern const struct entity registration_entity;

enum registration_act {
    REGISTRATION_ACCEPT,
    REGISTRATION_DECLINE,
    REGISTRATION_EXCUSE,
    REGISTRATION_REFUSE,
    REGISTRATION_WITHDRAW,
    REGISTRATION_REVIVE,    /* a withdrawn, declined or excused person comes after all */
    REGISTRATION_SUBSTITUTE /* somebody else comes in their place, see substitute.h */
};

/*
 * The state that an act leads to, from the one table in registration_state.c.  ERROR_RULE
 * says what is possible instead.
 *
 * Who waits is accepted at once, without an offer; the caller guards the order of the
 * list (rule 4).  No act makes a registration offered or lapsed: rows with these states
 * can only be left.  Who was substituted registers anew.
 */
bool registration_state_after(enum registration_state state, enum registration_act act,
                              enum registration_state *after, struct error *err);

/* Live: counted once for a person at a meeting (rule 1).  Withdrawn, declined,
 * refused, lapsed, excused and substituted are history. */
bool registration_is_live(enum registration_state state);

/* What a person's calendar says of the meeting. */
enum registration_status {
    REGISTRATION_STATUS_NONE,
    REGISTRATION_STATUS_TENTATIVE,
    REGISTRATION_STATUS_CONFIRMED
};

/* Nothing of who waits: nobody takes a train for a place on a list. */
enum registration_status registration_status(enum registration_state state);

/* Rule 8: a person's event prints the meeting's SEQUENCE and the registration's own,
 * which rises here when what the calendar says does. */
void registration_count_change(enum registration_state before,
                               struct registration *after);

#endif
