/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_pass.c - the figures of meetings, in one pass over the counters or over all
 * registrations
 *
 * Asked one by one, what became of each of a million people takes a quarter of a minute.
 * Here the marks are read as they lie in their index, then the registrations as they lie
 * in theirs, and what belongs together is put together in memory.
 */
#include "table/statistics_pass.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "table/attendee.h"
#include "table/byte_map.h"
#include "table/number_map.h"
#include "table/presence_count.h"
#include "table/statistics_sql.h"

#define SQL_MEETINGS                                                                     \
    "SELECT m.id, " PERIOD                                                               \
    ", m.end_at <= :now, " WAS_MARKED("m") ", EXISTS (SELECT 1"                          \
                                           " FROM presence_count c WHERE c.meeting = "   \
                                           "m.id AND c.kind = -1), m.\"group\""          \
                                           " FROM meeting m WHERE " IS_COUNTED_MEETING

/* Of a group or a meeting its registrations alone; else all, and those of meetings that
 * are not counted are passed over. */
#define OF_MEETINGS " FROM meeting m CROSS JOIN registration r ON r.meeting = m.id"
#define WHERE_MEETINGS " WHERE " IS_COUNTED_MEETING
#define OF_ALL " FROM registration r"

/* Of each kind of people at a meeting how many: on its list, then those marked. */
#define ON_LIST "SELECT h.category, h.meeting, h.state, h.people, -1, 0 FROM head_count h"
#define ON_LIST_SOME                                                                     \
    "SELECT h.category, h.meeting, h.state, h.people, -1, 0 FROM meeting m"              \
    " CROSS JOIN head_count h ON h.meeting = m.id"
#define IS_MEETING "h.workshop = 0"
#define MARKED                                                                           \
    "SELECT h.category, h.meeting, h.state, h.people, h.kind, h.remote FROM"             \
    " presence_count h"
#define MARKED_SOME                                                                      \
    "SELECT h.category, h.meeting, h.state, h.people, h.kind, h.remote FROM meeting m"   \
    " CROSS JOIN presence_count h ON h.meeting = m.id"

#define MARKS "SELECT p.registration, p.slot, p.id, p.kind, p.remote"
#define MARKS_ORDER " ORDER BY p.registration, p.slot"
#define SQL_MARKS MARKS " FROM presence p" MARKS_ORDER
#define SQL_MARKS_SOME                                                                   \
    MARKS OF_MEETINGS                                                                    \
        " CROSS JOIN presence p ON p.registration = r.id" WHERE_MEETINGS MARKS_ORDER

#define SEVERAL " GROUP BY r.person, r.meeting HAVING count(*) > 1"
#define SQL_SEVERAL "SELECT r.person, r.meeting" OF_ALL SEVERAL
#define SQL_SEVERAL_SOME "SELECT r.person, r.meeting" OF_MEETINGS WHERE_MEETINGS SEVERAL

#define WHAT ", r.meeting, r.state, r.id"
#define PERSON "SELECT r.person, NULL" WHAT
#define ORGANISATION "SELECT r.organisation, NULL" WHAT
#define ELSEWHERE "SELECT NULL, '=' || r.organisation_name" WHAT
#define IS_OURS "r.organisation IS NOT NULL"
#define IS_ELSEWHERE "r.organisation IS NULL"
#define ELSEWHERE_ORDER " ORDER BY r.organisation_name"

/* What stands in `outcomes` for a registration that a newer one replaced. */
enum { REPLACED = OUTCOME_COUNT };

struct place {
    int64_t group;
    size_t period;
    bool is_over;
    bool kept;
};

struct passing {
    struct database *db;
    const struct statistics_wish *wish;
    instant now;
    struct statistics_pass *pass;
    struct place *places;
    size_t place_count;
    size_t place_capacity;
    struct number_map meetings; /* which place */
    struct byte_map outcomes;   /* of a registration, by the marks */
    struct number_map keys;     /* of an id */
    size_t last;                /* key */
    bool is_marked;             /* the counters are those of who was marked */
    bool is_tangled;            /* somebody has several registrations at one meeting */
};

static bool
is_of_some(const struct passing *passing)
{
    return passing->wish->scope.group != 0 || passing->wish->scope.meeting != 0;
}

static bool
read_each(struct passing *passing, const char *sql,
          bool (*read)(struct passing *passing, sqlite3_stmt *row, struct error *err),
          struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(passing->db, sql, err);
    bool there = false;
    bool ok = true;

    if (!statement)
        return false;
    statistics_bind_scope(statement, &passing->wish->scope, passing->now);
    connection_bind_number(statement, ":period_length",
                           statistics_period_length(passing->wish));
    while (ok && (ok = connection_step(statement, &there, err)) && there)
        ok = read(passing, statement, err);
    connection_release(statement);
    return ok;
}

/* --- meetings */

static size_t
period_of(struct statistics_pass *pass, const char *text)
{
    for (size_t i = 0; i < pass->period_count; i++)
        if (strcmp(pass->periods[i], text) == 0)
            return i;
    pass->periods = memory_grow(pass->periods, &pass->period_capacity,
                                pass->period_count + 1, sizeof pass->periods[0]);
    pass->periods[pass->period_count] = memory_copy(text);
    return pass->period_count++;
}

static bool
read_meeting(struct passing *passing, sqlite3_stmt *row, struct error *err)
{
    (void)err;
    passing->places = memory_grow(passing->places, &passing->place_capacity,
                                  passing->place_count + 1, sizeof passing->places[0]);
    passing->places[passing->place_count] = (struct place){
        .group = sqlite3_column_int64(row, 5),
        .period = period_of(passing->pass, connection_column_text(row, 1)),
        .is_over = sqlite3_column_int(row, 2) != 0,
        .kept = sqlite3_column_int(row, 3) != 0,
    };
    passing->is_tangled = passing->is_tangled || sqlite3_column_int(row, 4) != 0;
    number_map_set(&passing->meetings, sqlite3_column_int64(row, 0),
                   passing->place_count++);
    return true;
}

/* --- marks */

static void
note_outcome(struct passing *passing, int64_t registration, enum outcome outcome)
{
    if (outcome != OUTCOME_UNKNOWN)
        byte_map_set(&passing->outcomes, registration, (unsigned char)outcome);
}

/* The marks of one registration after the other. */
static bool
read_marks(struct passing *passing, struct error *err)
{
    const char *sql = is_of_some(passing) ? SQL_MARKS_SOME : SQL_MARKS;
    sqlite3_stmt *statement = connection_prepare(passing->db, sql, err);
    struct outcome_mark *marks = NULL;
    size_t count = 0;
    size_t capacity = 0;
    int64_t last = 0;
    bool there = false;
    bool ok = true;

    if (!statement)
        return false;
    statistics_bind_scope(statement, &passing->wish->scope, passing->now);
    while ((ok = connection_step(statement, &there, err)) && there) {
        const int64_t registration = sqlite3_column_int64(statement, 0);
        if (registration != last) {
            note_outcome(passing, last, outcome_of_marks(marks, count));
            count = 0;
        }
        last = registration;
        marks = memory_grow(marks, &capacity, count + 1, sizeof marks[0]);
        marks[count++] = (struct outcome_mark){
            .slot = sqlite3_column_int64(statement, 1),
            .id = sqlite3_column_int64(statement, 2),
            .kind = (enum presence_kind)sqlite3_column_int(statement, 3),
            .remote = sqlite3_column_int(statement, 4) == 1,
        };
    }
    note_outcome(passing, last, outcome_of_marks(marks, count));
    free(marks);
    connection_release(statement);
    return ok;
}

/* Somebody with several registrations is counted by the newest, with the marks of all. */
static bool
read_several(struct passing *passing, sqlite3_stmt *row, struct error *err)
{
    struct attendee attendee = { 0 };
    const bool ok = attendee_load(passing->db, sqlite3_column_int64(row, 0),
                                  sqlite3_column_int64(row, 1), &attendee, err);
    const struct attendee_registration *newest = attendee_newest(&attendee);

    for (size_t i = 0; ok && i < attendee.registration_count; i++)
        byte_map_set(&passing->outcomes, attendee.registrations[i].id,
                     &attendee.registrations[i] == newest
                         ? (unsigned char)attendee_outcome(&attendee)
                         : REPLACED);
    attendee_clear(&attendee);
    return ok;
}

/* --- registrations */

static size_t
add_key(struct statistics_pass *pass, int64_t id, const char *name)
{
    pass->keys =
        memory_grow(pass->keys, &pass->capacity, pass->count + 1, sizeof pass->keys[0]);
    pass->keys[pass->count] =
        (struct statistics_pass_key){ .id = id, .name = memory_copy(name) };
    return pass->count++;
}

static bool
is_key(const struct statistics_pass_key *key, int64_t id, const char *name)
{
    return key->id == id &&
           (name ? key->name && strcmp(key->name, name) == 0 : !key->name);
}

/* Names come in their order: one that is not the last key is new. */
static struct statistics_pass_key *
key_of(struct passing *passing, int64_t id, const char *name)
{
    struct statistics_pass *pass = passing->pass;

    if (pass->count > 0 && is_key(&pass->keys[passing->last], id, name))
        return &pass->keys[passing->last];
    const size_t known = name ? SIZE_MAX : number_map_get(&passing->keys, id, SIZE_MAX);
    passing->last = known != SIZE_MAX ? known : add_key(pass, id, name);
    if (!name && known == SIZE_MAX)
        number_map_set(&passing->keys, id, passing->last);
    return &pass->keys[passing->last];
}

static struct statistics_row *
row_of(struct statistics_pass_key *key, size_t period)
{
    for (size_t i = key->count; i-- > 0;)
        if (key->cells[i].period == period)
            return &key->cells[i].row;
    key->cells =
        memory_grow(key->cells, &key->capacity, key->count + 1, sizeof key->cells[0]);
    key->cells[key->count] = (struct statistics_pass_cell){ .period = period };
    return &key->cells[key->count++].row;
}

static void
add_people(const struct place *place, struct statistics_pass_key *key,
           enum registration_state state, enum outcome marked, int64_t people)
{
    assert(place);
    statistics_row_add(row_of(key, place->period), state,
                       outcome_with_answer(marked, state, place->kept && place->is_over),
                       place->kept, people);
}

static bool
read_registration(struct passing *passing, sqlite3_stmt *row, struct error *err)
{
    (void)err;
    const size_t at =
        number_map_get(&passing->meetings, sqlite3_column_int64(row, 2), SIZE_MAX);
    if (at == SIZE_MAX)
        return true;
    const unsigned char marked =
        byte_map_get(&passing->outcomes, sqlite3_column_int64(row, 4));
    if (marked == REPLACED)
        return true;
    const bool has_name = sqlite3_column_type(row, 1) != SQLITE_NULL;
    add_people(&passing->places[at],
               key_of(passing, sqlite3_column_int64(row, 0),
                      has_name ? connection_column_text(row, 1) : NULL),
               (enum registration_state)sqlite3_column_int(row, 3), (enum outcome)marked,
               1);
    return true;
}

static bool
read_people(struct passing *passing, struct error *err)
{
    return read_each(
        passing, is_of_some(passing) ? PERSON OF_MEETINGS WHERE_MEETINGS : PERSON OF_ALL,
        read_registration, err);
}

static bool
read_organisations(struct passing *passing, struct error *err)
{
    const bool some = is_of_some(passing);

    return read_each(passing,
                     some ? ORGANISATION OF_MEETINGS WHERE_MEETINGS " AND " IS_OURS
                          : ORGANISATION OF_ALL " WHERE " IS_OURS,
                     read_registration, err) &&
           read_each(passing,
                     some ? ELSEWHERE OF_MEETINGS WHERE_MEETINGS
                         " AND " IS_ELSEWHERE ELSEWHERE_ORDER
                          : ELSEWHERE OF_ALL " WHERE " IS_ELSEWHERE ELSEWHERE_ORDER,
                     read_registration, err);
}

/* --- counters */

static int64_t
counted_key(const struct passing *passing, sqlite3_stmt *row, const struct place *place)
{
    assert(place);
    return passing->wish->by == STATISTICS_BY_CATEGORY  ? sqlite3_column_int64(row, 0)
           : passing->wish->by == STATISTICS_BY_MEETING ? sqlite3_column_int64(row, 1)
                                                        : place->group;
}

/* Who is marked, or replaced, is one fewer of those on the list whom nobody marked. */
static bool
read_count(struct passing *passing, sqlite3_stmt *row, struct error *err)
{
    (void)err;
    const size_t at =
        number_map_get(&passing->meetings, sqlite3_column_int64(row, 1), SIZE_MAX);
    if (at == SIZE_MAX)
        return true;
    const struct place *place = &passing->places[at];
    struct statistics_pass_key *key =
        key_of(passing, counted_key(passing, row, place), NULL);
    const enum registration_state state =
        (enum registration_state)sqlite3_column_int(row, 2);
    const int64_t people = sqlite3_column_int64(row, 3);
    const int kind = sqlite3_column_int(row, 4);

    if (passing->is_marked)
        add_people(place, key, state, OUTCOME_UNKNOWN, -people);
    if (!passing->is_marked || kind != PRESENCE_REPLACED)
        add_people(place, key, state,
                   presence_count_outcome(kind, sqlite3_column_int(row, 5) != 0), people);
    return true;
}

static bool
read_counts(struct passing *passing, struct error *err)
{
    const bool some = is_of_some(passing);

    if (!read_each(passing,
                   some ? ON_LIST_SOME WHERE_MEETINGS " AND " IS_MEETING
                        : ON_LIST " WHERE " IS_MEETING,
                   read_count, err))
        return false;
    passing->is_marked = true;
    return read_each(passing, some ? MARKED_SOME WHERE_MEETINGS : MARKED, read_count,
                     err);
}

static bool
is_counted(const struct statistics_wish *wish)
{
    return wish->by == STATISTICS_BY_CATEGORY || wish->by == STATISTICS_BY_MEETING ||
           wish->by == STATISTICS_BY_GROUP;
}

static bool
read_all(struct passing *passing, struct error *err)
{
    return read_marks(passing, err) &&
           (!passing->is_tangled ||
            read_each(passing, is_of_some(passing) ? SQL_SEVERAL_SOME : SQL_SEVERAL,
                      read_several, err)) &&
           (passing->wish->by == STATISTICS_BY_PERSON ? read_people(passing, err)
                                                      : read_organisations(passing, err));
}

bool
statistics_pass_run(struct database *db, const struct statistics_wish *wish, instant now,
                    struct statistics_pass *pass, struct error *err)
{
    struct passing passing = { .db = db, .wish = wish, .now = now, .pass = pass };

    const bool ok =
        read_each(&passing, SQL_MEETINGS, read_meeting, err) &&
        (is_counted(wish) ? read_counts(&passing, err) : read_all(&passing, err));
    free(passing.places);
    number_map_clear(&passing.meetings);
    byte_map_clear(&passing.outcomes);
    number_map_clear(&passing.keys);
    return ok;
}

void
statistics_pass_clear(struct statistics_pass *pass)
{
    for (size_t i = 0; i < pass->count; i++) {
        free(pass->keys[i].name);
        free(pass->keys[i].cells);
    }
    for (size_t i = 0; i < pass->period_count; i++)
        free(pass->periods[i]);
    free(pass->keys);
    free(pass->periods);
    *pass = (struct statistics_pass){ 0 };
}
