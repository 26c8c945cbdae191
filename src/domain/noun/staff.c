/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff.c - the fields of a colleague */
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

    if (staff->login && (strpbrk(staff->login, " :/,") || strlen(staff->login) > 64))
        return error_set_field(
            err, ERROR_INPUT, "login",
            _("“%s” is not a login; write it as the system does, without spaces."),
            staff->login);
    return true;
}

static void
staff_title(const void *record, struct buffer *buffer)
{
    const struct staff *staff = record;

    buffer_add(buffer, staff->name ? staff->name : staff->login);
}

static const struct unique uniques[] = {
    { "staff.login", "login", N_("This login is staff already.") },
    { 0 },
};

const struct entity staff_entity = {
    .kind = ENTITY_STAFF,
    .number = 13,
    .name = "staff",
    .label = N_("Colleague"),
    .plural = N_("Staff"),
    .another = N_("New colleague"),
    ENTITY_OF(struct staff, fields),
    .groupless = true,
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

/* --- its lists */

static const struct column staff_columns[] = {
    COLUMN("login", N_("Login"), FIELD_TEXT, 20, 32, 1),
    COLUMN("name", N_("Name"), FIELD_TEXT, 24, 0, 1),
    CHOICE("role", N_("Role"), staff_roles, 15, 1),
    /* For which alone the role counts. */
    COLUMN("groups", N_("For"), FIELD_TEXT, 12, 30, 2),
};

const struct listing staff_listing = {
    .kind = LISTING_STAFF,
    LISTING_OF(staff_columns),
    .can_search = true,
};
