/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_table.c - the windows of domain/listing.h, read by keyset */
#include "atelier/store/listing_table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/statistics.h"
#include "listing/listing_statement.h"

/* Canonical text; the file holds all but instants and choices in that form. */
static char *
read_cell(sqlite3_stmt *statement, int at, const struct column *column)
{
    if ((column->kind != FIELD_INSTANT && column->kind != FIELD_CHOICE) ||
        sqlite3_column_type(statement, at) != SQLITE_INTEGER)
        return connection_column_copy(statement, at);
    const int64_t number = sqlite3_column_int64(statement, at);
    if (column->kind == FIELD_CHOICE)
        return choice_is_one(column->choices, number)
                   ? memory_copy(column->choices[number].name)
                   : NULL;
    char text[INSTANT_TEXT_SIZE];
    instant_format(number, text);
    return memory_copy(text);
}

static void
read_key(sqlite3_stmt *statement, struct listing_key *key)
{
    key->id = sqlite3_column_int64(statement, LISTING_CELL_ID);
    key->text = connection_column_copy(statement, LISTING_CELL_TEXT);
    key->number = sqlite3_column_int64(statement, LISTING_CELL_NUMBER);
}

/* `brief`: which of the columns are there; NULL: each. */
static void
read_row(sqlite3_stmt *statement, const struct listing *columns,
         const struct listing_cell *brief, struct listing_row *row)
{
    int at = LISTING_CELL_FIRST;

    read_key(statement, &row->key);
    row->id = row->key.id;
    row->cells = memory_new(columns->column_count, sizeof row->cells[0]);
    for (size_t i = 0; i < columns->column_count; i++) {
        const struct column *column = &columns->columns[i];
        if (brief && (!brief->column || strcmp(brief->column, column->name) != 0))
            continue;
        row->cells[i] = read_cell(statement, at++, column);
        if (brief)
            brief++;
    }
    assert(sqlite3_column_count(statement) == at);
}

/* Appends the rows of the range; *more tells whether there was one more than
 * count. */
static bool
read_rows(struct listing_statement *listing, struct database *db,
          struct listing_range range, size_t count, struct listing_page *page, bool *more,
          struct error *err)
{
    const struct listing *columns = listing_get(listing->query->kind);

    range.most = count + 1;
    sqlite3_stmt *statement = listing_statement_rows(listing, db, &range, err);
    if (!statement)
        return false;
    page->column_count = columns->column_count;
    size_t capacity = 0;
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there &&
           page->count < count) {
        page->rows =
            memory_grow(page->rows, &capacity, page->count + 1, sizeof page->rows[0]);
        read_row(statement, columns, listing_statement_brief(listing),
                 &page->rows[page->count++]);
    }
    connection_release(statement);
    *more = there;
    return ok;
}

static void
reverse_rows(struct listing_page *page)
{
    for (size_t i = 0; i < page->count / 2; i++) {
        struct listing_row row = page->rows[i];

        page->rows[i] = page->rows[page->count - 1 - i];
        page->rows[page->count - 1 - i] = row;
    }
}

/* Whether there are rows on the other side of a page that was read from a key
 * on. */
static bool
look_back(struct listing_statement *listing, struct database *db,
          const struct listing_range *range, const struct listing_page *page, bool *more,
          struct error *err)
{
    struct listing_range other = {
        .side = range->side == LISTING_BEHIND ? LISTING_AHEAD : LISTING_BEHIND,
        .inclusive = page->count == 0 && !range->inclusive,
        .key = page->count == 0   ? range->key
               : range->backwards ? &page->rows[page->count - 1].key
                                  : &page->rows[0].key,
    };

    sqlite3_stmt *statement = listing_statement_any(listing, db, &other, err);
    if (!statement)
        return false;
    bool ok = connection_step(statement, more, err);
    connection_release(statement);
    return ok;
}

static struct listing_range
range_of(enum listing_direction direction, const struct listing_key *key)
{
    switch (direction) {
    case LISTING_FIRST:
        break;
    case LISTING_LAST:
        return (struct listing_range){ .backwards = true };
    case LISTING_FROM:
        return (struct listing_range){ .side = LISTING_BEHIND,
                                       .inclusive = true,
                                       .key = key };
    case LISTING_AFTER:
        return (struct listing_range){ .side = LISTING_BEHIND, .key = key };
    case LISTING_BEFORE:
        return (
            struct listing_range){ .side = LISTING_AHEAD, .key = key, .backwards = true };
    }
    return (struct listing_range){ 0 };
}

bool
listing_table_fetch(struct database *db, const struct listing_query *query,
                    enum listing_direction direction, const struct listing_key *key,
                    size_t count, struct listing_page *page, struct error *err)
{
    struct listing_range range = range_of(direction, key);
    bool beyond = false;

    struct listing_statement listing;
    bool ok = listing_statement_init(&listing, db, query, err) &&
              read_rows(&listing, db, range, count, page, &beyond, err);
    if (range.backwards)
        reverse_rows(page);
    bool behind = false;
    if (ok && range.side != LISTING_ALL)
        ok = look_back(&listing, db, &range, page, &behind, err);
    page->more_before = range.backwards ? beyond : behind;
    page->more_after = range.backwards ? behind : beyond;
    if (!ok)
        listing_page_clear(page);
    listing_statement_clear(&listing);
    return ok;
}

bool
listing_table_locate(struct database *db, const struct listing_query *query, int64_t id,
                     struct listing_key *key, struct error *err)
{
    struct listing_statement listing;
    bool there = false;
    bool ok = false;

    sqlite3_stmt *statement = listing_statement_init(&listing, db, query, err)
                                  ? listing_statement_row(&listing, db, id, err)
                                  : NULL;
    if (statement)
        ok = connection_step(statement, &there, err);
    if (ok && there) {
        free(key->text);
        read_key(statement, key);
    }
    connection_release(statement);
    listing_statement_clear(&listing);
    if (ok && !there)
        return error_set(err, ERROR_NOT_FOUND, _("That row is not in this list."));
    return ok;
}

/* Those behind a figure were counted already, if none is left out by words. */
static bool
is_counted(const struct listing_query *query)
{
    return query->counted && query->counted->people > 0 &&
           (!query->search || !*query->search);
}

bool
listing_table_count(struct database *db, const struct listing_query *query, int64_t most,
                    int64_t *count, struct error *err)
{
    if (is_counted(query)) {
        *count = query->counted->people < most ? query->counted->people : most;
        return true;
    }

    struct listing_statement listing;
    bool there = false;
    bool ok = false;

    sqlite3_stmt *statement = listing_statement_init(&listing, db, query, err)
                                  ? listing_statement_count(&listing, db, most, err)
                                  : NULL;
    if (statement)
        ok = connection_step(statement, &there, err);
    if (ok)
        *count = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    listing_statement_clear(&listing);
    return ok;
}

bool
listing_table_is_partial(struct database *db, const struct listing_query *query,
                         bool *partial, struct error *err)
{
    struct listing_statement listing;
    bool ok = listing_statement_init(&listing, db, query, err);

    *partial = false;
    for (size_t word = 0; ok && !*partial && word < listing.shown.count; word++)
        if (listing.source->is_many && listing_shown_is_indexed(&listing.shown, word))
            ok = listing.source->is_many(db, listing.shown.matches[word], partial, err);
    listing_statement_clear(&listing);
    return ok;
}
