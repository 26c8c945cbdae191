/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_ours_test.c - what one office exports is the same meeting in another
 *
 * Two offices, one after the other: the calendars of the first are kept, and what it knew
 * of its meetings.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/export_calendar.h"
#include "atelier/app/import_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/app/sample.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/other_calendar.h"
#include "support/suite.h"

#define EVENT(lines)                                                                     \
    "BEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20270101T000000Z\r\n"                            \
    "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"                                      \
    "DTEND;TZID=Europe/Paris:20270316T123000\r\n" lines "END:VEVENT\r\n"
#define OUR_CALENDAR(events)                                                             \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//atelier//atelier//EN\r\n" events        \
    "END:VCALENDAR\r\n"
#define LINK "https://visio.example.org/urb"

static struct atelier *at;
static struct error err;
static int64_t group;
static struct calendar_import_choice choice;
static struct calendar_import_outcome outcome;

static void
begin(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    choice = (struct calendar_import_choice){ .group = group };
}

static void
end(void)
{
    office_expect_whole(at);
    office_end(at);
}

static char *
exported_group(int64_t of)
{
    return other_calendar_exported(at, (struct row_ref){ ENTITY_WORKING_GROUP, of });
}

/* Another office, where nothing is known of the first. */
static void
move_out(void)
{
    office_end(at);
    begin();
}

static void
take(const char *text)
{
    other_calendar_take(at, text, &choice, &outcome);
}

static void
expect(const char *text, const char *expected)
{
    struct calendar_import *import = other_calendar_judge(at, text, &choice);

    other_calendar_expect(import, expected);
    calendar_import_free(import);
}

/* --- all of the sample */

/* The parts of lines such as "URB|Renewal\n". */
static char *
next(char **text)
{
    char *part = *text;

    *text += strcspn(*text, "|\n");
    *(*text)++ = '\0';
    return part;
}

static void
make_groups(char *groups)
{
    while (*groups) {
        const char *code = next(&groups);
        const char *name = next(&groups);
        office_add(at, &working_group_entity, "code", code, "name", name, NULL);
    }
}

static void
make_rooms(char *rooms)
{
    char known[256] = "";
    char venue[32] = "";

    while (*rooms) {
        const char *name = next(&rooms);
        const char *address = next(&rooms);
        const char *access = next(&rooms);
        const char *room = next(&rooms);
        if (strcmp(known, name) != 0)
            snprintf(venue, sizeof venue, "%lld",
                     (long long)office_add(at, &venue_entity, "name", name, "address",
                                           address, "access",
                                           strcmp(access, "-") != 0 ? access : "", NULL));
        snprintf(known, sizeof known, "%s", name);
        office_add(at, &room_entity, "venue", venue, "name", room, NULL);
    }
}

#define TOLD                                                                             \
    " m.title, m.start, m.\"end\", m.zone, m.mode, m.place, r.name, v.name, m.link"
#define FROM_ROOMS                                                                       \
    " FROM meeting m JOIN meeting_view w ON w.id = m.id JOIN working_group g ON g.id = " \
    "m.\"group\""                                                                        \
    " LEFT JOIN room r ON r.id = m.room LEFT JOIN venue v ON v.id = r.venue"
/* What cannot come back: a meeting that was held is confirmed, a postponed one is a draft
 * with its reason, one that was cancelled is not taken. */
#define SENT                                                                             \
    "SELECT m.ics_uid, g.code," TOLD ", m.description, m.reason,"                        \
    " CASE w.state WHEN 'held' THEN 'confirmed' WHEN 'closed' THEN 'confirmed'"          \
    " WHEN 'postponed' THEN 'draft' ELSE w.state END" FROM_ROOMS                         \
    " WHERE m.start >= '2018' AND w.state <> 'cancelled' ORDER BY m.ics_uid"
#define TAKEN                                                                            \
    "SELECT m.source_uid, g.code," TOLD ", m.description, m.reason, w.state" FROM_ROOMS  \
    " ORDER BY m.source_uid"

static void
take_into(const char *code, const char *text)
{
    struct buffer sql = { 0 };

    buffer_addf(&sql, "SELECT id FROM working_group WHERE code = '%s'", code);
    choice.group = database_file_number(buffer_text(&sql));
    buffer_clear(&sql);
    take(text);
}

START_TEST(sample__comes_to_another_office_as_it_was)
{
    office_end(at);
    at = office_found();
    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    char *groups = database_file_dump("SELECT code, name FROM working_group ORDER BY id");
    char *rooms = database_file_dump("SELECT v.name, v.address, v.access, r.name FROM"
                                     " room r JOIN venue v ON v.id = r.venue"
                                     " ORDER BY v.id, r.id");
    char *codes = database_file_dump("SELECT code FROM working_group ORDER BY id");
    char *sent = database_file_dump(SENT);
    ck_assert_int_ge(database_file_number("SELECT count(*) FROM meeting_view m"
                                          " WHERE m.state = 'postponed'"),
                     1);
    char *all = other_calendar_exported(at, ROW_NONE);

    office_end(at);
    at = office_found();
    make_groups(groups);
    make_rooms(rooms);
    choice = (struct calendar_import_choice){ .from = { 2018, 1, 1 },
                                              .until = { 2027, 12, 31 } };
    for (char *rest = codes; *rest;)
        take_into(next(&rest), all);
    char *taken = database_file_dump(TAKEN);
    ck_assert_str_eq(taken, sent);

    char *again = other_calendar_exported(at, ROW_NONE);
    ck_assert_ptr_null(strstr(again, "URB: URB:"));
    ck_assert_ptr_null(strstr(again, "] EAU: ["));
    free(again);
    free(taken);
    free(all);
    free(sent);
    free(codes);
    free(rooms);
    free(groups);
}
END_TEST

/* --- the title */

static const struct {
    const char *summary;
    const char *facts; /* "" when it is not taken */
} titles[] = {
    { "URB: Title", "Title|confirmed\n" },
    { "URB: URB: Title", "URB: Title|confirmed\n" },
    { "[Postponed] URB: Title", "Title|draft\n" },
    { "[Reportée] URB: Title", "Title|draft\n" },
    { "[Cancelled] URB: Title", "" },
    { "[Annulée] URB: Title", "" },
    { "[Postponed] Title", "[Postponed] Title|confirmed\n" },
    { "[Report] URB: Title", "[Report] URB: Title|confirmed\n" },
    { "URB Title", "URB Title|confirmed\n" },
    { "URBAN: Title", "URBAN: Title|confirmed\n" },
    { "URB:Title", "URB:Title|confirmed\n" },
    { "URB: ", "URB:|confirmed\n" },
    { "Urb: Title", "Urb: Title|confirmed\n" },
    { "MOB: Title", "MOB: Title|confirmed\n" },
};

/* Of any program: it may have kept what came from here. */
START_TEST(title__is_without_what_stands_in_front_of_it_in_calendars)
{
    struct buffer text = { 0 };

    buffer_addf(&text, OTHER_CALENDAR(EVENT("SUMMARY:%s\r\n")), titles[_i].summary);
    take(buffer_text(&text));
    office_expect("SELECT title, state FROM meeting_view", titles[_i].facts);
    buffer_clear(&text);
}
END_TEST

START_TEST(meeting_of_another_group__is_asked_about)
{
    const char *text = OUR_CALENDAR(EVENT("SUMMARY:MOB: Trains\r\n"));

    office_add_group(at, "MOB");
    expect(text, "doubtful: It is a meeting of another group there: is it one of this "
                 "group?\n");
    choice.private = true;
    take(text);
    office_expect("SELECT title FROM meeting_view", "Trains\n");
}
END_TEST

START_TEST(meeting_of_a_group_that_is_not_here__loses_its_code)
{
    take(OUR_CALENDAR(EVENT("SUMMARY:[Reportée] EAU-2: Floods\r\n")));
    office_expect("SELECT title, state FROM meeting_view", "Floods|draft\n");
}
END_TEST

/* --- its state */

START_TEST(postponed_meeting__comes_as_a_draft_and_says_so)
{
    const int64_t id = office_add_meeting(at, group, "2027-05-11 09:30", NUMBER_NONE);
    ck_assert(plan_act(at, id, MEETING_POSTPONE, "strike", &err));
    char *text = exported_group(group);
    move_out();
    expect(text, "new: It is postponed there: it comes as a draft, for its date does not "
                 "hold.\n");
    take(text);
    office_expect("SELECT state FROM meeting_view", "draft\n");
    expect(text, "same\n");
    free(text);
}
END_TEST

START_TEST(reason__goes_to_its_field_and_not_into_the_description)
{
    const int64_t id = office_add_meeting(at, group, "2027-05-11 09:30", NUMBER_NONE);
    office_change(at, &meeting_entity, id, "description", "Long text", NULL);
    ck_assert(plan_act(at, id, MEETING_POSTPONE, "strike, sorry; again", &err));
    office_change(at, &meeting_entity, id, "start", "2027-05-12 09:30", "end",
                  "2027-05-12 12:30", NULL);
    char *text = exported_group(group);
    ck_assert_ptr_null(strstr(text, "[Postponed]"));
    move_out();
    take(text);
    office_expect("SELECT v.state, m.reason, m.description FROM meeting m"
                  " JOIN meeting_view v USING (id)",
                  "draft|strike, sorry; again|Long text\n");
    free(text);
}
END_TEST

/* Of a version that did not tell the reason apart. */
START_TEST(reason_of_an_older_file__is_the_first_line_of_what_is_postponed)
{
    take(OUR_CALENDAR(EVENT("STATUS:TENTATIVE\r\nSUMMARY:[Postponed] URB: Title\r\n"
                            "DESCRIPTION:strike\\nLong\\ntext\r\n")));
    office_expect("SELECT reason, replace(description, char(10), '/') FROM meeting",
                  "strike|Long/text\n");
}
END_TEST

START_TEST(reason_of_a_cancellation__is_that_of_the_other_office)
{
    take(OUR_CALENDAR(EVENT("SUMMARY:URB: Title\r\n")));
    take(OUR_CALENDAR(EVENT("SEQUENCE:1\r\nSTATUS:CANCELLED\r\n"
                            "SUMMARY:[Cancelled] URB: Title\r\n"
                            "DESCRIPTION:no heating\r\n"
                            "X-ATELIER-REASON:no heating\r\n")));
    office_expect("SELECT v.state, m.reason FROM meeting m"
                  " JOIN meeting_view v USING (id)",
                  "cancelled|no heating\n");
}
END_TEST

#define SAYS(sequence, status, summary)                                                  \
    OUR_CALENDAR(                                                                        \
        EVENT("SEQUENCE:" sequence "\r\nSTATUS:" status "\r\nSUMMARY:" summary "\r\n"))

START_TEST(meeting_that_is_postponed_there_since__is_named_and_stays)
{
    take(SAYS("0", "CONFIRMED", "URB: Title"));
    expect(SAYS("1", "TENTATIVE", "[Postponed] URB: Title"),
           "same: It is postponed there, and stays confirmed here: postpone it, if its "
           "date does not hold.\n");
    expect(SAYS("1", "CANCELLED", "[Cancelled] URB: Title"),
           "changed [state confirmed > cancelled]\n");
}
END_TEST

START_TEST(postponed_meeting__that_has_a_date_there__is_confirmed)
{
    take(SAYS("0", "TENTATIVE", "[Postponed] URB: Title"));
    expect(SAYS("1", "CONFIRMED", "URB: Title"), "changed [state draft > confirmed]\n");
}
END_TEST

/* --- its texts */

START_TEST(link__comes_to_its_field_alone)
{
    const int64_t id = office_add_meeting(at, group, "2027-05-11 09:30", NUMBER_NONE);
    office_change(at, &meeting_entity, id, "link", LINK, "mode", "remote", "description",
                  "Bring your questions.", NULL);
    char *text = other_calendar_exported(at, (struct row_ref){ ENTITY_MEETING, id });
    move_out();
    take(text);
    office_expect("SELECT link, place, description FROM meeting",
                  LINK "|-|Bring your questions.\n");
    free(text);
}
END_TEST

START_TEST(link__that_another_program_wrote_into_the_text__stays_there)
{
    take(OTHER_CALENDAR(EVENT("SUMMARY:A\r\nDESCRIPTION:Join:\\n" LINK
                              "\r\nCONFERENCE;VALUE=URI:" LINK "\r\n")));
    office_expect("SELECT link, description FROM meeting", LINK "|Join:\n" LINK "\n");
}
END_TEST

static void
make_hall(const char *access)
{
    char venue[32];

    snprintf(venue, sizeof venue, "%lld",
             (long long)office_add(at, &venue_entity, "name", "House", "access", access,
                                   NULL));
    office_add(at, &room_entity, "venue", venue, "name", "Hall", NULL);
}

#define HALL                                                                             \
    OUR_CALENDAR(EVENT("SUMMARY:URB: A\r\nLOCATION:Hall\\, House\r\n"                    \
                       "DESCRIPTION:Bring a map.\\nPrésidence : Anna Berg\\n"           \
                       "Accès : Tram 3\\nthen the stairs\r\n"))

START_TEST(way_there__that_is_known_of_the_venue__is_not_kept_twice)
{
    make_hall("Tram 3\nthen the stairs");
    take(HALL);
    office_expect("SELECT description FROM meeting",
                  "Bring a map.\nPrésidence : Anna Berg\n");
}
END_TEST

START_TEST(way_there__that_is_another_here__stays_in_the_text)
{
    make_hall("Bus 5");
    take(HALL);
    office_expect("SELECT description FROM meeting",
                  "Bring a map.\nPrésidence : Anna Berg\nAccès : Tram 3\n"
                  "then the stairs\n");
}
END_TEST

START_TEST(chair__who_is_that_of_the_group__is_not_kept_twice)
{
    char chair[32];

    make_hall("Tram 3\nthen the stairs");
    snprintf(chair, sizeof chair, "%lld",
             (long long)office_add_person(at, "Berg", "Anna"));
    office_change(at, &working_group_entity, group, "chair", chair, NULL);
    take(HALL);
    office_expect("SELECT description FROM meeting", "Bring a map.\n");
}
END_TEST

/* --- its days */

START_TEST(days_of_a_meeting__say_that_they_belong_together)
{
    const int64_t id = office_add_meeting(at, group, "2027-05-11 09:30", NUMBER_NONE);
    office_change(at, &meeting_entity, id, "end", "2027-05-12 16:00", NULL);
    office_add_meeting(at, group, "2027-06-11 09:30", NUMBER_NONE);
    char *text = exported_group(group);
    char part[256];
    int line = 1;
    for (const char *c = text; c < strstr(text, "BEGIN:VEVENT"); c++)
        line += *c == '\n';
    snprintf(
        part, sizeof part,
        "new: It is one of the 2 parts of a meeting there, the first of them on line "
        "%d: each comes as a meeting of its own.\n",
        line);
    struct buffer expected = { 0 };
    buffer_addf(&expected, "%s%snew\n", part, part);
    expect(text, "same\nsame\nsame\n");
    move_out();
    expect(text, buffer_text(&expected));
    buffer_clear(&expected);
    take(text);
    expect(text, "same\nsame\nsame\n");
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, sample__comes_to_another_office_as_it_was);
    tcase_add_loop_test(tests, title__is_without_what_stands_in_front_of_it_in_calendars,
                        0, (int)(sizeof titles / sizeof titles[0]));
    tcase_add_test(tests, meeting_of_another_group__is_asked_about);
    tcase_add_test(tests, meeting_of_a_group_that_is_not_here__loses_its_code);
    tcase_add_test(tests, postponed_meeting__comes_as_a_draft_and_says_so);
    tcase_add_test(tests, reason__goes_to_its_field_and_not_into_the_description);
    tcase_add_test(tests,
                   reason_of_an_older_file__is_the_first_line_of_what_is_postponed);
    tcase_add_test(tests, reason_of_a_cancellation__is_that_of_the_other_office);
    tcase_add_test(tests, meeting_that_is_postponed_there_since__is_named_and_stays);
    tcase_add_test(tests, postponed_meeting__that_has_a_date_there__is_confirmed);
    tcase_add_test(tests, link__comes_to_its_field_alone);
    tcase_add_test(tests, link__that_another_program_wrote_into_the_text__stays_there);
    tcase_add_test(tests, way_there__that_is_known_of_the_venue__is_not_kept_twice);
    tcase_add_test(tests, way_there__that_is_another_here__stays_in_the_text);
    tcase_add_test(tests, chair__who_is_that_of_the_group__is_not_kept_twice);
    tcase_add_test(tests, days_of_a_meeting__say_that_they_belong_together);
}

SUITE_MAIN("import_ours")
