/* SPDX-License-Identifier: GPL-3.0-or-later */
/* display_test.c - values as people read them, with an office and without one */
#include "atelier/app/display.h"

#include <string.h>

#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "support/office.h"
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

START_TEST(choices_days_and_answers__are__in_words)
{
    expect(NULL, &meeting_entity, "state", "postponed", "postponed");
    expect(NULL, &meeting_entity, "mode", "on-site",
           "on site"); /* the first of its list */
    expect(NULL, &meeting_entity, "waiting_list", "automatic", "give the freed seat");
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
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   an_instant__is_by_the_clock_of_the_office__or_in_utc_without_one);
    tcase_add_test(tests, a_cell__is_said__as_its_field_is);
    tcase_add_test(tests, a_reference__is_a_title__or_its_id_without_an_office);
    tcase_add_test(tests, choices_days_and_answers__are__in_words);
    tcase_add_test(tests, what_cannot_be_read__is_shown__as_it_stands);
}

SUITE_MAIN("display")
