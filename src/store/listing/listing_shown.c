/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_shown.c - the words typed, held against what the cells of a row show */
#include "listing/listing_shown.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"

void
listing_shown_init(struct listing_shown *shown, const char *typed,
                   const struct search_ways *as)
{
    *shown = (struct listing_shown){ .reads_private = as->by_phone };
    char *folded = fold_copy(typed ? typed : "");
    for (const char *at = folded; *at != '\0' && shown->count < SEARCH_TYPED_MOST;) {
        const size_t length = strcspn(at, " ");
        struct buffer match = { 0 };

        shown->words[shown->count] = memory_copy_part(at, length);
        if (search_match(shown->words[shown->count], as, &match))
            shown->matches[shown->count] = buffer_take(&match);
        shown->count++;
        at += length;
        at += strspn(at, " ");
    }
    free(folded);
}

void
listing_shown_clear(struct listing_shown *shown)
{
    for (size_t i = 0; i < shown->count; i++) {
        free(shown->words[i]);
        free(shown->matches[i]);
    }
    *shown = (struct listing_shown){ 0 };
}

/* Where it stands among the columns; what may not be read by all stands apart. */
static size_t
index_of(const struct listing *listing, const char *column, bool is_private)
{
    size_t i = 0;

    while (i < listing->column_count && strcmp(listing->columns[i].name, column) != 0)
        i++;
    assert(i < listing->column_count && listing->columns[i].is_private == is_private);
    return i;
}

/* Numbers are mostly counted for each row: only digits are held against them. */
static bool
may_show(const struct column *column, const char *word)
{
    return column->kind != FIELD_NUMBER || word[strspn(word, "0123456789")] == '\0';
}

static void
add_cells(const struct listing_shown *shown, const struct listing_cell *cells,
          enum listing_kind kind, size_t word, bool is_private, struct buffer *sql)
{
    const struct listing *listing = listing_get(kind);

    for (const struct listing_cell *cell = cells; cell && cell->column; cell++) {
        const size_t column = index_of(listing, cell->column, is_private);

        if (may_show(&listing->columns[column], shown->words[word]))
            buffer_addf(sql, " OR shows(%d, %zu, %s, :word%zu)", (int)kind, column,
                        cell->sql, word);
    }
}

void
listing_shown_add_sql(const struct listing_shown *shown,
                      const struct listing_source *source, enum listing_kind kind,
                      const char *indexed, struct buffer *sql)
{
    for (size_t word = 0; word < shown->count; word++) {
        buffer_add(sql, word > 0 ? " AND (false" : "(false");
        if (indexed && shown->matches[word])
            buffer_addf(sql, " OR %s%zu)", indexed, word);
        if (source->add_holds)
            source->add_holds(sql, word);
        add_cells(shown, source->shown, kind, word, false, sql);
        if (shown->reads_private)
            add_cells(shown, source->shown_privately, kind, word, true, sql);
        buffer_add_char(sql, ')');
    }
}

bool
listing_shown_is_indexed(const struct listing_shown *shown, size_t word)
{
    return shown->matches[word] && shown->words[word][1] != '\0';
}

/* Of a word that names no time nothing is bound, which finds nothing. */
static void
bind_time(const struct listing_shown_time *time, size_t word, sqlite3_stmt *statement)
{
    const struct {
        const char *name;
        int64_t value;
    } bounds[] = { { "since", time->since },
                   { "until", time->until },
                   { "low", time->low },
                   { "high", time->high } };

    for (size_t i = 0; time->until != 0 && i < sizeof(bounds) / sizeof(bounds[0]); i++) {
        char name[24];

        (void)snprintf(name, sizeof(name), ":%s%zu", bounds[i].name, word);
        connection_bind_number(statement, name, bounds[i].value);
    }
}

void
listing_shown_bind(const struct listing_shown *shown, sqlite3_stmt *statement)
{
    for (size_t word = 0; word < shown->count; word++) {
        char name[24];

        (void)snprintf(name, sizeof(name), ":word%zu", word);
        connection_bind_text(statement, name, shown->words[word]);
        (void)snprintf(name, sizeof(name), ":match%zu", word);
        connection_bind_text(statement, name, shown->matches[word]);
        bind_time(&shown->times[word], word, statement);
    }
}
