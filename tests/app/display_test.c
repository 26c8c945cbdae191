/* SPDX-License-Identifier: GPL-3.0-or-later */
/* display_test.c - values as people read them, with an office and without one */
#include "atelier/app/change_settings.h"
#include "atelier/app/display.h"

#include <stdio.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/app/history.h"
#include "atelier/app/reference.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

static struct atelier *at;
static struct buffer said;

static void
begin(void)
{
    at = office_found();
}

static void
end(void)
{
    buffer_clear(&said);
    office_end(at);
}

static void
expect(struct atelier *office, const struct entity *entity, const char *name,
       const char *canonical, const char *words)
{
    buffer_reset(&said);
    display_text(office, entity_field(entity, name), canonical, &said);
    ck_assert_str_eq(buffer_text(&said), words);
}

START_TEST(an_instant__is_by_the_clock_of_the_office__or_in_utc_without_one)
{
    expect(at, &presence_entity, "at", "2027-03-16T08:30:00Z", "Tue 16/03/2027 09:30");
    expect(NULL, &presence_entity, "at", "2027-03-16T08:30:00Z", "Tue 16/03/2027 08:30");
    /* In summer, and over midnight. */
    expect(at, &presence_entity, "at", "2027-07-01T22:15:00Z", "Fri 02/07/2027 00:15");
    expect(NULL, &presence_entity, "at", "2027-07-01T22:15:00Z", "Thu 01/07/2027 22:15");
}
END_TEST

START_TEST(a_cell__is_said__as_its_field_is)
{
    static const struct column when = { .name = "at", .kind = FIELD_INSTANT };

    buffer_reset(&said);
    display_cell(NULL, &when, "2027-03-16T08:30:00Z", &said);
    ck_assert_str_eq(buffer_text(&said), "Tue 16/03/2027 08:30");
    buffer_reset(&said);
    display_cell(at, &when, "2027-03-16T08:30:00Z", &said);
    ck_assert_str_eq(buffer_text(&said), "Tue 16/03/2027 09:30");
}
END_TEST

START_TEST(a_reference__is_a_title__or_its_id_without_an_office)
{
    office_add_person(at, "Müller", "Anna");
    expect(at, &person_entity, "merged_into", "1", "Müller, Anna");
    expect(NULL, &person_entity, "merged_into", "1", "1");
    expect(at, &person_entity, "merged_into", "99", "#99");
}
END_TEST

/* The newest change of such a row is told of a row of that title. */
static void
expect_history_of(const char *act, enum entity_kind entity, int64_t row,
                  const char *title)
{
    struct journal_change_list list = { 0 };
    struct error err = { 0 };
    char sql[100];

    (void)snprintf(sql, sizeof sql, "SELECT max(id) FROM journal WHERE act = '%s'", act);
    ck_assert_msg(
        history_changes(at, database_file_number(sql), entity, row, &list, &err), "%s",
        err.message);
    ck_assert_uint_gt(list.count, 0);
    ck_assert_str_eq(list.items[0].title, title);
    journal_change_list_clear(&list);
}

static void
remove_row(const struct entity *entity, int64_t id, int64_t rev)
{
    struct error err = { 0 };

    ck_assert_msg(edit_remove(at, entity, id, rev, &err), "%s", err.message);
}

START_TEST(a_row_that_is_gone__is_called_what_it_was)
{
    const int64_t anna = office_add_person(at, "Müller", "Anna");
    const int64_t towns = office_add(at, &category_entity, "name", "Towns", NULL);
    const int64_t lyon = office_add(at, &organisation_entity, "name", "Lyon", "category",
                                    rows_number(towns), NULL);
    const int64_t post = office_add(at, &affiliation_entity, "person", rows_number(anna),
                                    "organisation", rows_number(lyon), NULL);

    office_change(at, &affiliation_entity, post, "function", "Officer", NULL);
    office_change(at, &category_entity, towns, "name", "Town", NULL);
    remove_row(&affiliation_entity, post, 2);
    expect_history_of("affiliation.change", ENTITY_AFFILIATION, post,
                      "Müller, Anna · Lyon");
    remove_row(&person_entity, anna, 1);
    remove_row(&organisation_entity, lyon, 1);
    expect_history_of("affiliation.change", ENTITY_AFFILIATION, post,
                      "Müller, Anna · Lyon");
    expect_history_of("affiliation.remove", ENTITY_AFFILIATION, post,
                      "Müller, Anna · Lyon");
    remove_row(&category_entity, towns, 2);
    expect_history_of("category.change", ENTITY_CATEGORY, towns, "Town");
    expect(at, &organisation_entity, "category", rows_number(towns), "Town");
    expect(at, &organisation_entity, "category", "99", "#99");
}
END_TEST

START_TEST(choices_days_and_answers__are__in_words)
{
    expect(NULL, &meeting_entity, "state", "postponed", "postponed");
    expect(NULL, &meeting_entity, "mode", "on-site",
           "on site"); /* the first of its list */
    expect(NULL, &meeting_entity, "waiting_list", "automatic",
           "a list; freed seats are given");
    expect(NULL, &meeting_entity, "state", "abducted", "abducted");
    expect(NULL, &meeting_entity, "opens", "2027-03-01", "Mon 01/03/2027");
    expect(NULL, &meeting_entity, "start", "2027-03-16 09:30", "Tue 16/03/2027 09:30");
    expect(NULL, &person_entity, "consent", "1", "yes");
    expect(NULL, &person_entity, "consent", "0", "no");
    expect(NULL, &person_entity, "consent", NULL, "");
}
END_TEST

/* What a person or a broken file wrote is shown as it is. */
START_TEST(what_cannot_be_read__is_shown__as_it_stands)
{
    expect(at, &presence_entity, "at", "yesterday", "yesterday");
    expect(at, &meeting_entity, "opens", "2027-13-45", "2027-13-45");
    expect(at, &meeting_entity, "start", "noon", "noon");
}
END_TEST

static void
expect_zone(const char *zone, const char *words)
{
    static const struct column column = { .name = "zone", .kind = FIELD_ZONE };

    buffer_reset(&said);
    display_elsewhere(at, zone, &said);
    ck_assert_str_eq(buffer_text(&said), words);
    buffer_reset(&said);
    display_cell(at, &column, zone, &said);
    ck_assert_str_eq(buffer_text(&said), words[0] == ' ' ? words + 1 : words);
}

/* The office is in Paris. */
START_TEST(a_zone__is_told__where_clocks_show_another_hour)
{
    for (int again = 0; again < 2; again++) { /* the second time it is known */
        expect_zone("Europe/Paris", "");
        expect_zone("Europe/Brussels", "");
        expect_zone("Europe/Bucharest", " Bucharest");
        expect_zone("America/New_York", " New York");
        expect_zone("US/Eastern", " Eastern"); /* of an older program */
        expect_zone("Europe/Atlantis", " Atlantis");
        expect_zone(NULL, "");
        expect_zone("", "");
    }
}
END_TEST

START_TEST(a_zone__is_compared_anew__when_the_office_moves)
{
    struct settings settings;
    struct error err = { 0 };

    expect_zone("Europe/Bucharest", " Bucharest");
    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    field_set_text(entity_field(&settings_entity, "zone"), &settings, "Europe/Athens");
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
    expect_zone("Europe/Bucharest", "");
    expect_zone("Europe/Paris", " Paris");
}
END_TEST

START_TEST(meetings_elsewhere__are_known__from_the_first_on)
{
    const int64_t group = office_add_group(at, "EVA");

    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    ck_assert(!display_has_elsewhere(at));
    office_change(at, &working_group_entity, group, "zone", "Europe/Brussels", NULL);
    office_add_meeting(at, group, "2027-04-16 09:30", 10);
    ck_assert(!display_has_elsewhere(at));
    office_change(at, &working_group_entity, group, "zone", "Europe/Bucharest", NULL);
    office_add_meeting(at, group, "2027-05-16 09:30", 10);
    ck_assert(display_has_elsewhere(at));
}
END_TEST

/* What is found has its hour told as lists tell it. */
START_TEST(a_hit__names_the_zone__of_a_meeting_elsewhere)
{
    const int64_t group = office_add_group(at, "EVA");
    struct search_hit_list list = { 0 };
    struct error err = { 0 };

    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    office_change(at, &working_group_entity, group, "zone", "Europe/Bucharest", NULL);
    office_add_meeting(at, group, "2027-05-16 09:30", 10);
    for (int way = 0; way < 2; way++) {
        ck_assert(way == 0 ? browse_search(at, "EVA", 10, &list, &err)
                           : reference_find(at, ENTITY_MEETING, "EVA", 10, &list, &err));
        size_t told = 0;
        size_t meetings = 0;
        for (size_t i = 0; i < list.count; i++) {
            if (list.items[i].entity != ENTITY_MEETING)
                continue;
            meetings++;
            told += list.items[i].zone != NULL;
            buffer_reset(&said);
            search_hit_add_detail(&list.items[i], &said);
            ck_assert_str_eq(buffer_text(&said),
                             list.items[i].zone ? "EVA, Sun 16/05/2027 09:30 Bucharest"
                                                : "EVA, Tue 16/03/2027 09:30");
        }
        ck_assert_uint_eq(meetings, 2);
        ck_assert_uint_eq(told, 1);
        search_hit_list_clear(&list);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   an_instant__is_by_the_clock_of_the_office__or_in_utc_without_one);
    tcase_add_test(tests, a_cell__is_said__as_its_field_is);
    tcase_add_test(tests, a_zone__is_told__where_clocks_show_another_hour);
    tcase_add_test(tests, a_zone__is_compared_anew__when_the_office_moves);
    tcase_add_test(tests, meetings_elsewhere__are_known__from_the_first_on);
    tcase_add_test(tests, a_hit__names_the_zone__of_a_meeting_elsewhere);
    tcase_add_test(tests, a_reference__is_a_title__or_its_id_without_an_office);
    tcase_add_test(tests, a_row_that_is_gone__is_called_what_it_was);
    tcase_add_test(tests, choices_days_and_answers__are__in_words);
    tcase_add_test(tests, what_cannot_be_read__is_shown__as_it_stands);
}

SUITE_MAIN("display")
