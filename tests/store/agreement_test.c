/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement_test.c - lists that stand in SQL and in C have the same members
 *
 * A state, a role or a column that one side gains or loses fails here.
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/seats.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/calendar_table.h"
#include "atelier/store/listing_table.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/seats_table.h"
#include "database/connection.h"
#include "listing/listing_statement.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;

static void
begin(void)
{
    err = (struct error){ 0 };
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
}

static void
end(void)
{
    database_close(db);
}

/* ---- lists in the schema */

/* The table that names the choices of a column. */
static char *
names_of(const char *table, const char *column)
{
    bool there = false;
    char *names = NULL;
    sqlite3_stmt *statement = connection_prepare(
        db,
        "SELECT \"table\" FROM pragma_foreign_key_list(:table) WHERE \"from\" = :column",
        &err);

    ck_assert_ptr_nonnull(statement);
    connection_bind_text(statement, ":table", table);
    connection_bind_text(statement, ":column", column);
    ck_assert(connection_step(statement, &there, &err));
    ck_assert_msg(there, "%s.%s refers to no table of names", table, column);
    names = connection_column_copy(statement, 0);
    connection_release(statement);
    return names;
}

static void
expect_choices(const struct entity *entity, const struct field *field)
{
    char *names = names_of(entity->name, field->name);
    struct buffer sql = { 0 };
    bool there = false;
    int count = 0;

    buffer_addf(&sql, "SELECT number, name FROM %s ORDER BY number", names);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), &err);
    ck_assert_ptr_nonnull(statement);
    while (connection_step(statement, &there, &err) && there) {
        ck_assert_msg(sqlite3_column_int(statement, 0) == count, "%s", names);
        ck_assert_msg(field->choices[count].name != NULL,
                      "%s.%s: the program does not know %s", entity->name, field->name,
                      connection_column_text(statement, 1));
        ck_assert_str_eq(connection_column_text(statement, 1),
                         field->choices[count].name);
        count++;
    }
    ck_assert_msg(field->choices[count].name == NULL, "%s.%s: the file does not know %s",
                  entity->name, field->name, field->choices[count].name);
    connection_release(statement);
    buffer_clear(&sql);
    free(names);
}

START_TEST(the_schema__names__the_choices_of_every_field_and_no_others)
{
    size_t fields = 0;

    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);

        for (size_t i = 0; i < entity->field_count; i++)
            if (entity->fields[i].kind == FIELD_CHOICE) {
                expect_choices(entity, &entity->fields[i]);
                fields++;
            }
    }
    ck_assert_uint_gt(fields, 5);
}
END_TEST

START_TEST(a_new_database__has_the_seat_rule__that_no_switch_has_changed)
{
    struct seat_rule stored;
    struct seat_rule usual;
    bool there = false;

    seat_rule_init(&usual, false, false, false);
    ck_assert(seats_table_rule(db, &stored, &err));
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            ck_assert_msg(stored.takes[state][role] == usual.takes[state][role], "%s %s",
                          registration_states[state].name, registration_roles[role].name);

    sqlite3_stmt *statement =
        connection_prepare(db, "SELECT count(*) FROM seat_rule", &err);
    ck_assert(statement != NULL && connection_step(statement, &there, &err) && there);
    ck_assert_int_eq(sqlite3_column_int(statement, 0), 2);
    connection_release(statement);
}
END_TEST

/* ---- states in queries */

static int64_t meeting;

static int64_t
add_registration(int state)
{
    int64_t person = rows_add(db, &person_entity, "family", "Roe", NULL);

    rows_add_registration(db, meeting, person, registration_states[state].name);
    return person;
}

static void
add_meeting(void)
{
    int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);

    meeting = rows_add_meeting(db, group, "Jobs", "2027-03-16 09:30");
}

/* As many in each state as its number says, and one. */
START_TEST(people__are_counted__in_the_state_in_which_they_are)
{
    struct seats seats;

    add_meeting();
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int i = 0; i <= state; i++)
            add_registration(state);
    ck_assert(seats_table_count(db, meeting, &seats, &err));
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        ck_assert_msg(seats.state[state] == state + 1, "%s",
                      registration_states[state].name);
    ck_assert_int_eq(seats.taken, seats.state[REGISTRATION_ACCEPTED] +
                                      seats.state[REGISTRATION_OFFERED]);
}
END_TEST

static bool
is_listed(enum listing_kind kind, int64_t scope, bool history)
{
    struct listing_query query = { .kind = kind,
                                   .scope = scope,
                                   .history = history,
                                   .now = 1,
                                   .today = { 2027, 3, 1 } };
    int64_t count = 0;

    ck_assert_msg(listing_table_count(db, &query, 10, &count, &err), "%s", err.message);
    return count == 1;
}

static bool
count_row(void *context, const struct calendar_row *row)
{
    (void)row;
    (*(int *)context)++;
    return true;
}

static bool
is_in_calendar(int64_t person)
{
    const struct calendar_scope scope = { .of = { ENTITY_PERSON, person } };
    int rows = 0;

    ck_assert_msg(calendar_table_meetings(db, &scope, count_row, &rows, &err), "%s",
                  err.message);
    return rows == 1;
}

/* Lists of a meeting and of a person, and the person's calendar, ask in SQL.  A calendar
 * says when one is busy: it leaves out who waits. */
START_TEST(lists_and_calendars__show__who_is_live)
{
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++) {
        const char *name = registration_states[state].name;
        bool live = registration_is_live((enum registration_state)state);

        end();
        begin();
        add_meeting();
        int64_t person = add_registration(state);
        ck_assert_msg(is_listed(LISTING_REGISTRATION, meeting, false) == live, "%s",
                      name);
        ck_assert(is_listed(LISTING_REGISTRATION, meeting, true));
        ck_assert_msg(is_listed(LISTING_PERSON_MEETING, person, false) == live, "%s",
                      name);
        ck_assert(is_listed(LISTING_PERSON_MEETING, person, true));
        ck_assert_msg(is_in_calendar(person) == (live && state != REGISTRATION_WAITING),
                      "%s", name);
    }
}
END_TEST

/* Whom the count of a meeting calls present. */
START_TEST(who_was_there__is_counted__as_the_marks_say)
{
    int kind = 0;

    for (; presence_kinds[kind].name; kind++) {
        struct presence_count count;

        end();
        begin();
        add_meeting();
        add_registration(REGISTRATION_ACCEPTED);
        int64_t slot =
            rows_add(db, &slot_entity, "meeting", rows_number(meeting), "label", "day",
                     "start", "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
        rows_add(db, &presence_entity, "registration", "1", "slot", rows_number(slot),
                 "kind", presence_kinds[kind].name, "at", "2027-03-16T08:35:00Z", "by",
                 "ada", "means", "door", NULL);
        ck_assert(presence_table_count(db, meeting, slot, &count, &err));
        ck_assert_msg((count.present == 1) ==
                          presence_was_there((enum presence_kind)kind),
                      "%s", presence_kinds[kind].name);
    }
    ck_assert_int_gt(kind, PRESENCE_ANNULLED);
}
END_TEST

/* ---- columns */

static bool
is_plain(const char *name)
{
    return strspn(name, "abcdefghijklmnopqrstuvwxyz_") == strlen(name);
}

/* `name` may be told more exactly: organisation_name for the name of an organisation. */
static bool
speaks_of(const struct column *column, const char *name)
{
    size_t length = strlen(column->name);
    size_t tail = strlen(name);

    if (strcmp(name, "id") == 0 || strcmp(name, "title") == 0 ||
        strcmp(name, "code") == 0 || strcmp(name, "start") == 0)
        return true; /* of another noun: a reference or its words */
    return length >= tail && strcmp(column->name + length - tail, name) == 0;
}

START_TEST(a_listing__selects__its_columns_in_their_order)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        struct listing_query query = { .kind = (enum listing_kind)kind,
                                       .now = 1,
                                       .today = { 2027, 3, 1 } };
        struct listing_range range = { .most = 1 };
        struct listing_statement made;

        ck_assert(listing_statement_init(&made, db, &query, &err));
        sqlite3_stmt *statement = listing_statement_rows(&made, db, &range, &err);
        ck_assert_msg(statement != NULL, "listing %d: %s", kind, err.message);
        ck_assert_msg(sqlite3_column_count(statement) ==
                          LISTING_CELL_FIRST + (int)listing->column_count,
                      "listing %d", kind);
        for (size_t i = 0; i < listing->column_count; i++) {
            const char *name =
                sqlite3_column_name(statement, LISTING_CELL_FIRST + (int)i);
            ck_assert_msg(!is_plain(name) || speaks_of(&listing->columns[i], name),
                          "listing %d: %s is selected for %s", kind, name,
                          listing->columns[i].name);
        }
        connection_release(statement);
        listing_statement_clear(&made);
    }
}
END_TEST

/* The columns whose words the search index has, of the listings that are asked of it;
 * what is counted and when a row was written is not looked in. */
static const char *const indexed[LISTING_COUNT] = {
    [LISTING_ORGANISATION] = "name short_name territory",
    [LISTING_PERSON] = "family given organisation_name function email category_name",
    [LISTING_ORGANISATION_PERSON] = "family given email",
    [LISTING_WORKING_GROUP] = "code name theme",
    [LISTING_MEMBERSHIP] = "family given email",
    [LISTING_VENUE] = "name address",
    [LISTING_ROOM] = "venue_name name",
    [LISTING_MEETING] = "group_code title",
    [LISTING_MEETING_TO_COME] = "group_code title",
    [LISTING_AGENDA] = "group_code title",
    [LISTING_GROUP_MEETING] = "group_code title",
    [LISTING_REGISTRATION] = "family given email",
    [LISTING_PRESENCE] = "family given",
};

static bool
is_indexed(enum listing_kind kind, const char *name)
{
    const size_t length = strlen(name);

    for (const char *at = indexed[kind]; at && *at;) {
        const size_t word = strcspn(at, " ");
        if (word == length && strncmp(at, name, word) == 0)
            return true;
        at += word;
        at += strspn(at, " ");
    }
    return false;
}

static bool
is_looked_in(const struct listing_source *source, const char *name)
{
    const struct listing_cell *cell = source->shown;

    while (cell && cell->column && strcmp(cell->column, name) != 0)
        cell++;
    /* What add_holds looks at is the mark. */
    return (cell && cell->column) || (source->add_holds && strcmp(name, "presence") == 0);
}

START_TEST(a_search__looks_in__every_column_of_words_that_is_seen)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        const struct listing_query query = { .kind = (enum listing_kind)kind };
        struct listing_statement made;

        ck_assert(listing_statement_init(&made, db, &query, &err));
        for (size_t i = 0; indexed[kind] && i < listing->column_count; i++) {
            const struct column *column = &listing->columns[i];
            ck_assert_msg(column->priority == 0 || column->is_private ||
                              column->kind == FIELD_NUMBER ||
                              column->kind == FIELD_INSTANT ||
                              is_indexed((enum listing_kind)kind, column->name) ||
                              is_looked_in(made.source, column->name),
                          "listing %d: nothing is found by its %s", kind, column->name);
        }
        listing_statement_clear(&made);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, the_schema__names__the_choices_of_every_field_and_no_others);
    tcase_add_test(tests, a_new_database__has_the_seat_rule__that_no_switch_has_changed);
    tcase_add_test(tests, people__are_counted__in_the_state_in_which_they_are);
    tcase_add_test(tests, lists_and_calendars__show__who_is_live);
    tcase_add_test(tests, who_was_there__is_counted__as_the_marks_say);
    tcase_add_test(tests, a_listing__selects__its_columns_in_their_order);
    tcase_add_test(tests, a_search__looks_in__every_column_of_words_that_is_seen);
}

SUITE_MAIN("agreement")
