/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence.c - the fields of a mark, and what one row must keep to */
#include "atelier/domain/presence.h"

#include "atelier/base/language.h"
#include "noun.h"

const struct choice presence_kinds[] = {
    [PRESENCE_PRESENT] = { "present", N_("present") },
    [PRESENCE_LEFT] = { "left", N_("left") },
    [PRESENCE_SIGNED] = { "signed", N_("signed") },
    [PRESENCE_EXCUSED] = { "excused", N_("excused") },
    [PRESENCE_ABSENT] = { "absent", N_("absent") },
    [PRESENCE_ANNULLED] = { "annulled", N_("annulled") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct presence, registration),
        .label = N_("Registration"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED,
        .refers_to = ENTITY_REGISTRATION,
    },
    {
        FIELD_OF(struct presence, slot),
        .label = N_("Slot"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED,
        .refers_to = ENTITY_SLOT,
    },
    {
        FIELD_OF(struct presence, kind),
        .label = N_("Presence"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN,
        .choices = presence_kinds,
    },
    {
        FIELD_OF(struct presence, at),
        .label = N_("Marked at"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_REQUIRED | FIELD_DERIVED,
    },
    {
        FIELD_OF(struct presence, by),
        .label = N_("Marked by"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct presence, means),
        .label = N_("Means"),
        .help = N_("door, sheet"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct presence, reason),
        .label = N_("Reason"),
        .kind = FIELD_TEXT,
    },
};

static bool
presence_check(const void *record, struct error *err)
{
    const struct presence *presence = record;

    if (presence->kind == PRESENCE_ANNULLED && presence->reason == NULL)
        return error_set_field(err, ERROR_RULE, "reason",
                               _("A mark is annulled for a reason; say which."));
    return true;
}

static void
presence_title(const void *record, struct buffer *buffer)
{
    const struct presence *presence = record;

    buffer_add(buffer, _(presence_kinds[presence->kind].label));
}

const struct entity presence_entity = {
    .kind = ENTITY_PRESENCE,
    .name = "presence",
    .label = N_("Mark of presence"),
    .plural = N_("Marks of presence"),
    ENTITY_OF(struct presence, fields),
    .check = presence_check,
    .title = presence_title,
};
