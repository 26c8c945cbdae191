/* SPDX-License-Identifier: GPL-3.0-or-later */
/* role_test.c - who may do what, asked once for screens and commands alike (rule 13) */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/import_people.h"
#include "atelier/app/join.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/sample.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
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

static void
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

static void
tear_down(void)
{
    office_end(at);
}

/* Adds a row; frees the record. */
static bool
add(struct atelier *who, const struct entity *entity, void *record)
{
    bool ok = edit_add(who, entity, record, office_answer(QUESTION_DUPLICATE, ""), &err);
    record_free(entity, record);
    return ok;
}

static bool
add_named(struct atelier *who, const struct entity *entity, const char *field)
{
    void *record = record_new(entity);
    field_set_text(entity_field(entity, field), record, "Xyz");
    return add(who, entity, record);
}

static bool
look(struct atelier *who)
{
    struct seats seats;
    return browse_seats(who, meeting, &seats, &err);
}

static bool
look_back(struct atelier *who)
{
    struct journal_entry entry = { 0 };
    bool ok = history_load(who, 1, &entry, &err);
    journal_entry_clear(&entry);
    return ok;
}

static bool
mark(struct atelier *who)
{
    const struct attend_request request = { .meeting = meeting, .person = anna };
    struct attend_outcome outcome;
    attend_outcome_init(&outcome);
    bool ok = attend_mark(who, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

static bool
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

static bool
annul_own(struct atelier *who)
{
    return mark(who) && annul(who);
}

static bool
annul_anothers(struct atelier *who)
{
    ck_assert(mark(at));
    return annul(who);
}

static bool
add_person(struct atelier *who)
{
    return add_named(who, &person_entity, "family");
}

static bool
add_person_and_post(struct atelier *who)
{
    struct person *person = record_new(&person_entity);
    memory_replace(&person->family, "Costa");
    bool ok = edit_add_person(who, person, "City of Ulm", 0, NULL,
                              office_answer(QUESTION_DUPLICATE, ""), &err);
    record_free(&person_entity, person);
    return ok;
}

static bool
remove_person(struct atelier *who)
{
    return edit_remove(who, &person_entity, office_add_person(at, "Novak", "Dana"), 1,
                       &err);
}

static bool
add_organisation(struct atelier *who)
{
    return add_named(who, &organisation_entity, "name");
}

static bool
register_one(struct atelier *who)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = office_add_person(at, "A", "B") };
    struct register_outcome outcome;
    return register_add(who, &request, &outcome, &err);
}

static bool
withdraw(struct atelier *who)
{
    struct register_outcome outcome;
    return register_act(who, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome,
                        &err);
}

static bool
withdraw_many(struct atelier *who)
{
    size_t done;
    struct register_skipped skipped = { 0 };
    bool ok = register_act_many(who, &registration, 1, REGISTRATION_WITHDRAW, NULL, NULL,
                                &done, &skipped, NULL, &err);
    register_skipped_clear(&skipped);
    return ok;
}

static bool
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

static bool
add_group(struct atelier *who)
{
    struct working_group *other = record_new(&working_group_entity);
    memory_replace(&other->code, "MOB");
    memory_replace(&other->name, "Mobility");
    memory_replace(&other->zone, "Europe/Paris");
    return add(who, &working_group_entity, other);
}

static bool
add_venue(struct atelier *who)
{
    return add_named(who, &venue_entity, "name");
}

static bool
join(struct atelier *who)
{
    struct membership *membership = record_new(&membership_entity);
    membership->group = group;
    membership->person = anna;
    return add(who, &membership_entity, membership);
}

static bool
leave(struct atelier *who)
{
    int64_t person = office_add_member(at, group, "Abel", "member", "2027-01-01", "");
    int64_t membership;
    ck_assert(membership_find(at, group, person, atelier_today(at), &membership, &err));
    return membership_leave(who, membership, (struct date){ 2027, 6, 1 }, &err);
}

static bool
plan(struct atelier *who)
{
    struct meeting *other = record_new(&meeting_entity);
    ck_assert(local_time_parse("2027-05-16 09:30", &other->start));
    ck_assert(plan_prepare(who, group, other, &err));
    return add(who, &meeting_entity, other);
}

static bool
change_meeting(struct atelier *who)
{
    struct meeting *changed = record_new(&meeting_entity);
    ck_assert(edit_load(who, &meeting_entity, meeting, changed, &err));
    changed->seats = 12;
    bool ok = edit_change(who, &meeting_entity, changed, &err);
    record_free(&meeting_entity, changed);
    return ok;
}

static bool
cancel(struct atelier *who)
{
    return plan_act(who, meeting, MEETING_CANCEL, "flood", &err);
}

static bool
move(struct atelier *who)
{
    struct meeting *moved = record_new(&meeting_entity);
    ck_assert(edit_load(who, &meeting_entity, meeting, moved, &err));
    ck_assert(local_time_parse("2027-03-16 08:30", &moved->start));
    bool ok = edit_change(who, &meeting_entity, moved, &err);
    record_free(&meeting_entity, moved);
    return ok;
}

static bool
convene(struct atelier *who)
{
    struct convene_outcome outcome;
    office_add_member(at, group, "Abel", "member", "2027-01-01", "");
    return convene_members(who, meeting, false, &outcome, &err);
}

static bool
overbook(struct atelier *who)
{
    const struct register_request request = { .meeting = full,
                                              .person = anna,
                                              .questions = office_answer(
                                                  QUESTION_SEAT, "the mayor asks") };
    struct register_outcome outcome;
    return register_add(who, &request, &outcome, &err);
}

static bool
add_category(struct atelier *who)
{
    return add_named(who, &category_entity, "name");
}

static bool
hire(struct atelier *who)
{
    return add_named(who, &staff_entity, "login");
}

static bool
change_settings(struct atelier *who)
{
    struct settings *settings = record_new(&settings_entity);
    record_copy(&settings_entity, settings, atelier_settings(who));
    memory_replace(&settings->network, "Cities by Rivers");
    bool ok = upkeep_change_settings(who, settings, &err);
    record_free(&settings_entity, settings);
    return ok;
}

static bool
back_up(struct atelier *who)
{
    return upkeep_back_up(who, database_file_path("copy.db"), NULL, NULL, &err);
}

/* What a person can do, and what it takes. */
static const struct {
    const char *name;
    bool (*run)(struct atelier *who);
    enum permission takes;
} deeds[] = {
    { "look", look, MAY_READ },
    { "look back", look_back, MAY_READ },
    { "mark", mark, MAY_MARK },
    { "annul", annul_own, MAY_MARK },
    { "annul a colleague's mark", annul_anothers, MAY_CORRECT_MARKS },
    { "add a person", add_person, MAY_REGISTER },
    { "add a person and a post", add_person_and_post, MAY_REGISTER },
    { "remove a person", remove_person, MAY_REGISTER },
    { "add an organisation", add_organisation, MAY_REGISTER },
    { "register", register_one, MAY_REGISTER },
    { "withdraw", withdraw, MAY_REGISTER },
    { "withdraw several", withdraw_many, MAY_REGISTER },
    { "import", import, MAY_IMPORT },
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

/* The journal holds no act that the role of who did it may not do. */
static void
expect_acts_allowed(const char *login, enum staff_role role)
{
    char sql[120];
    (void)snprintf(sql, sizeof sql, "SELECT DISTINCT act FROM journal WHERE staff = '%s'",
                   login);
    char *acts = database_file_dump(sql);
    char *rest = acts;
    for (char *name; (name = strsep(&rest, "\n")) && *name;) {
        enum act act;
        ck_assert_msg(act_find(name, &act), "%s", name);
        ck_assert_msg(role_may(role, act_permission(act)), "%s as %s", name,
                      staff_roles[role].name);
    }
    free(acts);
}

/* The lowest role that has a permission, written down once more. */
static const enum staff_role lowest[] = {
    [MAY_READ] = ROLE_READER,
    [MAY_READ_PRIVATE] = ROLE_DESK,
    [MAY_MARK] = ROLE_DOOR,
    [MAY_CORRECT_MARKS] = ROLE_DESK,
    [MAY_REGISTER] = ROLE_DESK,
    [MAY_IMPORT] = ROLE_DESK,
    [MAY_PLAN] = ROLE_ORGANISER,
    [MAY_OVERBOOK] = ROLE_ORGANISER,
    [MAY_ADMINISTER] = ROLE_ADMINISTRATOR,
};

START_TEST(each_role__may_do_what_its_permissions_say__and_nothing_else)
{
    const size_t i = (size_t)_i / STAFF_ROLE_COUNT;
    const enum staff_role role = (enum staff_role)(_i % STAFF_ROLE_COUNT);
    struct atelier *who = office_hire(at, "lea", role);

    ck_assert_int_eq(atelier_role(who), role);
    ck_assert_str_eq(atelier_login(who), "lea");
    bool done = deeds[i].run(who);
    ck_assert_msg(done == (role >= lowest[deeds[i].takes]), "%s as %s: %s", deeds[i].name,
                  staff_roles[role].name, done ? "done" : err.message);
    ck_assert_int_eq(atelier_may(who, deeds[i].takes, ROW_NONE, NULL), done);
    expect_acts_allowed("lea", role);
    if (!done) {
        ck_assert_int_eq(err.kind, ERROR_RULE);
        ck_assert_ptr_nonnull(strstr(err.message, staff_roles[role].name));
        ck_assert_int_eq(
            database_file_number("SELECT count(*) FROM journal WHERE staff = 'lea'"), 0);
    }
    atelier_close(who);
}
END_TEST

static bool
tells(struct atelier *who, enum listing_kind kind, int64_t scope, const char *text)
{
    struct listing_query query = { .kind = kind, .scope = scope };
    struct listing_page page = { 0 };
    bool found = false;

    ck_assert(listing_fetch(who, &query, LISTING_FIRST, NULL, 50, &page, &err));
    for (size_t r = 0; r < page.count; r++)
        for (size_t c = 0; c < page.column_count; c++)
            found =
                found || (page.rows[r].cells[c] && strstr(page.rows[r].cells[c], text));
    listing_page_clear(&page);
    return found;
}

/* Rule 13: a reader and the door have lists and figures, without these. */
START_TEST(needs_notes_and_telephones__are_for_those_who_register)
{
    static const char *const fields[] = { "phone", "needs", "note" };
    const enum staff_role role = (enum staff_role)_i;
    const bool may = role >= ROLE_DESK;
    int64_t person = office_add(at, &person_entity, "family", "Aubry", "given", "Léo",
                                "phone", "+33 1 99 00 12 34", "needs", "fauteuil secret",
                                "note", "note secrète", NULL);
    int64_t place = office_register(at, meeting, person);
    office_change(at, &registration_entity, place, "note", "note secrète", NULL);
    struct atelier *who = office_hire(at, "lea", role);

    ck_assert(tells(who, LISTING_PERSON, 0, "Aubry"));
    ck_assert_int_eq(tells(who, LISTING_PERSON, 0, "99 00"), may);
    ck_assert_int_eq(tells(who, LISTING_REGISTRATION, meeting, "fauteuil"), may);
    ck_assert_int_eq(tells(who, LISTING_REGISTRATION, meeting, "secrète"), may);
    struct person *record = record_new(&person_entity);
    ck_assert(edit_load(who, &person_entity, person, record, &err));
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        ck_assert_int_eq(field_is_absent(entity_field(&person_entity, fields[i]), record),
                         !may);
    record_free(&person_entity, record);
    struct journal_change_list changes = { 0 };
    int64_t act = database_file_number("SELECT max(id) FROM journal WHERE entity = 3");
    ck_assert(history_changes(who, act, ENTITY_PERSON, person, &changes, &err));
    bool told = false;
    for (size_t i = 0; i < changes.count; i++)
        told =
            told || (changes.items[i].after && strstr(changes.items[i].after, "99 00"));
    ck_assert_int_eq(told, may);
    journal_change_list_clear(&changes);
    atelier_close(who);
}
END_TEST

START_TEST(who_creates_it__is_its_administrator)
{
    ck_assert_int_eq(atelier_role(at), ROLE_ADMINISTRATOR);
    ck_assert_str_eq(atelier_login(at), "ada");
    office_expect("SELECT login, role FROM staff_view", "ada|administrator\n");
}
END_TEST

START_TEST(an_unknown_login__reads__or_is_refused__as_the_office_says)
{
    struct atelier *stranger = office_return("mallory", OFFICE_NOW);
    struct settings *settings = record_new(&settings_entity);
    const struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .as = "mallory",
        .now = INSTANT_NONE,
    };

    ck_assert_int_eq(atelier_role(stranger), ROLE_READER);
    ck_assert(look(stranger));
    ck_assert(!add_person(stranger));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(stranger);

    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->unknown_logins_read = false;
    ck_assert(upkeep_change_settings(at, settings, &err));
    record_free(&settings_entity, settings);
    ck_assert_ptr_null(atelier_open(&options, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "mallory"));
}
END_TEST

START_TEST(only_an_administrator__acts_as_somebody_else)
{
    struct staff *own = record_new(&staff_entity);
    struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .as = "lea",
        .now = INSTANT_NONE,
    };

    struct atelier *lea = office_hire(at, "lea", ROLE_ADMINISTRATOR);
    for (int role = ROLE_READER; role < ROLE_ADMINISTRATOR; role++) {
        ck_assert(edit_load(lea, &staff_entity, 1, own, &err));
        own->role = (enum staff_role)role;
        ck_assert(edit_change(lea, &staff_entity, own, &err));
        ck_assert_ptr_null(atelier_open(&options, &err));
        ck_assert_int_eq(err.kind, ERROR_RULE);
        ck_assert_ptr_nonnull(strstr(err.message, "--as"));
    }
    options.as = atelier_login(at); /* oneself is nobody else */
    struct atelier *self = atelier_open(&options, &err);
    ck_assert_ptr_nonnull(self);
    ck_assert_int_eq(atelier_role(self), ROLE_ORGANISER);
    atelier_close(self);
    atelier_close(lea);
    record_free(&staff_entity, own);
}
END_TEST

START_TEST(what_is_done__as_somebody__stands_under_their_name)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);

    ck_assert(add_person(lea));
    office_expect("SELECT staff, act FROM journal ORDER BY id DESC LIMIT 1",
                  "lea|person.add\n");
    office_expect("SELECT created_by FROM person ORDER BY id DESC LIMIT 1", "lea\n");
    atelier_close(lea);
}
END_TEST

START_TEST(a_role__that_changes__is_noticed)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);

    ck_assert(add_person(lea));
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "reader", NULL);
    ck_assert(atelier_changed(lea));
    ck_assert_int_eq(atelier_role(lea), ROLE_READER);
    ck_assert(!add_person(lea));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(lea);
}
END_TEST

static void
set_role(const char *role)
{
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", role, NULL);
}

START_TEST(a_role__counts_as_it_is__when_the_act_is_written)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    /* Nobody told her session. */
    set_role("reader");
    ck_assert(!add_person(lea));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!cancel(lea));
    ck_assert(!register_one(lea));
    ck_assert(!import(lea));
    ck_assert_int_eq(atelier_role(lea), ROLE_READER);
    office_expect("SELECT count(*) FROM journal WHERE staff = 'lea'", "0\n");

    set_role("desk");
    ck_assert(add_person(lea));
    set_role("administrator");
    ck_assert(back_up(lea));
    atelier_close(lea);
}
END_TEST

START_TEST(whoever__was_taken_out__writes_nothing_more)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    const int64_t id = database_file_number("SELECT id FROM staff WHERE login = 'lea'");
    const int64_t rev = database_file_number("SELECT rev FROM staff WHERE login = 'lea'");
    struct journal_entry entry = { 0 };

    ck_assert(add_person(lea));
    ck_assert(edit_remove(at, &staff_entity, id, rev, &err));
    ck_assert(!undo_last(lea, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!add_group(lea));
    atelier_close(lea);
}
END_TEST

START_TEST(the_sample__is_filled_in__by_an_administrator)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    ck_assert(!sample_fill(lea, SAMPLE_SMALL, NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(lea);
}
END_TEST

START_TEST(a_restore__asks_for_an_administrator)
{
    struct atelier_options options = { .identity = OFFICE_IDENTITY,
                                       .as = "lea",
                                       .now = INSTANT_NONE };
    struct restore_report report;

    atelier_close(office_hire(at, "lea", ROLE_ORGANISER));
    ck_assert(back_up(at));
    atelier_close(at);
    options.database = database_file_path("atelier.db");
    ck_assert(!upkeep_restore(&options, database_file_path("copy.db"), &report, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    options.as = NULL;
    ck_assert_msg(upkeep_restore(&options, database_file_path("copy.db"), &report, &err),
                  "%s", err.message);
    restore_report_clear(&report);
    at = office_return(NULL, OFFICE_NOW);
}
END_TEST

/* The screens ask before they open a form or a question, with the same subject. */
START_TEST(a_subject__is_a_meeting_or_a_group__and_what_is_done_to_none_has_none)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    struct meeting *other = record_new(&meeting_entity);

    ck_assert(
        atelier_may(lea, MAY_PLAN, (struct row_ref){ ENTITY_MEETING, meeting }, NULL));
    ck_assert(atelier_may(lea, MAY_PLAN, (struct row_ref){ ENTITY_WORKING_GROUP, group },
                          NULL));
    other->group = group;
    ck_assert(edit_may(lea, &meeting_entity, other, &err));
    ck_assert(!edit_may(lea, &staff_entity, other, &err));
    record_free(&meeting_entity, other);
    atelier_close(lea);
}
END_TEST

static struct atelier *
open_at(instant now)
{
    const struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .now = now,
    };
    struct atelier *who = atelier_open(&options, &err);
    ck_assert_msg(who, "%s", err.message);
    return who;
}

START_TEST(a_clock_that_stands_still__dates_nothing_that_others_read)
{
    char *path = memory_copy(database_file_path("atelier.db"));
    ck_assert_int_eq(chmod(path, 0660), 0);
    struct atelier *then = open_at(atelier_now(at));
    struct atelier *now = open_at(INSTANT_NONE);

    ck_assert(look(then));
    for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++)
        if (deeds[i].takes != MAY_READ && deeds[i].run != back_up &&
            deeds[i].run != remove_person && deeds[i].run != register_one &&
            deeds[i].run != leave && deeds[i].run != convene &&
            deeds[i].run != annul_anothers) {
            ck_assert_msg(!deeds[i].run(then), "%s", deeds[i].name);
            ck_assert_msg(err.kind == ERROR_INPUT, "%s: %s", deeds[i].name, err.message);
            ck_assert_ptr_nonnull(strstr(err.message, "ATELIER_NOW"));
        }
    ck_assert(add_person(now));
    ck_assert_int_eq(chmod(path, 0600), 0);
    ck_assert(add_person(then));
    free(path);
    atelier_close(then);
    atelier_close(now);
}
END_TEST

START_TEST(a_database_for_others__begins_at_the_true_time)
{
    struct atelier_options options = {
        .database = database_file_path("other.db"),
        .identity = OFFICE_IDENTITY,
        .now = atelier_now(at),
        .shared = true,
    };

    ck_assert_ptr_null(atelier_create(&options, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_int_ne(access(options.database, F_OK), 0);
    options.now = INSTANT_NONE;
    struct atelier *other = atelier_create(&options, &err);
    ck_assert_ptr_nonnull(other);
    atelier_discard(other);
}
END_TEST

START_TEST(a_login__that_the_system_does_not_know__is_warned_of__but_not_behind_a_gateway)
{
    struct staff *ghost = record_new(&staff_entity);
    struct person *person = record_new(&person_entity);
    struct buffer text = { 0 };
    struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = { .login = "ada", .source = IDENTITY_GATEWAY },
        .now = atelier_now(at),
    };

    memory_replace(&ghost->login, "no-such-login");
    ck_assert(edit_add(at, &staff_entity, ghost, NULL, &err));
    ck_assert(edit_warning(at, &staff_entity, ghost, &text));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "no-such-login"));
    buffer_reset(&text);
    ck_assert(!edit_warning(at, &person_entity, person, &text));
    memory_replace(&ghost->login, "root");
    ck_assert(!edit_warning(at, &staff_entity, ghost, &text));

    struct atelier *gateway = atelier_open(&options, &err);
    ck_assert_ptr_nonnull(gateway);
    memory_replace(&ghost->login, "no-such-login");
    ck_assert(!edit_warning(gateway, &staff_entity, ghost, &text));
    ck_assert_str_eq(buffer_text(&text), "");
    atelier_close(gateway);
    buffer_clear(&text);
    record_free(&staff_entity, ghost);
    record_free(&person_entity, person);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests,
                        each_role__may_do_what_its_permissions_say__and_nothing_else, 0,
                        (int)(sizeof deeds / sizeof deeds[0]) * STAFF_ROLE_COUNT);
    tcase_add_loop_test(tests, needs_notes_and_telephones__are_for_those_who_register,
                        ROLE_READER, STAFF_ROLE_COUNT);
    tcase_add_test(tests, who_creates_it__is_its_administrator);
    tcase_add_test(tests, an_unknown_login__reads__or_is_refused__as_the_office_says);
    tcase_add_test(tests, only_an_administrator__acts_as_somebody_else);
    tcase_add_test(tests, what_is_done__as_somebody__stands_under_their_name);
    tcase_add_test(tests, a_role__that_changes__is_noticed);
    tcase_add_test(tests, a_role__counts_as_it_is__when_the_act_is_written);
    tcase_add_test(tests, whoever__was_taken_out__writes_nothing_more);
    tcase_add_test(tests, the_sample__is_filled_in__by_an_administrator);
    tcase_add_test(tests, a_restore__asks_for_an_administrator);
    tcase_add_test(tests,
                   a_subject__is_a_meeting_or_a_group__and_what_is_done_to_none_has_none);
    tcase_add_test(tests, a_clock_that_stands_still__dates_nothing_that_others_read);
    tcase_add_test(tests, a_database_for_others__begins_at_the_true_time);
    tcase_add_test(
        tests,
        a_login__that_the_system_does_not_know__is_warned_of__but_not_behind_a_gateway);
}

SUITE_MAIN("role")
