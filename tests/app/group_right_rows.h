/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_right_rows.h - an office of two groups, and each noun as a colleague writes it */
#ifndef ATELIER_TESTS_GROUP_RIGHT_ROWS_H
#define ATELIER_TESTS_GROUP_RIGHT_ROWS_H

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/change_post.h"
#include "atelier/app/clashes.h"
#include "atelier/app/close_report.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/import_calendar.h"
#include "atelier/app/import_people.h"
#include "atelier/app/join.h"
#include "atelier/app/merge.h"
#include "atelier/app/plan.h"
#include "atelier/app/print_sheet.h"
#include "atelier/app/register.h"
#include "atelier/app/register_bulk.h"
#include "atelier/app/sheet_scan.h"
#include "atelier/app/slots.h"
#include "atelier/app/substitute.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/app/walk_in.h"
#include "atelier/app/workshop_assign.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/app/write_report.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/answer.h"
#include "atelier/domain/assigning.h"
#include "atelier/domain/category.h"
#include "atelier/domain/clash_acceptance.h"
#include "atelier/domain/grant.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/project.h"
#include "atelier/domain/quorum.h"
#include "atelier/domain/report.h"
#include "atelier/domain/report_entry.h"
#include "atelier/domain/room.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/domain/sheet.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;
static int64_t urb; /* the group that has everything */
static int64_t mob; /* another */
static int64_t meeting;
static int64_t draft; /* another meeting, which nobody confirmed */
static int64_t slot;
static int64_t workshop;
static int64_t other; /* another workshop, of the same slot */
static int64_t anna;  /* has a seat, */
static int64_t ben;   /* has one too, */
static int64_t carl;  /* waits for one, */
static int64_t dora;  /* is a member and on no list, */
static int64_t emil;  /* is nowhere */
static int64_t annas; /* their registrations */
static int64_t bens;
static int64_t carls;
static int64_t membership;
static int64_t category;
static int64_t organisation;
static int64_t venue;
static int64_t room;

/* Made once: each test begins with a copy of it, as to make it takes longer than what
 * most of them do. */
static inline void
furnish(void)
{
    at = office_found();
    urb = office_add_group(at, "URB");
    mob = office_add_group(at, "MOB");
    category = office_add(at, &category_entity, "name", "Town", NULL);
    organisation = office_add(at, &organisation_entity, "name", "Ulm", "category",
                              rows_number(category), NULL);
    venue = office_add(at, &venue_entity, "name", "House", NULL);
    room = office_add(at, &room_entity, "venue", rows_number(venue), "name", "Hall",
                      "seats", "50", NULL);
    meeting = office_add_meeting(at, urb, "2027-03-16 09:30", 2);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", "room",
                  rows_number(room), NULL);
    draft = office_add(at, &meeting_entity, "group", rows_number(urb), "title", "Draft",
                       "start", "2027-04-16 09:30", "end", "2027-04-16 11:30", "zone",
                       "Europe/Paris", NULL);
    slot = office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "day",
                      "start", "2027-03-16 09:30", "end", "2027-03-16 10:30", NULL);
    workshop = office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title",
                          "One", "slot", rows_number(slot), "seats", "1", NULL);
    other = office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title",
                       "Two", "slot", rows_number(slot), "seats", "5", NULL);
    anna = office_add_person(at, "Abel", "Anna");
    ben = office_add_person(at, "Berg", "Ben");
    carl = office_add_person(at, "Costa", "Carl");
    emil = office_add_person(at, "Ernst", "Emil");
    dora = office_add_member(at, urb, "Dahl", "member", "2027-01-01", "");
    membership = database_file_number("SELECT max(id) FROM membership");
    annas = office_register(at, meeting, anna);
    bens = office_register(at, meeting, ben);
    carls = office_register(at, meeting, carl);
    atelier_close(at);
    database_file_keep("group_right.db");
    database_file_remove(NULL);
}

static inline void
set_up(void)
{
    ck_assert(database_file_begin_from("group_right.db"));
    at = office_return(NULL, OFFICE_NOW);
    err = (struct error){ 0 };
}

static inline void
tear_down(void)
{
    office_end(at);
}

/* --- rows of nouns */

static inline bool
add(struct atelier *who, const struct entity *entity, ...)
{
    void *record = record_new(entity);
    va_list values;

    va_start(values, entity);
    rows_fill(entity, record, values);
    va_end(values);
    bool ok = edit_add(who, entity, record, office_answer(QUESTION_DUPLICATE, ""), &err);
    record_free(entity, record);
    return ok;
}

static inline bool
change(struct atelier *who, const struct entity *entity, int64_t id, ...)
{
    void *record = record_new(entity);
    va_list values;

    ck_assert(edit_load(at, entity, id, record, &err));
    va_start(values, id);
    rows_fill(entity, record, values);
    va_end(values);
    bool ok = edit_change(who, entity, record, &err);
    record_free(entity, record);
    return ok;
}

static inline bool
remove_row(struct atelier *who, const struct entity *entity, int64_t id)
{
    struct record *record = record_new(entity);
    ck_assert(edit_load(at, entity, id, record, &err));
    const int64_t rev = record->rev;
    record_free(entity, record);
    return edit_remove(who, entity, id, rev, &err);
}

#define DEED(name, what)                                                                 \
    static inline bool name(struct atelier *who)                                         \
    {                                                                                    \
        return (what);                                                                   \
    }
/* A noun that belongs to a meeting: add, change one that is there, remove it. */
#define ONE_MORE(...) office_add(at, __VA_ARGS__, NULL)
#define NOUN_DEEDS(noun, field, text, ...)                                               \
    DEED(add_##noun, add(who, &noun##_entity, __VA_ARGS__, NULL))                        \
    DEED(change_##noun,                                                                  \
         change(who, &noun##_entity, ONE_MORE(&noun##_entity, __VA_ARGS__), field, text, \
                NULL))                                                                   \
    DEED(remove_##noun,                                                                  \
         remove_row(who, &noun##_entity, ONE_MORE(&noun##_entity, __VA_ARGS__)))

NOUN_DEEDS(affiliation, "function", "Head", "person", rows_number(emil), "organisation",
           rows_number(organisation))
NOUN_DEEDS(item, "title", "Tea", "meeting", rows_number(meeting), "kind", "break",
           "title", "Coffee", "start", "2027-03-16 10:30", "end", "2027-03-16 10:45")
NOUN_DEEDS(meeting_question, "required", "1", "meeting", rows_number(meeting), "text",
           "Nights", "kind", "number")
NOUN_DEEDS(organisation, "name", "Nice", "name", "Nizza", "category",
           rows_number(category))
NOUN_DEEDS(person, "given", "Xenia", "family", "Young", "given", "Yves")
NOUN_DEEDS(project, "title", "Bridge", "title", "River")
NOUN_DEEDS(quorum, "people", "4", "group", rows_number(urb), "people", "3")
NOUN_DEEDS(report_entry, "text", "Cities", "meeting", rows_number(meeting), "text",
           "Towns")
NOUN_DEEDS(room, "name", "Attic", "venue", rows_number(venue), "name", "Cellar")
NOUN_DEEDS(seat_limit, "people", "8", "meeting", rows_number(meeting), "scope",
           "category", "category", rows_number(category), "kind", "most", "people", "9")
NOUN_DEEDS(slot, "label", "noon", "meeting", rows_number(meeting), "label", "late",
           "start", "2027-03-16 10:45", "end", "2027-03-16 11:30")
NOUN_DEEDS(speaker, "subject", "Rivers", "workshop", rows_number(workshop), "person",
           rows_number(emil))
NOUN_DEEDS(venue, "name", "Barn", "name", "Tent")
NOUN_DEEDS(workshop, "title", "Four", "meeting", rows_number(draft), "title", "Three",
           "start", "2027-04-16 09:30", "end", "2027-04-16 10:30")

DEED(add_meeting,
     add(who, &meeting_entity, "group", rows_number(urb), "title", "New", "start",
         "2027-05-16 09:30", "end", "2027-05-16 11:30", "zone", "Europe/Paris", NULL))
DEED(change_meeting, change(who, &meeting_entity, meeting, "title", "Else", NULL))
DEED(move_meeting,
     change(who, &meeting_entity, meeting, "link", "https://example.org/", NULL))
DEED(remove_meeting, remove_row(who, &meeting_entity, draft))
DEED(change_membership,
     change(who, &membership_entity, membership, "role", "chair", NULL))
DEED(remove_membership, remove_row(who, &membership_entity, membership))
DEED(change_group, change(who, &working_group_entity, urb, "theme", "Rivers", NULL))
DEED(add_category, add(who, &category_entity, "name", "Region", NULL))
static inline bool
merge_two(struct atelier *who)
{
    struct merge_outcome outcome;
    merge_outcome_init(&outcome);
    bool ok = merge_people(who, &(struct merge_request){ .keep = dora, .other = emil },
                           &outcome, &err);
    merge_outcome_clear(&outcome);
    return ok;
}
DEED(add_staff, add(who, &staff_entity, "login", "kim", NULL))
DEED(add_grant, add(who, &grant_entity, "staff", "1", "group", rows_number(urb), NULL))
DEED(add_group, add(who, &working_group_entity, "code", "NEW", "name", "New", "zone",
                    "Europe/Paris", NULL))

#endif
