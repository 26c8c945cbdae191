/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_columns.c - the columns of each listing, in the order of the store's SELECT
 *
 * Priority 1 is seen at 80 columns and below; what goes first when it is narrow has the
 * largest number; 0 is read by JSON and by code only.  A reference is a pair:
 * `organisation` is its id, `organisation_name` its words.  Widths of priority 1 and 2
 * and the gaps between them fit 80 columns.
 */
#include <assert.h>

#include "atelier/base/language.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/listing.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/staff.h"

/* Columns that nobody sees: ids, and facts for scripts. */
#define HIDDEN(column, how)                                                              \
    {                                                                                    \
        .name = (column), .kind = (how)                                                  \
    }
#define COLUMN(column, head, how, is, grows, rank)                                       \
    {                                                                                    \
        .name = (column), .label = (head), .kind = (how), .width = (is),                 \
        .most = (grows), .priority = (rank)                                              \
    }
#define CHOICE(column, head, of, is, rank)                                               \
    {                                                                                    \
        .name = (column), .label = (head), .kind = FIELD_CHOICE, .choices = (of),        \
        .width = (is), .most = (is), .priority = (rank)                                  \
    }
#define COUNT(column, head, is, rank) COLUMN(column, head, FIELD_NUMBER, is, is, rank)
/* "mer. 03/03/2027 09:30" is never cut: half a time is none. */
#define MOMENT(column, head, rank) COLUMN(column, head, FIELD_LOCAL_TIME, 21, 21, rank)
#define DAY(column, head, rank) COLUMN(column, head, FIELD_DATE, 10, 10, rank)

static const struct column category_columns[] = {
    COLUMN("name", N_("Name"), FIELD_TEXT, 40, 0, 1),
    COUNT("order", N_("Order"), 6, 2),
    COUNT("organisations", N_("Organisations"), 14, 3),
};

static const struct column organisation_columns[] = {
    COLUMN("name", N_("Name"), FIELD_TEXT, 34, 0, 1),
    COLUMN("short_name", N_("Short name"), FIELD_TEXT, 12, 16, 3),
    HIDDEN("category", FIELD_REFERENCE),
    COLUMN("category_name", N_("Category"), FIELD_TEXT, 18, 26, 1),
    COLUMN("territory", N_("Territory"), FIELD_TEXT, 14, 30, 2),
    COUNT("people", N_("People"), 9, 2),
    HIDDEN("parent", FIELD_REFERENCE),
    COLUMN("parent_name", N_("Part of"), FIELD_TEXT, 20, 34, 5),
};

static const struct column person_columns[] = {
    COLUMN("family", N_("Family name"), FIELD_TEXT, 17, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 13, 24, 1),
    HIDDEN("organisation", FIELD_REFERENCE), /* of the main post today */
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 22, 0, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 20, 36, 3),
    COLUMN("email", N_("E-mail"), FIELD_EMAIL, 24, 36, 2),
    COLUMN("phone", N_("Telephone"), FIELD_PHONE, 16, 20, 4),
    HIDDEN("category", FIELD_REFERENCE),
    COLUMN("category_name", N_("Category"), FIELD_TEXT, 16, 24, 5),
    HIDDEN("civility", FIELD_TEXT),
    HIDDEN("language", FIELD_TEXT),
    HIDDEN("merged_into", FIELD_REFERENCE),
};

static const struct column affiliation_columns[] = {
    HIDDEN("person", FIELD_REFERENCE),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 28, 0, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 18, 40, 1),
    COLUMN("main", N_("Main post"), FIELD_BOOLEAN, 10, 10, 2),
    DAY("from", N_("From"), 2),
    DAY("to", N_("To"), 2),
};

/* The id is the affiliation's: one person can hold two posts. */
static const struct column organisation_person_columns[] = {
    HIDDEN("person", FIELD_REFERENCE),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 17, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 13, 24, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 20, 0, 1),
    COLUMN("email", N_("E-mail"), FIELD_EMAIL, 24, 36, 2),
    COLUMN("phone", N_("Telephone"), FIELD_PHONE, 16, 20, 3),
    HIDDEN("main", FIELD_BOOLEAN),
    DAY("from", N_("From"), 5),
    DAY("to", N_("To"), 4),
};

/* The id is the registration's. */
static const struct column person_meeting_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    MOMENT("start", N_("Date"), 1),
    HIDDEN("zone", FIELD_ZONE),
    HIDDEN("group", FIELD_REFERENCE),
    COLUMN("group_code", N_("Group"), FIELD_TEXT, 8, 12, 1),
    COLUMN("title", N_("Title"), FIELD_TEXT, 26, 0, 1),
    CHOICE("meeting_state", N_("Meeting"), meeting_states, 10, 3),
    CHOICE("role", N_("Role"), registration_roles, 11, 4),
    CHOICE("state", N_("State"), registration_states, 11, 1),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 22, 34, 5),
};

static const struct column working_group_columns[] = {
    COLUMN("code", N_("Code"), FIELD_TEXT, 8, 12, 1),
    COLUMN("name", N_("Name"), FIELD_TEXT, 38, 0, 1),
    COLUMN("theme", N_("Theme"), FIELD_TEXT, 20, 36, 4),
    COUNT("members", N_("Members"), 8, 1), /* today */
    HIDDEN("next_meeting", FIELD_REFERENCE),
    MOMENT("next_start", N_("Next meeting"), 1),
    HIDDEN("chair", FIELD_REFERENCE),
    COLUMN("chair_name", N_("Chair"), FIELD_TEXT, 20, 30, 3),
    HIDDEN("zone", FIELD_ZONE),
};

static const struct column membership_columns[] = {
    HIDDEN("group", FIELD_REFERENCE),
    HIDDEN("person", FIELD_REFERENCE),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 16, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 12, 24, 1),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 18, 0, 1),
    CHOICE("role", N_("Role"), membership_roles, 11, 1),
    HIDDEN("alternate_of", FIELD_REFERENCE),
    COLUMN("alternate_of_name", N_("Alternate of"), FIELD_TEXT, 18, 28, 4),
    DAY("from", N_("From"), 3),
    DAY("to", N_("To"), 2),
    COLUMN("email", N_("E-mail"), FIELD_EMAIL, 24, 36, 5),
};

static const struct column venue_columns[] = {
    COLUMN("name", N_("Name"), FIELD_TEXT, 28, 44, 1),
    COLUMN("address", N_("Address"), FIELD_LINES, 40, 0, 1),
    COUNT("rooms", N_("Rooms"), 6, 2),
    HIDDEN("geo", FIELD_TEXT),
    HIDDEN("access", FIELD_LINES),
};

static const struct column room_columns[] = {
    HIDDEN("venue", FIELD_REFERENCE),
    COLUMN("venue_name", N_("Venue"), FIELD_TEXT, 30, 44, 1),
    COLUMN("name", N_("Room"), FIELD_TEXT, 34, 0, 1),
    COUNT("seats", N_("Seats"), 6, 1),
    COLUMN("address", N_("Address"), FIELD_LINES, 30, 50, 3),
};

/* `location` is what people see: the room and its venue, or the place in words. */
static const struct column meeting_columns[] = {
    MOMENT("start", N_("Date"), 1),
    HIDDEN("end", FIELD_LOCAL_TIME),
    HIDDEN("zone", FIELD_ZONE),
    HIDDEN("group", FIELD_REFERENCE),
    COLUMN("group_code", N_("Group"), FIELD_TEXT, 7, 12, 1),
    HIDDEN("number", FIELD_NUMBER),
    COLUMN("title", N_("Title"), FIELD_TEXT, 23, 0, 1),
    HIDDEN("room", FIELD_REFERENCE),
    HIDDEN("room_name", FIELD_TEXT),
    HIDDEN("venue_name", FIELD_TEXT),
    HIDDEN("place", FIELD_TEXT),
    COLUMN("location", N_("Place"), FIELD_TEXT, 20, 36, 4),
    CHOICE("mode", N_("Mode"), meeting_modes, 9, 7),
    HIDDEN("link", FIELD_TEXT),
    CHOICE("state", N_("State"), meeting_states, 10, 1),
    COUNT("taken", N_("Taken"), 6, 1),
    COUNT("seats", N_("Seats"), 6, 1),
    COUNT("free", N_("Free"), 6, 3),
    COUNT("invited", N_("Invited"), 8, 5),
    COUNT("waiting", N_("Waiting"), 8, 3),
    COUNT("pending", N_("Pending"), 8, 3),
    COUNT("accepted", N_("Accepted"), 9, 6),
    HIDDEN("start_at", FIELD_INSTANT),
    HIDDEN("end_at", FIELD_INSTANT),
};

static const struct column registration_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    HIDDEN("person", FIELD_REFERENCE),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 16, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 12, 24, 1),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 18, 0, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 18, 36, 5),
    HIDDEN("category", FIELD_REFERENCE),
    COLUMN("category_name", N_("Category"), FIELD_TEXT, 13, 24, 2),
    CHOICE("role", N_("Role"), registration_roles, 11, 4),
    CHOICE("state", N_("State"), registration_states, 11, 1),
    CHOICE("source", N_("Source"), registration_sources, 10, 6),
    COUNT("rank", N_("Rank"), 5, 5),
    COLUMN("email", N_("E-mail"), FIELD_EMAIL, 24, 36, 7),
    COLUMN("phone", N_("Telephone"), FIELD_PHONE, 16, 20, 8),
    COLUMN("needs", N_("Needs"), FIELD_TEXT, 16, 30, 8),
    COLUMN("excuse", N_("Excuse"), FIELD_TEXT, 16, 30, 9),
    COLUMN("note", N_("Note"), FIELD_TEXT, 16, 40, 7),
    HIDDEN("previous_state", FIELD_TEXT),
    HIDDEN("created_at", FIELD_INSTANT),
    HIDDEN("changed_by", FIELD_TEXT),
    COLUMN("changed_at", N_("Changed"), FIELD_INSTANT, 21, 21, 6),
};

static const struct column slot_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    COLUMN("label", N_("Label"), FIELD_TEXT, 24, 0, 1),
    MOMENT("start", N_("Start"), 1),
    MOMENT("end", N_("End"), 1),
};

/* The id is the mark's. */
static const struct column presence_columns[] = {
    HIDDEN("registration", FIELD_REFERENCE),
    HIDDEN("person", FIELD_REFERENCE),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 16, 0, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 12, 24, 1),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 18, 34, 4),
    HIDDEN("slot", FIELD_REFERENCE),
    COLUMN("slot_label", N_("Slot"), FIELD_TEXT, 12, 24, 1),
    CHOICE("kind", N_("Presence"), presence_kinds, 8, 1),
    COLUMN("at", N_("Marked at"), FIELD_INSTANT, 16, 21, 1),
    COLUMN("by", N_("Marked by"), FIELD_TEXT, 10, 16, 2),
    COLUMN("means", N_("Means"), FIELD_TEXT, 8, 12, 6),
    COLUMN("reason", N_("Reason"), FIELD_TEXT, 20, 40, 3),
};

static const struct column staff_columns[] = {
    COLUMN("login", N_("Login"), FIELD_TEXT, 20, 32, 1),
    COLUMN("name", N_("Name"), FIELD_TEXT, 36, 0, 1),
    CHOICE("role", N_("Role"), staff_roles, 15, 1),
};

static const struct column journal_columns[] = {
    COLUMN("at", N_("When"), FIELD_INSTANT, 16, 16, 1),
    COLUMN("staff", N_("Who"), FIELD_TEXT, 9, 16, 1),
    { .name = "act",
      .label = N_("Act"),
      .kind = FIELD_CHOICE,
      .choices = journal_acts,
      .width = 22,
      .most = 34,
      .priority = 1 },
    HIDDEN("entity", FIELD_TEXT),
    HIDDEN("row", FIELD_NUMBER),
    COLUMN("summary", N_("What"), FIELD_TEXT, 20, 0, 1),
    COLUMN("reason", N_("Reason"), FIELD_TEXT, 20, 40, 3),
    COLUMN("undone", N_("Undone"), FIELD_BOOLEAN, 6, 7, 2),
    HIDDEN("undoes", FIELD_NUMBER),
    HIDDEN("undone_by", FIELD_NUMBER),
};

static const struct choice registration_orders[] = {
    { "name", N_("by name") },
    { "organisation", N_("by organisation") },
    { "arrival", N_("by arrival") },
    { NULL, NULL },
};

#define COLUMNS(table)                                                                   \
    .columns = (table), .column_count = sizeof(table) / sizeof((table)[0])

static const struct listing listings[] = {
    [LISTING_CATEGORY] = { LISTING_CATEGORY, COLUMNS(category_columns) },
    [LISTING_ORGANISATION] = { LISTING_ORGANISATION, COLUMNS(organisation_columns),
                               .can_search = true },
    [LISTING_PERSON] = { LISTING_PERSON, COLUMNS(person_columns), .can_search = true },
    [LISTING_AFFILIATION] = { LISTING_AFFILIATION, COLUMNS(affiliation_columns) },
    [LISTING_ORGANISATION_PERSON] = { LISTING_ORGANISATION_PERSON,
                                      COLUMNS(organisation_person_columns),
                                      .can_search = true },
    [LISTING_PERSON_MEETING] = { LISTING_PERSON_MEETING,
                                 COLUMNS(person_meeting_columns) },
    [LISTING_WORKING_GROUP] = { LISTING_WORKING_GROUP, COLUMNS(working_group_columns),
                                .can_search = true },
    [LISTING_MEMBERSHIP] = { LISTING_MEMBERSHIP, COLUMNS(membership_columns),
                             .can_search = true },
    [LISTING_VENUE] = { LISTING_VENUE, COLUMNS(venue_columns), .can_search = true },
    [LISTING_ROOM] = { LISTING_ROOM, COLUMNS(room_columns), .can_search = true },
    [LISTING_MEETING] = { LISTING_MEETING, COLUMNS(meeting_columns), .can_search = true },
    [LISTING_MEETING_TO_COME] = { LISTING_MEETING_TO_COME, COLUMNS(meeting_columns),
                                  .can_search = true },
    [LISTING_GROUP_MEETING] = { LISTING_GROUP_MEETING, COLUMNS(meeting_columns),
                                .can_search = true },
    [LISTING_REGISTRATION] = { LISTING_REGISTRATION, COLUMNS(registration_columns),
                               .orders = registration_orders, .can_search = true },
    [LISTING_SLOT] = { LISTING_SLOT, COLUMNS(slot_columns) },
    [LISTING_PRESENCE] = { LISTING_PRESENCE, COLUMNS(presence_columns),
                           .can_search = true },
    [LISTING_STAFF] = { LISTING_STAFF, COLUMNS(staff_columns) },
    [LISTING_JOURNAL] = { LISTING_JOURNAL, COLUMNS(journal_columns) },
    [LISTING_ROW_JOURNAL] = { LISTING_ROW_JOURNAL, COLUMNS(journal_columns) },
};

static_assert(sizeof listings / sizeof listings[0] == LISTING_COUNT,
              "every listing has columns");

const struct listing *
listing_get(enum listing_kind kind)
{
    assert(kind < LISTING_COUNT);
    return &listings[kind];
}
