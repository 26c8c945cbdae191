/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overview_table_test.c - what the pages say besides fields is true of today */
#include "atelier/store/overview_table.h"

#include <check.h>
#include <string.h>

#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/listing_table.h"
#include "support/rows.h"
#include "support/suite.h"

/* The first of March 2027, nine o'clock; three meetings are over, one is to come. */
#define TODAY ((struct date){ 2027, 3, 1 })

static struct database *db;
static struct error err;
static instant now;
static int64_t city, region; /* organisations */
static int64_t group;
static int64_t last_year, january, february, april; /* meetings */
static int64_t anna, bert;

static int64_t
add_person(const char *family)
{
    return rows_add(db, &person_entity, "family", family, NULL);
}

static int64_t
add_member(int64_t person, const char *role, const char *from)
{
    return rows_add(db, &membership_entity, "group", rows_number(group), "person",
                    rows_number(person), "role", role, "from", from, NULL);
}

/* On the list for an organisation, or for none: 0. */
static int64_t
list_for(int64_t meeting, int64_t person, int64_t organisation)
{
    int64_t id = rows_add_registration(db, meeting, person, "accepted");

    if (organisation != 0)
        rows_change(db, &registration_entity, id, "organisation",
                    rows_number(organisation), NULL);
    return id;
}

static int64_t
add_slot(int64_t meeting, const char *start, const char *end)
{
    return rows_add(db, &slot_entity, "meeting", rows_number(meeting), "label", start,
                    "start", start, "end", end, NULL);
}

static void
mark(int64_t registration, int64_t slot, const char *kind)
{
    rows_add(db, &presence_entity, "registration", rows_number(registration), "slot",
             rows_number(slot), "kind", kind, "at", "2027-02-01T09:30:00Z", "by", "lea",
             "reason", "because", NULL);
}

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    ck_assert(instant_parse("2027-03-01T09:00:00Z", &now));
    int64_t towns = rows_add(db, &category_entity, "name", "Towns", "order", "2", NULL);
    int64_t regions =
        rows_add(db, &category_entity, "name", "Regions", "order", "1", NULL);
    city = rows_add(db, &organisation_entity, "name", "City", "category",
                    rows_number(towns), NULL);
    region = rows_add(db, &organisation_entity, "name", "Region", "category",
                      rows_number(regions), NULL);
    group = rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    last_year = rows_add_meeting(db, group, "Before", "2026-02-10 09:00");
    january = rows_add_meeting(db, group, "Snow", "2027-01-12 09:00");
    february = rows_add_meeting(db, group, "Rain", "2027-02-09 09:00");
    april = rows_add_meeting(db, group, "Sun", "2027-04-13 09:00");
    anna = add_person("Anders");
    bert = add_person("Berg");
}

static void
tear_down(void)
{
    database_close(db);
}

static void
expect_person(int64_t person, int64_t coming, int64_t marked, int64_t came)
{
    struct person_overview overview = { 0 };

    ck_assert_msg(overview_table_person(db, person, now, TODAY, &overview, &err), "%s",
                  err.message);
    ck_assert_int_eq(overview.coming, coming);
    ck_assert_int_eq(overview.marked, marked);
    ck_assert_int_eq(overview.came, came);
    person_overview_clear(&overview);
}

/* A cell of the only row of a listing. */
static void
expect_cell(enum listing_kind kind, int64_t scope, const char *column,
            const char *expected)
{
    const struct listing *listing = listing_get(kind);
    const struct listing_query query = {
        .kind = kind, .scope = scope, .now = now, .today = TODAY, .history = true
    };
    struct listing_page page = { 0 };
    size_t c = 0;

    while (strcmp(listing->columns[c].name, column) != 0)
        c++;
    ck_assert_msg(listing_table_fetch(db, &query, LISTING_FIRST, NULL, 9, &page, &err),
                  "%s", err.message);
    ck_assert_uint_eq(page.count, 1);
    ck_assert_str_eq(page.rows[0].cells[c] ? page.rows[0].cells[c] : "-", expected);
    listing_page_clear(&page);
}

START_TEST(annulled_mark__makes_nobody_come__until_the_next_one)
{
    int64_t annas = list_for(january, anna, 0);
    int64_t slot = add_slot(january, "2027-01-12 09:00", "2027-01-12 11:00");
    mark(list_for(january, bert, 0), slot, "present");
    mark(annas, slot, "present");
    expect_person(anna, 0, 1, 1);
    expect_cell(LISTING_PERSON_MEETING, anna, "presence", "present");
    mark(annas, slot, "annulled");
    expect_person(anna, 0, 1, 0);
    expect_cell(LISTING_PERSON_MEETING, anna, "presence", "-");
    mark(annas, slot, "signed");
    expect_person(anna, 0, 1, 1);
}
END_TEST

START_TEST(meeting__whose_only_mark_was_annulled__says_nothing_of_anybody)
{
    int64_t annas = list_for(january, anna, 0);
    int64_t slot = add_slot(january, "2027-01-12 09:00", "2027-01-12 11:00");
    mark(annas, slot, "present");
    mark(annas, slot, "annulled");
    expect_person(anna, 0, 0, 0);
}
END_TEST

START_TEST(who_was_seen_in_one_of_two_slots__came_once)
{
    int64_t annas = list_for(february, anna, 0);
    int64_t berts = list_for(february, bert, 0);
    int64_t morning = add_slot(february, "2027-02-09 09:00", "2027-02-09 10:00");
    int64_t later = add_slot(february, "2027-02-09 10:00", "2027-02-09 11:00");
    mark(annas, morning, "present");
    mark(annas, later, "absent");
    mark(berts, morning, "present");
    mark(berts, later, "present");
    mark(berts, later, "annulled");
    expect_person(anna, 0, 1, 1);
    expect_person(bert, 0, 1, 1);
    expect_cell(LISTING_PERSON_MEETING, anna, "presence", "present");
}
END_TEST

START_TEST(person__counts_what_comes__and_of_the_past_what_was_marked)
{
    list_for(april, anna, 0);
    list_for(last_year, anna, 0); /* nobody kept the marks */
    int64_t annas = list_for(january, anna, 0);
    mark(annas, add_slot(january, "2027-01-12 09:00", "2027-01-12 11:00"), "excused");
    expect_person(anna, 1, 1, 0);
    rows_change(db, &meeting_entity, april, "state", "cancelled", "reason", "snow", NULL);
    expect_person(anna, 0, 1, 0);
    rows_change(db, &registration_entity, annas, "state", "withdrawn", NULL);
    expect_person(anna, 0, 0, 0);
}
END_TEST

START_TEST(member__is_measured_by_the_meetings_since_they_joined)
{
    add_member(anna, "member", "2027-02-01");
    mark(list_for(last_year, bert, 0),
         add_slot(last_year, "2026-02-10 09:00", "2026-02-10 11:00"), "present");
    mark(list_for(january, bert, 0),
         add_slot(january, "2027-01-12 09:00", "2027-01-12 11:00"), "present");
    expect_cell(LISTING_MEMBERSHIP, group, "came", "-");
    expect_cell(LISTING_MEMBERSHIP, group, "came_of", "-");
    int64_t annas = list_for(february, anna, 0);
    mark(annas, add_slot(february, "2027-02-09 09:00", "2027-02-09 11:00"), "signed");
    expect_cell(LISTING_MEMBERSHIP, group, "came", "1");
    expect_cell(LISTING_MEMBERSHIP, group, "came_of", "1");
}
END_TEST

START_TEST(member__without_a_first_day__is_measured_by_all)
{
    add_member(anna, "member", NULL);
    mark(list_for(january, bert, 0),
         add_slot(january, "2027-01-12 09:00", "2027-01-12 11:00"), "present");
    mark(list_for(february, anna, 0),
         add_slot(february, "2027-02-09 09:00", "2027-02-09 11:00"), "present");
    expect_cell(LISTING_MEMBERSHIP, group, "came", "1");
    expect_cell(LISTING_MEMBERSHIP, group, "came_of", "2");
}
END_TEST

static void
read_group(struct group_overview *overview)
{
    *overview = (struct group_overview){ 0 };
    ck_assert_msg(overview_table_group(db, group, now, TODAY, overview, &err), "%s",
                  err.message);
}

START_TEST(chair__needs_no_membership__and_is_named_once)
{
    struct group_overview group_says;
    struct person_overview says = { 0 };

    rows_change(db, &working_group_entity, group, "chair", rows_number(bert), NULL);
    read_group(&group_says);
    ck_assert_str_eq(group_says.chairs, "Berg");
    group_overview_clear(&group_says);

    add_member(anna, "chair", NULL);
    add_member(bert, "chair", NULL);
    read_group(&group_says);
    ck_assert_str_eq(group_says.chairs, "Berg; Anders"); /* the group's own first */
    group_overview_clear(&group_says);

    ck_assert(overview_table_person(db, bert, now, TODAY, &says, &err));
    ck_assert_uint_eq(says.count, 1);
    ck_assert_str_eq(says.groups[0].code, "URB");
    ck_assert_int_eq(says.groups[0].role, MEMBERSHIP_CHAIR);
    person_overview_clear(&says);
}
END_TEST

START_TEST(group__names_the_next_meeting__and_the_last_that_took_place)
{
    struct group_overview says;
    int64_t slot = add_slot(february, "2027-02-09 09:00", "2027-02-09 11:00");

    mark(list_for(february, anna, 0), slot, "present");
    list_for(april, anna, 0);
    list_for(april, bert, 0);
    read_group(&says);
    ck_assert_int_eq(says.next.id, april);
    ck_assert_int_eq(says.next.taken, 2);
    ck_assert_int_eq(says.last.id, february);
    ck_assert_int_eq(says.last.present, 1);
    group_overview_clear(&says);

    rows_change(db, &meeting_entity, april, "state", "cancelled", "reason", "snow", NULL);
    read_group(&says);
    ck_assert_int_eq(says.next.id, 0);
    group_overview_clear(&says);
}
END_TEST

START_TEST(group__names_a_postponed_meeting__unless_one_is_certain)
{
    struct group_overview says;

    rows_change(db, &meeting_entity, april, "state", "postponed", "reason", "snow", NULL);
    read_group(&says);
    ck_assert_int_eq(says.next.id, april);
    ck_assert(says.next.is_postponed);
    group_overview_clear(&says);

    const int64_t may = rows_add_meeting(db, group, "Wind", "2027-05-11 09:00");
    read_group(&says);
    ck_assert_int_eq(says.next.id, may);
    ck_assert(!says.next.is_postponed);
    group_overview_clear(&says);
}
END_TEST

START_TEST(meeting__that_is_called_off__says_so_of_whoever_was_on_its_list)
{
    list_for(april, anna, 0);
    expect_cell(LISTING_PERSON_MEETING, anna, "presence", "to_come");
    rows_change(db, &meeting_entity, april, "state", "postponed", "reason", "snow", NULL);
    expect_cell(LISTING_PERSON_MEETING, anna, "presence", "postponed");
    rows_change(db, &meeting_entity, april, "state", "cancelled", "reason", "snow", NULL);
    expect_cell(LISTING_PERSON_MEETING, anna, "presence", "cancelled");
    list_for(january, bert, 0);
    rows_change(db, &meeting_entity, january, "state", "cancelled", "reason", "snow",
                NULL);
    expect_cell(LISTING_PERSON_MEETING, bert, "presence", "cancelled");
}
END_TEST

START_TEST(members__are_shared_out_by_the_category_of_whom_they_sit_for)
{
    struct group_overview says;

    rows_add(db, &affiliation_entity, "person", rows_number(anna), "organisation",
             rows_number(city), "main", "1", NULL);
    rows_add(db, &affiliation_entity, "person", rows_number(bert), "organisation",
             rows_number(city), "main", "1", NULL);
    add_member(anna, "member", NULL);
    int64_t berts = add_member(bert, "member", NULL);
    rows_change(db, &membership_entity, berts, "organisation", rows_number(region), NULL);
    add_member(add_person("Carl"), "member", NULL);
    read_group(&says);
    ck_assert_uint_eq(says.count, 3);
    ck_assert_str_eq(says.shares[0].name, "Regions"); /* in the order of categories */
    ck_assert_str_eq(says.shares[1].name, "Towns");
    ck_assert_str_eq(says.shares[2].name, "");
    for (size_t i = 0; i < says.count; i++)
        ck_assert_int_eq(says.shares[i].people, 1);
    group_overview_clear(&says);
}
END_TEST

START_TEST(organisation__is_counted_by_meeting__in_each_year_and_the_last_twelve_months)
{
    struct organisation_overview says;
    int64_t slot = add_slot(january, "2027-01-12 09:00", "2027-01-12 11:00");

    mark(list_for(january, anna, city), slot, "present");
    mark(list_for(january, bert, city), slot, "present"); /* the same meeting */
    mark(list_for(february, anna, city),
         add_slot(february, "2027-02-09 09:00", "2027-02-09 11:00"), "absent");
    mark(list_for(last_year, anna, city),
         add_slot(last_year, "2026-02-10 09:00", "2026-02-10 11:00"), "present");
    list_for(april, anna, city);
    ck_assert_msg(overview_table_organisation(db, city, now, TODAY, &says, &err), "%s",
                  err.message);
    ck_assert_int_eq(says.recent.listed, 2);
    ck_assert_int_eq(says.recent.came, 1);
    ck_assert_int_eq(says.years[0].year, 2027);
    ck_assert_int_eq(says.years[0].listed, 2);
    ck_assert_int_eq(says.years[0].came, 1);
    ck_assert_int_eq(says.years[1].year, 2026);
    ck_assert_int_eq(says.years[1].listed, 1);
    ck_assert_int_eq(says.years[1].came, 1);
    ck_assert_int_eq(says.years[2].listed, 0);
    ck_assert(overview_table_organisation(db, region, now, TODAY, &says, &err));
    ck_assert_int_eq(says.recent.listed, 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, annulled_mark__makes_nobody_come__until_the_next_one);
    tcase_add_test(tests, meeting__whose_only_mark_was_annulled__says_nothing_of_anybody);
    tcase_add_test(tests, who_was_seen_in_one_of_two_slots__came_once);
    tcase_add_test(tests, person__counts_what_comes__and_of_the_past_what_was_marked);
    tcase_add_test(tests, member__is_measured_by_the_meetings_since_they_joined);
    tcase_add_test(tests, member__without_a_first_day__is_measured_by_all);
    tcase_add_test(tests, chair__needs_no_membership__and_is_named_once);
    tcase_add_test(tests, group__names_the_next_meeting__and_the_last_that_took_place);
    tcase_add_test(tests, group__names_a_postponed_meeting__unless_one_is_certain);
    tcase_add_test(tests,
                   meeting__that_is_called_off__says_so_of_whoever_was_on_its_list);
    tcase_add_test(tests, members__are_shared_out_by_the_category_of_whom_they_sit_for);
    tcase_add_test(
        tests,
        organisation__is_counted_by_meeting__in_each_year_and_the_last_twelve_months);
}

SUITE_MAIN("overview_table")
