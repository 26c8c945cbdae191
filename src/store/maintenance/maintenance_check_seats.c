/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_seats.c - seats counted anew, and rules 1 and 2 with them */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/seats.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "journal/journal_concern.h"
#include "maintenance/maintenance_check.h"

#define SQL_MEETINGS "SELECT id FROM meeting ORDER BY id"
/* In the order in which the rows lie: every other order costs a search for each. */
#define SQL_REGISTRATIONS "SELECT meeting, state, role FROM registration"
/* Most pairs are there once, which an index of its own answers. */
#define SQL_PERSON_MEETINGS                                                              \
    "SELECT r.meeting, r.person, r.state FROM (SELECT person, meeting FROM registration" \
    " GROUP BY person, meeting HAVING count(*) > 1) twice"                               \
    " CROSS JOIN registration r ON r.person = twice.person AND r.meeting = "             \
    "twice.meeting"                                                                      \
    " ORDER BY r.meeting, r.person"
/* An act on the meeting or its people that has a reason and stands. */
#define SQL_REASON                                                                       \
    "SELECT 1 FROM (%s) touched JOIN journal_reason r ON r.journal = touched.journal"    \
    " JOIN journal j ON j.id = touched.journal WHERE j.undone_by IS NULL LIMIT 1"
/* An act that replaced a field of that name. */
#define SQL_NARROWED                                                                     \
    "SELECT 1 FROM journal_change WHERE entity = :entity AND row = :row AND kind = 1"    \
    " AND instr(before, :field) > 0 LIMIT 1"

static char *
meeting_title(struct database *db, int64_t meeting)
{
    struct buffer title = { 0 };

    if (!row_title(db, &meeting_entity, meeting, &title))
        buffer_addf(&title, "%" PRId64, meeting);
    return buffer_take(&title);
}

/* Reads a column that holds a choice by name or by number. */
static int
column_choice(sqlite3_stmt *row, int column, const struct choice *choices)
{
    if (sqlite3_column_type(row, column) == SQLITE_INTEGER)
        return sqlite3_column_int(row, column);
    return choice_find(choices, connection_column_text(row, column));
}

/* A meeting and its people as they are counted here. */
struct tally {
    int64_t meeting;
    struct seats seats;
};

struct tally_list {
    struct tally *items; /* by meeting */
    size_t count;
    size_t capacity;
};

static bool
list_meetings(struct database *db, struct tally_list *list, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MEETINGS, err);
    bool row = false;
    bool ok = statement != NULL;

    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        list->items[list->count++] =
            (struct tally){ .meeting = sqlite3_column_int64(statement, 0) };
    }
    connection_release(statement);
    return ok;
}

static int
compare_tallies(const void *a, const void *b)
{
    const struct tally *left = a;
    const struct tally *right = b;

    return (left->meeting > right->meeting) - (left->meeting < right->meeting);
}

/* Those of one meeting often lie together.  NULL when there is no such meeting: the
 * references are another check's. */
static struct tally *
find_tally(const struct tally_list *list, struct tally *last, int64_t meeting)
{
    const struct tally wanted = { .meeting = meeting };

    if (last && last->meeting == meeting)
        return last;
    return list->count == 0 ? NULL
                            : bsearch(&wanted, list->items, list->count,
                                      sizeof list->items[0], compare_tallies);
}

static bool
count_registrations(struct database *db, const struct tally_list *list,
                    const struct seat_rule *rule, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_REGISTRATIONS, err);
    struct tally *tally = NULL;
    bool row = false;
    bool ok = statement != NULL;

    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        tally = find_tally(list, tally, sqlite3_column_int64(statement, 0));
        const int state = column_choice(statement, 1, registration_states);
        const int role = column_choice(statement, 2, registration_roles);
        if (!tally || state < 0 || state >= REGISTRATION_STATE_COUNT || role < 0 ||
            role >= REGISTRATION_ROLE_COUNT)
            continue;
        tally->seats.state[state]++;
        tally->seats.taken += rule->takes[state][role];
    }
    connection_release(statement);
    return ok;
}

static bool
has_reason(struct database *db, int64_t meeting, bool *has, struct error *err)
{
    struct buffer touched = { 0 };
    struct buffer sql = { 0 };

    journal_concern_add_sql(&touched, &meeting_entity, ":meeting");
    buffer_addf(&sql, SQL_REASON, buffer_text(&touched));
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&touched);
    buffer_clear(&sql);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    const bool ok = connection_step(statement, has, err);
    connection_release(statement);
    return ok;
}

/* Rule 3: lowering the seats, or counting more people, expels nobody. */
static bool
was_narrowed(struct database *db, const struct entity *entity, int64_t row,
             const char *field, bool *was, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NARROWED, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    connection_bind_text(statement, ":field", field);
    const bool ok = connection_step(statement, was, err);
    connection_release(statement);
    return ok;
}

static bool
check_overbooking(struct database *db, int64_t meeting, const struct seats *seats,
                  struct check_report *report, struct error *err)
{
    bool explained = false;

    if (seats->seats == NUMBER_NONE || seats->taken <= seats->seats)
        return true;
    if (!has_reason(db, meeting, &explained, err) ||
        (!explained &&
         !was_narrowed(db, &meeting_entity, meeting, "\"seats\"", &explained, err)) ||
        (!explained &&
         !was_narrowed(db, entity_get(ENTITY_COUNT), 1, "takes_seat", &explained, err)))
        return false;
    if (!explained) {
        char *title = meeting_title(db, meeting);
        check_report_add(report,
                         ngettext("%s: %" PRId64 " of %" PRId64
                                  " seat is taken, and no reason is in the journal.  "
                                  "Free one, or give the meeting more.",
                                  "%s: %" PRId64 " of %" PRId64
                                  " seats are taken, and no reason is in the journal.  "
                                  "Free some, or give the meeting more.",
                                  (unsigned long)seats->seats),
                         title, seats->taken, seats->seats);
        free(title);
    }
    return true;
}

static bool
check_meeting(struct database *db, const struct tally *counted,
              struct check_report *report, struct error *err)
{
    int64_t meeting = counted->meeting;
    struct seats kept = { 0 };
    struct error missing = { 0 };

    if (!seats_table_count(db, meeting, &kept, &missing)) {
        check_report_add_damage(
            report, _("The people of meeting %" PRId64 " are not counted."), meeting);
        return true;
    }
    if (kept.taken != counted->seats.taken ||
        memcmp(kept.state, counted->seats.state, sizeof kept.state) != 0) {
        char *title = meeting_title(db, meeting);
        check_report_add_damage(report,
                                ngettext("%s: the counters say %" PRId64
                                         " seat taken, the registrations %" PRId64 ".",
                                         "%s: the counters say %" PRId64
                                         " seats taken, the registrations %" PRId64 ".",
                                         (unsigned long)kept.taken),
                                title, kept.taken, counted->seats.taken);
        free(title);
    }
    kept.taken = counted->seats.taken;
    return check_overbooking(db, meeting, &kept, report, err);
}

static bool
check_meetings(struct database *db, const struct seat_rule *rule,
               struct check_report *report, struct error *err)
{
    struct tally_list list = { 0 };
    bool ok = list_meetings(db, &list, err) && count_registrations(db, &list, rule, err);

    for (size_t i = 0; ok && i < list.count; i++)
        ok = check_meeting(db, &list.items[i], report, err);
    free(list.items);
    return ok;
}

/* Rule 1, counted without the index that enforces it. */
static bool
check_duplicates(struct database *db, struct check_report *report, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PERSON_MEETINGS, err);
    int64_t meeting = 0;
    int64_t person = 0;
    bool row = false;
    bool ok = statement != NULL;

    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        const int state = column_choice(statement, 2, registration_states);
        if (state < 0 || !registration_is_live((enum registration_state)state))
            continue;
        if (sqlite3_column_int64(statement, 0) == meeting &&
            sqlite3_column_int64(statement, 1) == person) {
            char *title = meeting_title(db, meeting);
            check_report_add(report,
                             _("%s: person %" PRId64
                               " is registered twice.  Withdraw one of the two."),
                             title, person);
            free(title);
        }
        meeting = sqlite3_column_int64(statement, 0);
        person = sqlite3_column_int64(statement, 1);
    }
    connection_release(statement);
    return ok;
}

bool
maintenance_check_seats(struct database *db, struct check_report *report,
                        struct error *err)
{
    struct seat_rule rule;

    return seats_table_rule(db, &rule, err) && check_meetings(db, &rule, report, err) &&
           check_duplicates(db, report, err);
}
