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
    PERMISSION_COUNT
};

bool role_may(enum staff_role role, enum permission permission);

/* Sets ERROR_RULE: who may not do what, and whom to ask.  Returns false. */
bool role_refuse(enum staff_role role, enum permission permission, struct error *err);

#endif
