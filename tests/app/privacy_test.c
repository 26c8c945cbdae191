/* SPDX-License-Identifier: GPL-3.0-or-later */
/* privacy_test.c - what only some roles may read reaches the others in no way (rule 13)
 *
 * Each private field and each reason holds a word of its own.  A colleague then looks at
 * everything that the app layer shows, and all that was seen is one text: the desk finds
 * each word in it, a reader and the door find none.
 */
#include <stdio.h>
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/export_list.h"
#include "atelier/app/history.h"
#include "atelier/app/reference.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/slot.h"
#include "import/import_kinds.h"
#include "import/table_file.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define PHONE "06 99 00 11 22"

/* Of a person, a registration, a mark, and of acts. */
static const char *const secrets[] = { PHONE,         "zneeds", "znote",   "zformer",
                                       "zgone",       "zplace", "zexcuse", "zdecline",
                                       "zwithdrawn",  "zagain", "zmark",   "zmistaken",
                                       "zoverbooked", "zmeal" };
enum { SECRETS = sizeof secrets / sizeof secrets[0], ROWS = 9, MOST = 200 };

static struct atelier *at;
static struct error err;
static int64_t group;
static int64_t meeting;
static int64_t registration; /* Anna's */
static int64_t anna;
static int64_t agency; /* her organisation */

/* --- what is planted */

static void
act(const char *family, enum registration_act what, const char *reason)
{
    int64_t place = office_register(at, meeting, office_add_person(at, family, "Zoé"));
    struct register_outcome outcome;

    ck_assert_msg(register_act(at, place, what, reason, NULL, &outcome, &err), "%s",
                  err.message);
}

static void
mark(struct atelier *who, enum presence_kind kind, const char *reason, bool told)
{
    const struct attend_request request = {
        .meeting = meeting, .person = anna, .kind = kind, .reason = reason
    };
    struct attend_outcome outcome;

    attend_outcome_init(&outcome);
    ck_assert_msg(attend_mark(who, &request, &outcome, &err), "%s", err.message);
    ck_assert_int_eq(outcome.mark.reason != NULL, told);
    attend_outcome_clear(&outcome);
}

static void
plant_people(void)
{
    agency = office_add(at, &organisation_entity, "name", "Agence", NULL);
    anna = office_add(at, &person_entity, "family", "Müller", "given", "Anna", "phone",
                      PHONE, "needs", "zneeds", "note", "zformer", NULL);
    office_add(at, &affiliation_entity, "person", rows_number(anna), "organisation",
               rows_number(agency), NULL);
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(anna), NULL);
    office_change(at, &person_entity, anna, "note", "znote", NULL);
    const int64_t gone = office_add(at, &person_entity, "family", "Gone", "given", "Ida",
                                    "note", "zgone", NULL);
    ck_assert_msg(edit_remove(at, &person_entity, gone, 1, &err), "%s", err.message);
}

static void
plant_reasons(void)
{
    registration = office_register(at, meeting, anna);
    office_change(at, &registration_entity, registration, "note", "zplace", NULL);
    act("Excused", REGISTRATION_EXCUSE, "zexcuse");
    act("Declined", REGISTRATION_DECLINE, "zdecline");
    act("Withdrawn", REGISTRATION_WITHDRAW, "zwithdrawn");
    act("Undone", REGISTRATION_EXCUSE, "zagain");
    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    mark(at, PRESENCE_PRESENT, NULL, false);
    mark(at, PRESENCE_ANNULLED, "zmistaken", true);
    mark(at, PRESENCE_EXCUSED, "zmark", true);

    const struct register_request request = {
        .meeting = office_add_meeting(at, group, "2027-04-16 09:30", 0),
        .person = anna,
        .questions = office_answer(QUESTION_SEAT, "zoverbooked"),
    };
    struct register_outcome outcome;
    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
}

/* What somebody eats is what they need. */
static void
plant_answer(void)
{
    const int64_t meal = office_add(at, &meeting_question_entity, "meeting",
                                    rows_number(meeting), "text", "Meal", NULL);

    ck_assert(answer_give(at, registration, meal, "zformer", NULL, &err));
    ck_assert(answer_give(at, registration, meal, "zmeal", NULL, &err));
}

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-01 09:30", 9);
    office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "day", "start",
               "2027-03-01 09:30", "end", "2027-03-01 11:30", NULL);
    plant_people();
    plant_reasons();
    plant_answer();
}

static void
tear_down(void)
{
    office_end(at);
}

/* --- what is seen */

static bool
gather(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

static void
see(struct buffer *seen, const char *text)
{
    buffer_addf(seen, "%s\n", text ? text : "");
}

static void
see_export(struct atelier *who, const struct listing_query *query, enum list_form form,
           struct buffer *seen)
{
    const struct list_export list = { .query = *query, .form = form };
    int64_t rows;

    ck_assert_msg(export_list(who, &list, gather, seen, &rows, &err), "%s", err.message);
}

/* A workbook is packed: its cells are read back. */
static void
see_workbook(struct atelier *who, const struct listing_query *query, struct buffer *seen)
{
    const char *path = database_file_path("list.xlsx");
    const struct list_export list = { .query = *query, .form = LIST_XLSX };
    const struct table_choice choice = { 0 };
    struct list_outcome outcome;
    struct table_file file = { 0 };
    struct table_row row = { 0 };

    ck_assert_msg(export_list_file(who, &list, path, true, &outcome, &err), "%s",
                  err.message);
    ck_assert_msg(table_file_read(&file, path, &choice, import_kinds, &err), "%s",
                  err.message);
    for (size_t r = 0; r < file.rows.count; r++) {
        ck_assert(table_store_row(&file.rows, r, &row, &err));
        for (size_t c = 0; c < row.count; c++)
            see(seen, row.cells[c]);
    }
    table_row_clear(&row);
    table_file_clear(&file);
}

static void
see_page(struct atelier *who, const struct listing_query *query, struct buffer *seen)
{
    struct listing_page page = { 0 };

    ck_assert_msg(listing_fetch(who, query, LISTING_FIRST, NULL, MOST, &page, &err), "%s",
                  err.message);
    for (size_t r = 0; r < page.count; r++)
        for (size_t c = 0; c < page.column_count; c++)
            see(seen, page.rows[r].cells[c]);
    listing_page_clear(&page);
}

static void
see_lists(struct atelier *who, struct buffer *seen)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++)
        for (int64_t scope = 1; scope < ROWS; scope++) {
            const struct listing_query query = { .kind = (enum listing_kind)kind,
                                                 .scope = scope,
                                                 .entity = ENTITY_REGISTRATION,
                                                 .from = INSTANT_NONE,
                                                 .history = true };
            see_page(who, &query, seen);
            see_export(who, &query, LIST_CSV, seen);
            see_export(who, &query, LIST_JSON, seen);
            if (scope == 1)
                see_workbook(who, &query, seen);
        }
}

static void
see_rows(struct atelier *who, struct buffer *seen)
{
    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        for (int64_t id = 1; id < ROWS; id++) {
            void *record = record_new(entity);
            const bool there = edit_load(who, entity, id, record, NULL);
            for (size_t f = 0; there && f < entity->field_count; f++) {
                (void)field_format(&entity->fields[f], record, seen);
                display_field(who, &entity->fields[f], record, seen);
            }
            display_title(who, entity->kind, id, seen);
            record_free(entity, record);
        }
    }
}

/* Every act, field by field; in how many of them something was withheld. */
static size_t
see_history(struct atelier *who, struct buffer *seen)
{
    const int64_t last = database_file_number("SELECT max(id) FROM journal");
    size_t withheld = 0;

    for (int64_t id = 1; id <= last; id++) {
        struct journal_entry entry = { 0 };
        struct journal_change_list changes = { 0 };
        ck_assert(history_load(who, id, &entry, &err));
        see(seen, entry.summary);
        see(seen, entry.reason);
        ck_assert(history_changes(who, id, ENTITY_COUNT, 0, &changes, &err));
        for (size_t i = 0; i < changes.count; i++) {
            see(seen, changes.items[i].title);
            see(seen, changes.items[i].before);
            see(seen, changes.items[i].after);
        }
        withheld += changes.withheld > 0;
        journal_change_list_clear(&changes);
        journal_entry_clear(&entry);
    }
    return withheld;
}

static void
see_hits(struct atelier *who, const char *text, struct buffer *seen)
{
    struct search_hit_list hits = { 0 };

    ck_assert(browse_search(who, text, MOST, &hits, &err));
    for (size_t i = 0; i < hits.count; i++) {
        see(seen, hits.items[i].title);
        see(seen, hits.items[i].detail);
    }
    search_hit_list_clear(&hits);
}

static void
see_the_rest(struct atelier *who, struct buffer *seen)
{
    struct today_list today = { 0 };
    int64_t events;

    ck_assert(browse_today(who, MOST, &today, &err));
    for (size_t i = 0; i < today.count; i++) {
        see(seen, today.items[i].title);
        see(seen, today.items[i].other_title);
    }
    today_list_clear(&today);
    const int64_t places = database_file_number("SELECT max(id) FROM registration");
    struct register_reasons reasons = { 0 };
    for (int64_t id = 1; id <= places; id++) {
        ck_assert(register_why(who, id, &reasons, &err));
        see(seen, buffer_text(&reasons.text));
    }
    register_reasons_clear(&reasons);
    ck_assert(export_calendar(who, ROW_NONE, gather, seen, &events, &err));
    see_hits(who, "müller", seen);
    see_hits(who, "excused", seen);
}

/* --- the rule */

START_TEST(private_fields_and_reasons__are_seen_by_who_registers_people_alone)
{
    const enum staff_role role = (enum staff_role)_i;
    struct atelier *who = office_hire(at, "lea", role);
    struct buffer seen = { 0 };

    if (role == ROLE_DOOR) { /* has no lists: day_right_test */
        atelier_close(who);
        return;
    }

    see_lists(who, &seen);
    see_rows(who, &seen);
    const size_t withheld = see_history(who, &seen);
    see_the_rest(who, &seen);
    ck_assert_ptr_nonnull(strstr(buffer_text(&seen), "Müller"));
    for (size_t i = 0; i < SECRETS; i++)
        ck_assert_msg(!strstr(buffer_text(&seen), secrets[i]) == (role < ROLE_DESK),
                      "%s, as %s", secrets[i], staff_roles[role].name);
    ck_assert_int_eq(withheld > 0, role < ROLE_DESK);
    buffer_clear(&seen);
    atelier_close(who);
}
END_TEST

/* Which of the acts changed something that is not told. */
START_TEST(an_act__whose_fields_are_withheld__is_not_one_that_changed_none)
{
    struct atelier *rea = office_hire(at, "rea", ROLE_READER);
    const int64_t noted = database_file_number(
        "SELECT max(id) FROM journal WHERE entity = 3 AND act = 'person.change'");
    struct journal_change_list changes = { 0 };

    ck_assert(history_changes(rea, noted, ENTITY_COUNT, 0, &changes, &err));
    ck_assert_uint_eq(changes.count, 0);
    ck_assert_uint_eq(changes.withheld, 1);
    journal_change_list_clear(&changes);
    ck_assert(history_changes(at, noted, ENTITY_COUNT, 0, &changes, &err));
    ck_assert_uint_eq(changes.count, 1);
    ck_assert_uint_eq(changes.withheld, 0);
    journal_change_list_clear(&changes);
    atelier_close(rea);
}
END_TEST

START_TEST(a_mark_that_was_there__does_not_tell_the_door_its_reason)
{
    struct atelier *doo = office_hire(at, "doo", ROLE_DOOR);

    mark(doo, PRESENCE_EXCUSED, NULL, false);
    mark(at, PRESENCE_EXCUSED, NULL, true);
    atelier_close(doo);
}
END_TEST

/* --- a telephone is not guessed */

static int64_t
count_listed(struct atelier *who, enum listing_kind kind, int64_t scope, const char *text)
{
    const struct listing_query query = { .kind = kind, .scope = scope, .search = text };
    int64_t count = 0;

    ck_assert(listing_count(who, &query, MOST, &count, &err));
    return count;
}

/* In how many ways digits lead to Anna. */
static size_t
count_ways(struct atelier *who, const char *text)
{
    struct search_hit_list hits = { 0 };
    int64_t id;

    ck_assert(browse_search(who, text, MOST, &hits, &err));
    size_t ways = hits.count > 0;
    ck_assert(reference_find(who, ENTITY_PERSON, text, MOST, &hits, &err));
    ways += hits.count > 0;
    ways += reference_get(who, ENTITY_PERSON, text, &id, &err);
    ways += count_listed(who, LISTING_PERSON, 0, text) > 0;
    ways += count_listed(who, LISTING_ORGANISATION_PERSON, agency, text) > 0;
    ways += count_listed(who, LISTING_MEMBERSHIP, group, text) > 0;
    ways += count_listed(who, LISTING_REGISTRATION, meeting, text) > 0;
    ways += count_listed(who, LISTING_PRESENCE, meeting, text) > 0;
    search_hit_list_clear(&hits);
    return ways;
}

START_TEST(digits__lead_to_nobody__for_who_may_not_read_telephones)
{
    static const char *const typed[] = { "0699001122", "06 99 00", "0699",
                                         "06 9",       "001122",   "+0699",
                                         "\"06",       "@06",      "müller 0699" };
    const enum staff_role role = (enum staff_role)_i;
    struct atelier *who = office_hire(at, "lea", role);

    if (role == ROLE_DOOR) { /* searches nothing: day_right_test */
        atelier_close(who);
        return;
    }
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        const size_t ways = count_ways(who, typed[i]);
        ck_assert_msg((ways > 0) == (role >= ROLE_DESK), "%s, as %s: %zu", typed[i],
                      staff_roles[role].name, ways);
    }
    ck_assert_uint_ge(count_ways(who, "müller"), 6);
    atelier_close(who);
}
END_TEST

/* The name of an organisation is not a telephone. */
START_TEST(digits_of_a_name__are_found_by_everybody)
{
    struct atelier *rea = office_hire(at, "rea", ROLE_READER);

    office_change(at, &organisation_entity, agency, "name", "Agence 0699", NULL);
    ck_assert_uint_gt(count_ways(rea, "0699"), 0);
    ck_assert_uint_gt(count_ways(rea, "06"), 0);
    ck_assert_uint_eq(count_ways(rea, "069900"), 0);
    atelier_close(rea);
}
END_TEST

START_TEST(words_of_an_answer__lead_to_nobody__for_who_may_not_read_answers)
{
    const enum staff_role role = (enum staff_role)_i;
    struct atelier *who = office_hire(at, "lea", role);

    if (role != ROLE_DOOR)
        ck_assert_int_eq(count_listed(who, LISTING_REGISTRATION, meeting, "zmeal"),
                         role >= ROLE_DESK);
    atelier_close(who);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(
        tests, private_fields_and_reasons__are_seen_by_who_registers_people_alone, 0,
        STAFF_ROLE_COUNT);
    tcase_add_test(tests,
                   an_act__whose_fields_are_withheld__is_not_one_that_changed_none);
    tcase_add_test(tests, a_mark_that_was_there__does_not_tell_the_door_its_reason);
    tcase_add_loop_test(tests, digits__lead_to_nobody__for_who_may_not_read_telephones, 0,
                        STAFF_ROLE_COUNT);
    tcase_add_loop_test(tests,
                        words_of_an_answer__lead_to_nobody__for_who_may_not_read_answers,
                        0, STAFF_ROLE_COUNT);
    tcase_add_test(tests, digits_of_a_name__are_found_by_everybody);
}

SUITE_MAIN("privacy")
