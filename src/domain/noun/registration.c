/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration.c - the fields of a registration */
#include "atelier/domain/registration.h"

#include "atelier/base/language.h"
#include "noun/noun_table.h"

const struct choice registration_states[] = {
    [REGISTRATION_INVITED] = { "invited", N_("invited") },
    [REGISTRATION_PENDING] = { "pending", N_("pending") },
    [REGISTRATION_WAITING] = { "waiting", N_("waiting") },
    [REGISTRATION_OFFERED] = { "offered", N_("offered") },
    [REGISTRATION_ACCEPTED] = { "accepted", N_("accepted") },
    [REGISTRATION_DECLINED] = { "declined", N_("declined") },
    [REGISTRATION_EXCUSED] = { "excused", N_("excused") },
    [REGISTRATION_REFUSED] = { "refused", N_("refused") },
    [REGISTRATION_LAPSED] = { "lapsed", N_("lapsed") },
    [REGISTRATION_WITHDRAWN] = { "withdrawn", N_("withdrawn") },
    [REGISTRATION_SUBSTITUTED] = { "substituted", N_("substituted") },
    [REGISTRATION_STATE_COUNT] = { NULL, NULL },
};

const struct choice registration_roles[] = {
    [REGISTRATION_PARTICIPANT] = { "participant", N_("participant") },
    [REGISTRATION_SPEAKER] = { "speaker", N_("speaker") },
    [REGISTRATION_STAFF] = { "staff", N_("staff") },
    [REGISTRATION_ROLE_COUNT] = { NULL, NULL },
};

const struct choice registration_sources[] = {
    [SOURCE_DESK] = { "desk", N_("desk") },
    [SOURCE_CONVENED] = { "convened", N_("convened") },
    [SOURCE_IMPORT] = { "import", N_("import") },
    [SOURCE_DOOR] = { "door", N_("door") },
    [SOURCE_MAIL] = { "mail", N_("mail") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct registration, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct registration, person),
        .label = N_("Person"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct registration, organisation),
        .label = N_("Organisation"),
        .help = N_("for which the person comes"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_ORGANISATION,
    },
    {
        FIELD_OF(struct registration, family),
        .label = N_("Family name"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct registration, given),
        .label = N_("Given name"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct registration, organisation_name),
        .label = N_("Name of the organisation"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct registration, function),
        .label = N_("Function"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct registration, category),
        .label = N_("Category"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_CATEGORY,
    },
    {
        FIELD_OF(struct registration, role),
        .label = N_("Role"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN,
        .choices = registration_roles,
    },
    {
        FIELD_OF(struct registration, state),
        .label = N_("State"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED,
        .choices = registration_states,
    },
    {
        FIELD_OF(struct registration, previous_state),
        .label = N_("Previous state"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
        .choices = registration_states,
    },
    {
        FIELD_OF(struct registration, source),
        .label = N_("Source"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED,
        .choices = registration_sources,
    },
    {
        FIELD_OF(struct registration, rank),
        .label = N_("Rank"),
        .help = N_("on the waiting list"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct registration, offer_until),
        .label = N_("Offer until"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct registration, substitute_for),
        .label = N_("Substitute for"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_DERIVED,
        .refers_to = ENTITY_REGISTRATION,
    },
    {
        FIELD_OF(struct registration, excuse),
        .label = N_("Excuse"),
        .help = N_("why the person does not come"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct registration, note),
        .label = N_("Note"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct registration, sort_key),
        .label = N_("Sort key"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
};

static void
registration_title(const void *record, struct buffer *buffer)
{
    const struct registration *registration = record;

    buffer_add(buffer, registration->family);
    if (registration->given != NULL) {
        buffer_add(buffer, registration->family != NULL ? ", " : "");
        buffer_add(buffer, registration->given);
    }
}

const struct entity registration_entity = {
    .kind = ENTITY_REGISTRATION,
    .name = "registration",
    .label = N_("Registration"),
    .plural = N_("Registrations"),
    .another = N_("New registration"),
    ENTITY_OF(struct registration, fields),
    .title = registration_title,
};
