/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff.c - the fields of a colleague, and what each role may do (rule 13) */
#include "atelier/domain/staff.h"

#include <string.h>

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice staff_roles[] = {
    [ROLE_READER] = { "reader", N_("reader") },
    [ROLE_DOOR] = { "door", N_("door") },
    [ROLE_DESK] = { "desk", N_("desk") },
    [ROLE_ORGANISER] = { "organiser", N_("organiser") },
    [ROLE_ADMINISTRATOR] = { "administrator", N_("administrator") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct staff, login),
        .label = N_("Login"),
        .help = N_("the name with which the colleague logs in to this computer"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct staff, name),
        .label = N_("Name"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct staff, role),
        .label = N_("Role"),
        .help = N_("what the colleague may do"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN,
        .choices = staff_roles,
    },
};

static bool
staff_check(const void *record, struct error *err)
{
    const struct staff *staff = record;

    if (staff->login != NULL &&
        (strpbrk(staff->login, " :/,") != NULL || strlen(staff->login) > 64))
        return error_set_field(
            err, ERROR_INPUT, "login",
            _("“%s” is no login; write it as the system does, without spaces."),
            staff->login);
    return true;
}

static void
staff_title(const void *record, struct buffer *buffer)
{
    const struct staff *staff = record;

    buffer_add(buffer, staff->name != NULL ? staff->name : staff->login);
}

static const struct unique uniques[] = {
    { "staff.login", "login", N_("This login is staff already.") },
    { 0 },
};

const struct entity staff_entity = {
    .kind = ENTITY_STAFF,
    .name = "staff",
    .label = N_("Colleague"),
    .plural = N_("Staff"),
    .another = N_("New colleague"),
    ENTITY_OF(struct staff, fields),
    .check = staff_check,
    .title = staff_title,
    .listing = LISTING_STAFF,
    .named_by = "login",
    .unknown_id =
        N_("No member of staff has the id %s.  “atelier staff list” shows them."),
    .unknown_name =
        N_("No member of staff has the login “%s”.  “atelier staff list” shows them."),
    .uniques = uniques,
};

/* Each role may what the one before it may, and more: a permission belongs to
 * a role and to all above it. */
static enum staff_role
lowest_role(enum permission permission)
{
    switch (permission) {
    case MAY_READ:
        return ROLE_READER;
    case MAY_MARK:
        return ROLE_DOOR;
    case MAY_REGISTER:
    case MAY_IMPORT:
        return ROLE_DESK;
    case MAY_PLAN:
    case MAY_OVERBOOK:
        return ROLE_ORGANISER;
    case MAY_ADMINISTER:
        break;
    }
    return ROLE_ADMINISTRATOR;
}

bool
role_may(enum staff_role role, enum permission permission)
{
    return role >= lowest_role(permission);
}

enum permission
permission_to_write(enum entity_kind kind)
{
    switch (kind) {
    case ENTITY_PRESENCE:
        return MAY_MARK;
    case ENTITY_ORGANISATION:
    case ENTITY_PERSON:
    case ENTITY_AFFILIATION:
    case ENTITY_REGISTRATION:
        return MAY_REGISTER;
    case ENTITY_WORKING_GROUP:
    case ENTITY_MEMBERSHIP:
    case ENTITY_VENUE:
    case ENTITY_ROOM:
    case ENTITY_MEETING:
    case ENTITY_SLOT:
        return MAY_PLAN;
    case ENTITY_CATEGORY:
    case ENTITY_STAFF:
    case ENTITY_COUNT: /* the settings */
        break;
    }
    return MAY_ADMINISTER;
}

bool
role_refuse(enum staff_role role, enum permission permission, struct error *err)
{
    const char *label = _(staff_roles[role].label);

    switch (permission) {
    case MAY_READ:
        return error_set(err, ERROR_RULE,
                         _("The role “%s” may not read; ask an administrator."), label);
    case MAY_MARK:
        return error_set(
            err, ERROR_RULE,
            _("The role “%s” may not mark who is present; ask an administrator."), label);
    case MAY_REGISTER:
        return error_set(
            err, ERROR_RULE,
            _("The role “%s” may not register or change people; ask the desk."), label);
    case MAY_IMPORT:
        return error_set(err, ERROR_RULE,
                         _("The role “%s” may not import; ask the desk."), label);
    case MAY_PLAN:
        return error_set(
            err, ERROR_RULE,
            _("The role “%s” may not plan groups and meetings; ask an organiser."),
            label);
    case MAY_OVERBOOK:
        return error_set(err, ERROR_RULE,
                         _("The role “%s” may not overbook a meeting; ask an organiser."),
                         label);
    case MAY_ADMINISTER:
        break;
    }
    return error_set(err, ERROR_RULE,
                     _("The role “%s” may not administer; ask an administrator."), label);
}

/* --- its lists */

static const struct column staff_columns[] = {
    COLUMN("login", N_("Login"), FIELD_TEXT, 20, 32, 1),
    COLUMN("name", N_("Name"), FIELD_TEXT, 36, 0, 1),
    CHOICE("role", N_("Role"), staff_roles, 15, 1),
};

const struct listing staff_listing = {
    .kind = LISTING_STAFF,
    LISTING_OF(staff_columns),
};
