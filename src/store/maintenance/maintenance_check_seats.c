/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_seats.c - seats counted anew, and rules 1 and 2 with them */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/seats.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "maintenance/excess.h"
#include "maintenance/maintenance_check.h"
#include "table/head_count.h"

#define SQL_MEETINGS "SELECT id FROM meeting ORDER BY id"
/* In the order in which the rows lie: every other order costs a search for each. */
#define SQL_REGISTRATIONS                                                                \
    "SELECT meeting, state, role, coalesce(category, 0) FROM registration"
#define SQL_COUNTS                                                                       \
    "SELECT meeting, state, role, category, people, workshop FROM head_count"
#define SQL_OVERBOOKED "SELECT meeting, excess, workshop FROM overbooked"
/* Most pairs are there once, which an index of its own answers. */
#define SQL_PERSON_MEETINGS                                                              \
    "SELECT r.meeting, r.person, r.state FROM (SELECT person, meeting FROM registration" \
    " GROUP BY person, meeting HAVING count(*) > 1) twice"                               \
    " CROSS JOIN registration r ON r.person = twice.person AND r.meeting = "             \
    "twice.meeting"                                                                      \
    " ORDER BY r.meeting, r.person"

static char *
meeting_title(struct database *db, int64_t meeting)
{
    struct buffer title = { 0 };

    if (!row_title(db, &meeting_entity, meeting, &title))
        buffer_addf(&title, "%" PRId64, meeting);
    return buffer_take(&title);
}

/* A meeting and its people as they are counted here, and as they are kept. */
struct tally {
    int64_t meeting;
    struct head_count *kinds;
    size_t kind_count;
    size_t kind_capacity;
    struct seats seats;
    int64_t excess; /* as kept */
    bool differs;
};

struct tally_list {
    struct tally *items; /* by meeting */
    size_t count;
    size_t capacity;
};

static void
tally_list_clear(struct tally_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].kinds);
    free(list->items);
    *list = (struct tally_list){ 0 };
}

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

static struct head_count *
find_kind(const struct tally *tally, const struct head_count *kind)
{
    for (size_t i = 0; i < tally->kind_count; i++)
        if (head_count_equal(&tally->kinds[i], kind))
            return &tally->kinds[i];
    return NULL;
}

static void
add_kind(struct tally *tally, const struct head_count *kind)
{
    struct head_count *known = find_kind(tally, kind);

    if (known) {
        known->people++;
        return;
    }
    tally->kinds = memory_grow(tally->kinds, &tally->kind_capacity, tally->kind_count + 1,
                               sizeof tally->kinds[0]);
    tally->kinds[tally->kind_count++] = *kind;
}

/* Meeting, state, role, category; false when the states are none of ours, which the
 * references are asked for. */
static bool
read_kind(sqlite3_stmt *row, struct head_count *kind)
{
    const int64_t state = sqlite3_column_int64(row, 1);
    const int64_t role = sqlite3_column_int64(row, 2);

    if (!choice_is_one(registration_states, state) ||
        !choice_is_one(registration_roles, role))
        return false;
    *kind = (struct head_count){ .meeting = sqlite3_column_int64(row, 0),
                                 .state = (enum registration_state)state,
                                 .role = (enum registration_role)role,
                                 .category = sqlite3_column_int64(row, 3),
                                 .people = 1 };
    return true;
}

static bool
count_registrations(struct database *db, const struct tally_list *list,
                    const struct seat_rule *rule, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_REGISTRATIONS, err);
    struct tally *tally = NULL;
    struct head_count kind;
    bool row = false;
    bool ok = statement != NULL;

    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        tally = find_tally(list, tally, sqlite3_column_int64(statement, 0));
        if (!tally || !read_kind(statement, &kind))
            continue;
        add_kind(tally, &kind);
        tally->seats.state[kind.state]++;
        tally->seats.taken += rule->takes[kind.state][kind.role];
    }
    connection_release(statement);
    return ok;
}

/* Each kind that is kept against the same one counted: what is left over differs. */
static bool
compare_counts(struct database *db, const struct tally_list *list, struct error *err)
{
    enum { PEOPLE = 4, WORKSHOP };
    sqlite3_stmt *statement = connection_prepare(db, SQL_COUNTS, err);
    struct tally *tally = NULL;
    bool row = false;
    bool ok = statement != NULL;

    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        struct head_count kind = { 0 };
        tally = find_tally(list, tally, sqlite3_column_int64(statement, 0));
        if (!tally)
            continue;
        struct head_count *counted =
            read_kind(statement, &kind) ? find_kind(tally, &kind) : NULL;
        if (!counted || sqlite3_column_int64(statement, WORKSHOP) != 0 ||
            counted->people != sqlite3_column_int64(statement, PEOPLE))
            tally->differs = true;
        if (counted)
            counted->people = 0;
    }
    connection_release(statement);
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < list->items[i].kind_count; k++)
            list->items[i].differs |= list->items[i].kinds[k].people != 0;
    return ok;
}

/* What is kept as taken too much, which is compared where the seats are known. */
static bool
read_overbooked(struct database *db, const struct tally_list *list, struct error *err)
{
    enum { MEETING, EXCESS, WORKSHOP };
    sqlite3_stmt *statement = connection_prepare(db, SQL_OVERBOOKED, err);
    struct tally *tally = NULL;
    bool row = false;
    bool ok = statement != NULL;

    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        tally = find_tally(list, tally, sqlite3_column_int64(statement, MEETING));
        if (!tally)
            continue;
        tally->excess += sqlite3_column_int64(statement, EXCESS);
        tally->differs |= sqlite3_column_int64(statement, WORKSHOP) != 0;
    }
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
    if (!excess_has_reason(db, meeting, &explained, err) ||
        (!explained && !excess_was_narrowed(db, &meeting_entity, meeting, "\"seats\"",
                                            &explained, err)) ||
        (!explained && !excess_was_narrowed(db, entity_get(ENTITY_COUNT), 1, "takes_seat",
                                            &explained, err)))
        return false;
    if (!explained) {
        char *title = meeting_title(db, meeting);
        check_report_add(report,
                         ngettext("%s: %" PRId64 " of %" PRId64
                                  " seat taken, and no reason is in the journal.  "
                                  "Free seats, or give the meeting more.",
                                  "%s: %" PRId64 " of %" PRId64
                                  " seats taken, and no reason is in the journal.  "
                                  "Free seats, or give the meeting more.",
                                  (unsigned long)seats->seats),
                         title, seats->taken, seats->seats);
        free(title);
    }
    return true;
}

static void
say_taken(const char *title, int64_t kept, int64_t counted, struct check_report *report)
{
    check_report_add_damage(report,
                            ngettext("%s: the counters say %" PRId64
                                     " seat taken, the registrations %" PRId64 ".",
                                     "%s: the counters say %" PRId64
                                     " seats taken, the registrations %" PRId64 ".",
                                     (unsigned long)kept),
                            title, kept, counted);
}

static void
say_too_many(const char *title, int64_t kept, int64_t counted,
             struct check_report *report)
{
    check_report_add_damage(report,
                            ngettext("%s: the counters say %" PRId64
                                     " seat too many, but by the registrations and who "
                                     "takes a seat it is %" PRId64 ".",
                                     "%s: the counters say %" PRId64
                                     " seats too many, but by the registrations and who "
                                     "takes a seat it is %" PRId64 ".",
                                     (unsigned long)kept),
                            title, kept, counted);
}

/* Of those who take no seat, in the first state whose people differ; else it is in which
 * role or category they are. */
static void
say_people(const char *title, const struct seats *kept, const struct seats *counted,
           struct check_report *report)
{
    for (int i = 0; i < REGISTRATION_STATE_COUNT; i++) {
        if (kept->state[i] == counted->state[i])
            continue;
        check_report_add_damage(
            report,
            /* TRANSLATORS: title, state, number, number */
            _("%s: “%s”: the counters say %" PRId64 ", the registrations %" PRId64 "."),
            title, _(registration_states[i].label), kept->state[i], counted->state[i]);
        return;
    }
    check_report_add_damage(report,
                            _("%s: the counters say other roles or categories than the "
                              "registrations."),
                            title);
}

/* What the registrations do not say. */
static void
report_drift(struct database *db, const struct tally *counted, const struct seats *kept,
             int64_t excess, struct check_report *report)
{
    char *title = meeting_title(db, counted->meeting);

    if (kept->taken != counted->seats.taken)
        say_taken(title, kept->taken, counted->seats.taken, report);
    else if (counted->differs)
        say_people(title, kept, &counted->seats, report);
    else
        say_too_many(title, counted->excess, excess, report);
    free(title);
}

static bool
check_meeting(struct database *db, const struct tally *counted,
              struct check_report *report, struct error *err)
{
    struct seats kept = { 0 };

    if (!seats_table_count(db, counted->meeting, &kept, err))
        return false;
    const int64_t excess = kept.seats != NUMBER_NONE && counted->seats.taken > kept.seats
                               ? counted->seats.taken - kept.seats
                               : 0;
    if (counted->differs || counted->excess != excess)
        report_drift(db, counted, &kept, excess, report);
    kept.taken = counted->seats.taken;
    return check_overbooking(db, counted->meeting, &kept, report, err);
}

static bool
check_meetings(struct database *db, const struct seat_rule *rule,
               struct check_report *report, struct error *err)
{
    struct tally_list list = { 0 };
    bool ok = list_meetings(db, &list, err) &&
              count_registrations(db, &list, rule, err) &&
              compare_counts(db, &list, err) && read_overbooked(db, &list, err);

    for (size_t i = 0; ok && i < list.count; i++)
        ok = check_meeting(db, &list.items[i], report, err);
    tally_list_clear(&list);
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
        const int64_t state = sqlite3_column_int64(statement, 2);
        if (!choice_is_one(registration_states, state) ||
            !registration_is_live((enum registration_state)state))
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
