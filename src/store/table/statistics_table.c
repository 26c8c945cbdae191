/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_table.c - counts who was asked to meetings and who came */
#include "atelier/store/statistics_table.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/json.h"
#include "atelier/base/memory.h"
#include "table/presence_count.h"
#include "table/statistics_pass.h"
#include "table/statistics_sql.h"

/* What the rows are about, what each is called, and in which order they come: `key` is
 * that of a row, `value` what the pass found. */
struct way {
    const char *key;
    const char *label;
    const char *order;
};

static const struct way ways[STATISTICS_BY_COUNT] = {
    [STATISTICS_BY_CATEGORY] = { .key = "value",
                                 .label = "(SELECT name FROM category WHERE id = key)",
                                 .order = "(SELECT coalesce(\"order\", "
                                          "9223372036854775807) FROM "
                                          "category WHERE id = key),"
                                          " label COLLATE NOCASE" },
    [STATISTICS_BY_ORGANISATION] = { .key = "value",
                                     .label = "coalesce((SELECT name FROM organisation "
                                              "WHERE id = key), substr(key, 2))",
                                     .order = "coalesce((SELECT sort_key FROM "
                                              "organisation WHERE id = key), "
                                              "lower(label))" },
    [STATISTICS_BY_TERRITORY] = { .key = "(SELECT nullif(trim(territory), '') FROM "
                                         "organisation WHERE id = value)",
                                  .label = "key",
                                  .order = "label COLLATE NOCASE" },
    [STATISTICS_BY_PERSON] = { .key = "value",
                               .label = "(SELECT family || coalesce(', ' || given, '') "
                                        "FROM person WHERE id = key)",
                               .order = "(SELECT sort_key FROM person WHERE id = key)" },
    [STATISTICS_BY_MEETING] = { .key = "value",
                                .label = "(SELECT title FROM meeting WHERE id = key)",
                                .order =
                                    "(SELECT start_at FROM meeting WHERE id = key)" },
    [STATISTICS_BY_GROUP] = { .key = "value",
                              .label = "(SELECT code FROM working_group WHERE id = key)",
                              .order = "label" },
};

/* What of a row a statement answers. */
enum { KEY, LABEL, PLACE };

static bool
is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The keys, as an array that a statement reads. */
static void
add_keys(const struct statistics_pass *pass, struct buffer *json)
{
    for (size_t i = 0; i < pass->count; i++) {
        const struct statistics_pass_key *key = &pass->keys[i];
        buffer_add_char(json, i == 0 ? '[' : ',');
        if (key->id != 0)
            buffer_addf(json, "%" PRId64, key->id);
        else
            json_add_text(json, key->name);
    }
    buffer_add(json, pass->count > 0 ? "]" : "[]");
}

/* Rows of one key after the other, each in one period; several keys of a pass may be of
 * one, as organisations are of one territory. */
static void
add_cells(const struct statistics_pass *pass, size_t place, size_t first, const char *key,
          const char *label, struct statistics *statistics)
{
    for (size_t c = 0; c < pass->keys[place].count; c++) {
        const struct statistics_pass_cell *cell = &pass->keys[place].cells[c];
        if (cell->row.figures[FIGURE_INVITED] == 0)
            continue;
        const char *text = pass->periods[cell->period];
        const char *period = *text ? text : NULL;
        size_t at = first;

        while (at < statistics->count && !is_same(statistics->rows[at].period, period))
            at++;
        if (at == statistics->count) {
            struct statistics_row *row = statistics_add(statistics);
            row->key = key ? memory_copy(key) : NULL;
            row->label = label ? memory_copy(label) : NULL;
            row->period = period ? memory_copy(period) : NULL;
        }
        statistics_row_sum(&statistics->rows[at], &cell->row);
    }
}

static int
compare_periods(const void *a, const void *b)
{
    const struct statistics_row *left = a;
    const struct statistics_row *right = b;

    return strcmp(left->period ? left->period : "", right->period ? right->period : "");
}

static void
sort_periods(struct statistics *statistics, size_t first)
{
    if (statistics->count > first + 1)
        qsort(&statistics->rows[first], statistics->count - first,
              sizeof statistics->rows[0], compare_periods);
}

/* Gives each key its name, and all of them their order. */
static void
read_named(sqlite3_stmt *statement, const struct statistics_pass *pass, size_t *first,
           struct statistics *statistics)
{
    const size_t place = (size_t)sqlite3_column_int64(statement, PLACE);
    char *key = connection_column_copy(statement, KEY);
    char *label = connection_column_copy(statement, LABEL);

    if (*first < statistics->count && !is_same(statistics->rows[*first].key, key)) {
        sort_periods(statistics, *first);
        *first = statistics->count;
    }
    if (place < pass->count)
        add_cells(pass, place, *first, key, label, statistics);
    free(key);
    free(label);
}

static bool
name_keys(struct database *db, const struct way *way, const struct statistics_pass *pass,
          struct statistics *statistics, struct error *err)
{
    struct buffer text = { 0 };
    size_t first = 0;

    buffer_addf(&text,
                "WITH given AS MATERIALIZED (SELECT j.key AS place, %s AS key"
                " FROM json_each(:keys) j) SELECT CAST(key AS TEXT), %s AS label, place"
                " FROM given ORDER BY key IS NULL, %s, key",
                way->key, way->label, way->order);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&text), err);
    buffer_reset(&text);
    add_keys(pass, &text);
    if (statement)
        connection_bind_text(statement, ":keys", buffer_text(&text));
    buffer_clear(&text);
    bool there = false;
    bool ok = statement;
    while (ok && (ok = connection_step(statement, &there, err)) && there)
        read_named(statement, pass, &first, statistics);
    connection_release(statement);
    sort_periods(statistics, first);
    return ok;
}

bool
statistics_table_count(struct database *db, const struct statistics_wish *wish,
                       instant now, struct statistics *statistics, struct error *err)
{
    struct statistics_pass pass = { 0 };

    statistics_clear(statistics);
    const bool ok = statistics_pass_run(db, wish, now, &pass, err) &&
                    name_keys(db, &ways[wish->by], &pass, statistics, err);
    statistics_pass_clear(&pass);
    statistics_end(statistics, wish->never);
    return ok;
}
