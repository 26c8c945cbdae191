/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_text.c - finds the entries of reports that hold the words typed */
#include "search/search_text.h"

#include <stdint.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/domain/entry_plain.h"
#include "database/connection.h"
#include "search/search_rank.h"
#include "search/search_words.h"
#include "search/searched.h"

#define SQL_COUNT                                                                        \
    "SELECT count(*) FROM (SELECT 1 FROM search_text WHERE search_text MATCH :match"     \
    " AND rowid BETWEEN :first AND :last LIMIT :most)"

enum { COUNTED_MOST = 1000 };

/* What is looked for. */
struct wanted {
    struct buffer match; /* an expression of FTS5 */
    struct buffer words; /* folded */
    bool is_cut;         /* the expression has not all of each word */
};

/* False when no word is typed. */
static bool
read_typed(struct wanted *wanted, const char *typed, int64_t group)
{
    struct search_word word;
    size_t count = 0;

    if (!typed)
        return false;
    fold_add(&wanted->words, typed);
    const char *at = buffer_text(&wanted->words);
    while (count < SEARCH_TYPED_MOST && search_words_next(&at, &word)) {
        buffer_add(&wanted->match, count++ > 0 ? " AND " : "");
        if (!search_words_match_text(&word, &wanted->match))
            wanted->is_cut = true;
    }
    if (count > 0 && group != 0) {
        buffer_add(&wanted->match, " AND ");
        search_words_match_within(group, &wanted->match);
    }
    return count > 0;
}

static void
wanted_clear(struct wanted *wanted)
{
    buffer_clear(&wanted->match);
    buffer_clear(&wanted->words);
}

/* Of the rows from that place on. */
static sqlite3_stmt *
prepare(struct database *db, const char *sql, const struct wanted *wanted, int64_t from,
        struct error *err)
{
    struct search_rank_span span;
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement || !search_rank_of_entity(ENTITY_REPORT_ENTRY, &span))
        return NULL;
    connection_bind_text(statement, ":match", buffer_text(&wanted->match));
    connection_bind_number(statement, ":first", from > span.first ? from : span.first);
    connection_bind_number(statement, ":last", span.last);
    return statement;
}

/* The columns of search_source_report_entry.hits. */
static void
add_hit(sqlite3_stmt *statement, struct search_hit_list *list)
{
    struct buffer said = { 0 };

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    entry_plain_add((const char *)sqlite3_column_text(statement, 3), &said);
    list->items[list->count++] = (struct search_hit){
        .entity = ENTITY_REPORT_ENTRY,
        .row = sqlite3_column_int64(statement, 0),
        .detail = connection_column_copy(statement, 1),
        .start = connection_column_copy(statement, 2),
        .said = buffer_take(&said),
        .kind = (enum report_entry_kind)sqlite3_column_int(statement, 4),
        .meeting = sqlite3_column_int64(statement, 5),
        .title = connection_column_copy(statement, 6),
    };
}

/* *behind: from where on there may be more. */
static bool
gather(struct database *db, const struct wanted *wanted, size_t most,
       struct search_hit_list *list, int64_t *behind, struct error *err)
{
    enum { WORDS = 7, PLACE = 8 };
    sqlite3_stmt *statement =
        prepare(db, searched_source(ENTITY_REPORT_ENTRY)->hits, wanted, INT64_MIN, err);
    const size_t first = list->count;
    bool there = false;
    bool ok = statement;

    while (ok && list->count < first + most &&
           (ok = connection_step(statement, &there, err)) && there) {
        *behind = sqlite3_column_int64(statement, PLACE) + 1;
        if (!wanted->is_cut ||
            search_words_cover((const char *)sqlite3_column_text(statement, WORDS),
                               buffer_text(&wanted->words)))
            add_hit(statement, list);
    }
    connection_release(statement);
    return ok;
}

/* Adds those from there on.  Of words that are cut, those too that only begin so. */
static bool
count(struct database *db, const struct wanted *wanted, int64_t from, size_t *found,
      struct error *err)
{
    sqlite3_stmt *statement = prepare(db, SQL_COUNT, wanted, from, err);
    bool there = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":most",
                           *found < COUNTED_MOST ? COUNTED_MOST - (int64_t)*found : 0);
    const bool ok = connection_step(statement, &there, err);
    if (ok && there)
        *found += (size_t)sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}

bool
search_text_find(struct database *db, const char *typed,
                 const struct search_text_wish *wish, struct search_hit_list *list,
                 struct error *err)
{
    struct wanted wanted = { .is_cut = false };
    const size_t before = list->count;
    int64_t behind = INT64_MIN;
    size_t found = 0;
    bool ok = true;

    if (read_typed(&wanted, typed, wish->group)) {
        ok = gather(db, &wanted, wish->most, list, &behind, err);
        found = list->count - before;
        if (ok && found == wish->most && wish->counts)
            ok = count(db, &wanted, behind, &found, err);
        else if (ok && found == wish->most)
            list->has_uncounted = true;
    }
    list->found += ok ? found : 0;
    wanted_clear(&wanted);
    return ok;
}
