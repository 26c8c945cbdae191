/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_mend_test.c - events that are wrong in the file are taken as a person
 * mends them */
#include "app/import_jobs.h"
#include "atelier/app/import_calendar_draft.h"
#include "support/paper.h"
#include "support/suite.h"

#define STAMPED(uid, lines)                                                              \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20270101T000000Z\r\n" lines "END:VEVENT\r\n"
#define NO_DAY                                                                           \
    STAMPED("never@x", "DTSTART;TZID=Europe/Paris:20271345T093000\r\nSUMMARY:Jobs\r\n"   \
                       "LOCATION:Town hall\r\nDESCRIPTION:Pens\r\n"                      \
                       "URL:https://visio.example.org/a\r\n")
#define NO_ZONE                                                                          \
    STAMPED("zone@x", "DTSTART:20270421T093000\r\nDTEND:20270421T120000\r\n"             \
                      "SUMMARY:Rivers\r\n")
#define FINE STAMPED("fine@x", ON("20270316") "SUMMARY:Fine\r\n")

static const char facts[] = "SELECT v.title, v.start, v.\"end\", v.zone, v.place,"
                            " m.description, m.link FROM meeting_view v JOIN meeting m"
                            " USING (id) ORDER BY v.start";

static struct calendar_mend_list mends;

static struct calendar_import *
opened(const char *text)
{
    return judged(text, (struct calendar_import_choice){ .mends = &mends });
}

/* What a person types into the form of that row; what they leave stays. */
static bool
mend(const char *text, size_t index, const char *const typed[][2])
{
    struct calendar_import *import = opened(text);
    struct meeting values;
    record_init(&meeting_entity, &values);
    ck_assert(calendar_import_can_mend(import, index));
    calendar_import_mendable(import, index, &values);
    for (size_t i = 0; typed[i][0]; i++)
        ck_assert(field_restore(entity_field(&meeting_entity, typed[i][0]), &values,
                                typed[i][1]));
    const bool ok = calendar_import_mend(import, index, &values, &mends, &err);
    record_clear(&meeting_entity, &values);
    calendar_import_free(import);
    return ok;
}

static const char *const on_a_day[][2] = { { "start", "2027-05-20 09:30" },
                                           { "end", "2027-05-20 12:00" },
                                           { 0 } };

static void
forget(void)
{
    calendar_mend_list_clear(&mends);
    end();
}

START_TEST(event__without_a_day__comes_with_all_that_it_says_beside)
{
    const char *text = OTHER_CALENDAR(NO_DAY FINE);
    ck_assert_msg(mend(text, 0, on_a_day), "%s", err.message);
    take_as(text, (struct calendar_import_choice){ .mends = &mends });
    office_expect(facts, "Fine|2027-03-16 09:30|2027-03-16 12:30|Europe/Paris|-|-|-\n"
                         "Jobs|2027-05-20 09:30|2027-05-20 12:00|Europe/Paris|Town "
                         "hall|Pens|https://visio.example.org/a\n");
    expect_as(text, (struct calendar_import_choice){ .mends = &mends }, "same\nsame\n");
    undo();
    office_expect("SELECT count(*) FROM meeting", "0\n");
}
END_TEST

START_TEST(event__without_a_zone__is_taken_with_the_one_that_is_given)
{
    static const char *const zone[][2] = { { "zone", "Europe/Lisbon" },
                                           { "place", "Museum" },
                                           { 0 } };
    const char *text = OTHER_CALENDAR(NO_ZONE);
    ck_assert_msg(mend(text, 0, zone), "%s", err.message);
    take_as(text, (struct calendar_import_choice){ .mends = &mends });
    office_expect(facts, "Rivers|2027-04-21 09:30|2027-04-21 "
                         "12:00|Europe/Lisbon|Museum|-|-\n");
}
END_TEST

START_TEST(value__that_is_wrong__is_said_of_its_field_and_nothing_kept)
{
    static const char *const back[][2] = { { "start", "2027-05-20 09:30" },
                                           { "end", "2027-05-20 08:00" },
                                           { 0 } };
    static const char *const nameless[][2] = { { "title", NULL }, { 0 } };
    const char *text = OTHER_CALENDAR(NO_DAY);
    ck_assert(!mend(text, 0, back));
    ck_assert_str_eq(err.field, "end");
    error_clear(&err);
    ck_assert(!mend(text, 0, nameless));
    ck_assert_str_eq(err.field, "title");
    error_clear(&err);
    ck_assert_uint_eq(mends.count, 0);
}
END_TEST

START_TEST(row__that_is_fine_or_one_of_several__is_not_mended)
{
    struct calendar_import *import = opened(OTHER_CALENDAR(
        FINE STAMPED("never@x", "DTSTART:20271345T093000\r\nRRULE:FREQ=DAILY\r\n")));
    ck_assert(!calendar_import_can_mend(import, 0));
    ck_assert(!calendar_import_can_mend(import, 1));
    calendar_import_free(import);
}
END_TEST

START_TEST(event__that_is_mended__is_known_when_it_comes_whole)
{
    ck_assert_msg(mend(OTHER_CALENDAR(NO_DAY), 0, on_a_day), "%s", err.message);
    take_as(OTHER_CALENDAR(NO_DAY), (struct calendar_import_choice){ .mends = &mends });
    expect(OTHER_CALENDAR(STAMPED(
               "never@x", ON("20270520") "SUMMARY:Jobs\r\nLOCATION:Town hall\r\n")),
           "changed [end 2027-05-20 12:00 > 2027-05-20 12:30]\n");
}
END_TEST

START_TEST(mended_row__that_was_left__is_there_when_the_file_is_opened_again)
{
    struct calendar_draft draft = { 0 };
    const char *text = OTHER_CALENDAR(FINE NO_DAY);
    ck_assert_msg(mend(text, 1, on_a_day), "%s", err.message);
    struct calendar_import *import = opened(text);
    ck_assert_msg(calendar_draft_keep(import, &err), "%s", err.message);
    calendar_import_free(import);
    ck_assert_msg(
        calendar_draft_find(at, paper_write("other.ics", text), group, &draft, &err),
        "%s", err.message);
    ck_assert(draft.id != 0);
    expect_as(text, draft.choice, "new\nnew\n");
    calendar_draft_clear(&draft);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, forget);
    tcase_add_test(tests, event__without_a_day__comes_with_all_that_it_says_beside);
    tcase_add_test(tests, event__without_a_zone__is_taken_with_the_one_that_is_given);
    tcase_add_test(tests, value__that_is_wrong__is_said_of_its_field_and_nothing_kept);
    tcase_add_test(tests, row__that_is_fine_or_one_of_several__is_not_mended);
    tcase_add_test(tests, event__that_is_mended__is_known_when_it_comes_whole);
    tcase_add_test(tests,
                   mended_row__that_was_left__is_there_when_the_file_is_opened_again);
}

SUITE_MAIN("import_calendar_mend")
