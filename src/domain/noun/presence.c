/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence.c - the fields of a mark, what one row must keep to, and which may follow
 * which
 */
#include "atelier/domain/presence.h"

#include "atelier/base/language.h"
#include "noun/noun_table.h"

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
        .help = N_("e.g. door, sheet"),
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
    .another = N_("New mark of presence"),
    ENTITY_OF(struct presence, fields),
    .check = presence_check,
    .title = presence_title,
};

bool
presence_is_expected(const struct registration *registration,
                     const struct seat_rule *rule)
{
    return registration->state == REGISTRATION_ACCEPTED ||
           rule->takes[registration->state][registration->role];
}

/* Whether the mark says that the person was there. */
static bool
was_there(enum presence_kind kind)
{
    return kind == PRESENCE_PRESENT || kind == PRESENCE_LEFT || kind == PRESENCE_SIGNED;
}

static bool
follow_nothing(enum presence_kind kind, struct error *err)
{
    if (kind == PRESENCE_ANNULLED)
        return error_set(err, ERROR_RULE,
                         _("This person has no mark in this slot: there is nothing to "
                           "annul."));
    if (kind == PRESENCE_LEFT)
        return error_set_field(err, ERROR_RULE, "kind",
                               _("Nobody has seen this person come; mark them present "
                                 "first."));
    return true;
}

enum presence_verdict
presence_follow(const struct presence *last, enum presence_kind kind, struct error *err)
{
    if (last == NULL || last->head.id == 0 || last->kind == PRESENCE_ANNULLED)
        return follow_nothing(kind, err) ? PRESENCE_WRITTEN : PRESENCE_REFUSED;
    if (last->kind == kind || (last->kind == PRESENCE_SIGNED && kind == PRESENCE_PRESENT))
        return PRESENCE_UNCHANGED;
    if (kind == PRESENCE_ANNULLED)
        return PRESENCE_WRITTEN;
    if (kind == PRESENCE_LEFT && !was_there(last->kind))
        return follow_nothing(kind, err) ? PRESENCE_WRITTEN : PRESENCE_REFUSED;
    if (was_there(last->kind) && !was_there(kind)) {
        error_set_field(err, ERROR_RULE, "kind",
                        _("%s has marked this person as there; annul that mark first."),
                        last->by != NULL ? last->by : "");
        return PRESENCE_REFUSED;
    }
    return PRESENCE_WRITTEN;
}
