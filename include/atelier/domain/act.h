/* SPDX-License-Identifier: GPL-3.0-or-later */
/* act.h - what a person can do: the acts that the journal holds, one line each in
 * acts.def
 */
#ifndef ATELIER_DOMAIN_ACT_H
#define ATELIER_DOMAIN_ACT_H

#include "atelier/domain/entity.h"
#include "atelier/domain/permission.h"

enum act {
#define ACT(NAME, STORED, PERMISSION, WORDS) ACT_##NAME,
#define NOUN_ACTS(NOUN, STORED, PERMISSION, ADDED, CHANGED, REMOVED)                     \
    ACT_##NOUN##_ADD, ACT_##NOUN##_CHANGE, ACT_##NOUN##_REMOVE,
#include "atelier/domain/acts.def"
#undef ACT
#undef NOUN_ACTS
    ACT_COUNT
};

/* Name and words of each act, in the order of the enum. */
extern const struct choice journal_acts[];

/* As it is stored: "registration.accept"; stable, for scripts. */
const char *act_name(enum act act);

/* An older or newer program may have stored acts that this one does not know. */
bool act_find(const char *name, enum act *act);

/* For an act that is known only when the program runs; else ACT_ROOM_ADD_NEEDS. */
enum permission act_permission(enum act act);

/* Whether a rule does it with a freed seat, beside what somebody did. */
bool act_gives_seat(enum act act);

/* What is done to a row of any noun; its three acts follow each other in this order. */
enum act_verb { VERB_ADD, VERB_CHANGE, VERB_REMOVE };

/* "room.add" for a room; the settings are only changed. */
enum act act_of(enum entity_kind noun, enum act_verb verb);

/* The permission that writing a row of this noun needs. */
enum permission permission_to_write(enum entity_kind noun);

#endif
