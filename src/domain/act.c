/* SPDX-License-Identifier: GPL-3.0-or-later */
/* act.c - names, words and permissions of the acts, made from acts.def */
#include "atelier/domain/act.h"

#include <assert.h>

#include "atelier/base/language.h"

const struct choice journal_acts[] = {
#define ACT(NAME, STORED, PERMISSION, WORDS) [ACT_##NAME] = { STORED, WORDS },
#define NOUN_ACTS(NOUN, STORED, PERMISSION, ADDED, CHANGED, REMOVED)                     \
    [ACT_##NOUN##_ADD] = { STORED ".add", ADDED },                                       \
    [ACT_##NOUN##_CHANGE] = { STORED ".change", CHANGED },                               \
    [ACT_##NOUN##_REMOVE] = { STORED ".remove", REMOVED },
#include "atelier/domain/acts.def"
#undef ACT
#undef NOUN_ACTS
    [ACT_COUNT] = { NULL, NULL },
};

static const enum permission permissions[] = {
#define ACT(NAME, STORED, PERMISSION, WORDS) [ACT_##NAME] = ACT_##NAME##_NEEDS,
#define NOUN_ACTS(NOUN, STORED, PERMISSION, ADDED, CHANGED, REMOVED)                     \
    [ACT_##NOUN##_ADD] = ACT_##NOUN##_ADD_NEEDS,                                         \
    [ACT_##NOUN##_CHANGE] = ACT_##NOUN##_CHANGE_NEEDS,                                   \
    [ACT_##NOUN##_REMOVE] = ACT_##NOUN##_REMOVE_NEEDS,
#include "atelier/domain/acts.def"
#undef ACT
#undef NOUN_ACTS
};

static const enum act first_acts[] = {
#define ACT(NAME, STORED, PERMISSION, WORDS)
#define NOUN_ACTS(NOUN, STORED, PERMISSION, ADDED, CHANGED, REMOVED)                     \
    [ENTITY_##NOUN] = ACT_##NOUN##_ADD,
#include "atelier/domain/acts.def"
#undef ACT
#undef NOUN_ACTS
};

_Static_assert(sizeof(first_acts) / sizeof(first_acts[0]) == ENTITY_COUNT,
               "every noun has its line in acts.def");

const char *
act_name(enum act act)
{
    assert(act < ACT_COUNT);
    return journal_acts[act].name;
}

bool
act_find(const char *name, enum act *act)
{
    int found = choice_find(journal_acts, name);
    if (found >= 0)
        *act = (enum act)found;
    return found >= 0;
}

enum permission
act_permission(enum act act)
{
    assert(act < ACT_COUNT);
    return permissions[act];
}

bool
act_gives_seat(enum act act)
{
    return act == ACT_REGISTRATION_PROMOTE || act == ACT_WORKSHOP_PROMOTE;
}

enum act
act_of(enum entity_kind noun, enum act_verb verb)
{
    if (noun == ENTITY_COUNT)
        return ACT_SETTINGS_CHANGE;
    return first_acts[noun] + (enum act)verb;
}

enum permission
permission_to_write(enum entity_kind noun)
{
    return act_permission(act_of(noun, VERB_CHANGE));
}
