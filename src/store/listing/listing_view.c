/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_view.c - a listing as a table of its own, its cells by the names c0, c1 ... */
#include "listing/listing_view.h"

#include <stdio.h>

#include "table/rule_sql.h"

/* What is behind all text, and all numbers. */
#define TEXT_LAST "char(1114111)"
#define NUMBER_LAST "9223372036854775807"

static bool
is_seen_by_all(const struct column *column)
{
    return column->priority > 0 && !column->is_private;
}

static bool
is_number(const struct column *column)
{
    return column->kind == FIELD_NUMBER || column->kind == FIELD_DURATION ||
           column->kind == FIELD_BOOLEAN || column->kind == FIELD_INSTANT;
}

bool
listing_view_sorts(const struct listing *listing, int sort)
{
    return sort > 0 && (size_t)sort <= listing->column_count &&
           is_seen_by_all(&listing->columns[sort - 1]);
}

const char *
listing_view_key(const struct listing *listing, int sort, bool reversed,
                 char sql[LISTING_VIEW_KEY_SIZE])
{
    const int column = sort - 1;

    if (is_number(&listing->columns[column])) {
        (void)snprintf(sql, LISTING_VIEW_KEY_SIZE, "coalesce(c%d, %s)", column,
                       reversed ? "-" NUMBER_LAST : NUMBER_LAST);
        return ":number";
    }
    (void)snprintf(sql, LISTING_VIEW_KEY_SIZE, "coalesce(sort_text(%d, %d, c%d), %s)",
                   (int)listing->kind, column, column, reversed ? "''" : TEXT_LAST);
    return ":text";
}

void
listing_view_add_cells(const struct listing *listing, struct buffer *sql)
{
    for (size_t i = 0; i < listing->column_count; i++)
        buffer_addf(sql, "%sc%zu", i > 0 ? ", " : "", i);
}

static void
add_word(const struct listing *listing, size_t column, size_t word, struct buffer *sql)
{
    char cell[sizeof ZONE_ELSEWHERE("c") + 20];

    (void)snprintf(cell, sizeof cell,
                   listing->columns[column].kind == FIELD_ZONE ? ZONE_ELSEWHERE("c%zu")
                                                               : "c%zu",
                   column);
    buffer_addf(sql, " OR shows(%d, %zu, %s, :word%zu)", (int)listing->kind, column, cell,
                word);
}

void
listing_view_add_words(const struct listing *listing, const struct listing_shown *words,
                       struct buffer *sql)
{
    for (size_t word = 0; word < words->count; word++) {
        buffer_add(sql, " AND (false");
        for (size_t i = 0; i < listing->column_count; i++)
            if (is_seen_by_all(&listing->columns[i]))
                add_word(listing, i, word, sql);
        buffer_add_char(sql, ')');
    }
}
