/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership.c - the fields of a membership, and the days on which it holds */
#include "atelier/domain/membership.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice membership_roles[] = {
    [MEMBERSHIP_MEMBER] = { "member", N_("member") },
    [MEMBERSHIP_CHAIR] = { "chair", N_("chair") },
    [MEMBERSHIP_ALTERNATE] = { "alternate", N_("alternate") },
    [MEMBERSHIP_OBSERVER] = { "observer", N_("observer") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct membership, group),
        .label = N_("Working group"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_WORKING_GROUP,
    },
    {
        FIELD_OF(struct membership, person),
        .label = N_("Person"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct membership, organisation),
        .label = N_("Organisation"),
        .help = N_("for which the person sits in the group"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_ORGANISATION,
    },
    {
        FIELD_OF(struct membership, role),
        .label = N_("Role"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN,
        .choices = membership_roles,
    },
    {
        FIELD_OF(struct membership, alternate_of),
        .label = N_("Alternate of"),
        .help = N_("the member whom an alternate stands in for"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct membership, from),
        .label = N_("From"),
        .help = N_("the first day, if known"),
        .kind = FIELD_DATE,
    },
    {
        FIELD_OF(struct membership, to),
        .label = N_("Until"),
        .help = N_("the last day, once it is known"),
        .kind = FIELD_DATE,
    },
};

static bool
membership_check(const void *record, struct error *err)
{
    const struct membership *membership = record;

    if (!PERIOD_IS_ORDERED(membership))
        return error_set_field(
            err, ERROR_RULE, "to",
            _("The last day is before the first; correct one of them."));
    if (membership->alternate_of == 0)
        return true;
    if (membership->role != MEMBERSHIP_ALTERNATE)
        return error_set_field(err, ERROR_RULE, "alternate_of",
                               _("Only an alternate stands in for a member; change the "
                                 "role or leave it empty."));
    if (membership->alternate_of == membership->person)
        return error_set_field(
            err, ERROR_RULE, "alternate_of",
            _("Nobody is their own alternate; choose another member."));
    return true;
}

/* The person's name is in another row: who needs it puts it in front. */
static void
membership_title(const void *record, struct buffer *buffer)
{
    const struct membership *membership = record;

    buffer_add(buffer, _(membership_roles[membership->role].label));
}

const struct entity membership_entity = {
    .kind = ENTITY_MEMBERSHIP,
    .number = 6,
    .name = "membership",
    .label = N_("Membership"),
    .plural = N_("Memberships"),
    .another = N_("New member"),
    ENTITY_OF(struct membership, fields),
    .check = membership_check,
    .title = membership_title,
    .listing = LISTING_MEMBERSHIP,
    .only_by_id = true,
};

void
membership_list_clear(struct membership_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&membership_entity, &list->items[i]);
    free(list->items);
    *list = (struct membership_list){ 0 };
}

/* --- its lists */

static void
add_came(const char *came, const char *of, struct buffer *buffer)
{
    const unsigned long meetings = strtoul(of, NULL, 10);

    /* TRANSLATORS: how often a member came: 4 of 6 meetings */
    buffer_addf(buffer, ngettext("%s of %s meeting", "%s of %s meetings", meetings), came,
                of);
}

static const struct column membership_columns[] = {
    HIDDEN("group", FIELD_REFERENCE),
    TYPED("person"),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 16, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 12, 24, 1),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 18, 0, 1),
    CHOICE("role", N_("Role"), membership_roles, 11, 1),
    HIDDEN("alternate_of", FIELD_REFERENCE),
    COLUMN("alternate_of_name", N_("Alternate of"), FIELD_TEXT, 18, 28, 6),
    DAY("from", N_("From"), 5),
    DAY("to", N_("Until"), 5),
    COLUMN("email", N_("E-mail"), FIELD_EMAIL, 24, 36, 5),
    /* To how many of the group's last meetings, of how many. */
    { .name = "came",
      .label = N_("Came"),
      .kind = FIELD_NUMBER,
      .width = 4,
      .most = 4,
      .priority = 2,
      .with_next = add_came },
    COUNT("came_of", N_("Held"), 4, 2),
};

const struct listing membership_listing = {
    .kind = LISTING_MEMBERSHIP,
    LISTING_OF(membership_columns),
    .can_search = true,
};
