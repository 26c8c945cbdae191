/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_room_test.c - rooms made of the places of a calendar, in one choice */
#include "atelier/app/import_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/export_calendar.h"
#include "atelier/app/undo.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/journal_table.h"
#include "support/office.h"
#include "support/other_calendar.h"
#include "support/suite.h"

#define AT(uid, day, place)                                                              \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20270101T000000Z\r\n"                        \
    "DTSTART;TZID=Europe/Paris:202704" day "T093000\r\n"                                 \
    "DTEND;TZID=Europe/Paris:202704" day "T103000\r\nSUMMARY:Talk\r\n"                   \
    "LOCATION:" place "\r\nEND:VEVENT\r\n"

static struct atelier *at;
static struct error err;
static struct calendar_import_choice choice;
static struct calendar_import_outcome outcome;
static int64_t palace;

static void
begin(void)
{
    at = office_found();
    err = (struct error){ 0 };
    choice = (struct calendar_import_choice){ .group = office_add_group(at, "URB"),
                                              .create_rooms = true };
    palace = office_add(at, &venue_entity, "name", "Grand Palais", NULL);
}

static void
end(void)
{
    office_expect_whole(at);
    office_end(at);
}

static struct calendar_import *
judged(const char *text)
{
    return other_calendar_judge(at, text, &choice);
}

static void
run(struct calendar_import *import)
{
    ck_assert_msg(calendar_import_run(import, NULL, NULL, &outcome, &err), "%s",
                  err.message);
}

static void
take(const char *text)
{
    struct calendar_import *import = judged(text);

    run(import);
    calendar_import_free(import);
}

static void
undo(void)
{
    struct journal_entry entry = { 0 };

    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

static void
expect_places(const char *expected)
{
    office_expect("SELECT coalesce(room.name || ' in ' || venue.name, meeting.place)"
                  "  FROM meeting LEFT JOIN room ON room.id = meeting.room"
                  "  LEFT JOIN venue ON venue.id = room.venue ORDER BY meeting.start",
                  expected);
}

START_TEST(places__become_rooms_once_each__and_are_undone_with_the_meetings)
{
    take(OTHER_CALENDAR(AT("a", "01", "Salle 3") AT("b", "02", "SALLE 3")
                            AT("c", "03", "Salle 3\\, Grand Palais\\, 3 avenue X")));
    expect_places("Salle 3 in Grand Palais\nSalle 3 in Grand Palais\n"
                  "Salle 3 in Grand Palais\n");
    ck_assert_int_eq(outcome.rooms, 1);
    undo();
    office_expect("SELECT count(*) FROM room UNION ALL SELECT count(*) FROM meeting",
                  "0\n0\n");
}
END_TEST

START_TEST(address__way_to_dial_in__and_venue__stay_in_words)
{
    office_add(at, &room_entity, "venue", "1", "name", "Nave", NULL);
    office_add(at, &room_entity, "venue", "1", "name", "Dome", NULL);
    take(OTHER_CALENDAR(
        AT("a", "01", "12 rue X\\, Paris") AT("b", "02", "Microsoft Teams Meeting")
            AT("c", "03", "Grand Palais") AT("d", "04", "Grand Palais 3 avenue X")));
    expect_places("12 rue X, Paris\nMicrosoft Teams Meeting\nGrand Palais\n"
                  "Grand Palais 3 avenue X\n");
    ck_assert_int_eq(outcome.rooms, 0);
}
END_TEST

/* Each place that is told, and the rows that take it. */
static void
expect_told(const char *text, const char *expected)
{
    struct calendar_import *import = judged(text);
    size_t count;
    const struct calendar_import_place *places = calendar_import_places(import, &count);
    struct buffer told = { 0 };

    for (size_t i = 0; i < count; i++)
        buffer_addf(&told, "%s %d\n", places[i].name, (int)places[i].rows);
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
    calendar_import_free(import);
}

static bool
keep(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

/* The caller frees. */
static char *
exported(void)
{
    struct buffer text = { 0 };
    int64_t meetings;

    ck_assert(export_calendar(at, ROW_NONE, keep, &text, &meetings, &err));
    return buffer_take(&text);
}

START_TEST(place_of_a_meeting_of_this_office__is_none_of_those_that_are_told)
{
    const int64_t meeting =
        office_add_meeting(at, choice.group, "2027-04-05 09:30", NUMBER_NONE);
    office_change(at, &meeting_entity, meeting, "place", "Town hall", NULL);
    office_change(at, &meeting_entity, meeting, "end", "2027-04-06 12:00", NULL);
    choice.create_rooms = false;
    char *text = exported();
    expect_told(text, "");
    choice.create_rooms = true;
    expect_told(text, "");
    take(text);
    ck_assert_int_eq(outcome.rooms, 0);
    free(text);
}
END_TEST

START_TEST(place__is_told_of_the_rows_that_take_it)
{
    choice.create_rooms = false;
    take(OTHER_CALENDAR(AT("a", "01", "Salle 3") AT("b", "02", "Salle 3")));
    office_change(at, &meeting_entity, 1, "place", "Elsewhere", NULL);
    expect_told(OTHER_CALENDAR(AT("a", "01", "Salle 3") AT("b", "02", "salle 3")
                                   AT("c", "03", "Salle 3") AT("d", "04", "Salle 4")
                                       AT("e", "05", "Salle 5\r\nSTATUS:CANCELLED")),
                "Salle 3 2\nSalle 4 1\n");
}
END_TEST

START_TEST(venue_with_one_room__is_that_room)
{
    choice.create_rooms = false;
    office_add(at, &room_entity, "venue", "1", "name", "Nave", NULL);
    take(OTHER_CALENDAR(AT("a", "01", "Grand palais")));
    expect_places("Nave in Grand Palais\n");
}
END_TEST

/* Named, else chosen, else usual, else the only one; else nobody knows. */
START_TEST(venue__is_the_one_that_is_named__or_chosen__or_usual)
{
    const int64_t annexe = office_add(at, &venue_entity, "name", "Annexe", NULL);
    struct calendar_import *import = judged(OTHER_CALENDAR(AT("a", "01", "Salle 3")));
    size_t homeless;

    ck_assert_int_eq(calendar_import_venue(import), 0);
    ck_assert_uint_eq(calendar_import_room_count(import, &homeless), 1);
    ck_assert_uint_eq(homeless, 1);
    ck_assert_ptr_null(calendar_import_row(import, 0)->new_room);
    calendar_import_free(import);
    office_add(at, &room_entity, "venue", "2", "name", "Usual", NULL);
    office_change(at, &working_group_entity, choice.group, "room", "1", NULL);
    take(OTHER_CALENDAR(AT("a", "01", "Salle 3")));
    choice.venue = palace;
    take(OTHER_CALENDAR(AT("b", "02", "Salle 4")));
    take(OTHER_CALENDAR(AT("c", "03", "Salle 5\\, Annexe")));
    ck_assert_int_eq(annexe, 2);
    expect_places("Salle 3 in Annexe\nSalle 4 in Grand Palais\nSalle 5 in Annexe\n");
}
END_TEST

START_TEST(rehearsal__counts_rooms_and_creates_none__nor_spoils_the_run)
{
    struct calendar_import *import = judged(OTHER_CALENDAR(AT("a", "01", "Salle 3")));

    ck_assert(calendar_import_rehearse(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(outcome.rooms, 1);
    office_expect("SELECT count(*) FROM room", "0\n");
    run(import);
    ck_assert_int_eq(outcome.rooms, 1);
    expect_places("Salle 3 in Grand Palais\n");
    undo();
    ck_assert(calendar_import_judge(import, NULL, NULL, &err));
    run(import);
    expect_places("Salle 3 in Grand Palais\n");
    calendar_import_free(import);
}
END_TEST

/* Asked a second time, now with rooms; what somebody chose here stays. */
START_TEST(meetings_that_came_in_words__move_to_the_rooms__but_for_those_changed_here)
{
    const char *text = OTHER_CALENDAR(AT("a", "01", "Salle 3") AT("b", "02", "Salle 4"));

    choice.create_rooms = false;
    take(text);
    expect_places("Salle 3\nSalle 4\n");
    office_change(at, &meeting_entity, 2, "place", "In the garden", NULL);
    choice.create_rooms = true;
    take(text);
    ck_assert_int_eq(outcome.changed, 1);
    expect_places("Salle 3 in Grand Palais\nIn the garden\n");
    office_expect("SELECT name FROM room", "Salle 3\n");
    take(text);
    ck_assert_int_eq(outcome.changed, 0);
}
END_TEST

/* A name that two venues have is nobody's; in the venue that is meant it is there. */
START_TEST(room_that_is_there_already__is_taken)
{
    office_add(at, &venue_entity, "name", "Annexe", NULL);
    office_add(at, &room_entity, "venue", "1", "name", "Salle 3", NULL);
    office_add(at, &room_entity, "venue", "2", "name", "Salle 3", NULL);
    choice.create_rooms = false;
    take(OTHER_CALENDAR(AT("a", "01", "Salle 3")));
    expect_places("Salle 3\n");
    choice.create_rooms = true;
    choice.venue = palace;
    struct calendar_import *import = judged(OTHER_CALENDAR(
        AT("a", "01", "salle 3") AT("b", "02", "Salle 3") AT("c", "03", "Salle 4")));
    size_t homeless;
    size_t places;
    ck_assert_uint_eq(calendar_import_room_count(import, &homeless), 1);
    ck_assert_str_eq(calendar_import_places(import, &places)->name, "Salle 4");
    ck_assert_uint_eq(places, 1);
    ck_assert_ptr_null(calendar_import_row(import, 1)->new_room);
    ck_assert_int_eq(calendar_import_row(import, 1)->meeting.room, 1);
    run(import);
    calendar_import_free(import);
    ck_assert_int_eq(outcome.rooms, 1);
    expect_places("Salle 3 in Grand Palais\nSalle 3 in Grand Palais\n"
                  "Salle 4 in Grand Palais\n");
}
END_TEST

/* Whose name begins with that of a venue of the office is another venue. */
START_TEST(longer_name__is_another_venue)
{
    office_add(at, &room_entity, "venue", "1", "name", "Salle 3", NULL);
    take(OTHER_CALENDAR(AT("a", "01", "Salle 3\\, Grand Palais Nord")
                            AT("b", "02", "Salle 4\\, Grand Palais Nord\\, 3 avenue X")
                                AT("c", "03", "Salle 3\\, Le Grand Palais")
                                    AT("d", "04", "Grand Palais Nord")
                                        AT("e", "05", "Salle\\, 3 Grand Palais")));
    ck_assert_int_eq(outcome.rooms, 0);
    expect_places("Salle 3, Grand Palais Nord\n"
                  "Salle 4, Grand Palais Nord, 3 avenue X\n"
                  "Salle 3, Le Grand Palais\nGrand Palais Nord\n"
                  "Salle, 3 Grand Palais\n");
}
END_TEST

/* In whatever order they were added. */
START_TEST(longest_venue__is_meant)
{
    office_add(at, &venue_entity, "name", "Grand Palais, Nord", NULL);
    office_add(at, &room_entity, "venue", "2", "name", "Salle 3", NULL);
    office_add(at, &room_entity, "venue", "1", "name", "Salle 3", NULL);
    take(OTHER_CALENDAR(
        AT("a", "01", "Salle 3\\, Grand Palais\\, Nord")
            AT("b", "02", "Salle 3\\, GRAND PALAIS\\, 3 avenue X\\, Paris")
                AT("c", "03", "Salle 4\\, Grand Palais\\, Nord\\, Paris")
                    AT("d", "04", "Salle 3 (Grand Palais)\\, Paris")
                        AT("e", "05", "Salle 3\\nGrand Palais\\n3 avenue X")));
    expect_places("Salle 3 in Grand Palais, Nord\nSalle 3 in Grand Palais\n"
                  "Salle 4 in Grand Palais, Nord\nSalle 3 in Grand Palais\n"
                  "Salle 3 in Grand Palais\n");
}
END_TEST

/* The name alone does not tell them apart. */
START_TEST(venue_whose_name_two_have__is_nobodys)
{
    office_add(at, &venue_entity, "name", "Grand-Palais", NULL);
    office_add(at, &room_entity, "venue", "1", "name", "Salle 3", NULL);
    office_add(at, &room_entity, "venue", "2", "name", "Salle 3", NULL);
    choice.venue = palace;
    take(OTHER_CALENDAR(AT("a", "01", "Salle 3\\, Grand Palais")
                            AT("b", "02", "Salle 4\\, Grand Palais")));
    ck_assert_int_eq(outcome.rooms, 0);
    expect_places("Salle 3, Grand Palais\nSalle 4, Grand Palais\n");
}
END_TEST

static const char *const nowhere[] = {
    "-",
    "...",
    "meet.google.com/abc-defg-hij",
    "Visite : meet.example.org/abc",
    "voir https://example.org/x",
    "Video call",
    "Videoconferenz",
    "Par t\xc3\xa9l\xc3\xa9phone",
    "Telefon",
    "+33 1 23 45 67 89",
    "En pr\xc3\xa9sentiel",
    "Zoom\\, Grand Palais",
    "Microsoft Teams Meeting\\, Grand Palais",
    "T\xc3\xa9l\xc3\xa9phone ou visio\\, Grand Palais",
    "TBD\\, Grand Palais",
    "-\\, Grand Palais",
    "meet.google.com/abc\\, Grand Palais",
    "\\, Grand Palais",
};

static void
take_one(const char *place)
{
    struct buffer text = { 0 };

    buffer_addf(&text, OTHER_CALENDAR(AT("a", "01", "%s")), place);
    take(buffer_text(&text));
    buffer_clear(&text);
}

START_TEST(place_where_nobody_sits__is_no_room)
{
    take_one(nowhere[_i]);
    ck_assert_int_eq(outcome.added, 1);
    ck_assert_int_eq(outcome.rooms, 0);
}
END_TEST

static const char *const somewhere[] = {
    "Zoom Room B\\, Grand Palais",
    "Salle visioconf\xc3\xa9rence 2\\, Grand Palais",
    "101",
    "B2.14/16",
    "\xe5\xa4\xa7\xe4\xbc\x9a\xe8\xad\xb0\xe5\xae\xa4",
};

START_TEST(place_that_sounds_like_it__is_one)
{
    take_one(somewhere[_i]);
    ck_assert_int_eq(outcome.rooms, 1);
}
END_TEST

static bool
stop(void *context, int64_t done, int64_t total)
{
    (void)done;
    ck_assert_int_eq(total, 1);
    return ++*(int *)context;
}

START_TEST(judging__can_be_stopped_and_done_again)
{
    struct calendar_import *import = judged(OTHER_CALENDAR(AT("a", "01", "Salle 3")));
    int told = 0;

    ck_assert(!calendar_import_judge(import, stop, &told, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_int_eq(told, 1);
    ck_assert(calendar_import_judge(import, NULL, NULL, &err));
    run(import);
    ck_assert_int_eq(outcome.added, 1);
    calendar_import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   places__become_rooms_once_each__and_are_undone_with_the_meetings);
    tcase_add_test(tests, address__way_to_dial_in__and_venue__stay_in_words);
    tcase_add_test(tests,
                   place_of_a_meeting_of_this_office__is_none_of_those_that_are_told);
    tcase_add_test(tests, place__is_told_of_the_rows_that_take_it);
    tcase_add_test(tests, venue_with_one_room__is_that_room);
    tcase_add_test(tests, venue__is_the_one_that_is_named__or_chosen__or_usual);
    tcase_add_test(tests, rehearsal__counts_rooms_and_creates_none__nor_spoils_the_run);
    tcase_add_test(
        tests,
        meetings_that_came_in_words__move_to_the_rooms__but_for_those_changed_here);
    tcase_add_test(tests, judging__can_be_stopped_and_done_again);
    tcase_add_test(tests, room_that_is_there_already__is_taken);
    tcase_add_test(tests, longer_name__is_another_venue);
    tcase_add_test(tests, longest_venue__is_meant);
    tcase_add_test(tests, venue_whose_name_two_have__is_nobodys);
    tcase_add_loop_test(tests, place_where_nobody_sits__is_no_room, 0,
                        (int)(sizeof nowhere / sizeof *nowhere));
    tcase_add_loop_test(tests, place_that_sounds_like_it__is_one, 0,
                        (int)(sizeof somewhere / sizeof *somewhere));
}

SUITE_MAIN("import_room")
