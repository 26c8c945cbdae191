/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_named.c - the acts that a word is about, found by indexes */
#include "journal/journal_named.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "atelier/domain/act.h"
#include "atelier/domain/listing.h"
#include "journal/journal_concern.h"
#include "search/search_rank.h"
#include "search/searched.h"

/* Acts on registrations and marks are most of a journal: an index of the kinds leaves
 * them out, and a registration does not write to it. */
#define INDEXED_ACTS                                                                     \
    "act NOT IN ('registration.add', 'registration.accept', 'presence.add')"

#define SQL_MANY                                                                         \
    "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :match"               \
    " AND search.rowid BETWEEN :first AND :last LIMIT :most)"
#define SQL_ENDS "SELECT coalesce(max(id), 0) FROM journal"
#define SQL_AT "SELECT at FROM journal WHERE id >= :id ORDER BY id LIMIT 1"

enum { SMALL = 100000 };

/* "shows(LISTING, COLUMN, value, WORD)", by the name of the column. */
static void
add_shows(struct buffer *sql, const char *column, const char *value, const char *word)
{
    const struct listing *listing = listing_get(LISTING_JOURNAL);
    size_t at = 0;

    while (strcmp(listing->columns[at].name, column) != 0)
        at++;
    buffer_addf(sql, "shows(%d, %zu, %s, %s)", (int)LISTING_JOURNAL, at, value, word);
}

/* What a removed row was called: its texts that everybody may read, as SQL. */
static void
add_called(struct buffer *sql, const struct entity *entity)
{
    buffer_add(sql, "(''");
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];

        if (field->kind == FIELD_TEXT && !(field->flags & FIELD_PRIVATE))
            buffer_addf(sql, " || ' ' || coalesce(before ->> '$.%s', '')", field->name);
    }
    buffer_add_char(sql, ')');
}

static int
most_of(enum entity_kind entity)
{
    return entity == ENTITY_PERSON ? JOURNAL_NAMED_PEOPLE : JOURNAL_NAMED_ROWS;
}

static void
add_rows(struct buffer *sql, const struct entity *entity)
{
    struct search_rank_span span = { 0 };
    struct buffer called = { 0 };

    (void)search_rank_of_entity(entity->kind, &span);
    buffer_addf(sql,
                "called_%s (id) AS MATERIALIZED (SELECT row FROM (SELECT row FROM search"
                " WHERE search MATCH :match AND search.rowid BETWEEN %" PRId64
                " AND %" PRId64 " LIMIT %d)",
                entity->name, span.first, span.last, most_of(entity->kind));
    add_called(&called, entity);
    buffer_addf(sql,
                " UNION SELECT row FROM journal_change INDEXED BY journal_change_removed"
                " WHERE kind = 2 AND entity = %d AND ",
                entity->number);
    add_shows(sql, "summary", buffer_text(&called), ":word");
    buffer_add_char(sql, ')');
    buffer_clear(&called);
}

/* Of a noun whose rows have a name: what is said in a text is in another index. */
static bool
has_names(enum searched place)
{
    return !searched_source(searched_kind(place))->is_text;
}

static void
add_named(struct buffer *sql)
{
    for (int i = 0; i < SEARCHED_COUNT; i++) {
        if (!has_names((enum searched)i))
            continue;
        buffer_add(sql, i == 0 ? "WITH " : ", ");
        add_rows(sql, entity_get(searched_kind((enum searched)i)));
    }
    buffer_add(sql, " SELECT json_group_array(id) FROM (");
    for (int i = 0; i < SEARCHED_COUNT; i++) {
        const struct entity *entity = entity_get(searched_kind((enum searched)i));
        struct buffer rows = { 0 };

        if (!has_names((enum searched)i))
            continue;

        buffer_addf(&rows, "SELECT id FROM called_%s", entity->name);
        buffer_add(sql, i == 0 ? "SELECT journal AS id FROM (" : " UNION ");
        /* Of people their marks of presence too. */
        journal_concern_add_newest(sql, entity, buffer_text(&rows), JOURNAL_NAMED_PARTS,
                                   entity->kind == ENTITY_PERSON ? 2 : 1);
        buffer_clear(&rows);
    }
    buffer_add(sql, "))");
}

/* Drops what is kept when it may not be true any more. */
static bool
check_kept(struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, "PRAGMA data_version", err);
    int64_t version = 0;

    if (!statement || !connection_read_number(statement, &version, err))
        return false;
    memo_check(&db->memo, version, sqlite3_total_changes64(db->sqlite));
    return true;
}

static bool
read_named(struct database *db, const char *word, const char *match, char **ids,
           struct error *err)
{
    struct buffer sql = { 0 };
    bool there = false;

    add_named(&sql);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&sql);
    if (!statement)
        return false;
    connection_bind_text(statement, ":word", word);
    connection_bind_text(statement, ":match", match);
    const bool ok = connection_step(statement, &there, err);
    if (ok)
        *ids = connection_column_copy(statement, 0);
    connection_release(statement);
    return ok;
}

bool
journal_named_ids(struct database *db, const char *word, const char *match,
                  const char **ids, struct error *err)
{
    char *found = NULL;

    *ids = NULL;
    if (!check_kept(db, err))
        return false;
    *ids = memo_find(&db->memo, word);
    if (*ids)
        return true;
    if (!read_named(db, word, match, &found, err))
        return false;
    *ids = memo_keep(&db->memo, word, found);
    return true;
}

void
journal_named_add_tables(struct buffer *sql, size_t word)
{
    char typed[32];

    (void)snprintf(typed, sizeof(typed), ":word%zu", word);
    buffer_addf(sql,
                "named%zu (id) AS MATERIALIZED (SELECT value FROM json_each(:named%zu)",
                word, word);
    buffer_addf(sql,
                "), login%zu (staff) AS MATERIALIZED (WITH RECURSIVE each (staff) AS"
                " (SELECT min(staff) FROM journal UNION ALL SELECT (SELECT min(staff)"
                " FROM journal WHERE staff > each.staff) FROM each"
                " WHERE each.staff IS NOT NULL) SELECT staff FROM each WHERE ",
                word);
    add_shows(sql, "staff", "staff", typed);
    buffer_addf(sql, "), kind%zu (act) AS MATERIALIZED (SELECT column1 FROM (VALUES ",
                word);
    for (size_t i = 0; journal_acts[i].name; i++)
        buffer_addf(sql, "%s('%s')", i > 0 ? ", " : "", journal_acts[i].name);
    buffer_add(sql, ") WHERE ");
    add_shows(sql, "act", "column1", typed);
    buffer_add_char(sql, ')');
}

void
journal_named_add_older(struct buffer *sql, size_t word, const char *newest)
{
    buffer_addf(sql, "SELECT id FROM named%zu WHERE id <= %s", word, newest);
    buffer_addf(sql,
                " UNION ALL SELECT j.id FROM login%zu CROSS JOIN journal j"
                " ON j.id IN (SELECT id FROM journal WHERE staff = login%zu.staff"
                " AND id <= %s ORDER BY id DESC LIMIT %d)",
                word, word, newest, (int)JOURNAL_NAMED_ACTS);
    buffer_addf(sql,
                " UNION ALL SELECT j.id FROM kind%zu CROSS JOIN journal j"
                " ON j.id IN (SELECT id FROM journal INDEXED BY journal_act"
                " WHERE act = kind%zu.act AND " INDEXED_ACTS
                " AND id <= %s ORDER BY id DESC LIMIT %d)",
                word, word, newest, (int)JOURNAL_NAMED_ACTS);
}

bool
journal_named_is_many(struct database *db, const char *match, bool *many,
                      struct error *err)
{
    bool ok = true;

    *many = false;
    for (int i = 0; ok && !*many && i < SEARCHED_COUNT; i++) {
        if (!has_names((enum searched)i))
            continue;
        sqlite3_stmt *statement = connection_prepare(db, SQL_MANY, err);
        struct search_rank_span span = { 0 };
        int64_t count = 0;

        if (!statement)
            return false;
        const enum entity_kind entity = searched_kind((enum searched)i);
        (void)search_rank_of_entity(entity, &span);
        connection_bind_text(statement, ":match", match);
        connection_bind_number(statement, ":first", span.first);
        connection_bind_number(statement, ":last", span.last);
        connection_bind_number(statement, ":most", most_of(entity) + 1);
        ok = connection_read_number(statement, &count, err);
        *many = count > most_of(entity);
    }
    return ok;
}

static bool
at_of(struct database *db, int64_t id, instant *at, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_AT, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    return connection_read_number(statement, at, err);
}

/* The first id from which on acts are not before that time, between the two. */
static bool
find_since(struct database *db, instant since, int64_t low, int64_t high, int64_t *first,
           struct error *err)
{
    while (low < high) {
        const int64_t middle = low + (high - low) / 2;
        instant at = 0;

        if (!at_of(db, middle, &at, err))
            return false;
        if (at < since)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    return true;
}

bool
journal_named_span(struct database *db, instant since, instant until, int64_t *first,
                   int64_t *last, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ENDS, err);

    *first = 0;
    *last = 0;
    if (!statement || !connection_read_number(statement, last, err))
        return false;
    return *last <= SMALL || (find_since(db, since, 1, *last, first, err) &&
                              find_since(db, until, *first, *last, last, err));
}
