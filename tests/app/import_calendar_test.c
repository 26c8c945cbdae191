/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_test.c - meetings from other programs' calendars: taken once, changed
 * when they change there, left alone when the office knows better */
#include "atelier/app/import_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/person.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "calendar_office.h"

#define WEEKLY                                                                           \
    EVENT("weekly@x",                                                                    \
          AT("20270401T140000",                                                          \
             "20270401T160000") "SUMMARY:Rivers\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n")

#define SQL_MEETINGS                                                                     \
    "SELECT number, title, start, \"end\", zone, place, state FROM meeting_view"         \
    " ORDER BY id"

static void
undo(void)
{
    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "meeting.import");
    journal_entry_clear(&entry);
}

/* --- once */

START_TEST(events__become_meetings_numbered_by_their_start)
{
    take(OTHER_CALENDAR(WEEKLY JOBS));
    office_expect(
        SQL_MEETINGS " LIMIT 9",
        "1|Jobs|2027-03-16 09:30|2027-03-16 12:30|Europe/Paris|Town hall|"
        "confirmed\n"
        "2|Rivers|2027-04-01 14:00|2027-04-01 16:00|Europe/Paris|-|confirmed\n"
        "3|Rivers|2027-04-08 14:00|2027-04-08 16:00|Europe/Paris|-|confirmed\n"
        "4|Rivers|2027-04-15 14:00|2027-04-15 16:00|Europe/Paris|-|confirmed\n");
    office_expect("SELECT act, summary FROM journal ORDER BY id DESC LIMIT 1",
                  "meeting.import|other.ics (+4, ~0)\n");
}
END_TEST

START_TEST(same_file__a_second_time__brings_nothing)
{
    take(OTHER_CALENDAR(WEEKLY JOBS));
    expect(OTHER_CALENDAR(WEEKLY JOBS), "same\nsame\nsame\nsame\n");
    take(OTHER_CALENDAR(WEEKLY JOBS));
    office_expect("SELECT count(*) FROM meeting", "4\n");
}
END_TEST

static void
expect_last_act(const char *expected)
{
    office_expect("SELECT act, summary FROM journal ORDER BY id DESC LIMIT 1", expected);
}

START_TEST(newer_version_alone__is_an_act_that_says_so_and_is_undone)
{
    struct journal_entry entry = { 0 };

    take(OTHER_CALENDAR(JOBS));
    take(OTHER_CALENDAR(
        EVENT("jobs@x", "SEQUENCE:2\r\nLOCATION:Town hall\r\n" JOBS_LINES)));
    expect_last_act("meeting.import_note|other.ics (1)\n");
    expect(OTHER_CALENDAR(EVENT("jobs@x", "SEQUENCE:1\r\n" JOBS_LINES)),
           "doubtful: The file is older than what was imported of this event: import its "
           "newest version.\n");
    office_expect("SELECT source_sequence, ics_sequence FROM meeting", "2|0\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "meeting.import_note");
    office_expect("SELECT source_sequence, title FROM meeting", "0|Jobs\n");
    journal_entry_clear(&entry);
    undo();
    office_expect("SELECT count(*) FROM meeting", "0\n");
}
END_TEST

START_TEST(undo_and_redo__know_the_events_again)
{
    struct journal_entry entry = { 0 };
    take(OTHER_CALENDAR(WEEKLY JOBS));
    undo();
    office_expect("SELECT count(*) FROM meeting", "0\n");
    expect(OTHER_CALENDAR(JOBS), "new\n");
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    expect(OTHER_CALENDAR(WEEKLY JOBS), "same\nsame\nsame\nsame\n");
}
END_TEST

START_TEST(rehearsal__counts_what_the_run_does_and_writes_nothing)
{
    struct calendar_import *import = judged(OTHER_CALENDAR(WEEKLY JOBS));
    struct calendar_import_outcome rehearsed;
    struct calendar_import_outcome outcome;

    ck_assert_msg(calendar_import_rehearse(import, NULL, NULL, &rehearsed, &err), "%s",
                  err.message);
    office_expect("SELECT count(*) FROM meeting", "0\n");
    run(import, &outcome);
    ck_assert_int_eq(outcome.added, 4);
    ck_assert_mem_eq(&outcome, &rehearsed, sizeof outcome);
    calendar_import_free(import);
}
END_TEST

START_TEST(event_twice_in_a_file__is_taken_once)
{
    const char *text = OTHER_CALENDAR(JOBS EVENT("other@x", JOBS_LINES) JOBS);
    expect(text, "new\nnew\n");
    take(text);
    expect(OTHER_CALENDAR(EVENT("jobs@x ", JOBS_LINES "LOCATION:Town hall\r\n") JOBS),
           "same\nrefused: The file has it twice: line 4 is taken.\n");
}
END_TEST

/* --- changed */

START_TEST(event_that_moved__moves_its_meeting_and_tells_calendars)
{
    const char *moved = OTHER_CALENDAR(
        EVENT("jobs@x", AT("20270317T100000", "20270317T123000") "SUMMARY:Jobs\r\n"));

    take(OTHER_CALENDAR(JOBS));
    expect(moved, "changed [start 2027-03-16 09:30 > 2027-03-17 10:00] [end 2027-03-16 "
                  "12:30 > 2027-03-17 12:30]\n");
    take(moved);
    expect(moved, "same\n");
    office_expect("SELECT start, place, ics_sequence FROM meeting",
                  "2027-03-17 10:00|Town hall|1\n");
    undo();
    office_expect("SELECT start FROM meeting", "2027-03-16 09:30\n");
    expect(moved, "changed [start 2027-03-16 09:30 > 2027-03-17 10:00] [end 2027-03-16 "
                  "12:30 > 2027-03-17 12:30]\n");
}
END_TEST

START_TEST(occurrence_that_moved__keeps_its_original_start)
{
    take(OTHER_CALENDAR(WEEKLY));
    take(OTHER_CALENDAR(WEEKLY EVENT(
        "weekly@x", "RECURRENCE-ID;TZID=Europe/Paris:20270408T140000\r\n" AT(
                        "20270409T150000", "20270409T160000") "SUMMARY:Rivers\r\n")));
    office_expect("SELECT start, source_start FROM meeting ORDER BY id",
                  "2027-04-01 14:00|2027-04-01 14:00\n"
                  "2027-04-09 15:00|2027-04-08 14:00\n"
                  "2027-04-15 14:00|2027-04-15 14:00\n");
}
END_TEST

START_TEST(occurrence_that_is_gone__is_doubtful_and_stays)
{
    const char *fewer = OTHER_CALENDAR(
        EVENT("weekly@x", AT("20270401T140000", "20270401T160000") "SUMMARY:Rivers\r\n"
                                                                   "RRULE:FREQ=WEEKLY;"
                                                                   "COUNT=2\r\n"));
    take(OTHER_CALENDAR(WEEKLY));
    expect(fewer, "same\nsame\ndoubtful: The calendar has it no more: cancel it here, if "
                  "it is off.\n");
    take(fewer);
    office_expect("SELECT count(*) FROM meeting", "3\n");
}
END_TEST

START_TEST(series_that_moved_as_a_whole__moves_its_meetings)
{
    take(OTHER_CALENDAR(WEEKLY));
    take(OTHER_CALENDAR(EVENT(
        "weekly@x",
        AT("20270402T150000", "20270402T160000") "SUMMARY:Rivers\r\nRRULE:FREQ=WEEKLY;"
                                                 "COUNT=3\r\n")));
    office_expect("SELECT start, source_start FROM meeting ORDER BY id",
                  "2027-04-02 15:00|2027-04-02 15:00\n"
                  "2027-04-09 15:00|2027-04-09 15:00\n"
                  "2027-04-16 15:00|2027-04-16 15:00\n");
}
END_TEST

START_TEST(series_that_is_another_now__is_not_doubled)
{
    const char *other = OTHER_CALENDAR(EVENT(
        "weekly@x", AT("20270502T150000", "20270502T160000") "SUMMARY:Rivers\r\n"
                                                             "RRULE:FREQ=WEEKLY;COUNT=2"
                                                             "\r\n"));
    take(OTHER_CALENDAR(WEEKLY));
    take(other);
    office_expect("SELECT count(*) FROM meeting", "3\n");
    for (int64_t id = 1; id <= 3; id++)
        ck_assert(plan_act(at, id, MEETING_CANCEL, "Moved.", &err));
    expect(other, "new\nnew\n");
}
END_TEST

START_TEST(what_the_office_changed__stays_while_the_event_does)
{
    take(OTHER_CALENDAR(JOBS));
    office_change(at, &meeting_entity, 1, "title", "Jobs and skills", NULL);
    expect(OTHER_CALENDAR(JOBS), "same\n");
}
END_TEST

START_TEST(cancelled_event__cancels_its_meeting_with_a_reason)
{
    const char *off =
        OTHER_CALENDAR(EVENT("jobs@x", JOBS_LINES "STATUS:CANCELLED\r\n")
                           EVENT("never@x", JOBS_LINES "STATUS:CANCELLED\r\n"));

    take(OTHER_CALENDAR(JOBS));
    expect(off, "changed [state confirmed > cancelled]\nsame: Cancelled, and not known "
                "here: it is not taken.\n");
    take(off);
    office_expect("SELECT state, reason FROM meeting_view",
                  "cancelled|Cancelled in the calendar that was imported.\n");
    expect(
        OTHER_CALENDAR(
            EVENT("jobs@x", AT("20270318T093000", "20270318T123000") "SUMMARY:Jobs\r\n")),
        "refused: It takes place there, and is cancelled here: undo that or plan another "
        "meeting.\n");
}
END_TEST

START_TEST(tentative_event__is_a_draft_until_it_is_confirmed)
{
    take(OTHER_CALENDAR(EVENT("jobs@x", JOBS_LINES "STATUS:TENTATIVE\r\n")));
    office_expect("SELECT state FROM meeting_view", "draft\n");
    take(OTHER_CALENDAR(EVENT("jobs@x", JOBS_LINES "STATUS:CONFIRMED\r\n")));
    office_expect("SELECT state FROM meeting_view", "confirmed\n");
}
END_TEST

START_TEST(colleague_who_changes_a_meeting_meanwhile__is_a_conflict)
{
    const char *moved = OTHER_CALENDAR(
        EVENT("jobs@x", AT("20270317T100000", "20270317T123000") "SUMMARY:Jobs\r\n"));
    struct calendar_import_outcome outcome;
    take(OTHER_CALENDAR(JOBS));
    struct calendar_import *import = judged(moved);

    office_change(colleague, &meeting_entity, 1, "title", "Skills", NULL);
    ck_assert(!calendar_import_run(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    office_expect("SELECT title, start FROM meeting", "Skills|2027-03-16 09:30\n");
    ck_assert(calendar_import_judge(import, NULL, NULL, &err));
    run(import, &outcome);
    calendar_import_free(import);
}
END_TEST

/* --- what is noted */

#define ON(day) AT(day "T093000", day "T123000") "SUMMARY:Jobs\r\n"
#define STAMPED(stamp, lines)                                                            \
    "BEGIN:VEVENT\r\nUID:jobs@x\r\nDTSTAMP:" stamp "\r\n" lines "END:VEVENT\r\n"
#define OLDER(line) "The file has it twice: line " line " is older and is passed over.\n"

START_TEST(event_that_the_file_has_twice__names_the_one_that_is_passed_over)
{
    expect_note(OTHER_CALENDAR(EVENT("jobs@x", ON("20270316") "SEQUENCE:3\r\n")
                                   EVENT("jobs@x", ON("20270317") "SEQUENCE:1\r\n")),
                OLDER("12"));
    expect_note(OTHER_CALENDAR(STAMPED("20270102T000000Z", ON("20270316"))
                                   STAMPED("20270101T000000Z", ON("20270317"))),
                OLDER("11"));
    expect_note(
        OTHER_CALENDAR(EVENT("jobs@x", ON("20270316")) EVENT("jobs@x", ON("20270317"))),
        "The file has it twice and does not say which is newer: line 4 is passed "
        "over.\n");
    expect_note(OTHER_CALENDAR(STAMPED("20270103T000000Z", ON("20270316"))
                                   STAMPED("20270101T000000Z", ON("20270317"))
                                       STAMPED("20270102T000000Z", ON("20270318"))),
                OLDER("11") OLDER("18"));
    /* two changes of one occurrence */
    expect_note(
        OTHER_CALENDAR(
            STAMPED("20270102T000000Z", ON("20270318") "RECURRENCE-ID;TZID=Europe/Paris:"
                                                       "20270316T093000\r\n")
                STAMPED("20270101T000000Z",
                        ON("20270317") "RECURRENCE-ID:20270316T083000Z\r\n")),
        OLDER("12"));
}
END_TEST

/* --- what it is */

START_TEST(place__is_a_room_of_the_office_or_stays_in_words)
{
    const int64_t venue = office_add(at, &venue_entity, "name", "Grand Palais", NULL);
    struct buffer number = { 0 };
    buffer_addf(&number, "%lld", (long long)venue);
    office_add(at, &room_entity, "name", "Salle Ovale", "venue", buffer_text(&number),
               NULL);
    buffer_clear(&number);
    struct calendar_import *import = judged(OTHER_CALENDAR(
        EVENT("a@x", JOBS_LINES "LOCATION:salle ovale\r\n")
            EVENT("b@x", JOBS_LINES "LOCATION:Salle Ovale\\, Grand Palais\\, Paris\r\n")
                EVENT("c@x", JOBS_LINES "LOCATION:Elsewhere\r\n")
                    EVENT("d@x", JOBS_LINES "LOCATION:https://zoom.example/j/1\r\n")));
    struct calendar_import_outcome outcome;
    size_t count;

    const struct calendar_import_place *places = calendar_import_places(import, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_str_eq(places[0].name, "Elsewhere");
    run(import, &outcome);
    office_expect("SELECT room, place, link, mode FROM meeting ORDER BY id",
                  "1|-|-|0\n1|-|-|0\n-|Elsewhere|-|0\n"
                  "-|-|https://zoom.example/j/1|1\n");
    ck_assert(strstr(buffer_text(&calendar_import_row(import, 1)->warnings),
                     "is taken by") != NULL);
    calendar_import_free(import);
}
END_TEST

START_TEST(hostile_texts__are_tidied__and_cut_once_somebody_says_so)
{
    struct buffer text = { 0 };
    buffer_add(&text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n");
    buffer_add(&text, EVENT("a@x", AT("20270316T093000",
                                      "20270316T123000") "SUMMARY:A\xe2\x80\xae  b \r\n"
                                                         "URL:javascript:alert(1)\r\n"));
    buffer_add(&text, "BEGIN:VEVENT\r\nUID:b@x\r\nDTSTAMP:20270101T000000Z\r\n");
    buffer_add(&text, AT("20270316T093000", "20270316T123000") "SUMMARY:");
    for (int i = 0; i < 501; i++)
        buffer_add(&text, "x");
    buffer_add(&text, "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    expect(buffer_text(&text), "new\ndoubtful: A text of it is too long to be kept "
                               "whole: is it cut?\n");
    take(buffer_text(&text));
    office_expect("SELECT title, link FROM meeting", "A b|-\n");
    struct calendar_import_outcome outcome;
    take_as(buffer_text(&text), &(struct calendar_import_choice){ .cut = true },
            &outcome);
    office_expect("SELECT length(title), substr(title, -2) FROM meeting WHERE id = 2",
                  "500|x…\n");
    buffer_clear(&text);
}
END_TEST

/* --- our own */

static bool
write_text(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

START_TEST(our_own_calendar__is_known_again)
{
    struct buffer text = { 0 };
    int64_t events;
    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    const int64_t days = office_add_meeting(at, group, "2027-04-16 09:30", 10);
    office_change(at, &meeting_entity, days, "end", "2027-04-18 12:30", NULL);
    ck_assert(export_calendar(at, ROW_NONE, write_text, &text, &events, &err));
    ck_assert_int_eq(events, 2);

    expect(buffer_text(&text), "same\nsame\nsame\nsame\n");
    take(buffer_text(&text));
    office_expect("SELECT count(*) FROM meeting", "2\n");
    buffer_clear(&text);
}
END_TEST

/* --- people */

START_TEST(attendees__come_onto_the_list_with_their_answers)
{
    const char *text = OTHER_CALENDAR(
        EVENT("jobs@x",
              JOBS_LINES "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@x.org\r\n"
                         "ATTENDEE;PARTSTAT=DECLINED:mailto:bruno@x.org\r\n"
                         "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:carla@x.org\r\n"
                         "ATTENDEE;PARTSTAT=ACCEPTED:mailto:nobody@x.org\r\n"
                         "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@x.org\r\n"));
    const struct calendar_import_choice choice = { .attendees = true };
    struct calendar_import_outcome outcome;
    static const char *const people[] = { "Anna", "Bruno", "Carla" };
    static const char *const mails[] = { "anna@x.org", "bruno@x.org", "carla@x.org" };
    for (size_t i = 0; i < 3; i++)
        office_add(at, &person_entity, "family", people[i], "given", people[i], "email",
                   mails[i], NULL);

    take_as(text, &choice, &outcome);
    ck_assert_int_eq(outcome.registered, 1);
    ck_assert_int_eq(outcome.invited, 1);
    ck_assert_int_eq(outcome.declined, 1);
    ck_assert_int_eq(outcome.unknown, 1);
    office_expect("SELECT family, state FROM registration_view ORDER BY family",
                  "Anna|accepted\nBruno|declined\nCarla|invited\n");
    take_as(text, &choice, &outcome);
    office_expect("SELECT family, state FROM registration_view ORDER BY family",
                  "Anna|accepted\nBruno|declined\nCarla|invited\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, events__become_meetings_numbered_by_their_start);
    tcase_add_test(tests, same_file__a_second_time__brings_nothing);
    tcase_add_test(tests, newer_version_alone__is_an_act_that_says_so_and_is_undone);
    tcase_add_test(tests, undo_and_redo__know_the_events_again);
    tcase_add_test(tests, rehearsal__counts_what_the_run_does_and_writes_nothing);
    tcase_add_test(tests, event_twice_in_a_file__is_taken_once);
    tcase_add_test(tests, event_that_moved__moves_its_meeting_and_tells_calendars);
    tcase_add_test(tests, occurrence_that_moved__keeps_its_original_start);
    tcase_add_test(tests, occurrence_that_is_gone__is_doubtful_and_stays);
    tcase_add_test(tests, series_that_moved_as_a_whole__moves_its_meetings);
    tcase_add_test(tests, series_that_is_another_now__is_not_doubled);
    tcase_add_test(tests, what_the_office_changed__stays_while_the_event_does);
    tcase_add_test(tests, cancelled_event__cancels_its_meeting_with_a_reason);
    tcase_add_test(tests, tentative_event__is_a_draft_until_it_is_confirmed);
    tcase_add_test(tests, colleague_who_changes_a_meeting_meanwhile__is_a_conflict);
    tcase_add_test(tests,
                   event_that_the_file_has_twice__names_the_one_that_is_passed_over);
    tcase_add_test(tests, place__is_a_room_of_the_office_or_stays_in_words);
    tcase_add_test(tests, hostile_texts__are_tidied__and_cut_once_somebody_says_so);
    tcase_add_test(tests, our_own_calendar__is_known_again);
    tcase_add_test(tests, attendees__come_onto_the_list_with_their_answers);
}

SUITE_MAIN("import_calendar")
