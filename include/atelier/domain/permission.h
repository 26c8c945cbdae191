/* SPDX-License-Identifier: GPL-3.0-or-later */
/* permission.h - what each role may do (rule 13), one line a permission in
 * permissions.def
 */
#ifndef ATELIER_DOMAIN_PERMISSION_H
#define ATELIER_DOMAIN_PERMISSION_H

#include "atelier/domain/staff.h"

enum permission {
#define PERMISSION(NAME, READER, DOOR, DESK, ORGANISER, ADMINISTRATOR, REFUSAL) NAME,
#include "atelier/domain/permissions.def"
#undef PERMISSION
    PERMISSION_COUNT,

/* What each act needs, ACT_MEETING_CANCEL_NEEDS: acts.def alone says which permission
 * it is, and whoever writes MAY_PLAN instead says it again. */
#define ACT(NAME, STORED, PERMISSION, WORDS) ACT_##NAME##_NEEDS = (PERMISSION),
#define NOUN_ACTS(NOUN, STORED, PERMISSION, ADDED, CHANGED, REMOVED)                     \
    ACT_##NOUN##_ADD_NEEDS = (PERMISSION), ACT_##NOUN##_CHANGE_NEEDS = (PERMISSION),     \
    ACT_##NOUN##_REMOVE_NEEDS = (PERMISSION),
#include "atelier/domain/acts.def"
#undef ACT
#undef NOUN_ACTS
};

bool role_may(enum staff_role role, enum permission permission);

/* Whether nothing is written into the database by it. */
bool permission_only_reads(enum permission permission);

/* Whether it is about all of the office, so that a role that counts for single groups
 * does not do. */
bool permission_is_of_all_groups(enum permission permission);

/* Sets ERROR_RULE: who may not do what, and whom to ask.  Returns false. */
bool role_refuse(enum staff_role role, enum permission permission, struct error *err);

#endif
