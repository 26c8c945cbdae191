/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration.h - a person on the list of a meeting: states, acts, and who takes a seat
 */
#ifndef ATELIER_DOMAIN_REGISTRATION_H
#define ATELIER_DOMAIN_REGISTRATION_H

#include "atelier/domain/entity.h"

enum registration_state {
    REGISTRATION_INVITED,
    REGISTRATION_PENDING,
    REGISTRATION_WAITING,
    REGISTRATION_OFFERED,
    REGISTRATION_ACCEPTED,
    REGISTRATION_DECLINED,
    REGISTRATION_EXCUSED,
    REGISTRATION_REFUSED,
    REGISTRATION_LAPSED,
    REGISTRATION_WITHDRAWN,
    REGISTRATION_SUBSTITUTED,
    REGISTRATION_STATE_COUNT
};

enum registration_role {
    REGISTRATION_PARTICIPANT,
    REGISTRATION_SPEAKER,
    REGISTRATION_STAFF,
    REGISTRATION_ROLE_COUNT
};

enum registration_source {
    SOURCE_DESK,
    SOURCE_CONVENED,
    SOURCE_IMPORT,
    SOURCE_DOOR,
    SOURCE_MAIL
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
    char *sort_key; /* derived: fold_sort_key(family, given) */
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
    REGISTRATION_REVIVE /* a withdrawn, declined or excused person comes after all */
};

/*
 * The state that an act leads to, from the one table in registration_state.c.  ERROR_RULE
 * says what is possible instead.
 *
 * Who waits is accepted at once, without an offer; the caller guards the order of the
 * list (rule 4).  No act makes a registration offered, lapsed or substituted: rows with
 * these states can only be left, and who was substituted registers anew.
 */
bool registration_state_after(enum registration_state state, enum registration_act act,
                              enum registration_state *after, struct error *err);

/* Live: counted once for a person at a meeting (rule 1).  Withdrawn, declined,
 * refused, lapsed, excused and substituted are history. */
bool registration_is_live(enum registration_state state);

#endif
