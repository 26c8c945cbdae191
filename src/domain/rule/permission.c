/* SPDX-License-Identifier: GPL-3.0-or-later */
/* permission.c - what each role may do (rule 13), made from permissions.def */
#include "atelier/domain/permission.h"

#include "atelier/base/language.h"

/* The roles that have each permission, a bit each. */
static const unsigned roles[] = {
#define PERMISSION(NAME, READER, DOOR, DESK, ORGANISER, ADMINISTRATOR, REFUSAL)          \
    [NAME] = (READER) << ROLE_READER | (DOOR) << ROLE_DOOR | (DESK) << ROLE_DESK |       \
             (ORGANISER) << ROLE_ORGANISER | (ADMINISTRATOR) << ROLE_ADMINISTRATOR,
#include "atelier/domain/permissions.def"
#undef PERMISSION
};

bool
role_may(enum staff_role role, enum permission permission)
{
    return roles[permission] & 1U << role;
}

bool
permission_only_reads(enum permission permission)
{
    return permission == MAY_READ || permission == MAY_READ_DAY ||
           permission == MAY_COME_IN || permission == MAY_READ_PRIVATE ||
           permission == MAY_SEE_SESSIONS;
}

bool
permission_is_of_all_groups(enum permission permission)
{
    return permission == MAY_ADMINISTER || permission == MAY_SEE_SESSIONS;
}

bool
role_refuse(enum staff_role role, enum permission permission, struct error *err)
{
    const char *label = _(staff_roles[role].label);

    switch (permission) {
#define PERMISSION(NAME, READER, DOOR, DESK, ORGANISER, ADMINISTRATOR, REFUSAL)          \
    case NAME:                                                                           \
        return error_set(err, ERROR_RULE, _(REFUSAL), label);
#include "atelier/domain/permissions.def"
#undef PERMISSION
    case PERMISSION_COUNT:
        break;
    }
    return false;
}
