/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants_shown_test.c - Today, lists and calendars show hours by the rules of today */
#include "instants_office.h"

#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/meeting.h"

static size_t
count_told(const char *now)
{
    struct today_list list = { 0 };
    size_t count = 0;

    come_back(now);
    ck_assert_msg(browse_today(at, 20, &list, &err), "%s", err.message);
    for (size_t i = 0; i < list.count; i++) {
        if (list.items[i].kind != TODAY_HOUR_MOVED)
            continue;
        ck_assert_str_eq(list.items[i].other_title, PARIS);
        count++;
    }
    today_list_clear(&list);
    return count;
}

START_TEST(today__tells_for_a_fortnight_which_meetings_moved)
{
    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    office_add_meeting(at, group, "2027-07-10 09:00", 10);
    office_add_meeting(at, group, "2027-12-01 09:00", 10);
    made_zone_write(PARIS, NO_SUMMER);
    come_back("2027-06-30 09:00");
    ck_assert_uint_eq(count_told("2027-06-30 09:00"), 0);
    instants_follow_rules(at);
    ck_assert_uint_eq(count_told("2027-06-30 09:00"), 2);
    ck_assert_uint_eq(count_told("2027-07-01 08:01"), 1); /* the first has begun */
    ck_assert_uint_eq(count_told("2027-07-09 09:00"), 1);
    ck_assert_uint_eq(count_told("2027-06-30 09:00"), 2);
    office_change(at, &meeting_entity, 2, "start", "2027-08-10 09:00", "end",
                  "2027-08-10 11:00", NULL);
    ck_assert_uint_eq(count_told("2027-07-14 08:59"), 1);
    ck_assert_uint_eq(count_told("2027-07-14 09:01"), 0); /* a fortnight later */
}
END_TEST

static bool
keep(void *context, const char *bytes, size_t length)
{
    buffer_addf(context, "%.*s", (int)length, bytes);
    return true;
}

START_TEST(the_calendar_of_who_may_only_read__is_by_the_rules_of_today)
{
    struct atelier *reader = office_hire(at, "lea", ROLE_READER);
    struct buffer feed = { 0 };
    int64_t events;

    atelier_close(reader);
    made_zone_write(PARIS, "WGT+3");
    come_back(OFFICE_NOW);
    office_add_meeting(at, group, "2027-10-31 02:30", 10);
    made_zone_write(PARIS, SUMMER);
    reader = office_return("lea", OFFICE_NOW);
    ck_assert(export_calendar(reader, ROW_NONE, keep, &feed, &events, &err));
    ck_assert_msg(strstr(buffer_text(&feed), "DTSTART:20271031T013000Z"), "%s",
                  buffer_text(&feed));
    buffer_clear(&feed);
    atelier_close(reader);
}
END_TEST

/* Of the first row. */
static void
expect_cell(struct atelier *reader, enum listing_kind kind, const char *column,
            const char *expected)
{
    const struct listing *listing = listing_get(kind);
    const struct listing_query query = { .kind = kind, .scope = 1 };
    struct listing_page page = { 0 };
    const char *cell = NULL;

    ck_assert_msg(listing_fetch(reader, &query, LISTING_FIRST, NULL, 1, &page, &err),
                  "%s", err.message);
    ck_assert_uint_eq(page.count, 1);
    for (size_t c = 0; c < listing->column_count; c++)
        if (strcmp(listing->columns[c].name, column) == 0)
            cell = page.rows[0].cells[c];
    ck_assert_ptr_nonnull(cell);
    ck_assert_str_eq(cell, expected);
    listing_page_clear(&page);
}

static void
expect_shown(struct atelier *reader, int64_t id, const char *start, const char *end)
{
    struct meeting meeting;
    char text[INSTANT_TEXT_SIZE];

    expect_cell(reader, LISTING_MEETING, "start_at", start);
    expect_cell(reader, LISTING_MEETING, "end_at", end);
    expect_cell(reader, LISTING_GROUP_MEETING, "start_at", start);
    expect_cell(reader, LISTING_PERSON_MEETING, "end_at", end);
    record_init(&meeting_entity, &meeting);
    ck_assert(edit_load(reader, &meeting_entity, id, &meeting, &err));
    instants_show(reader, &meeting);
    instant_format(meeting.start_at, text);
    ck_assert_str_eq(text, start);
    instant_format(meeting.end_at, text);
    ck_assert_str_eq(text, end);
    record_clear(&meeting_entity, &meeting);
}

START_TEST(what_a_reader_is_shown__is_by_the_rules_of_today)
{
    struct atelier *reader = office_hire(at, "lea", ROLE_READER);
    const int64_t person = office_add_person(at, "Ada", NULL);
    const int64_t id = office_add_meeting(at, group, "2027-07-01 09:00", 10);

    ck_assert_int_eq(person, 1);
    office_register(at, id, person);
    expect_shown(reader, id, "2027-07-01T07:00:00Z", "2027-07-01T09:00:00Z");
    atelier_close(reader);
    made_zone_write(PARIS, NO_SUMMER);
    reader = office_return("lea", OFFICE_NOW);
    instants_follow_rules(reader);
    expect_shown(reader, id, "2027-07-01T08:00:00Z", "2027-07-01T10:00:00Z");
    office_expect(SQL_STARTS, "07-01 07:00\n");
    atelier_close(reader);
}
END_TEST

START_TEST(what_is_over__is_shown_as_it_took_place)
{
    struct atelier *reader = office_hire(at, "lea", ROLE_READER);

    atelier_close(reader);
    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    made_zone_write(PARIS, NO_SUMMER);
    reader = office_return("lea", "2027-07-02 09:00");
    expect_cell(reader, LISTING_MEETING, "start_at", "2027-07-01T07:00:00Z");
    atelier_close(reader);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, today__tells_for_a_fortnight_which_meetings_moved);
    tcase_add_test(tests, the_calendar_of_who_may_only_read__is_by_the_rules_of_today);
    tcase_add_test(tests, what_a_reader_is_shown__is_by_the_rules_of_today);
    tcase_add_test(tests, what_is_over__is_shown_as_it_took_place);
}

SUITE_MAIN("instants_shown")
