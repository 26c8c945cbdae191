/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_table.c - counts who was asked to meetings and who came, in one pass */
#include "atelier/store/statistics_table.h"

#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/presence.h"
#include "table/statistics_sql.h"

/* What the rows are about, what each is called, and in which order they come: `key` is
 * that of a row. */
struct way {
    const char *key;
    const char *label;
    const char *order;
};

static const struct way ways[STATISTICS_BY_COUNT] = {
    [STATISTICS_BY_CATEGORY] = { KEY_CATEGORY,
                                 "(SELECT name FROM category WHERE id = key)",
                                 "(SELECT coalesce(\"order\", 9223372036854775807) FROM "
                                 "category WHERE id = key),"
                                 " label COLLATE NOCASE" },
    [STATISTICS_BY_ORGANISATION] = { KEY_ORGANISATION,
                                     "coalesce((SELECT name FROM organisation WHERE id = "
                                     "key), substr(key, 2))",
                                     "coalesce((SELECT sort_key FROM organisation WHERE "
                                     "id = key), lower(label))" },
    [STATISTICS_BY_TERRITORY] = { KEY_TERRITORY, "key", "label COLLATE NOCASE" },
    [STATISTICS_BY_PERSON] = { KEY_PERSON,
                               "(SELECT family || coalesce(', ' || given, '') FROM "
                               "person WHERE id = key)",
                               "(SELECT sort_key FROM person WHERE id = key)" },
    [STATISTICS_BY_MEETING] = { KEY_MEETING, "(SELECT title FROM meeting WHERE id = key)",
                                "(SELECT start_at FROM meeting WHERE id = key)" },
    [STATISTICS_BY_GROUP] = { KEY_GROUP,
                              "(SELECT code FROM working_group WHERE id = key)",
                              "label" },
};

#define SQL_CHOSEN                                                                       \
    "WITH chosen AS MATERIALIZED (SELECT m.id, m.\"group\", m.start, "                   \
    "m.end_at, " WAS_MARKED("m") " AS kept FROM meeting m WHERE " IS_COUNTED_MEETING     \
                                 "),"

/* Each person at each meeting once, alike ones together: what becomes of a person costs
 * most, and is found out once. */
#define SQL_ALIKE                                                                        \
    " AS key, " PERIOD " AS period,"                                                     \
    " r.state AS state, m.kept AS kept, " OUTCOME(                                       \
        "m.kept") " AS outcome,"                                                         \
                  " count(*) AS people FROM chosen m CROSS JOIN registration r ON "      \
                  "r.meeting = m.id"                                                     \
                  " WHERE " IS_COUNTED_ONCE " GROUP BY 1, 2, 3, 4, 5)"

enum { KEY, LABEL, PERIOD_TEXT, STATE, OUTCOME_NUMBER, KEPT, PEOPLE };

/* What is of none comes last. */
static void
add_sql(const struct statistics_wish *wish, struct buffer *sql)
{
    const struct way *way = &ways[wish->by];

    buffer_addf(sql, SQL_CHOSEN " alike AS MATERIALIZED (SELECT %s" SQL_ALIKE, way->key);
    buffer_addf(sql,
                " SELECT CAST(key AS TEXT), %s AS label, period, state, outcome,"
                " kept, people FROM alike ORDER BY key IS NULL, %s, key, period",
                way->label, way->order);
}

void
statistics_bind_scope(sqlite3_stmt *statement, const struct statistics_scope *scope,
                      instant now)
{
    char first[DATE_TEXT_SIZE];
    char last[DATE_TEXT_SIZE];

    date_format(scope->first, first);
    date_format(scope->last, last);
    connection_bind_number(statement, ":now", now);
    connection_bind_number(statement, ":of_meeting", scope->meeting);
    connection_bind_number(statement, ":of_group", scope->group);
    connection_bind_text(statement, ":from_day",
                         date_is_none(scope->first) ? NULL : first);
    connection_bind_text(statement, ":to_day", date_is_none(scope->last) ? NULL : last);

    connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
    connection_bind_number(statement, ":state_excused", REGISTRATION_EXCUSED);
    connection_bind_number(statement, ":there", presence_kinds_there());
    connection_bind_number(statement, ":mark_excused", PRESENCE_EXCUSED);
    connection_bind_number(statement, ":mark_absent", PRESENCE_ABSENT);
    connection_bind_number(statement, ":was_in_room", OUTCOME_IN_ROOM);
    connection_bind_number(statement, ":was_remote", OUTCOME_REMOTE);
    connection_bind_number(statement, ":was_excused", OUTCOME_EXCUSED);
    connection_bind_number(statement, ":was_absent", OUTCOME_ABSENT);
}

static int64_t
pairs_of(enum figure figure)
{
    int64_t pairs = 0;

    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
            if (figure_counts(figure, (enum registration_state)state,
                              (enum outcome)outcome))
                pairs |= (int64_t)1 << (state * OUTCOME_COUNT + outcome);
    return pairs;
}

void
statistics_bind_part(sqlite3_stmt *statement, const struct statistics_part *part,
                     instant now)
{
    statistics_bind_scope(statement, &part->scope, now);
    connection_bind_number(statement, ":counted_all", part->figure == FIGURE_INVITED);
    connection_bind_number(statement, ":counted_pairs", pairs_of(part->figure));
    connection_bind_number(statement, ":outcomes", OUTCOME_COUNT);
    connection_bind_number(statement, ":counted_whole", part->whole);
    connection_bind_number(statement, ":counted_by", part->by);
    connection_bind_text(statement, ":counted_key", part->key);
    connection_bind_text(statement, ":counted_period", part->period);
    connection_bind_number(statement, ":by_category", STATISTICS_BY_CATEGORY);
    connection_bind_number(statement, ":by_organisation", STATISTICS_BY_ORGANISATION);
    connection_bind_number(statement, ":by_territory", STATISTICS_BY_TERRITORY);
    connection_bind_number(statement, ":by_person", STATISTICS_BY_PERSON);
    connection_bind_number(statement, ":by_meeting", STATISTICS_BY_MEETING);
    connection_bind_number(statement, ":by_group", STATISTICS_BY_GROUP);
}

/* How much of "2027-03-16" says in which period it is. */
static int64_t
period_length(const struct statistics_wish *wish)
{
    if (wish->by == STATISTICS_BY_MEETING)
        return 10;
    return wish->each == STATISTICS_EACH_YEAR    ? 4
           : wish->each == STATISTICS_EACH_MONTH ? 7
                                                 : 0;
}

static bool
is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The row that is being counted, or a new one for another key or period. */
static struct statistics_row *
row_of(sqlite3_stmt *statement, struct statistics *statistics)
{
    const bool is_keyless = sqlite3_column_type(statement, KEY) == SQLITE_NULL;
    const char *key = is_keyless ? NULL : connection_column_text(statement, KEY);
    const char *period = connection_column_text(statement, PERIOD_TEXT);
    struct statistics_row *row =
        statistics->count > 0 ? &statistics->rows[statistics->count - 1] : NULL;

    period = period && *period ? period : NULL;
    if (row && is_same(row->key, key) && is_same(row->period, period))
        return row;
    row = statistics_add(statistics);
    row->key = key ? memory_copy(key) : NULL;
    row->label = connection_column_copy(statement, LABEL);
    row->period = period ? memory_copy(period) : NULL;
    return row;
}

static void
read_alike(sqlite3_stmt *statement, struct statistics *statistics)
{
    struct statistics_row *row = row_of(statement, statistics);
    const int64_t people = sqlite3_column_int64(statement, PEOPLE);

    statistics_row_add(row, (enum registration_state)sqlite3_column_int(statement, STATE),
                       (enum outcome)sqlite3_column_int(statement, OUTCOME_NUMBER),
                       sqlite3_column_int(statement, KEPT) != 0, people);
}

bool
statistics_table_count(struct database *db, const struct statistics_wish *wish,
                       instant now, struct statistics *statistics, struct error *err)
{
    struct buffer sql = { 0 };

    statistics_clear(statistics);
    add_sql(wish, &sql);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&sql);
    if (!statement)
        return false;
    statistics_bind_scope(statement, &wish->scope, now);
    connection_bind_number(statement, ":period_length", period_length(wish));
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        read_alike(statement, statistics);
    connection_release(statement);
    statistics_end(statistics, wish->never);
    return ok;
}
