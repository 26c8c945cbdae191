/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_test.c - rows are written with their journal or not at all, and over nobody's work
 * (rules 9 and 10) */
#include "atelier/app/change_settings.h"
#include "atelier/app/edit.h"

#include <check.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/join.h"
#include "atelier/app/plan.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SQL_ACTS "SELECT count(*) FROM journal"
#define SQL_LAST                                                                         \
    "SELECT act, entity, staff, summary FROM journal_view ORDER BY id DESC LIMIT 1"

#define SQL_LAST_SUMMARY "SELECT act, summary FROM journal ORDER BY id DESC LIMIT 1"

static struct atelier *at;
static struct error err;
static struct person *person;
static int64_t anna;

static void
set_up(void)
{
    at = office_found();
    anna = office_add_person(at, "Müller", "Anna");
    person = record_new(&person_entity);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    record_free(&person_entity, person);
    office_end(at);
}

static void
load(struct atelier *who, void *record, const struct entity *entity, int64_t id)
{
    ck_assert_msg(edit_load(who, entity, id, record, &err), "%s", err.message);
}

START_TEST(every_write__has_its_row__in_the_journal)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    int64_t bruno = office_add_person(desk, "Bianchi", "Bruno");
    office_expect(SQL_LAST, "person.add|person|lea|Bianchi, Bruno\n");
    office_change(desk, &person_entity, bruno, "given", "Benno", NULL);
    office_expect(SQL_LAST, "person.change|person|lea|Bianchi, Benno\n");
    ck_assert(edit_remove(desk, &person_entity, bruno, 2, &err));
    office_expect(SQL_LAST, "person.remove|person|lea|Bianchi, Benno\n");
    ck_assert_int_eq(bruno, database_file_number("SELECT row FROM journal WHERE staff = "
                                                 "'lea' GROUP BY row"));
    atelier_close(desk);
}
END_TEST

/* Whether the newest entry stands in the history of a row. */
static bool
is_in_history(enum entity_kind kind, int64_t row)
{
    struct listing_query query = { .kind = LISTING_ROW_JOURNAL,
                                   .scope = row,
                                   .entity = (int)kind };
    struct listing_page page = { 0 };

    ck_assert_msg(listing_fetch(at, &query, LISTING_FIRST, NULL, 1, &page, &err), "%s",
                  err.message);
    bool found = page.count == 1 &&
                 page.rows[0].id == database_file_number("SELECT max(id) FROM journal");
    listing_page_clear(&page);
    return found;
}

static void
expect_membership_entry(const char *act, int64_t membership, int64_t group)
{
    struct buffer expected = { 0 };

    buffer_addf(&expected, "%s|membership|%lld|Müller, Anna · URB URB\n", act,
                (long long)membership);
    office_expect(
        "SELECT act, entity, row, summary FROM journal_view ORDER BY id DESC LIMIT 1",
        buffer_text(&expected));
    buffer_clear(&expected);
    ck_assert(is_in_history(ENTITY_MEMBERSHIP, membership));
    ck_assert_msg(is_in_history(ENTITY_PERSON, anna), "%s", act);
    ck_assert_msg(is_in_history(ENTITY_WORKING_GROUP, group), "%s", act);
}

/* Whose it is, of which group, and in the history of both: from the first day to its
 * removal. */
START_TEST(a_membership__stands_in_the_history__of_its_person_and_its_group)
{
    struct membership *membership = record_new(&membership_entity);
    int64_t other = office_add_group(at, "EAU");
    int64_t group = office_add_group(at, "URB");

    ck_assert(edit_prepare(at, &membership_entity, membership, &err));
    membership->group = group;
    membership->person = anna;
    ck_assert_msg(edit_add(at, &membership_entity, membership, NULL, &err), "%s",
                  err.message);
    int64_t id = membership->head.id;
    expect_membership_entry("membership.join", id, group);
    ck_assert(!is_in_history(ENTITY_WORKING_GROUP, other));

    office_change(at, &membership_entity, id, "role", "chair", NULL);
    expect_membership_entry("membership.change", id, group);
    ck_assert(membership_leave(at, id, (struct date){ 2027, 3, 10 }, &err));
    expect_membership_entry("membership.leave", id, group);
    load(at, membership, &membership_entity, id);
    ck_assert_msg(edit_remove(at, &membership_entity, id, membership->head.rev, &err),
                  "%s", err.message);
    expect_membership_entry("membership.remove", id, group);
    record_free(&membership_entity, membership);
}
END_TEST

START_TEST(a_post__stands_in_the_history__of_its_person_and_its_organisation)
{
    int64_t town = office_add(at, &organisation_entity, "name", "Lens", NULL);
    int64_t post =
        office_add(at, &affiliation_entity, "person", rows_number(anna), "organisation",
                   rows_number(town), "function", "Mayor", NULL);

    office_expect(SQL_LAST_SUMMARY, "affiliation.add|Müller, Anna · Lens\n");
    ck_assert(is_in_history(ENTITY_PERSON, anna));
    ck_assert(is_in_history(ENTITY_ORGANISATION, town));
    office_change(at, &affiliation_entity, post, "to", "2027-04-30", NULL);
    office_expect(SQL_LAST_SUMMARY, "affiliation.change|Müller, Anna · Lens\n");
    ck_assert(is_in_history(ENTITY_PERSON, anna));
    ck_assert(is_in_history(ENTITY_ORGANISATION, town));
    ck_assert(edit_remove(at, &affiliation_entity, post, 2, &err));
    office_expect(SQL_LAST_SUMMARY, "affiliation.remove|Müller, Anna · Lens\n");
    ck_assert(is_in_history(ENTITY_PERSON, anna));
    ck_assert(is_in_history(ENTITY_ORGANISATION, town));
}
END_TEST

/* One noun after the other, each with what it cannot do without. */
START_TEST(a_write_without_its_journal__is_no_write)
{
    struct buffer count = { 0 };
    static const char *const tables[] = { "category",      "organisation", "venue",
                                          "working_group", "person",       "staff" };
    void *records[] = { record_new(&category_entity), record_new(&organisation_entity),
                        record_new(&venue_entity),    record_new(&working_group_entity),
                        record_new(&person_entity),   record_new(&staff_entity) };
    static const char *const fields[] = { "name", "name",   "name",
                                          "code", "family", "login" };

    ck_assert(database_file_run("CREATE TRIGGER full BEFORE INSERT ON journal BEGIN "
                                "SELECT RAISE(ABORT, 'no'); END"));
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        const struct entity *entity = entity_find(tables[i]);
        ck_assert(edit_prepare(at, entity, records[i], &err));
        field_set_text(entity_field(entity, fields[i]), records[i], "Xyz");
        if (entity->kind == ENTITY_WORKING_GROUP)
            field_set_text(entity_field(entity, "name"), records[i], "Xyz");
        ck_assert(!edit_add(at, entity, records[i], NULL, &err));
        buffer_clear(&count);
        buffer_addf(&count, "SELECT count(*) FROM \"%s\" WHERE %s = 'Xyz'", tables[i],
                    fields[i]);
        ck_assert_int_eq(database_file_number(buffer_text(&count)), 0);
        record_free(entity, records[i]);
    }
    load(at, person, &person_entity, anna);
    memory_replace(&person->given, "Anne");
    ck_assert(!edit_change(at, &person_entity, person, &err));
    ck_assert(!edit_remove(at, &person_entity, anna, 1, &err));
    office_expect("SELECT given, rev FROM person", "Anna|1\n");
    buffer_clear(&count);

    ck_assert(database_file_run("DROP TRIGGER full"));
    ck_assert(edit_remove(at, &person_entity, anna, 1, &err));
}
END_TEST

START_TEST(saving_what_is_unchanged__is_no_act)
{
    int64_t acts = database_file_number(SQL_ACTS);

    load(at, person, &person_entity, anna);
    ck_assert(edit_change(at, &person_entity, person, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    office_expect("SELECT rev FROM person", "1\n");
}
END_TEST

START_TEST(the_second_to_save__overwrites_nothing)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);
    struct person *mine = record_new(&person_entity);

    load(desk, person, &person_entity, anna);
    load(at, mine, &person_entity, anna);
    memory_replace(&person->phone, "1");
    ck_assert(edit_change(desk, &person_entity, person, &err));
    int64_t acts = database_file_number(SQL_ACTS);

    memory_replace(&mine->note, "calls back");
    ck_assert(!edit_change(at, &person_entity, mine, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    ck_assert_ptr_nonnull(strstr(err.message, "lea"));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    office_expect("SELECT phone, note, rev, changed_by FROM person", "1|-|2|lea\n");
    ck_assert(!edit_remove(at, &person_entity, anna, mine->head.rev, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);

    load(at, mine, &person_entity, anna); /* both seen, the person chose */
    memory_replace(&mine->note, "calls back");
    ck_assert(edit_change(at, &person_entity, mine, &err));
    office_expect("SELECT phone, note, rev FROM person", "1|calls back|3\n");
    record_free(&person_entity, mine);
    atelier_close(desk);
}
END_TEST

/* The colleague's version happens to be the one that was typed as well. */
START_TEST(the_same_change__by_two__is_a_conflict_all_the_same)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    load(at, person, &person_entity, anna);
    memory_replace(&person->phone, "1");
    office_change(desk, &person_entity, anna, "phone", "1", NULL);
    ck_assert(!edit_change(at, &person_entity, person, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    atelier_close(desk);
}
END_TEST

START_TEST(a_meeting_and_the_settings__know_conflicts_too)
{
    struct atelier *second = office_return(NULL, OFFICE_NOW);
    struct meeting *meeting = record_new(&meeting_entity);
    struct settings *settings = record_new(&settings_entity);

    int64_t id =
        office_add_meeting(at, office_add_group(at, "URB"), "2027-03-16 09:30", 9);
    load(at, meeting, &meeting_entity, id);
    office_change(second, &meeting_entity, id, "seats", "12", NULL);
    meeting->seats = 10;
    ck_assert(!edit_change(at, &meeting_entity, meeting, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    ck_assert(plan_act(second, id, MEETING_CANCEL, "flood", &err));
    ck_assert(!edit_change(at, &meeting_entity, meeting, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    office_expect("SELECT seats, state FROM meeting_view", "12|cancelled\n");

    record_copy(&settings_entity, settings, atelier_settings(second));
    memory_replace(&settings->network, "Cities by Rivers");
    ck_assert(settings_change(second, settings, &err));
    record_copy(&settings_entity, settings, atelier_settings(at));
    memory_replace(&settings->network, "Cities by Lakes");
    ck_assert(!settings_change(at, settings, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    office_expect("SELECT value FROM setting WHERE name = 'network'",
                  "Cities by Rivers\n");
    record_free(&settings_entity, settings);
    record_free(&meeting_entity, meeting);
    atelier_close(second);
}
END_TEST

START_TEST(a_row_that_went__is_not_found)
{
    load(at, person, &person_entity, anna);
    ck_assert(edit_remove(at, &person_entity, anna, 1, &err));
    memory_replace(&person->phone, "1");
    ck_assert(!edit_change(at, &person_entity, person, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert(!edit_remove(at, &person_entity, anna, 1, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}
END_TEST

START_TEST(a_code__is_given_once)
{
    struct working_group *group = record_new(&working_group_entity);

    office_add_group(at, "URB");
    ck_assert(edit_prepare(at, &working_group_entity, group, &err));
    memory_replace(&group->code, "URB");
    memory_replace(&group->name, "Other");
    int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(!edit_add(at, &working_group_entity, group, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.field, "code");
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    record_free(&working_group_entity, group);
}
END_TEST

START_TEST(a_wrong_value__names_its_field)
{
    const struct field *email = entity_field(&person_entity, "email");
    struct working_group *group = record_new(&working_group_entity);

    ck_assert(!edit_add(at, &person_entity, person, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "family");
    memory_replace(&person->family, "Costa");
    ck_assert(!field_parse(email, person, "carla.example.org", &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "email");
    ck_assert(!field_parse(email, person, "carla@", &err));
    ck_assert_ptr_null(person->email);

    memory_replace(&group->code, "MOB");
    memory_replace(&group->name, "Mobility");
    memory_replace(&group->zone, "Mars/Olympus");
    ck_assert(!edit_add(at, &working_group_entity, group, NULL, &err));
    ck_assert_str_eq(err.field, "zone");
    office_expect("SELECT count(*) FROM working_group", "0\n");
    record_free(&working_group_entity, group);
}
END_TEST

START_TEST(what_others_need__stays__and_says_why)
{
    int64_t group = office_add_group(at, "URB");
    int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 9);
    int64_t registration = office_register(at, meeting, anna);

    ck_assert(!edit_remove(at, &person_entity, anna, 1, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "list of a meeting"));
    ck_assert(!edit_remove(at, &working_group_entity, group, 1, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!edit_remove(at, &meeting_entity, meeting, 1, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!edit_remove(at, &registration_entity, registration, 1, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_list__is_entered_by_enrolment__alone)
{
    struct registration *registration = record_new(&registration_entity);

    registration->meeting =
        office_add_meeting(at, office_add_group(at, "URB"), "2027-03-16 09:30", 9);
    registration->person = anna;
    registration->state = REGISTRATION_ACCEPTED;
    memory_replace(&registration->family, "Müller");
    ck_assert(!edit_add(at, &registration_entity, registration, NULL, &err));
    office_expect("SELECT count(*) FROM registration", "0\n");
    record_free(&registration_entity, registration);
}
END_TEST

START_TEST(a_person_and_a_post__are_one_act)
{
    struct person *second = record_new(&person_entity);
    int64_t category = office_add(at, &category_entity, "name", "guild", NULL);
    int64_t acts = database_file_number(SQL_ACTS);

    memory_replace(&person->family, "Costa");
    memory_replace(&second->family, "Duarte");
    ck_assert(
        edit_add_person(at, person, "City  of Łódź", category, "planner", NULL, &err));
    ck_assert(edit_add_person(at, second, "city of lodz", 0, NULL, NULL, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 2);
    office_expect("SELECT o.name, o.category IS NOT NULL, p.family, a.function, "
                  "a.\"from\", a.main FROM affiliation a JOIN person p ON p.id = "
                  "a.person JOIN organisation o ON o.id = a.organisation ORDER BY a.id",
                  "City of Łódź|1|Costa|planner|2027-03-01|1\n"
                  "City of Łódź|1|Duarte|-|2027-03-01|1\n");
    record_free(&person_entity, second);
}
END_TEST

START_TEST(a_function__without_an_organisation__is_a_line_of_the_note)
{
    memory_replace(&person->family, "Costa");
    memory_replace(&person->note, "Vegan");
    ck_assert(edit_add_person(at, person, "", 0, "planner", NULL, &err));
    office_expect("SELECT note FROM person WHERE family = 'Costa'", "Vegan\nplanner\n");
    office_expect("SELECT count(*) FROM affiliation", "0\n");
}
END_TEST

START_TEST(a_person__has_one_main_post)
{
    int64_t ulm = office_add(at, &organisation_entity, "name", "City of Ulm", NULL);
    int64_t linz = office_add(at, &organisation_entity, "name", "City of Linz", NULL);

    office_add(at, &affiliation_entity, "person", rows_number(anna), "organisation",
               rows_number(ulm), NULL);
    struct affiliation second;
    record_init(&affiliation_entity, &second);
    second.person = anna;
    second.organisation = linz;
    second.main = true;
    struct questions sheet = { 0 };
    question_reply(&sheet, QUESTION_POST, POST_SECOND, NULL);
    ck_assert(edit_add(at, &affiliation_entity, &second, &sheet, &err));
    questions_clear(&sheet);
    record_clear(&affiliation_entity, &second);
    office_expect(
        "SELECT o.name, a.main FROM affiliation a JOIN organisation o ON o.id = "
        "a.organisation ORDER BY a.id",
        "City of Ulm|0\nCity of Linz|1\n");
}
END_TEST

START_TEST(one_administrator__always_stays)
{
    struct staff *staff = record_new(&staff_entity);
    int64_t own = database_file_number("SELECT id FROM staff");

    load(at, staff, &staff_entity, own);
    staff->role = ROLE_DESK;
    ck_assert(!edit_change(at, &staff_entity, staff, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.field, "role");
    ck_assert(!edit_remove(at, &staff_entity, own, 1, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    staff->role = ROLE_ADMINISTRATOR;
    memory_replace(&staff->login, "ghost");
    ck_assert(!edit_change(at, &staff_entity, staff, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.field, "login");
    memory_replace(&staff->login, "ada");
    memory_replace(&staff->name, "Ada"); /* her name is hers to change */
    ck_assert(edit_change(at, &staff_entity, staff, &err));

    office_add(at, &staff_entity, "login", "lea", "role", "administrator", NULL);
    staff->role = ROLE_DESK;
    memory_replace(&staff->login, "ghost");
    ck_assert(edit_change(at, &staff_entity, staff, &err));
    record_free(&staff_entity, staff);
}
END_TEST

START_TEST(a_file_opened_for_reading__is_not_written)
{
    const struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .now = INSTANT_NONE,
        .read_only = true,
    };
    struct atelier *reading = atelier_open(&options, &err);

    ck_assert_ptr_nonnull(reading);
    ck_assert(atelier_is_read_only(reading));
    load(reading, person, &person_entity, anna);
    memory_replace(&person->phone, "1");
    ck_assert(!edit_change(reading, &person_entity, person, &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    atelier_close(reading);
}
END_TEST

static int64_t
people_seen(struct atelier *who)
{
    const struct listing_query query = { .kind = LISTING_PERSON };
    int64_t count = 0;

    ck_assert(listing_count(who, &query, 1000, &count, &err));
    return count;
}

START_TEST(what_is_read_together__is_of_one_moment__and_frees_the_file)
{
    struct atelier *reader = office_return(NULL, OFFICE_NOW);
    const int64_t before = people_seen(at);

    ck_assert(atelier_read_begin(reader, &err));
    ck_assert_int_eq(people_seen(reader), before);
    office_add_person(at, "Late", "Lea");
    ck_assert_int_eq(people_seen(at), before + 1);
    ck_assert_int_eq(people_seen(reader), before);
    atelier_read_end(reader);
    ck_assert_int_eq(people_seen(reader), before + 1);
    office_add_person(reader, "Later", "Leo");
    ck_assert_int_eq(people_seen(at), before + 2);
    atelier_close(reader);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, every_write__has_its_row__in_the_journal);
    tcase_add_test(tests, what_is_read_together__is_of_one_moment__and_frees_the_file);
    tcase_add_test(tests,
                   a_membership__stands_in_the_history__of_its_person_and_its_group);
    tcase_add_test(tests,
                   a_post__stands_in_the_history__of_its_person_and_its_organisation);
    tcase_add_test(tests, a_write_without_its_journal__is_no_write);
    tcase_add_test(tests, saving_what_is_unchanged__is_no_act);
    tcase_add_test(tests, the_second_to_save__overwrites_nothing);
    tcase_add_test(tests, the_same_change__by_two__is_a_conflict_all_the_same);
    tcase_add_test(tests, a_meeting_and_the_settings__know_conflicts_too);
    tcase_add_test(tests, a_row_that_went__is_not_found);
    tcase_add_test(tests, a_code__is_given_once);
    tcase_add_test(tests, a_wrong_value__names_its_field);
    tcase_add_test(tests, what_others_need__stays__and_says_why);
    tcase_add_test(tests, a_list__is_entered_by_enrolment__alone);
    tcase_add_test(tests, a_person_and_a_post__are_one_act);
    tcase_add_test(tests, a_function__without_an_organisation__is_a_line_of_the_note);
    tcase_add_test(tests, a_person__has_one_main_post);
    tcase_add_test(tests, one_administrator__always_stays);
    tcase_add_test(tests, a_file_opened_for_reading__is_not_written);
}

SUITE_MAIN("edit")
