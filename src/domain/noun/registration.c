/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration.c - the fields of a registration */
#include "atelier/domain/registration.h"

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/whole_name.h"
#include "listing_column.h"
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
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct registration, person),
        .label = N_("Person"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_CONCERNS,
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
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
        .choices = registration_states,
    },
    {
        FIELD_OF(struct registration, previous_state),
        .label = N_("Previous state"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_TOGETHER,
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
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct registration, offer_until),
        .label = N_("Offer until"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
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
        .flags = FIELD_TOGETHER | FIELD_PRIVATE,
    },
    {
        FIELD_OF(struct registration, note),
        .label = N_("Note"),
        .kind = FIELD_TEXT,
        .flags = FIELD_PRIVATE,
    },
    {
        FIELD_OF(struct registration, sort_key),
        .label = N_("Sort key"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_COMPUTED,
    },
    {
        FIELD_OF(struct registration, ics_sequence),
        .label = N_("Calendar sequence"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_COUNTED,
    },
};

static void
registration_title(const void *record, struct buffer *buffer)
{
    const struct registration *registration = record;

    whole_name_add_listed(registration->family, registration->given, buffer);
}

static const struct unique uniques[] = {
    { "registration.person, registration.meeting", "person",
      N_("This person is on the list already.") },
    { 0 },
};

static bool
is_live(const void *record)
{
    return registration_is_live(((const struct registration *)record)->state);
}

static const struct mark marks[] = {
    { "live", is_live },
    { 0 },
};

const struct entity registration_entity = {
    .kind = ENTITY_REGISTRATION,
    .number = 11,
    .name = "registration",
    .label = N_("Registration"),
    .plural = N_("Registrations"),
    .another = N_("New registration"),
    ENTITY_OF(struct registration, fields),
    .title = registration_title,
    .marks = marks,
    .listing = LISTING_REGISTRATION,
    .only_by_id = true,
    .needed =
        N_("This registration was seen at a meeting, so it stays.  Withdraw it instead."),
    .uniques = uniques,
};

/* --- its lists */

/* The id is the registration's. */
static const struct column person_meeting_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    MOMENT("start", N_("Date"), 1),
    ELSEWHERE("zone"),
    HIDDEN("group", FIELD_REFERENCE),
    COLUMN("group_code", N_("Group"), FIELD_TEXT, 8, 12, 1),
    COLUMN("title", N_("Title"), FIELD_TEXT, 26, 0, 1),
    CHOICE("meeting_state", N_("Meeting"), meeting_states, 10, 3),
    CHOICE("role", N_("Role"), registration_roles, 11, 4),
    CHOICE("state", N_("State"), registration_states, 11, 1),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 22, 34, 5),
    CHOICE("presence", N_("Presence"), presence_at_meetings, 9, 2),
    HIDDEN("end_at", FIELD_INSTANT),
};

const struct listing person_meeting_listing = {
    .kind = LISTING_PERSON_MEETING,
    LISTING_OF(person_meeting_columns),
    .can_search = true,
};

static const struct column registration_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    TYPED("person"),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 16, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 12, 24, 1),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 18, 0, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 18, 36, 5),
    HIDDEN("category", FIELD_REFERENCE),
    COLUMN("category_name", N_("Category"), FIELD_TEXT, 13, 24, 2),
    CHOICE("role", N_("Role"), registration_roles, 11, 4),
    CHOICE("state", N_("State"), registration_states, 11, 1),
    HIDDEN("substitute_for", FIELD_REFERENCE),
    HIDDEN("substitute_name", FIELD_TEXT),
    HIDDEN("replaced_by_name", FIELD_TEXT),
    /* Of who comes: for whom.  Of who does not: who comes instead. */
    COLUMN("counterpart_name", N_("For / instead"), FIELD_TEXT, 14, 28, 3),
    CHOICE("source", N_("Source"), registration_sources, 10, 6),
    COUNT("rank", N_("Rank"), 5, 5),
    /* In the slot that the query names. */
    CHOICE("presence", N_("Presence"), presence_kinds, 8, 1),
    HIDDEN("presence_remote", FIELD_BOOLEAN),
    HIDDEN("presence_at", FIELD_INSTANT),
    HIDDEN("presence_by", FIELD_TEXT),
    COLUMN("email", N_("E-mail"), FIELD_EMAIL, 24, 36, 7),
    PRIVATE("phone", N_("Telephone"), FIELD_PHONE, 16, 20, 8),
    PRIVATE("needs", N_("Needs"), FIELD_TEXT, 16, 30, 8),
    PRIVATE("excuse", N_("Excuse"), FIELD_TEXT, 16, 30, 9),
    PRIVATE("note", N_("Note"), FIELD_TEXT, 16, 40, 7),
    /* Of workshops: an import reads the first as it is written, and passes the second. */
    COLUMN("wishes", N_("Wishes"), FIELD_TEXT, 16, 40, 9),
    COLUMN("seated_in", N_("Seated in"), FIELD_TEXT, 16, 40, 9),
    /* To the questions of the meeting; in a file each has a column of its own. */
    PRIVATE("answers", N_("Answers"), FIELD_TEXT, 16, 40, 9),
    COLUMN("unanswered", N_("Not answered"), FIELD_TEXT, 16, 30, 9),
    HIDDEN_CHOICE("previous_state", registration_states),
    HIDDEN("created_at", FIELD_INSTANT),
    HIDDEN("changed_by", FIELD_TEXT),
    COLUMN("changed_at", N_("Changed"), FIELD_INSTANT, 21, 21, 6),
};

static const struct choice registration_orders[] = {
    { "name", N_("by name") },
    { "organisation", N_("by organisation") },
    { "arrival", N_("by arrival") },
    { NULL, NULL },
};

const struct listing registration_listing = {
    .kind = LISTING_REGISTRATION,
    LISTING_OF(registration_columns),
    .orders = registration_orders,
    .can_search = true,
};
