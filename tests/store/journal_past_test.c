/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_past_test.c - the journal tells what each act found and left, and what happened
 * to a row and to what belongs to it */
#include <stdio.h>

#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/listing_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/setting_table.h"
#include "journal_acts.h"

static void
expect_changes(int64_t act, int64_t row, const char *expected)
{
    struct journal_change_list list = { 0 };
    struct buffer text = { 0 };

    ck_assert_msg(journal_table_changes(db, act, ENTITY_PERSON, row, &list, &err), "%s",
                  err.message);
    for (size_t i = 0; i < list.count; i++) {
        const struct journal_change *change = &list.items[i];
        buffer_addf(&text, "%d %s %s: %s > %s\n", (int)change->kind,
                    change->title ? change->title : "-", change->field->name,
                    change->before ? change->before : "-",
                    change->after ? change->after : "-");
    }
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
    journal_change_list_clear(&list);
}

START_TEST(an_act__tells_its_changes__whatever_came_later)
{
    const int64_t id = add_person("Müller");
    const int64_t first = change_person(id, "phone", "1");
    const int64_t second = change_person(id, "phone", "2");
    change_person(id, "given", "Jörg");
    change_person(id, "phone", "");
    begin();
    drop(&person_entity, id);
    const int64_t gone = end();

    expect_changes(1, 0,
                   "0 Müller family: - > Müller\n"
                   "0 Müller consent: - > 0\n");
    expect_changes(first, 0, "1 - phone: - > 1\n");
    expect_changes(second, 0, "1 - phone: 1 > 2\n");
    expect_changes(second, id, "1 - phone: 1 > 2\n");
    expect_changes(second, id + 1, "");
    expect_changes(second + 2, 0, "1 - phone: 2 > -\n");
    expect_changes(gone, 0,
                   "2 Müller, Jörg family: Müller > -\n"
                   "2 Müller, Jörg given: Jörg > -\n"
                   "2 Müller, Jörg consent: 0 > -\n");
    begin();
    put_back(id, "Noël", "9");
    end();
    expect_changes(second, 0, "1 Noël phone: 1 > 2\n"); /* as it is called now */
    expect_changes(gone, 0,
                   "2 Noël family: Müller > -\n"
                   "2 Noël given: Jörg > -\n"
                   "2 Noël consent: 0 > -\n");
    expect_changes(1, 0,
                   "0 Noël family: - > Müller\n"
                   "0 Noël consent: - > 0\n");
}
END_TEST

START_TEST(a_field__was_moved_since__by_the_newest_act_that_stands)
{
    const int64_t id = add_person("Müller");
    const struct field *phone = entity_field(&person_entity, "phone");
    const struct field *given = entity_field(&person_entity, "given");
    struct journal_entry since = { 0 };
    const int64_t first = change_person(id, "phone", "1");

    const int64_t note = change_person(id, "note", "calls back");
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, phone, &since, &err));
    ck_assert_int_eq(since.id, 0);
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, NULL, &since, &err));
    ck_assert_int_eq(since.id, note);
    const int64_t second = change_person(id, "phone", "2");
    change_person(id, "given", "Jörg");
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, phone, &since, &err));
    ck_assert_int_eq(since.id, second);
    ck_assert(
        journal_table_moved_since(db, second, &person_entity, id, phone, &since, &err));
    ck_assert_int_eq(since.id, 0);

    begin();
    drop(&person_entity, id);
    const int64_t gone = end();
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, given, &since, &err));
    ck_assert_int_eq(since.id, gone);
    /* By an act that put the row back: any other leaves it as it was here. */
    char sql[600];
    (void)snprintf(sql, sizeof sql,
                   "INSERT INTO journal (at, staff, act, entity, row, summary, undoes)"
                   " SELECT at, staff, act, entity, row, summary, id FROM journal"
                   " WHERE id = %lld;"
                   "INSERT INTO journal_change (entity, row, journal, kind, leaves)"
                   " SELECT %d, %lld, max(id), 0, 0 FROM journal;"
                   "UPDATE journal SET undone_by = (SELECT max(id) FROM journal)"
                   " WHERE id = %lld",
                   (long long)gone, person_entity.number, (long long)id, (long long)gone);
    ck_assert(database_file_run(sql));
    ck_assert(
        journal_table_moved_since(db, first, &person_entity, id, phone, &since, &err));
    ck_assert_int_eq(since.id, second);
    journal_entry_clear(&since);
}
END_TEST

START_TEST(settings__are_a_row__of_the_journal)
{
    struct settings *settings = record_new(&settings_entity);
    bool there = false;

    begin();
    ck_assert(setting_table_load(db, settings, &err));
    memory_replace(&settings->zone, "Europe/Paris");
    settings->keep_years = 3;
    ck_assert_msg(setting_table_save(db, settings, "anna", now, &err), "%s", err.message);
    end();
    begin();
    ck_assert(setting_table_load(db, settings, &err));
    memory_replace(&settings->zone, "Europe/Berlin");
    settings->speaker_takes_seat = true;
    ck_assert_msg(setting_table_save(db, settings, "anna", now, &err), "%s", err.message);
    const struct seat_rule rule = settings_seat_rule(settings);
    ck_assert(seats_table_set_rule(db, &rule, &err));
    const int64_t act = end();
    expect_rows(act, "settings 1 1\n");
    expect(SQL_CHANGES,
           "14|1|1|{\"zone\":\"Europe/Paris\",\"speaker_takes_seat\":\"0\"}\n");
    ck_assert(
        journal_table_past(db, &settings_entity, 1, act - 1, settings, &there, &err));
    ck_assert_str_eq(settings->zone, "Europe/Paris");
    ck_assert(!settings->speaker_takes_seat);
    ck_assert_int_eq(settings->keep_years, 3);
    ck_assert(journal_table_now(db, &settings_entity, 1, settings, &there, &err));
    ck_assert_str_eq(settings->zone, "Europe/Berlin");
    record_free(&settings_entity, settings);
    expect_whole();
}
END_TEST

/* --- the history of a row, and of what it concerns */

/* The acts of that history, the oldest first. */
static void
expect_history(const struct entity *entity, int64_t row, const char *expected)
{
    struct listing_query query = { .kind = LISTING_ROW_JOURNAL,
                                   .entity = (int)entity->kind,
                                   .scope = row,
                                   .today = { 2027, 3, 1 } };
    struct listing_page page = { 0 };
    struct buffer text = { 0 };

    ck_assert_msg(listing_table_fetch(db, &query, LISTING_FIRST, NULL, 99, &page, &err),
                  "%s", err.message);
    for (size_t i = page.count; i > 0; i--)
        buffer_addf(&text, "%lld ", (long long)page.rows[i - 1].id);
    ck_assert_msg(strcmp(buffer_text(&text), expected) == 0, "%s %lld: %s not %s",
                  entity->name, (long long)row, buffer_text(&text), expected);
    buffer_clear(&text);
    listing_page_clear(&page);
}

START_TEST(a_history__tells_what_belongs_to_the_row)
{
    begin();
    const int64_t group =
        put(&working_group_entity, "code", "URB", "name", "Urban", NULL);
    end();                                       /* 1 */
    const int64_t anna = add_person("Müller");   /* 2 */
    const int64_t bruno = add_person("Bianchi"); /* 3 */
    begin();
    struct meeting *meeting = record_new(&meeting_entity);
    meeting->group = group;
    memory_replace(&meeting->title, "Streets");
    meeting->start = (struct local_time){ { 2027, 3, 16 }, 9, 30 };
    meeting->end = (struct local_time){ { 2027, 3, 16 }, 11, 30 };
    meeting->start_at = 1805189400;
    meeting->end_at = 1805196600;
    meeting->ics_sequence = 0;
    memory_replace(&meeting->zone, "UTC");
    memory_replace(&meeting->ics_uid, "0b1c@example.org");
    ck_assert_msg(row_insert(db, &meeting_entity, meeting, "anna", now, &err), "%s",
                  err.message);
    const int64_t streets = meeting->head.id;
    record_free(&meeting_entity, meeting);
    end(); /* 4 */
    begin();
    const int64_t slot =
        put(&slot_entity, "meeting", rows_number(streets), "label", "Morning", "start",
            "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
    end(); /* 5 */
    begin();
    const int64_t registration =
        put(&registration_entity, "meeting", rows_number(streets), "person",
            rows_number(anna), "family", "Müller", "state", "accepted", "sort_key", "m",
            NULL);
    end(); /* 6 */
    begin();
    const int64_t mark = put(&presence_entity, "registration", rows_number(registration),
                             "slot", rows_number(slot), "kind", "present", "at",
                             "2027-03-16T09:31:00Z", "by", "anna", NULL);
    end(); /* 7 */
    begin();
    const int64_t membership = put(&membership_entity, "group", rows_number(group),
                                   "person", rows_number(bruno), NULL);
    end(); /* 8 */
    begin();
    set(&membership_entity, membership, "person", rows_number(anna), NULL);
    end(); /* 9: it leaves Bruno */
    begin();
    drop(&membership_entity, membership);
    end();                              /* 10 */
    change_person(bruno, "phone", "1"); /* 11 */
    begin();
    set(&registration_entity, registration, "note", "late", NULL);
    end(); /* 12 */

    expect_history(&presence_entity, mark, "7 ");
    expect_history(&registration_entity, registration, "6 7 12 ");
    expect_history(&slot_entity, slot, "5 ");
    expect_history(&meeting_entity, streets, "4 5 6 7 12 ");
    /* A row that moved tells its acts up to then. */
    expect_history(&person_entity, anna, "2 6 7 8 9 10 12 ");
    expect_history(&person_entity, bruno, "3 8 9 11 ");
    expect_history(&working_group_entity, group, "1 4 5 6 7 8 9 10 12 ");
    begin();
    drop(&presence_entity, mark);
    drop(&registration_entity, registration);
    end(); /* 13: both are gone, and still told */
    expect_history(&meeting_entity, streets, "4 5 6 7 12 13 ");
    expect_history(&registration_entity, registration, "6 7 12 13 ");
    expect_history(&person_entity, anna, "2 6 7 8 9 10 12 13 ");
    expect_history(&presence_entity, mark, "7 13 ");
    expect_whole();
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_act__tells_its_changes__whatever_came_later);
    tcase_add_test(tests, a_field__was_moved_since__by_the_newest_act_that_stands);
    tcase_add_test(tests, settings__are_a_row__of_the_journal);
    tcase_add_test(tests, a_history__tells_what_belongs_to_the_row);
}

SUITE_MAIN("journal_past")
