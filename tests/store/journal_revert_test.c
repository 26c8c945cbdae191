/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_revert_test.c - whatever was done, undoing all of it leads back to where it
 * began */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/setting_table.h"
#include "support/database_file.h"
#include "support/suite.h"

/* Namesakes may stand the other way round. */
#define SQL_WORDS "SELECT rowid >> 60, row, words FROM search ORDER BY 1, 2"

#define SQL_COUNTS "SELECT * FROM meeting_count ORDER BY meeting"

enum { SEEDED = 8 };

static struct database *db;
static struct error err;
static instant now;
static uint64_t chance;

static void
set_up(void)
{
    db = database_file_create();
    now = 1700000000;
}

static void
tear_down(void)
{
    database_file_remove(db);
}

/* A linear congruential generator (Knuth's MMIX): the same acts in every run. */
static unsigned
below(unsigned limit)
{
    chance = chance * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(chance >> 33) % limit;
}

static char *
some_name(void)
{
    static const char *const parts[] = {
        "Mül", "ler", "Ła", "dź", "no", "ël", "d’", "Œu"
    };
    struct buffer name = { 0 };

    for (unsigned i = 2 + below(3); i > 0; i--)
        buffer_add(&name, parts[below(8)]);
    return buffer_take(&name);
}

static void
fill_person(void *record)
{
    struct person *person = record;

    memory_replace(&person->family, NULL);
    person->family = some_name();
    memory_replace(&person->phone, below(2) ? "+33 5 53 00 00 00" : NULL);
    person->consent = below(2) == 0;
}

static void
fill_organisation(void *record)
{
    struct organisation *organisation = record;

    memory_replace(&organisation->name, NULL);
    organisation->name = some_name();
    memory_replace(&organisation->territory, below(2) ? "Dordogne" : NULL);
}

static void
fill_affiliation(void *record)
{
    struct affiliation *affiliation = record;

    affiliation->person = 1 + below(SEEDED + 4);
    affiliation->organisation = 1 + below(SEEDED + 4);
    affiliation->main = below(2) == 0;
}

static void
fill_working_group(void *record)
{
    struct working_group *group = record;
    struct buffer code = { 0 };

    buffer_addf(&code, "G%u", below(1000000));
    memory_replace(&group->code, NULL);
    group->code = buffer_take(&code);
    memory_replace(&group->name, NULL);
    group->name = some_name();
    memory_replace(&group->zone, "Europe/Paris");
}

static void
fill_meeting(void *record)
{
    struct meeting *meeting = record;
    struct buffer uid = { 0 };

    meeting->group = 1 + below(SEEDED);
    meeting->number = below(1000000);
    memory_replace(&meeting->title, NULL);
    meeting->title = some_name();
    meeting->start = (struct local_time){ { 2027, 3, 1 + (int)below(28) }, 9, 30 };
    meeting->end = local_time_add_minutes(meeting->start, 180);
    memory_replace(&meeting->zone, "Europe/Paris");
    meeting->start_at = local_time_to_instant(meeting->start);
    meeting->end_at = local_time_to_instant(meeting->end);
    meeting->seats = below(40);
    meeting->ics_sequence =
        meeting->ics_sequence == NUMBER_NONE ? 1 : meeting->ics_sequence + 1;
    if (meeting->ics_uid == NULL) {
        buffer_addf(&uid, "%u-%u@example.org", below(1000000), below(1000000));
        meeting->ics_uid = buffer_take(&uid);
    }
}

static void
fill_registration(void *record)
{
    struct registration *registration = record;

    if (registration->head.id == 0) {
        registration->meeting = 1 + below(SEEDED);
        registration->person = 1 + below(SEEDED + 4);
    }
    if (registration->family == NULL)
        registration->family = some_name();
    memory_replace(&registration->sort_key, registration->family);
    registration->state = (enum registration_state)below(REGISTRATION_STATE_COUNT);
    registration->role = (enum registration_role)below(REGISTRATION_ROLE_COUNT);
}

static const struct {
    const struct entity *entity;
    void (*fill)(void *record);
} nouns[] = {
    { &person_entity, fill_person },
    { &organisation_entity, fill_organisation },
    { &working_group_entity, fill_working_group },
    { &meeting_entity, fill_meeting },
    { &affiliation_entity, fill_affiliation },
    { &registration_entity, fill_registration },
};

enum { NOUNS = sizeof nouns / sizeof nouns[0] };

static bool
add_row(size_t noun, const char *login)
{
    void *record = record_new(nouns[noun].entity);

    nouns[noun].fill(record);
    const bool ok = row_insert(db, nouns[noun].entity, record, login, now, &err);
    record_free(nouns[noun].entity, record);
    return ok;
}

static bool
change_row(size_t noun, int64_t id, const char *login)
{
    void *record = record_new(nouns[noun].entity);
    bool ok = row_load(db, nouns[noun].entity, id, record, &err);

    if (ok) {
        nouns[noun].fill(record);
        ok = row_update(db, nouns[noun].entity, record, login, now, &err);
    }
    record_free(nouns[noun].entity, record);
    return ok;
}

static bool
remove_row(size_t noun, int64_t id)
{
    struct record *record = record_new(nouns[noun].entity);
    const bool ok = row_load(db, nouns[noun].entity, id, record, &err) &&
                    row_delete(db, nouns[noun].entity, id, record->rev, &err);

    record_free(nouns[noun].entity, record);
    return ok;
}

static bool
write_entry(const char *login, const char *act, int64_t undoes)
{
    struct journal_entry entry = {
        .at = now,
        .staff = memory_copy(login),
        .act = memory_copy(act),
        .entity = -1,
        .undoes = undoes,
    };
    const bool ok = journal_table_write(db, &entry, NULL, 0, &err);

    journal_entry_clear(&entry);
    return ok;
}

static void
seed(void)
{
    ck_assert(transaction_begin(db, &err));
    for (size_t noun = 0; noun < NOUNS; noun++)
        for (int i = 0; i < SEEDED; i++)
            ck_assert(add_row(noun, "seed") || noun >= 4);
    ck_assert_msg(write_entry("seed", "sample.fill", 0), "%s", err.message);
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
}

/* One act of up to three writes; some are refused, then nothing was done. */
static void
act(const char *login)
{
    now += 60;
    ck_assert(transaction_begin(db, &err));
    bool ok = true;
    for (unsigned i = 1 + below(3); ok && i > 0; i--) {
        const size_t noun = below(NOUNS);
        const int64_t id = 1 + below(SEEDED + 4);
        const unsigned what = below(4);
        ok = what == 0   ? add_row(noun, login)
             : what == 1 ? remove_row(noun, id)
                         : change_row(noun, id, login);
    }
    if (ok && write_entry(login, "person.change", 0))
        ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    else
        transaction_roll_back(db);
}

static bool
undo_last(const char *login)
{
    struct journal_entry entry = { 0 };

    now += 60;
    if (!journal_table_last_undoable(db, login, &entry, &err))
        return false;
    ck_assert(transaction_begin(db, &err));
    ck_assert_msg(journal_table_revert(db, entry.id, login, now, &err), "%s",
                  err.message);
    ck_assert_msg(write_entry(login, "undo", entry.id), "%s", err.message);
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    journal_entry_clear(&entry);
    return true;
}

/* All but what counts up: rev, changed_at, changed_by and the calendar's sequence. */
static char *
dump(void)
{
    struct buffer all = { 0 };

    for (size_t noun = 0; noun < NOUNS; noun++) {
        const struct entity *entity = nouns[noun].entity;
        struct buffer sql = { 0 };
        buffer_add(&sql, "SELECT id, created_at, created_by");
        for (size_t i = 0; i < entity->field_count; i++)
            if (strcmp(entity->fields[i].name, "ics_sequence") != 0)
                buffer_addf(&sql, ", \"%s\"", entity->fields[i].name);
        buffer_addf(&sql, " FROM \"%s\" ORDER BY id", entity->name);
        char *rows = database_file_dump(buffer_text(&sql));
        buffer_add(&all, rows);
        free(rows);
        buffer_clear(&sql);
    }
    return buffer_take(&all);
}

START_TEST(undo_of_everything__leads_back_to_the_start)
{
    chance = (uint64_t)_i + 1;
    seed();
    char *before = dump();
    char *words = database_file_dump(SQL_WORDS);
    char *counts = database_file_dump(SQL_COUNTS);
    for (int i = 0; i < 60; i++)
        act("anna");
    char *between = dump();
    ck_assert_str_ne(before, between);
    int undone = 0;
    while (undo_last("anna"))
        undone++;
    ck_assert_int_gt(undone, 5);
    char *after = dump();
    char *words_after = database_file_dump(SQL_WORDS);
    ck_assert_str_eq(before, after);
    ck_assert_str_eq(words, words_after);
    char *counts_after = database_file_dump(SQL_COUNTS);
    ck_assert_str_eq(counts, counts_after);
    free(counts_after);
    free(counts);
    free(words_after);
    free(after);
    free(between);
    free(words);
    free(before);
}

START_TEST(undo__raises_the_revision_and_the_calendars_sequence)
{
    struct meeting meeting;

    chance = 7;
    seed();
    ck_assert(transaction_begin(db, &err));
    ck_assert(change_row(3, 1, "anna"));
    ck_assert(write_entry("anna", "meeting.move", 0));
    ck_assert(transaction_commit(db, &err));
    ck_assert(undo_last("anna"));
    record_init(&meeting_entity, &meeting);
    ck_assert(row_load(db, &meeting_entity, 1, &meeting, &err));
    ck_assert_int_eq(meeting.head.rev, 3);
    ck_assert_int_eq(meeting.ics_sequence, 3);
    record_clear(&meeting_entity, &meeting);
}

START_TEST(undo__names_the_meetings_whose_seats_it_touches)
{
    int64_t *meetings = NULL;
    size_t count = 0;
    struct journal_entry entry = { 0 };

    chance = 3;
    seed();
    ck_assert(transaction_begin(db, &err));
    ck_assert(change_row(5, 2, "anna"));
    ck_assert(change_row(0, 2, "anna"));
    ck_assert(write_entry("anna", "registration.accept", 0));
    ck_assert(transaction_commit(db, &err));
    ck_assert(journal_table_last_undoable(db, "anna", &entry, &err));
    ck_assert(journal_table_meetings(db, entry.id, &meetings, &count, &err));
    ck_assert_uint_eq(count, 1);
    ck_assert_int_eq(meetings[0], database_file_number(
                                      "SELECT meeting FROM registration WHERE id = 2"));
    free(meetings);
    journal_entry_clear(&entry);
}

START_TEST(undo__is_in_the_history_of_the_meeting_it_concerns)
{
    chance = 3;
    seed();
    ck_assert(transaction_begin(db, &err));
    ck_assert(change_row(5, 2, "anna"));
    ck_assert(write_entry("anna", "registration.accept", 0));
    ck_assert(transaction_commit(db, &err));
    ck_assert(undo_last("anna"));
    ck_assert_int_eq(
        database_file_number(
            "SELECT count(*) FROM journal_row r JOIN journal j ON j.id ="
            " r.journal WHERE r.entity = 'meeting' AND r.row = (SELECT meeting"
            " FROM registration WHERE id = 2) AND j.undoes IS NOT NULL"),
        1);
}

static void
let_pending_take_a_seat(bool takes)
{
    struct settings settings;
    struct seat_rule rule;

    now += 60;
    record_init(&settings_entity, &settings);
    ck_assert(transaction_begin(db, &err));
    ck_assert(setting_table_load(db, &settings, &err));
    settings.pending_takes_seat = takes;
    memory_replace(&settings.zone, takes ? "Europe/Paris" : "Europe/Berlin");
    ck_assert_msg(setting_table_save(db, &settings, "anna", now, &err), "%s",
                  err.message);
    seat_rule_init(&rule, takes, false, false);
    ck_assert(seats_table_set_rule(db, &rule, &err));
    ck_assert(write_entry("anna", "settings.change", 0));
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

START_TEST(undo_of_settings__brings_the_seat_rule_back)
{
    struct settings settings;
    struct registration registration;

    chance = 3;
    seed();
    record_init(&registration_entity, &registration);
    ck_assert(row_load(db, &registration_entity, 1, &registration, &err));
    registration.state = REGISTRATION_PENDING;
    registration.role = REGISTRATION_PARTICIPANT;
    ck_assert(transaction_begin(db, &err));
    ck_assert_msg(row_update(db, &registration_entity, &registration, "seed", now, &err),
                  "%s", err.message);
    ck_assert(transaction_commit(db, &err));
    record_clear(&registration_entity, &registration);
    let_pending_take_a_seat(false);
    char *counts = database_file_dump(SQL_COUNTS);
    let_pending_take_a_seat(true);
    char *counts_with = database_file_dump(SQL_COUNTS);
    ck_assert_str_ne(counts, counts_with);
    let_pending_take_a_seat(false);
    ck_assert(undo_last("anna"));
    char *counts_again = database_file_dump(SQL_COUNTS);
    ck_assert_str_eq(counts_with, counts_again);
    ck_assert(undo_last("anna"));
    char *counts_after = database_file_dump(SQL_COUNTS);
    ck_assert_str_eq(counts, counts_after);
    record_init(&settings_entity, &settings);
    ck_assert(setting_table_load(db, &settings, &err));
    ck_assert_int_eq(settings.head.rev, 5);
    ck_assert_str_eq(settings.zone, "Europe/Berlin");
    record_clear(&settings_entity, &settings);
    free(counts_after);
    free(counts_again);
    free(counts_with);
    free(counts);
}

START_TEST(undo__counts_again__the_people_of_a_meeting_that_comes_back)
{
    chance = 3;
    seed();
    char *counts = database_file_dump(SQL_COUNTS);
    ck_assert(transaction_begin(db, &err));
    for (int64_t id = 1; id <= SEEDED; id++)
        (void)remove_row(5, id);
    for (int64_t id = 1; id <= SEEDED; id++)
        ck_assert_msg(remove_row(3, id), "%s", err.message);
    ck_assert(write_entry("anna", "meeting.remove", 0));
    ck_assert(transaction_commit(db, &err));
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM meeting_count"), 0);
    ck_assert(undo_last("anna"));
    char *counts_after = database_file_dump(SQL_COUNTS);
    ck_assert_str_eq(counts, counts_after);
    free(counts_after);
    free(counts);
}

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, undo_of_everything__leads_back_to_the_start, 0, 8);
    tcase_add_test(tests, undo__raises_the_revision_and_the_calendars_sequence);
    tcase_add_test(tests, undo__names_the_meetings_whose_seats_it_touches);
    tcase_add_test(tests, undo_of_settings__brings_the_seat_rule_back);
    tcase_add_test(tests, undo__counts_again__the_people_of_a_meeting_that_comes_back);
    tcase_add_test(tests, undo__is_in_the_history_of_the_meeting_it_concerns);
}

SUITE_MAIN("journal_revert")
