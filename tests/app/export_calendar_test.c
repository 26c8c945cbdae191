/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_calendar_test.c - what a calendar says of meetings, and when its bytes change */
#include "export_office.h"

/* ---- scopes ---- */

START_TEST(scope__of_a_meeting_a_group_a_person_or_all__holds_its_meetings)
{
    free(exported_by(at, (struct row_ref){ ENTITY_MEETING, other }, 1));
    free(exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 1));
    free(exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1));
    free(exported_by(at, ROW_NONE, 2));

    office_add_meeting(at, group, "2027-05-11 09:30", NUMBER_NONE);
    free(exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 2));
    free(exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1));
    free(exported_by(at, ROW_NONE, 3));
}
END_TEST

START_TEST(scope__of_what_is_not_there__is_not_found)
{
    const struct row_ref scopes[] = { { ENTITY_MEETING, 4711 },
                                      { ENTITY_WORKING_GROUP, 4711 },
                                      { ENTITY_PERSON, 4711 } };
    struct buffer text = { 0 };
    struct error err = { 0 };
    int64_t events;

    ck_assert(!export_calendar(at, scopes[_i], keep, &text, &events, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert_uint_eq(text.length, 0);
    ck_assert_int_eq(events, 0);
}
END_TEST

START_TEST(reader__may_export)
{
    struct atelier *reader = office_hire(at, "rosa", ROLE_READER);

    free(exported_by(reader, ROW_NONE, 2));
    atelier_close(reader);
}
END_TEST

/* ---- what is in it ---- */

/* What a secretariat attaches to a mail is no calendar to follow. */
START_TEST(file__of_one_meeting__says_nothing_of_a_calendar)
{
    static const char *const names[] = { "\r\nNAME:", "X-WR-CAL", "REFRESH",
                                         "X-PUBLISHED" };
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ck_assert_msg(!strstr(text, names[i]), "%s", names[i]);
        ck_assert(says(names[i]));
    }
    free(text);
}
END_TEST

START_TEST(calendar__is_published__once_it_has_an_organiser)
{
    ck_assert(!says("METHOD"));
    ck_assert(!says("ORGANIZER"));
    ck_assert(!export_names_organiser(at));
    set_setting("organiser_email", "groups@example.org");
    ck_assert(export_names_organiser(at));
    ck_assert(says("\r\nMETHOD:PUBLISH\r\n"));
    ck_assert(says("\r\nORGANIZER:mailto:groups@example.org\r\n"));
}
END_TEST

/* Who follows a calendar reads an event again when its stamp is newer. */
START_TEST(event__is_newer__when_the_settings_that_it_prints_are)
{
    struct atelier *first = at;

    at = office_return(NULL, "2027-03-04 10:00");
    set_setting("organiser_email", "groups@example.org");
    ck_assert_str_eq(value("DTSTAMP"), "DTSTAMP:20270304T100000Z");
    ck_assert_str_eq(value("LAST-MODIFIED"), "LAST-MODIFIED:20270304T100000Z");
    atelier_close(at);
    at = office_return(NULL, "2027-03-05 10:00");
    set_setting("keep_years", "7");
    set_setting("network", "Cities");
    ck_assert_str_eq(value("DTSTAMP"), "DTSTAMP:20270304T100000Z");
    undo();
    undo();
    ck_assert_str_eq(value("DTSTAMP"), "DTSTAMP:20270304T100000Z");
    undo();
    ck_assert_str_eq(value("DTSTAMP"), "DTSTAMP:20270305T100000Z");
    atelier_close(at);
    at = first;
}
END_TEST

/* Who presides and how to get in is public; where somebody lives is not. */
START_TEST(event__says_whom_to_ask__who_presides_and_how_to_get_in)
{
    int64_t venue = office_add(at, &venue_entity, "name", "Town hall", "access",
                               "by the yard, tram 3", NULL);
    int64_t room =
        office_add(at, &room_entity, "venue", rows_number(venue), "name", "Blue", NULL);

    ck_assert_str_eq(value("CONTACT"), "");
    set_setting("organiser_email", "groups@example.org");
    set_setting("organiser_name", "The office");
    office_change(at, &meeting_entity, meeting, "room", rows_number(room), NULL);
    office_change(at, &working_group_entity, group, "chair", rows_number(person),
                  "colour", "teal", NULL);
    ck_assert_str_eq(value("CONTACT"), "CONTACT:The office\\, groups@example.org");
    ck_assert_str_eq(value("DESCRIPTION"),
                     "DESCRIPTION:Chair: Paul Durand\\nAccess: by the yard\\, tram 3");
    set_setting("calendar_language", "fr");
    ck_assert_str_eq(
        value("DESCRIPTION"),
        "DESCRIPTION:Présidence : Paul Durand\\nAccès : by the yard\\, tram 3");
    ck_assert(!says("paul@example.org"));

    struct atelier *first = at;
    at = office_return(NULL, "2027-03-05 10:00");
    office_change(at, &person_entity, person, "given", "Paule", NULL);
    ck_assert_str_eq(value("DTSTAMP"), "DTSTAMP:20270305T100000Z");
    atelier_close(at);
    at = first;

    char *text = exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 1);
    ck_assert_ptr_nonnull(
        strstr(text, "\r\nCOLOR:teal\r\nX-APPLE-CALENDAR-COLOR:#008080\r\n"));
    free(text);
}
END_TEST

START_TEST(calendar__names_nobody)
{
    ck_assert(says("\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"));
    ck_assert(says("\r\nDTSTART;TZID=Europe/Paris:20270316T093000\r\n"));
    ck_assert(!says("ATTENDEE"));
    ck_assert(!says("Durand"));
    ck_assert(!says("paul@example.org"));
}
END_TEST

START_TEST(event__of_a_zone_that_the_system_lost__is_written_in_utc)
{
    ck_assert(database_file_run(
        "UPDATE meeting SET zone = 'Europe/Atlantis' WHERE \"group\" = 1"));
    ck_assert(says("\r\nDTSTART:20270316T083000Z\r\n"));
    ck_assert(says("\r\nDTSTART;TZID=Europe/Paris:20270420T140000\r\n"));
    ck_assert(!says("Atlantis"));
}
END_TEST

/* Changes a meeting through the plan. */
static void
move_meeting(int64_t id, const char *zone, const char *start, const char *end)
{
    office_change(at, &meeting_entity, id, "zone", zone, "start", start, "end", end,
                  NULL);
}

START_TEST(event__of_a_clock_that_shows_utc__is_written_so)
{
    static const char *const zones[] = { "UTC", "Etc/UTC", "Zulu" };

    move_meeting(meeting, "Etc/UTC", "2027-03-16 09:30", "2027-03-16 11:30");
    office_change_unseen(meeting, "zone", zones[_i]); /* of an older program */
    ck_assert(says("\r\nDTSTART:20270316T093000Z\r\nDTEND:20270316T113000Z\r\n"));
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);
    ck_assert_ptr_null(strstr(text, "VTIMEZONE"));
    free(text);
}
END_TEST

/* A list of changes without rules is refused by some programs, and taken for UTC by
 * others: one old meeting would spoil the whole file. */
START_TEST(event__before_the_present_rules__leaves_the_zone_its_two_rules)
{
    move_meeting(other, "America/New_York", "2027-05-03 09:00", "2027-05-03 11:00");
    move_meeting(meeting, "America/New_York", "2006-05-01 09:00", "2006-05-01 11:00");
    ck_assert(says("\r\nDTSTART:20060501T130000Z\r\n"));
    ck_assert(says("\r\nDTSTART;TZID=America/New_York:20270503T090000\r\n"));
    char *text = exported_by(at, ROW_NONE, 2);
    size_t parts = 0;
    for (const char *part = text; (part = strstr(part, "TZOFFSETTO")); part++)
        parts++;
    ck_assert_uint_eq(parts, 2);
    free(text);

    /* of a number instead of letters */
    move_meeting(meeting, "America/Cayenne", "2027-05-03 09:00", "2027-05-03 11:00");
    ck_assert(says("\r\nDTSTART;TZID=America/Cayenne:20270503T090000\r\n"));

    /* a zone that no rule tells */
    move_meeting(meeting, "America/Nuuk", "2027-05-03 09:00", "2027-05-03 11:00");
    ck_assert(says("\r\nDTSTART:20270503T100000Z\r\n"));
    ck_assert(!says("Nuuk"));
}
END_TEST

START_TEST(zone__that_no_event_names__is_not_defined)
{
    struct questions sheet = { 0 };
    struct meeting *record = record_new(&meeting_entity);
    struct error err = { 0 };
    unsigned warnings;

    question_reply(&sheet, QUESTION_CLOCK, CLOCK_EARLIER, NULL);
    ck_assert(edit_load(at, &meeting_entity, meeting, record, &err));
    ck_assert(local_time_parse("2027-10-31 02:15", &record->start));
    ck_assert(local_time_parse("2027-10-31 02:45", &record->end));
    ck_assert_msg(plan_change(at, record, &sheet, &warnings, &err), "%s", err.message);
    record_free(&meeting_entity, record);
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);
    ck_assert_ptr_nonnull(strstr(text, "\r\nDTSTART:20271031T001500Z"));
    questions_clear(&sheet);
    ck_assert_ptr_null(strstr(text, "VTIMEZONE"));
    free(text);
    ck_assert(says("BEGIN:VTIMEZONE")); /* the other meeting names it */
}
END_TEST

/* One that stood in the file before keeps nobody from the other fields. */
START_TEST(link__is_completed_or_refused__when_it_is_typed)
{
    struct meeting *record = record_new(&meeting_entity);
    struct error err = { 0 };
    unsigned warnings;

    office_change(at, &meeting_entity, meeting, "link", "visio.example.org/urb", NULL);
    ck_assert(says("CONFERENCE;VALUE=URI;FEATURE=VIDEO,AUDIO:https://visio.example.org"));
    ck_assert(edit_load(at, &meeting_entity, meeting, record, &err));
    memory_replace(&record->link, "javascript:alert(1)");
    ck_assert(!plan_change(at, record, NULL, &warnings, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "link");
    record_free(&meeting_entity, record);
    office_change_unseen(meeting, "link", "ask Ada");
    office_change(at, &meeting_entity, meeting, "title", "Another", NULL);
}
END_TEST

START_TEST(feed__of_a_network_without_a_name__is_called_the_same_in_every_language)
{
    ck_assert(says("\r\nX-WR-CALNAME:atelier\r\n"));
}
END_TEST

/* ---- rule 8: UID, SEQUENCE, bytes ---- */

/* Texts hold the word of whoever erased somebody, and colleagues elsewhere read them in
 * the language of the calendar. */
START_TEST(erased__are_called_so_in_the_language_of_the_calendar)
{
    office_change(at, &meeting_entity, meeting, "description", "With erased person.",
                  "place", "At personne effacée", NULL);
    office_change(at, &meeting_entity, meeting, "title", "For erased person", NULL);
    office_change(at, &working_group_entity, group, "description", "Of erased person",
                  NULL);
    set_setting("calendar_language", "fr");
    ck_assert_str_eq(value("DESCRIPTION"), "DESCRIPTION:With personne effacée.");
    ck_assert_str_eq(value("SUMMARY"), "SUMMARY:URB: For personne effacée");
    ck_assert_str_eq(value("LOCATION"), "LOCATION:At personne effacée");
    char *text = exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 1);
    ck_assert_ptr_nonnull(strstr(text, "DESCRIPTION:Of personne effacée\r\n"));
    ck_assert_ptr_null(strstr(text, "erased"));
    free(text);
    set_setting("calendar_language", "en");
    ck_assert_str_eq(value("LOCATION"), "LOCATION:At erased person");
}
END_TEST

START_TEST(calendar__of_unchanged_data__has_the_same_bytes)
{
    char *first = exported_by(at, ROW_NONE, 2);
    struct atelier *later = office_return(NULL, "2027-09-30 17:45");
    char *second = exported_by(later, ROW_NONE, 2);
    const char *program = getenv("ATELIER_BIN");
    struct buffer command = { 0 };
    char part[4096];
    struct buffer third = { 0 };
    size_t length;

    ck_assert_str_eq(first, second);
    atelier_close(later);

    ck_assert_ptr_nonnull(program);
    buffer_addf(&command,
                "LANGUAGE=fr '%s' --language fr --database '%s' calendar export --all",
                program, database_file_path("atelier.db"));
    /* NOLINTNEXTLINE(cert-env33-c): our own words */
    FILE *process = popen(buffer_text(&command), "r");
    ck_assert_ptr_nonnull(process);
    while ((length = fread(part, 1, sizeof part, process)) > 0)
        buffer_add_part(&third, part, length);
    ck_assert_int_eq(pclose(process), 0);
    ck_assert_str_eq(first, buffer_text(&third));
    buffer_clear(&third);
    buffer_clear(&command);
    free(first);
    free(second);
}
END_TEST

static bool
refuse(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

START_TEST(sink__that_refuses__ends_the_export_and_not_the_database)
{
    struct error err = { 0 };
    int64_t events;

    ck_assert(!export_calendar(at, ROW_NONE, refuse, NULL, &events, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    free(exported_by(at, ROW_NONE, 2));
    office_add_group(at, "MOB");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   scope__of_a_meeting_a_group_a_person_or_all__holds_its_meetings);
    tcase_add_loop_test(tests, scope__of_what_is_not_there__is_not_found, 0, 3);
    tcase_add_test(tests, reader__may_export);
    tcase_add_test(tests, file__of_one_meeting__says_nothing_of_a_calendar);
    tcase_add_test(tests, calendar__is_published__once_it_has_an_organiser);
    tcase_add_test(tests, event__is_newer__when_the_settings_that_it_prints_are);
    tcase_add_test(tests, event__says_whom_to_ask__who_presides_and_how_to_get_in);
    tcase_add_test(tests, calendar__names_nobody);
    tcase_add_test(tests, event__of_a_zone_that_the_system_lost__is_written_in_utc);
    tcase_add_loop_test(tests, event__of_a_clock_that_shows_utc__is_written_so, 0, 3);
    tcase_add_test(tests, event__before_the_present_rules__leaves_the_zone_its_two_rules);
    tcase_add_test(tests, link__is_completed_or_refused__when_it_is_typed);
    tcase_add_test(tests, zone__that_no_event_names__is_not_defined);
    tcase_add_test(
        tests, feed__of_a_network_without_a_name__is_called_the_same_in_every_language);
    tcase_add_test(tests, erased__are_called_so_in_the_language_of_the_calendar);
    tcase_add_test(tests, calendar__of_unchanged_data__has_the_same_bytes);
    tcase_add_test(tests, sink__that_refuses__ends_the_export_and_not_the_database);
}

SUITE_MAIN("export_calendar")
