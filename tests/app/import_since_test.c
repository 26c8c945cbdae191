/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_since_test.c - what the office changed since an event was imported stays, field
 * by field, while the event says of it what it said */
#include "app/import_jobs.h"
#include "support/suite.h"

#define SAYS(title, place, day, lines)                                                   \
    OTHER_CALENDAR("BEGIN:VEVENT\r\nUID:jobs@x\r\nDTSTAMP:20270101T000000Z\r\n"          \
                   "SUMMARY:" title "\r\nLOCATION:" place "\r\n" ON(day) lines           \
                   "END:VEVENT\r\n")
#define PLACE_STAYS " [place stays Museum, not Town hall]"

static const char facts[] = "SELECT title, place, substr(start, 6) FROM meeting_view";

static void
say(const char *field, const char *value)
{
    office_change(at, &meeting_entity, 1, field, value, NULL);
}

START_TEST(event__of_which_all_differs__names_each_field)
{
    take(SAYS("Jobs", "Town hall", "20270316", ""));
    expect(
        SAYS("Work", "Library", "20270317", "DESCRIPTION:Pens\r\n"),
        "changed [title Jobs > Work] [description - > Pens] [start 2027-03-16 09:30 > "
        "2027-03-17 09:30] [end 2027-03-16 12:30 > 2027-03-17 12:30] [place Town hall > "
        "Library]\n");
}
END_TEST

START_TEST(place__that_the_office_alone_changed__stays)
{
    take(SAYS("Jobs", "Town hall", "20270316", ""));
    say("place", "Museum");
    expect(SAYS("Jobs", "Town hall", "20270316", ""), "same\n");
    expect(SAYS("Work", "Town hall", "20270316", ""),
           "changed [title Jobs > Work]" PLACE_STAYS "\n");
    take(SAYS("Work", "Town hall", "20270316", ""));
    office_expect(facts, "Work|Museum|03-16 09:30\n");
}
END_TEST

START_TEST(place__that_stayed__stays_at_the_next_version_too)
{
    take(SAYS("Jobs", "Town hall", "20270316", ""));
    say("place", "Museum");
    take(SAYS("Work", "Town hall", "20270316", ""));
    expect(SAYS("Labour", "Town hall", "20270316", ""),
           "changed [title Work > Labour]" PLACE_STAYS "\n");
}
END_TEST

START_TEST(place__that_both_changed__is_followed_and_named)
{
    take(SAYS("Jobs", "Town hall", "20270316", ""));
    say("place", "Museum");
    expect(SAYS("Jobs", "Library", "20270316", ""),
           "changed: Here it was changed since as well: Place. [place Museum > "
           "Library]\n");
    expect(SAYS("Jobs", "Museum", "20270316", ""), "same\n");
}
END_TEST

START_TEST(hours__that_the_office_moved__stay_as_one)
{
    take(SAYS("Jobs", "Town hall", "20270316", ""));
    say("start", "2027-03-16 10:00");
    expect(SAYS("Work", "Town hall", "20270316", ""),
           "changed [title Jobs > Work] [start stays 2027-03-16 10:00, not 2027-03-16 "
           "09:30]\n");
    expect(SAYS("Jobs", "Town hall", "20270317", ""),
           "changed: Here it was changed since as well: Start. [start 2027-03-16 10:00 > "
           "2027-03-17 09:30] [end 2027-03-16 12:30 > 2027-03-17 12:30]\n");
}
END_TEST

START_TEST(text__that_the_office_took_away__does_not_come_back)
{
    take(SAYS("Jobs", "Town hall", "20270316", "DESCRIPTION:Pens\r\n"));
    say("description", "");
    expect(SAYS("Work", "Town hall", "20270316", "DESCRIPTION:Pens\r\n"),
           "changed [title Jobs > Work] [description stays -, not Pens]\n");
    expect(SAYS("Work", "Town hall", "20270316", "DESCRIPTION:Cards\r\n"),
           "changed: Here it was changed since as well: Description. [title Jobs > Work] "
           "[description - > Cards]\n");
}
END_TEST

START_TEST(change__that_was_taken_back__stays_no_more)
{
    take(SAYS("Jobs", "Town hall", "20270316", ""));
    say("place", "Museum");
    undo();
    expect(SAYS("Work", "Library", "20270316", ""),
           "changed [title Jobs > Work] [place Town hall > Library]\n");
}
END_TEST

START_TEST(import__that_was_taken_back_and_put_back__is_what_the_event_said)
{
    struct journal_entry entry = { 0 };
    take(SAYS("Jobs", "Town hall", "20270316", ""));
    undo();
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    expect(SAYS("Work", "Library", "20270316", ""),
           "changed [title Jobs > Work] [place Town hall > Library]\n");
    say("place", "Museum");
    expect(SAYS("Work", "Town hall", "20270316", ""),
           "changed [title Jobs > Work]" PLACE_STAYS "\n");
}
END_TEST

START_TEST(event__that_only_differs_in_what_stays__is_the_same_and_says_so)
{
    take(SAYS("Jobs", "Town hall", "20270316", ""));
    say("place", "Museum");
    say("title", "Work");
    expect(SAYS("Work", "Town hall", "20270316", ""), "same" PLACE_STAYS "\n");
    take(SAYS("Work", "Town hall", "20270316", ""));
    office_expect(facts, "Work|Museum|03-16 09:30\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, event__of_which_all_differs__names_each_field);
    tcase_add_test(tests, place__that_the_office_alone_changed__stays);
    tcase_add_test(tests, place__that_stayed__stays_at_the_next_version_too);
    tcase_add_test(tests, place__that_both_changed__is_followed_and_named);
    tcase_add_test(tests, hours__that_the_office_moved__stay_as_one);
    tcase_add_test(tests, text__that_the_office_took_away__does_not_come_back);
    tcase_add_test(tests, change__that_was_taken_back__stays_no_more);
    tcase_add_test(tests,
                   import__that_was_taken_back_and_put_back__is_what_the_event_said);
    tcase_add_test(tests,
                   event__that_only_differs_in_what_stays__is_the_same_and_says_so);
}

SUITE_MAIN("import_since")
