/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_rows_test.c - slots, workshops, items and speakers of a meeting, and how they
 * go with each other */
#include "atelier/app/change_settings.h"
#include "atelier/app/edit.h"
#include "atelier/app/slots.h"

#include <check.h>
#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/item.h"
#include "atelier/domain/project.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/workshop.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SQL_SLOTS "SELECT label, start, \"end\" FROM slot ORDER BY start, id"
#define SQL_WORKSHOPS                                                                    \
    "SELECT title, slot IS NOT NULL, start, datetime(start_at, 'unixepoch'),"            \
    " ics_sequence FROM workshop ORDER BY id"

static struct atelier *at;
static struct error err;
static int64_t group;
static int64_t meeting; /* a whole day */
static int64_t anna;

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "A day",
                   "start", "2027-03-16 09:30", "end", "2027-03-16 17:00", NULL);
    anna = office_add_person(at, "Müller", "Anna");
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    office_end(at);
}

static void
set_lunch(const char *lunch, enum calendar_language language)
{
    struct settings settings;

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    memory_replace(&settings.lunch, lunch);
    settings.calendar_language = language;
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

static void
make_slots(void)
{
    size_t made;

    ck_assert_msg(slots_make(at, meeting, NULL, &made, &err), "%s", err.message);
}

static void
undo(void)
{
    struct journal_entry entry = { 0 };

    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

/* A row that is refused, with words of the sentence. */
static void
expect_refused(const struct entity *entity, const char *field, const char *words,
               const char *const *pairs)
{
    void *record = record_new(entity);

    err = (struct error){ 0 };
    for (size_t i = 0; pairs[i]; i += 2)
        ck_assert(
            field_parse(entity_field(entity, pairs[i]), record, pairs[i + 1], &err));
    ck_assert(!edit_add(at, entity, record, NULL, &err));
    ck_assert_str_eq(err.field ? err.field : "", field);
    ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
    record_free(entity, record);
}

/* The same of one that is there: what changes comes behind its number. */
static void
expect_change_refused(const struct entity *entity, int64_t id, const char *field,
                      const char *words, const char *const *pairs)
{
    void *record = record_new(entity);

    err = (struct error){ 0 };
    ck_assert(edit_load(at, entity, id, record, &err));
    for (size_t i = 0; pairs[i]; i += 2)
        ck_assert(
            field_parse(entity_field(entity, pairs[i]), record, pairs[i + 1], &err));
    ck_assert(!edit_change(at, entity, record, &err));
    ck_assert_str_eq(err.field ? err.field : "", field);
    ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
    record_free(entity, record);
}

static bool
remove_row(const struct entity *entity, int64_t id)
{
    struct record *record = record_new(entity);

    err = (struct error){ 0 };
    ck_assert(edit_load(at, entity, id, record, &err));
    const bool ok = edit_remove(at, entity, id, record->rev, &err);
    record_free(entity, record);
    return ok;
}

static int64_t
add_workshop(const char *title, const char *start, const char *end)
{
    return office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title",
                      title, "start", start, "end", end, NULL);
}

START_TEST(slots__are_made_around_lunch__in_the_language_of_calendars)
{
    size_t made;

    set_lunch("12:30–14:00", CALENDAR_FRENCH);
    ck_assert_msg(slots_make(at, meeting, NULL, &made, &err), "%s", err.message);
    ck_assert_uint_eq(made, 2);
    office_expect(SQL_SLOTS, "Matin|2027-03-16 09:30|2027-03-16 12:30\n"
                             "Après-midi|2027-03-16 14:00|2027-03-16 17:00\n");
    ck_assert(!slots_make(at, meeting, NULL, &made, &err)); /* once is enough */
    ck_assert_int_eq(err.kind, ERROR_RULE);
    undo();
    office_expect(SQL_SLOTS, "");
    office_expect_whole(at);
}
END_TEST

START_TEST(presence__that_is_opened__makes_the_half_days)
{
    struct attend_outcome outcome;
    struct attend_request request = { .meeting = meeting, .person = anna };

    set_lunch("12:30-14:00", CALENDAR_ENGLISH);
    office_register(at, meeting, anna);
    request.kind = PRESENCE_EXCUSED;
    attend_outcome_init(&outcome);
    ck_assert(!attend_mark(at, &request, &outcome, &err)); /* in which of them? */
    ck_assert_ptr_nonnull(strstr(err.message, "1 Morning"));
    request.slot = 2;
    ck_assert_msg(attend_mark(at, &request, &outcome, &err), "%s", err.message);
    attend_outcome_clear(&outcome);
    office_expect("SELECT s.label FROM presence p JOIN slot s ON s.id = p.slot",
                  "Afternoon\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(workshop__at_the_hours_of_a_half_day__lies_in_it)
{
    set_lunch("12:30-14:00", CALENDAR_ENGLISH);
    add_workshop("Own hours", "2027-03-16 10:00", "2027-03-16 11:00");
    office_expect(SQL_SLOTS, "");
    add_workshop("Half", "2027-03-16 14:00", "2027-03-16 17:00");
    add_workshop("Half too", "2027-03-16 14:00", "2027-03-16 17:00");
    office_expect(SQL_WORKSHOPS, "Own hours|0|2027-03-16 10:00|2027-03-16 09:00:00|0\n"
                                 "Half|1|-|2027-03-16 13:00:00|0\n"
                                 "Half too|1|-|2027-03-16 13:00:00|0\n");
    undo();
    undo(); /* the slots were an act of their own */
    office_expect("SELECT label FROM slot ORDER BY id", "Morning\nAfternoon\n");
    undo();
    office_expect(SQL_SLOTS, "");
    office_expect_whole(at);
}
END_TEST

START_TEST(workshop__of_a_meeting_without_lunch__takes_the_whole_as_its_slot)
{
    office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title", "All day",
               NULL);
    office_expect(SQL_SLOTS, "09:30–17:00|2027-03-16 09:30|2027-03-16 17:00\n");
    office_expect(SQL_WORKSHOPS, "All day|1|-|2027-03-16 08:30:00|0\n");
}
END_TEST

START_TEST(slot__that_is_changed__takes_its_workshops_along__and_an_undo_brings_them_back)
{
    set_lunch("12:30-14:00", CALENDAR_ENGLISH);
    add_workshop("Half", "2027-03-16 14:00", "2027-03-16 17:00");
    office_change(at, &slot_entity, 2, "start", "2027-03-16 14:30", NULL);
    office_expect(SQL_WORKSHOPS, "Half|1|-|2027-03-16 13:30:00|1\n");
    office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title", "Later",
               "slot", "2", NULL);
    const int64_t change =
        database_file_number("SELECT max(id) FROM journal WHERE act = 'slot.change'");
    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_act(at, change, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    /* Calendars saw the way there, and see the way back; of the later one, too. */
    office_expect(SQL_WORKSHOPS, "Half|1|-|2027-03-16 13:00:00|2\n"
                                 "Later|1|-|2027-03-16 13:00:00|1\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(slot__that_holds_a_workshop__stays)
{
    set_lunch("12:30-14:00", CALENDAR_ENGLISH);
    add_workshop("Half", "2027-03-16 14:00", "2027-03-16 17:00");
    ck_assert(!remove_row(&slot_entity, 2));
    ck_assert_ptr_nonnull(strstr(err.message, "“Half”"));
    ck_assert(remove_row(&slot_entity, 1));
}
END_TEST

START_TEST(item__is_called_what_it_is__and_a_plenary_says_its_title)
{
    const int64_t project =
        office_add(at, &project_entity, "title", "Quay for all", NULL);

    office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "break",
               "start", "2027-03-16 11:00", "end", "2027-03-16 11:15", NULL);
    office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "project",
               "project", rows_number(project), "start", "2027-03-16 11:15", "end",
               "2027-03-16 12:00", NULL);
    office_expect("SELECT title FROM item ORDER BY id", "Break\nQuay for all\n");
    const char *const untitled[] = { "meeting", rows_number(meeting),
                                     "start",   "2027-03-16 09:30",
                                     "end",     "2027-03-16 10:00",
                                     NULL };
    expect_refused(&item_entity, "title", "what the plenary is about", untitled);
}
END_TEST

START_TEST(item__lies_within_its_meeting)
{
    const char *const early[] = {
        "meeting", rows_number(meeting), "kind", "break", "start", "2027-03-16 09:00",
        "end",     "2027-03-16 10:00",   NULL
    };
    expect_refused(&item_entity, "start", "within its meeting", early);
    const char *const late[] = {
        "meeting", rows_number(meeting), "kind", "break", "start", "2027-03-16 16:00",
        "end",     "2027-03-16 17:30",   NULL
    };
    expect_refused(&item_entity, "end", "within its meeting", late);
}
END_TEST

START_TEST(programme__moves_with_its_meeting__and_comes_back)
{
    set_lunch("12:30-14:00", CALENDAR_ENGLISH);
    make_slots();
    add_workshop("Half", "2027-03-16 14:00", "2027-03-16 17:00");
    add_workshop("Own", "2027-03-16 10:00", "2027-03-16 11:00");
    office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "break",
               "start", "2027-03-16 11:00", "end", "2027-03-16 11:15", NULL);
    /* Past the night of the summer hour.  Calendars are told the meeting's number and
     * that of the workshop in one, and the first has risen. */
    office_change(at, &meeting_entity, meeting, "start", "2027-03-30 09:30", "end",
                  "2027-03-30 17:00", NULL);
    office_expect(SQL_WORKSHOPS, "Half|1|-|2027-03-30 12:00:00|0\n"
                                 "Own|0|2027-03-30 10:00|2027-03-30 08:00:00|0\n");
    office_expect("SELECT start, \"end\" FROM item",
                  "2027-03-30 11:00|2027-03-30 11:15\n");
    undo();
    office_expect(SQL_WORKSHOPS, "Half|1|-|2027-03-16 13:00:00|0\n"
                                 "Own|0|2027-03-16 10:00|2027-03-16 09:00:00|0\n");
    office_expect("SELECT start FROM item", "2027-03-16 11:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(draft__that_is_removed__takes_its_programme_along__and_brings_it_back)
{
    make_slots();
    office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title", "All day",
               NULL);
    office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "break",
               "start", "2027-03-16 11:00", "end", "2027-03-16 11:15", NULL);
    ck_assert_msg(remove_row(&meeting_entity, meeting), "%s", err.message);
    office_expect("SELECT (SELECT count(*) FROM workshop), (SELECT count(*) FROM item),"
                  " (SELECT count(*) FROM slot)",
                  "0|0|0\n");
    undo();
    office_expect("SELECT (SELECT count(*) FROM workshop), (SELECT count(*) FROM item),"
                  " (SELECT count(*) FROM slot)",
                  "1|1|1\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(programme__of_a_cancelled_meeting__stays_as_it_is)
{
    const int64_t workshop = office_add(at, &workshop_entity, "meeting",
                                        rows_number(meeting), "title", "All day", NULL);
    const int64_t speaker =
        office_add(at, &speaker_entity, "workshop", rows_number(workshop), "person",
                   rows_number(anna), NULL);
    const int64_t item =
        office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "break",
                   "start", "2027-03-16 11:00", "end", "2027-03-16 11:15", NULL);
    ck_assert(plan_act(at, meeting, MEETING_CONFIRM, NULL, &err));
    ck_assert(plan_act(at, meeting, MEETING_CANCEL, "a strike", &err));
    ck_assert(!remove_row(&item_entity, item));
    ck_assert_ptr_nonnull(strstr(err.message, "cancelled"));
    ck_assert(!remove_row(&speaker_entity, speaker));
    ck_assert_ptr_nonnull(strstr(err.message, "cancelled"));
    const char *const one_more[] = { "workshop", rows_number(workshop), "person", "1",
                                     NULL };
    expect_refused(&speaker_entity, "", "cancelled", one_more);
}
END_TEST

START_TEST(history__of_a_meeting__tells_of_its_programme)
{
    const int64_t workshop = office_add(at, &workshop_entity, "meeting",
                                        rows_number(meeting), "title", "All day", NULL);
    office_add(at, &speaker_entity, "workshop", rows_number(workshop), "person",
               rows_number(anna), "subject", "Trees", NULL);
    const struct listing_query query = { .kind = LISTING_ROW_JOURNAL,
                                         .scope = meeting,
                                         .entity = ENTITY_MEETING };
    int64_t count = 0;

    ck_assert(listing_count(at, &query, 9, &count, &err));
    ck_assert_int_eq(count, 4); /* planned, its slots, the workshop, the speaker */
}
END_TEST

START_TEST(slots__do_not_overlap__and_both_are_named)
{
    const char *const number = rows_number(meeting);
    const char *const over[] = {
        "meeting",          number, "label", "Talks", "start", "2027-03-16 11:00", "end",
        "2027-03-16 14:30", NULL
    };
    const char *const around[] = { "start", "2027-03-16 09:30", "end", "2027-03-16 17:00",
                                   NULL };
    const int64_t morning =
        office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "Morning",
                   "start", "2027-03-16 09:30", "end", "2027-03-16 12:30", NULL);

    /* They may touch. */
    const int64_t noon =
        office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "Noon",
                   "start", "2027-03-16 12:30", "end", "2027-03-16 14:00", NULL);
    expect_refused(&slot_entity, "start",
                   "“Talks” (Tue 16/03/2027 11:00–14:30) would overlap “Morning” (Tue "
                   "16/03/2027 09:30–12:30)",
                   over);
    expect_change_refused(&slot_entity, morning, "end", "would overlap “Noon”", around);
    office_change(at, &slot_entity, noon, "start", "2027-03-16 13:00", "label", "Late",
                  NULL);
    office_expect(SQL_SLOTS, "Morning|2027-03-16 09:30|2027-03-16 12:30\n"
                             "Late|2027-03-16 13:00|2027-03-16 14:00\n");
}
END_TEST

/* The one in which somebody was seen stays where it is. */
START_TEST(a_slot__that_moves_with_its_meeting_over_a_marked_one__is_refused)
{
    struct attend_outcome outcome;
    struct attend_request request = {
        .meeting = meeting, .person = anna, .kind = PRESENCE_EXCUSED, .slot = 2
    };
    struct meeting record;

    set_lunch("12:30-14:00", CALENDAR_ENGLISH);
    make_slots();
    office_register(at, meeting, anna);
    attend_outcome_init(&outcome);
    ck_assert_msg(attend_mark(at, &request, &outcome, &err), "%s", err.message);
    attend_outcome_clear(&outcome);
    record_init(&meeting_entity, &record);
    ck_assert(edit_load(at, &meeting_entity, meeting, &record, &err));
    record.start.hour += 3;
    record.end.hour += 3;
    ck_assert(!edit_change(at, &meeting_entity, &record, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(
        strstr(err.message, "(Tue 16/03/2027 12:30–15:30) would overlap “Afternoon”"));
    record_clear(&meeting_entity, &record);
    office_expect(SQL_SLOTS, "Morning|2027-03-16 09:30|2027-03-16 12:30\n"
                             "Afternoon|2027-03-16 14:00|2027-03-16 17:00\n");
    office_change(at, &meeting_entity, meeting, "start", "2027-03-16 10:30", NULL);
    office_expect_whole(at);
}
END_TEST

START_TEST(an_undo__brings_no_slot_back_over_one_that_came_since)
{
    struct journal_entry entry = { 0 };
    struct atelier *colleague = office_hire(at, "claire", ROLE_ORGANISER);
    const int64_t first =
        office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "Talks",
                   "start", "2027-03-16 09:30", "end", "2027-03-16 12:30", NULL);

    office_change(at, &slot_entity, first, "end", "2027-03-16 11:00", NULL);
    office_add(colleague, &slot_entity, "meeting", rows_number(meeting), "label", "Visit",
               "start", "2027-03-16 11:30", "end", "2027-03-16 13:00", NULL);
    ck_assert(!undo_last(at, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "It cannot be undone: “Talks” (Tue "
                                              "16/03/2027 09:30–12:30) would overlap "
                                              "“Visit”"));
    journal_entry_clear(&entry);
    entry = (struct journal_entry){ 0 };
    ck_assert_msg(undo_last(colleague, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    atelier_close(colleague);
    office_expect(SQL_SLOTS, "Talks|2027-03-16 09:30|2027-03-16 11:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_label__that_was_made_of_its_hours__follows_them__one_that_was_typed_stays)
{
    const int64_t made =
        office_add(at, &slot_entity, "meeting", rows_number(meeting), "start",
                   "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
    const int64_t typed =
        office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "Talks",
                   "start", "2027-03-16 13:30", "end", "2027-03-16 15:30", NULL);

    office_change(at, &slot_entity, made, "end", "2027-03-16 12:00", NULL);
    office_change(at, &slot_entity, typed, "end", "2027-03-16 16:00", NULL);
    office_expect(SQL_SLOTS, "09:30–12:00|2027-03-16 09:30|2027-03-16 12:00\n"
                             "Talks|2027-03-16 13:30|2027-03-16 16:00\n");
    office_change(at, &meeting_entity, meeting, "start", "2027-03-16 10:00", "end",
                  "2027-03-16 17:30", NULL);
    office_expect("SELECT label FROM slot ORDER BY id", "10:00–12:30\nTalks\n");
    undo();
    office_expect("SELECT label FROM slot ORDER BY id", "09:30–12:00\nTalks\n");
    office_change(at, &slot_entity, made, "label", "Hello", "end", "2027-03-16 11:00",
                  NULL);
    office_change(at, &slot_entity, typed, "label", NULL, NULL);
    office_expect("SELECT label FROM slot ORDER BY id", "Hello\n13:30–16:00\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_workshop_in_a_slot__says_how_it_gets_hours_of_its_own)
{
    const char *const hours[] = { "start", "2027-03-16 10:00", "end", "2027-03-16 11:00",
                                  NULL };

    make_slots();
    const int64_t workshop =
        office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title", "W",
                   "slot", "1", NULL);
    expect_change_refused(&workshop_entity, workshop, "start",
                          "For hours of its own empty the slot (--slot \"\")", hours);
    office_change(at, &workshop_entity, workshop, "slot", "", "start", "2027-03-16 10:00",
                  "end", "2027-03-16 11:00", NULL);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, slots__do_not_overlap__and_both_are_named);
    tcase_add_test(tests,
                   a_slot__that_moves_with_its_meeting_over_a_marked_one__is_refused);
    tcase_add_test(tests, an_undo__brings_no_slot_back_over_one_that_came_since);
    tcase_add_test(
        tests,
        a_label__that_was_made_of_its_hours__follows_them__one_that_was_typed_stays);
    tcase_add_test(tests, a_workshop_in_a_slot__says_how_it_gets_hours_of_its_own);
    tcase_add_test(tests, slots__are_made_around_lunch__in_the_language_of_calendars);
    tcase_add_test(tests, presence__that_is_opened__makes_the_half_days);
    tcase_add_test(tests, workshop__at_the_hours_of_a_half_day__lies_in_it);
    tcase_add_test(tests,
                   workshop__of_a_meeting_without_lunch__takes_the_whole_as_its_slot);
    tcase_add_test(
        tests,
        slot__that_is_changed__takes_its_workshops_along__and_an_undo_brings_them_back);
    tcase_add_test(tests, slot__that_holds_a_workshop__stays);
    tcase_add_test(tests, item__is_called_what_it_is__and_a_plenary_says_its_title);
    tcase_add_test(tests, item__lies_within_its_meeting);
    tcase_add_test(tests, programme__moves_with_its_meeting__and_comes_back);
    tcase_add_test(tests,
                   draft__that_is_removed__takes_its_programme_along__and_brings_it_back);
    tcase_add_test(tests, programme__of_a_cancelled_meeting__stays_as_it_is);
    tcase_add_test(tests, history__of_a_meeting__tells_of_its_programme);
}

SUITE_MAIN("programme_rows")
