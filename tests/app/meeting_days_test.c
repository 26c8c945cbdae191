/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_days_test.c - what calendars say of a meeting of several days */
#include "event_lines.h"
#include "export_office.h"

#include <unistd.h>

#include "atelier/app/attend.h"
#include "atelier/domain/slot.h"

static int64_t congress;

/* Over the last night of winter time in Paris. */
static void
begin_congress(void)
{
    begin();
    congress =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Congress",
                   "start", "2027-03-26 09:30", "end", "2027-03-28 17:00", NULL);
}

static void
confirm(void)
{
    struct error err = { 0 };

    ck_assert_msg(plan_act(at, congress, MEETING_CONFIRM, NULL, &err), "%s", err.message);
}

static void
expect_events(struct row_ref scope, int64_t meetings, const char *expected)
{
    char *text = exported_by(at, scope, meetings);
    struct buffer told = { 0 };

    event_lines(text, "Congress", &told);
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
    free(text);
}

static void
expect(const char *expected)
{
    expect_events((struct row_ref){ ENTITY_MEETING, congress }, 1, expected);
}

static void
redo(void)
{
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

static int64_t
add_slot(const char *label, const char *from, const char *until)
{
    return office_add(at, &slot_entity, "meeting", rows_number(congress), "label", label,
                      "start", from, "end", until, NULL);
}

START_TEST(days__are_events_of_their_own__in_every_calendar)
{
    static const char three[] = "A 0326T093000-1700 CONF 1\n"
                                "B 0327T093000-1700 CONF 1\n"
                                "C 0328T093000-1700 CONF 1\n";
    struct error err = { 0 };

    ck_assert(plan_act(at, congress, MEETING_CONFIRM, NULL, &err));
    office_register(at, congress, person);
    expect(three);
    expect_events((struct row_ref){ ENTITY_WORKING_GROUP, group }, 2, three);
    expect_events((struct row_ref){ ENTITY_PERSON, person }, 2, three);
    expect_events(ROW_NONE, 3, three);
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, congress }, 1);
    char *again = exported_by(at, (struct row_ref){ ENTITY_MEETING, congress }, 1);
    ck_assert_str_eq(text, again);
    free(text);
    free(again);
}
END_TEST

START_TEST(days__keep_their_events__when_the_meeting_grows_shrinks_and_moves)
{
    confirm();
    expect("A 0326T093000-1700 CONF 1\nB 0327T093000-1700 CONF 1\n"
           "C 0328T093000-1700 CONF 1\n");
    office_change(at, &meeting_entity, congress, "start", "2027-03-25 09:30", NULL);
    expect("D 0325T093000-1700 CONF 2\nA 0326T093000-1700 CONF 2\n"
           "B 0327T093000-1700 CONF 2\nC 0328T093000-1700 CONF 2\n");
    office_change(at, &meeting_entity, congress, "end", "2027-03-27 17:00", NULL);
    expect("D 0325T093000-1700 CONF 3\nA 0326T093000-1700 CONF 3\n"
           "B 0327T093000-1700 CONF 3\nC 0328T093000-1700 CANC 3\n");
    undo();
    expect("D 0325T093000-1700 CONF 4\nA 0326T093000-1700 CONF 4\n"
           "B 0327T093000-1700 CONF 4\nC 0328T093000-1700 CONF 4\n");
    redo();
    expect("D 0325T093000-1700 CONF 5\nA 0326T093000-1700 CONF 5\n"
           "B 0327T093000-1700 CONF 5\nC 0328T093000-1700 CANC 5\n");
    office_change(at, &meeting_entity, congress, "start", "2027-03-26 09:30", "end",
                  "2027-03-28 17:00", NULL);
    expect("D 0326T093000-1700 CONF 6\nA 0327T093000-1700 CONF 6\n"
           "B 0328T093000-1700 CONF 6\nC 0328T093000-1700 CANC 5\n");
    undo();
    expect("D 0325T093000-1700 CONF 7\nA 0326T093000-1700 CONF 7\n"
           "B 0327T093000-1700 CONF 7\nC 0328T093000-1700 CANC 5\n");
}
END_TEST

/* A single day is known by the meeting's own UID, and the others join it. */
START_TEST(day__of_a_meeting_that_grows__keeps_the_uid_of_the_meeting)
{
    congress = meeting;
    office_change(at, &meeting_entity, meeting, "title", "Congress", NULL);
    expect("A 0316T093000-1130 CONF 0\n");
    office_change(at, &meeting_entity, meeting, "start", "2027-03-15 09:30", NULL);
    expect("B 0315T093000-1130 CONF 1\nA 0316T093000-1130 CONF 1\n");
    undo();
    expect("B 0315T093000-1130 CANC 2\nA 0316T093000-1130 CONF 2\n");
    office_expect("SELECT count(*) FROM meeting m JOIN meeting_day d"
                  " ON d.ics_uid = m.ics_uid AND d.gone = 0",
                  "2\n");
}
END_TEST

START_TEST(slots__are_events__that_come_change_and_go)
{
    confirm();
    expect("A 0326T093000-1700 CONF 1\nB 0327T093000-1700 CONF 1\n"
           "C 0328T093000-1700 CONF 1\n");
    struct atelier *first = at;
    at = office_return(NULL, "2027-03-04 10:00");
    int64_t noon = add_slot("Visit", "2027-03-27 13:30", "2027-03-27 17:00");
    expect("A 0326T093000-1700 CONF 1\nB 0327T133000-1700 CONF 2\n"
           "C 0328T093000-1700 CONF 1\n");
    add_slot("Talks", "2027-03-27 09:30", "2027-03-27 12:00");
    expect("A 0326T093000-1700 CONF 1\nD 0327T093000-1200 CONF 1\n"
           "B 0327T133000-1700 CONF 2\nC 0328T093000-1700 CONF 1\n");
    office_change(at, &slot_entity, noon, "start", "2027-03-27 14:00", NULL);
    expect("A 0326T093000-1700 CONF 1\nD 0327T093000-1200 CONF 1\n"
           "B 0327T140000-1700 CONF 3\nC 0328T093000-1700 CONF 1\n");
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, congress }, 1);
    ck_assert_ptr_nonnull(strstr(text, "LAST-MODIFIED:20270304T100000Z"));
    ck_assert_ptr_nonnull(strstr(text, "LAST-MODIFIED:20270301T090000Z"));
    free(text);
    undo();
    undo();
    expect("A 0326T093000-1700 CONF 1\nD 0327T093000-1200 CANC 2\n"
           "B 0327T133000-1700 CONF 4\nC 0328T093000-1700 CONF 1\n");
    redo();
    expect("A 0326T093000-1700 CONF 1\nD 0327T093000-1200 CONF 3\n"
           "B 0327T133000-1700 CONF 4\nC 0328T093000-1700 CONF 1\n");
    office_change(at, &meeting_entity, congress, "start", "2027-04-01 09:30", "end",
                  "2027-04-03 17:00", NULL);
    expect("A 0401T093000-1700 CONF 2\nD 0402T093000-1200 CONF 4\n"
           "B 0402T133000-1700 CONF 5\nC 0403T093000-1700 CONF 2\n");
    atelier_close(at);
    at = first;
}
END_TEST

static void
mark_present(int64_t who, int64_t slot)
{
    const struct attend_request request = {
        .meeting = congress,
        .slot = slot,
        .person = who,
        .kind = PRESENCE_PRESENT,
        .means = "door",
    };
    struct attend_outcome outcome;
    struct error err = { 0 };

    attend_outcome_init(&outcome);
    ck_assert_msg(attend_mark(at, &request, &outcome, &err), "%s", err.message);
    attend_outcome_clear(&outcome);
}

/* Who marks the first person present divides it into the days that it has. */
START_TEST(mark_of_presence__leaves_the_days_as_they_are)
{
    struct error err = { 0 };

    ck_assert(plan_act(at, congress, MEETING_CONFIRM, NULL, &err));
    office_register(at, congress, person);
    char *before = exported_by(at, (struct row_ref){ ENTITY_MEETING, congress }, 1);
    mark_present(person, -2); /* slots.h: of the second day */
    char *after = exported_by(at, (struct row_ref){ ENTITY_MEETING, congress }, 1);
    office_expect("SELECT label FROM slot ORDER BY start",
                  "Day 26/03\nDay 27/03\nDay 28/03\n");
    ck_assert_str_eq(before, after);
    free(before);
    free(after);
}
END_TEST

START_TEST(day__that_went__is_told_as_cancelled_for_60_days)
{
    confirm();
    struct atelier *first = at;

    office_change(at, &meeting_entity, congress, "end", "2027-03-27 17:00", NULL);
    at = office_return(NULL, "2027-04-29 09:00");
    expect("A 0326T093000-1700 CONF 2\nB 0327T093000-1700 CONF 2\n"
           "C 0328T093000-1700 CANC 2\n");
    atelier_close(at);
    at = office_return(NULL, "2027-05-01 09:01");
    expect("A 0326T093000-1700 CONF 2\nB 0327T093000-1700 CONF 2\n");
    office_change(at, &meeting_entity, congress, "start", "2027-03-26 10:30", NULL);
    office_expect("SELECT count(*) FROM meeting_day", "2\n");
    atelier_close(at);
    at = first;
}
END_TEST

/* What the office takes off a plan was told to nobody. */
START_TEST(day__of_a_draft__goes_without_a_word)
{
    expect("A 0326T093000-1700 TENT 0\nB 0327T093000-1700 TENT 0\n"
           "C 0328T093000-1700 TENT 0\n");
    office_change(at, &meeting_entity, congress, "end", "2027-03-27 17:00", NULL);
    office_change(at, &meeting_entity, congress, "start", "2027-03-27 09:30", "end",
                  "2027-03-28 17:00", NULL);
    undo();
    confirm();
    expect_events((struct row_ref){ ENTITY_WORKING_GROUP, group }, 2,
                  "A 0326T093000-1700 CONF 4\nB 0327T093000-1700 CONF 4\n");
    office_expect("SELECT count(*) FROM meeting_day", "2\n");
}
END_TEST

/* The day that the meeting's own UID went with leaves it to another. */
START_TEST(day__of_a_draft__leaves_the_uid_of_the_meeting_behind)
{
    office_change(at, &meeting_entity, congress, "start", "2027-03-27 09:30", NULL);
    office_expect("SELECT d.start FROM meeting m JOIN meeting_day d"
                  " ON d.ics_uid = m.ics_uid AND d.gone = 0",
                  "2027-03-27 09:30\n");
    office_expect("SELECT count(*) FROM meeting_day", "2\n");
}
END_TEST

START_TEST(person__hears_nothing__of_a_day_that_went_before_they_came)
{
    struct atelier *first = at;
    const struct row_ref theirs = { ENTITY_PERSON, person };

    confirm();
    office_change(at, &meeting_entity, congress, "end", "2027-03-27 17:00", NULL);
    at = office_return(NULL, "2027-03-02 10:00");
    office_register(at, congress, person);
    expect_events(theirs, 2, "A 0326T093000-1700 CONF 2\nB 0327T093000-1700 CONF 2\n");
    office_change(at, &meeting_entity, congress, "end", "2027-03-26 17:00", NULL);
    expect_events(theirs, 2, "A 0326T093000-1700 CONF 3\nB 0327T093000-1700 CANC 3\n");
    atelier_close(at);
    at = first;
}
END_TEST

/* A cancellation of yesterday stands, and what is revived is another event. */
START_TEST(days__of_a_meeting_that_is_revived_late__are_others)
{
    struct error err = { 0 };
    struct atelier *first = at;

    ck_assert(plan_act(at, congress, MEETING_CONFIRM, NULL, &err));
    expect("A 0326T093000-1700 CONF 1\nB 0327T093000-1700 CONF 1\n"
           "C 0328T093000-1700 CONF 1\n");
    ck_assert(plan_act(at, congress, MEETING_CANCEL, "strike", &err));
    expect("A 0326T093000-1700 CANC 2\nB 0327T093000-1700 CANC 2\n"
           "C 0328T093000-1700 CANC 2\n");
    at = office_return(NULL, "2027-03-04 10:00");
    undo();
    expect("D 0326T093000-1700 CONF 0\nE 0327T093000-1700 CONF 0\n"
           "F 0328T093000-1700 CONF 0\n");
    atelier_close(at);
    at = first;
}
END_TEST

START_TEST(night__stays_one_event)
{
    confirm();
    office_change(at, &meeting_entity, congress, "start", "2027-03-26 22:00", "end",
                  "2027-03-27 04:00", NULL);
    expect("A 0326T220000-0400 CONF 2\nB 0327T093000-1700 CANC 2\n"
           "C 0328T093000-1700 CANC 2\n");
}
END_TEST

/* The removed draft comes back as calendars know it. */
START_TEST(days__of_a_draft_that_comes_back__keep_their_uids)
{
    struct error err = { 0 };

    expect("A 0326T093000-1700 TENT 0\nB 0327T093000-1700 TENT 0\n"
           "C 0328T093000-1700 TENT 0\n");
    ck_assert(edit_remove(at, &meeting_entity, congress, 1, &err));
    free(exported_by(at, ROW_NONE, 2));
    undo();
    expect("A 0326T093000-1700 TENT 1\nB 0327T093000-1700 TENT 1\n"
           "C 0328T093000-1700 TENT 1\n");
    office_expect_whole(at);
}
END_TEST

static int64_t
plan_at(const char *start, const char *end, enum question_clock clock)
{
    struct questions answers = { 0 };
    unsigned warnings;
    struct meeting planned;
    struct error err = { 0 };

    question_reply(&answers, QUESTION_CLOCK, clock, NULL);
    record_init(&meeting_entity, &planned);
    ck_assert(local_time_parse(start, &planned.start));
    ck_assert(local_time_parse(end, &planned.end));
    ck_assert(plan_prepare(at, group, &planned, &err));
    ck_assert_msg(plan_add(at, &planned, &answers, &warnings, &err), "%s", err.message);
    const int64_t id = planned.head.id;
    record_clear(&meeting_entity, &planned);
    questions_clear(&answers);
    return id;
}

/* The one of two hours that somebody chose is the day's own too; 2 o'clock on the day
 * that has none is an hour on. */
START_TEST(days__at_the_change_of_clocks__are_told_in_utc)
{
    static const struct {
        const char *start;
        const char *end;
        enum question_clock clock;
        const char *lines[2];
    } cases[] = {
        { "2027-10-31 02:30",
          "2027-11-01 04:00",
          CLOCK_LATER,
          { "DTSTART:20271031T013000Z", "DTEND:20271031T030000Z" } },
        { "2027-10-31 02:30",
          "2027-11-01 04:00",
          CLOCK_EARLIER,
          { "DTSTART:20271031T003000Z", "DTEND:20271031T030000Z" } },
        { "2027-10-30 01:30",
          "2027-10-31 02:30",
          CLOCK_EARLIER,
          { "DTSTART:20271030T233000Z", "DTEND:20271031T003000Z" } },
        { "2027-10-30 01:30",
          "2027-10-31 02:30",
          CLOCK_LATER,
          { "DTSTART:20271030T233000Z", "DTEND:20271031T013000Z" } },
        { "2027-03-27 02:15",
          "2027-03-29 02:45",
          CLOCK_EARLIER,
          { "DTSTART:20270328T011500Z", "DTEND:20270328T014500Z" } },
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const int64_t id = plan_at(cases[i].start, cases[i].end, cases[i].clock);
        char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, id }, 1);
        for (size_t line = 0; line < 2; line++)
            ck_assert_msg(strstr(text, cases[i].lines[line]) != NULL, "%zu: %s", i, text);
        free(text);
    }
}
END_TEST

/* What two programs that are not ours read: the hours of each day by the clock of that
 * day. */
START_TEST(readers__find_each_day__across_the_change_of_clocks)
{
    static const char *const readers[] = { "icalendar", "vobject" };
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, congress }, 1);
    FILE *file = fopen("days.ics", "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
    free(text);
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        char command[400];
        char line[400];
        int64_t expected = local_time_to_instant(
            (struct local_time){ { 2027, 3, 26 }, .hour = 8, .minute = 30 });
        (void)snprintf(command, sizeof command,
                       "/usr/bin/python3 \"%s/tests/readers/read_with_%s.py\" days.ics",
                       getenv("ATELIER_SRCDIR"), readers[i]);
        /* NOLINTNEXTLINE(cert-env33-c): our own words */
        FILE *output = popen(command, "r");
        ck_assert_ptr_nonnull(output);
        for (int day = 0; day < 3; day++) {
            long long from;
            long long until;
            ck_assert_ptr_nonnull(fgets(line, sizeof line, output));
            ck_assert_int_eq(sscanf(strchr(line, '\t'), "%lld %lld", &from, &until), 2);
            ck_assert_int_eq(from, expected + (day * 24 - (day == 2)) * 3600);
            ck_assert_int_eq(until - from, 7 * 3600 + 1800);
        }
        ck_assert_ptr_null(fgets(line, sizeof line, output));
        ck_assert_int_eq(pclose(output), 0);
    }
    (void)unlink("days.ics");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin_congress, end);
    tcase_add_test(tests, days__are_events_of_their_own__in_every_calendar);
    tcase_add_test(tests,
                   days__keep_their_events__when_the_meeting_grows_shrinks_and_moves);
    tcase_add_test(tests, day__of_a_meeting_that_grows__keeps_the_uid_of_the_meeting);
    tcase_add_test(tests, slots__are_events__that_come_change_and_go);
    tcase_add_test(tests, mark_of_presence__leaves_the_days_as_they_are);
    tcase_add_test(tests, day__that_went__is_told_as_cancelled_for_60_days);
    tcase_add_test(tests, day__of_a_draft__goes_without_a_word);
    tcase_add_test(tests, day__of_a_draft__leaves_the_uid_of_the_meeting_behind);
    tcase_add_test(tests, person__hears_nothing__of_a_day_that_went_before_they_came);
    tcase_add_test(tests, days__of_a_meeting_that_is_revived_late__are_others);
    tcase_add_test(tests, night__stays_one_event);
    tcase_add_test(tests, days__of_a_draft_that_comes_back__keep_their_uids);
    tcase_add_test(tests, days__at_the_change_of_clocks__are_told_in_utc);
    tcase_add_test(tests, readers__find_each_day__across_the_change_of_clocks);
}

SUITE_MAIN("meeting_days")
