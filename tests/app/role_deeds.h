/* SPDX-License-Identifier: GPL-3.0-or-later */
/* role_deeds.h - what people can do, a call each, and what it takes; and the office in
 * which they do it */
#ifndef ATELIER_TESTS_ROLE_DEEDS_H
#define ATELIER_TESTS_ROLE_DEEDS_H

#include <check.h>
#include <stdio.h>

#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/change_settings.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/history.h"
#include "atelier/app/import_people.h"
#include "atelier/app/join.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/upkeep.h"
#include "atelier/app/walk_in.h"
#include "atelier/base/memory.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/report_entry.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "several.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;
static int64_t group;
static int64_t meeting;
static int64_t full; /* a meeting without a seat */
static int64_t anna;
static int64_t registration; /* Anna's */

static inline void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", 9);
    full = office_add_meeting(at, group, "2027-04-16 09:30", 0);
    office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "day", "start",
               "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
    anna = office_add_person(at, "Müller", "Anna");
    registration = office_register(at, meeting, anna);
    err = (struct error){ 0 };
}

static inline void
tear_down(void)
{
    office_end(at);
}

/* Adds a row; frees the record. */
static inline bool
add(struct atelier *who, const struct entity *entity, void *record)
{
    bool ok = edit_add(who, entity, record, office_answer(QUESTION_DUPLICATE, ""), &err);
    record_free(entity, record);
    return ok;
}

static inline bool
add_named(struct atelier *who, const struct entity *entity, const char *field)
{
    void *record = record_new(entity);
    field_set_text(entity_field(entity, field), record, "Xyz");
    return add(who, entity, record);
}

static inline bool
look(struct atelier *who)
{
    struct seats seats;
    return browse_seats(who, meeting, &seats, &err);
}

static inline bool
look_back(struct atelier *who)
{
    struct journal_entry entry = { 0 };
    bool ok = history_load(who, 1, &entry, &err);
    journal_entry_clear(&entry);
    return ok;
}

static inline bool
mark(struct atelier *who)
{
    const struct attend_request request = { .meeting = meeting, .person = anna };
    struct attend_outcome outcome;
    attend_outcome_init(&outcome);
    bool ok = attend_mark(who, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

static inline bool
annul(struct atelier *who)
{
    const struct attend_request request = { .meeting = meeting,
                                            .person = anna,
                                            .kind = PRESENCE_ANNULLED,
                                            .reason = "the wrong Müller" };
    struct attend_outcome outcome;
    attend_outcome_init(&outcome);
    bool ok = attend_mark(who, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

static inline bool
annul_own(struct atelier *who)
{
    return mark(who) && annul(who);
}

static inline bool
annul_anothers(struct atelier *who)
{
    ck_assert(mark(at));
    return annul(who);
}

static inline bool
let_in_at(struct atelier *who, int64_t where, struct questions *questions)
{
    const struct walk_in_request request = {
        .meeting = where,
        .newcomer = { .family = "Costa", .organisation = "City of Ulm" },
        .questions = questions,
    };
    struct walk_in_outcome outcome;
    walk_in_outcome_init(&outcome);
    bool ok = walk_in_add(who, &request, &outcome, &err);
    walk_in_outcome_clear(&outcome);
    return ok;
}

static inline bool
let_in(struct atelier *who)
{
    return let_in_at(who, meeting, NULL);
}

static inline bool
let_in_past(struct atelier *who)
{
    const int64_t crowded = office_add_meeting(at, group, "2027-03-16 14:30", 0);
    return let_in_at(who, crowded, office_answer(QUESTION_SEAT, "she speaks"));
}

static inline bool
add_person(struct atelier *who)
{
    return add_named(who, &person_entity, "family");
}

static inline bool
add_person_and_post(struct atelier *who)
{
    struct person *person = record_new(&person_entity);
    memory_replace(&person->family, "Costa");
    bool ok = edit_add_person(who, person, "City of Ulm", 0, NULL,
                              office_answer(QUESTION_DUPLICATE, ""), &err);
    record_free(&person_entity, person);
    return ok;
}

static inline bool
remove_person(struct atelier *who)
{
    return edit_remove(who, &person_entity, office_add_person(at, "Novak", "Dana"), 1,
                       &err);
}

static inline bool
add_organisation(struct atelier *who)
{
    return add_named(who, &organisation_entity, "name");
}

static inline bool
register_one(struct atelier *who)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = office_add_person(at, "A", "B") };
    struct register_outcome outcome;
    return register_add(who, &request, &outcome, &err);
}

static inline bool
withdraw(struct atelier *who)
{
    struct register_outcome outcome;
    return register_act(who, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome,
                        &err);
}

static inline bool
withdraw_many(struct atelier *who)
{
    const struct bulk_request request = several(REGISTRATION_WITHDRAW, &registration, 1);
    struct bulk_outcome outcome = { 0 };
    const bool ok = register_bulk(who, &request, &outcome, &err);
    bulk_outcome_clear(&outcome);
    return ok;
}

static inline bool
import(struct atelier *who)
{
    struct import_outcome outcome;
    FILE *file = fopen(database_file_path("list.csv"), "w");
    ck_assert_ptr_nonnull(file);
    fputs("Nom,Prénom\nXyz,Vera\n", file);
    ck_assert_int_eq(fclose(file), 0);
    struct import *list = import_open(who, database_file_path("list.csv"), 0, &err);
    bool ok = list && import_judge(list, NULL, NULL, &err) &&
              import_run(list, NULL, NULL, &outcome, &err);
    import_free(list);
    return ok;
}

static inline bool
add_group(struct atelier *who)
{
    struct working_group *other = record_new(&working_group_entity);
    memory_replace(&other->code, "MOB");
    memory_replace(&other->name, "Mobility");
    memory_replace(&other->zone, "Europe/Paris");
    return add(who, &working_group_entity, other);
}

static inline bool
add_venue(struct atelier *who)
{
    return add_named(who, &venue_entity, "name");
}

static inline bool
join(struct atelier *who)
{
    struct membership *membership = record_new(&membership_entity);
    membership->group = group;
    membership->person = anna;
    return add(who, &membership_entity, membership);
}

static inline bool
leave(struct atelier *who)
{
    int64_t person = office_add_member(at, group, "Abel", "member", "2027-01-01", "");
    int64_t membership;
    ck_assert(membership_find(at, group, person, atelier_today(at), &membership, &err));
    return membership_leave(who, membership, (struct date){ 2027, 6, 1 }, &err);
}

static inline bool
plan(struct atelier *who)
{
    struct meeting *other = record_new(&meeting_entity);
    ck_assert(local_time_parse("2027-05-16 09:30", &other->start));
    ck_assert(plan_prepare(who, group, other, &err));
    return add(who, &meeting_entity, other);
}

static inline bool
change_meeting(struct atelier *who)
{
    struct meeting *changed = record_new(&meeting_entity);
    ck_assert(edit_load(at, &meeting_entity, meeting, changed, &err));
    changed->seats = 12;
    bool ok = edit_change(who, &meeting_entity, changed, &err);
    record_free(&meeting_entity, changed);
    return ok;
}

static inline bool
cancel(struct atelier *who)
{
    return plan_act(who, meeting, MEETING_CANCEL, "flood", &err);
}

static inline bool
move(struct atelier *who)
{
    struct meeting *moved = record_new(&meeting_entity);
    ck_assert(edit_load(at, &meeting_entity, meeting, moved, &err));
    ck_assert(local_time_parse("2027-03-16 08:30", &moved->start));
    bool ok = edit_change(who, &meeting_entity, moved, &err);
    record_free(&meeting_entity, moved);
    return ok;
}

static inline bool
convene(struct atelier *who)
{
    struct convene_outcome outcome;
    office_add_member(at, group, "Abel", "member", "2027-01-01", "");
    return convene_members(who, meeting, false, &outcome, &err);
}

static inline bool
overbook(struct atelier *who)
{
    const struct register_request request = { .meeting = full,
                                              .person = anna,
                                              .questions = office_answer(
                                                  QUESTION_SEAT, "the mayor asks") };
    struct register_outcome outcome;
    return register_add(who, &request, &outcome, &err);
}

static inline bool
add_category(struct atelier *who)
{
    return add_named(who, &category_entity, "name");
}

static inline bool
hire(struct atelier *who)
{
    return add_named(who, &staff_entity, "login");
}

static inline bool
change_settings(struct atelier *who)
{
    struct settings *settings = record_new(&settings_entity);
    record_copy(&settings_entity, settings, atelier_settings(who));
    memory_replace(&settings->network, "Cities by Rivers");
    bool ok = settings_change(who, settings, &err);
    record_free(&settings_entity, settings);
    return ok;
}

static inline bool
back_up(struct atelier *who)
{
    return upkeep_back_up(who, database_file_path("copy.db"), NULL, NULL, &err);
}

static inline bool
report(struct atelier *who)
{
    struct report_entry *row = record_new(&report_entry_entity);
    row->meeting = meeting;
    row->text = memory_copy("Towns wait");
    return add(who, &report_entry_entity, row);
}

/* What a person can do, and what it takes. */
static const struct {
    const char *name;
    bool (*run)(struct atelier *who);
    enum permission takes;
} deeds[] = {
    { "look", look, MAY_READ_DAY },
    { "look back", look_back, MAY_READ },
    { "mark", mark, MAY_MARK },
    { "annul", annul_own, MAY_MARK },
    { "annul a colleague's mark", annul_anothers, MAY_CORRECT_MARKS },
    { "let somebody in", let_in, MAY_WALK_IN },
    { "let somebody in past the seats", let_in_past, MAY_WALK_IN },
    { "add a person", add_person, MAY_REGISTER },
    { "add a person and a post", add_person_and_post, MAY_REGISTER },
    { "remove a person", remove_person, MAY_REGISTER },
    { "add an organisation", add_organisation, MAY_REGISTER },
    { "register", register_one, MAY_REGISTER },
    { "withdraw", withdraw, MAY_REGISTER },
    { "withdraw several", withdraw_many, MAY_REGISTER },
    { "import", import, MAY_IMPORT },
    { "report", report, MAY_REPORT },
    { "add a group", add_group, MAY_PLAN },
    { "add a venue", add_venue, MAY_PLAN },
    { "join", join, MAY_PLAN },
    { "leave", leave, MAY_PLAN },
    { "plan", plan, MAY_PLAN },
    { "change a meeting", change_meeting, MAY_PLAN },
    { "move a meeting", move, MAY_PLAN },
    { "cancel", cancel, MAY_PLAN },
    { "convene", convene, MAY_PLAN },
    { "overbook", overbook, MAY_OVERBOOK },
    { "add a category", add_category, MAY_ADMINISTER },
    { "hire", hire, MAY_ADMINISTER },
    { "change the settings", change_settings, MAY_ADMINISTER },
    { "back up", back_up, MAY_ADMINISTER },
};

#endif
