/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_search.c - the rows that the words typed find, as conditions of a statement
 */
#include "listing/listing_search.h"

/* Where a row stands in the index: its noun, then its id. */
#define RANK "SELECT rank FROM search_rank WHERE entity = '%s' AND row = %s"

#define SQL_HITS                                                                         \
    "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :match"               \
    " AND search.rowid BETWEEN :first AND :last LIMIT :most)"

enum { MANY_HITS = 5000 };

/* Whether the index has few hits for that expression. */
static bool
has_few(const struct listing_statement *listing, struct database *db, const char *match,
        bool *few, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_HITS, err);
    int64_t count = 0;

    if (!statement)
        return false;
    connection_bind_text(statement, ":match", match);
    connection_bind_number(statement, ":first", listing->words.span.first);
    connection_bind_number(statement, ":last", listing->words.span.last);
    connection_bind_number(statement, ":most", MANY_HITS);
    const bool ok = connection_read_number(statement, &count, err);
    *few = count < MANY_HITS;
    return ok;
}

bool
listing_search_choose(struct listing_statement *listing, struct database *db,
                      struct error *err)
{
    if (listing->search != LISTING_SEARCH_EACH || listing->is_search_chosen)
        return true;
    listing->is_search_chosen = true;
    bool few = false;
    bool ok = has_few(listing, db, listing->words.match, &few, err);

    for (size_t word = 0; ok && few && word < listing->shown.count; word++)
        if (listing->shown.matches[word])
            ok = has_few(listing, db, listing->shown.matches[word], &few, err);
    if (few)
        listing->search = LISTING_SEARCH_FEW;
    return ok;
}

/* That the index has the row, but for the end: a number of the expression, and a ). */
static void
add_indexed(const struct listing_statement *listing, struct buffer *sql)
{
    const char *noun = entity_get(listing->source->searched)->name;
    const char *id = listing->source->searched_id;

    if (listing->search == LISTING_SEARCH_FEW) /* their places: more would cost more */
        buffer_addf(sql,
                    "(" RANK ") IN (SELECT search.rowid FROM search"
                    " WHERE search.rowid BETWEEN :first AND :last"
                    " AND search MATCH :match",
                    noun, id);
    else
        buffer_addf(sql,
                    "EXISTS (SELECT 1 FROM search WHERE search.rowid = (" RANK ")"
                    " AND search MATCH :match",
                    noun, id);
}

void
listing_search_add(const struct listing_statement *listing, struct buffer *sql)
{
    switch (listing->search) {
    case LISTING_SEARCH_NONE:
        break;
    case LISTING_SEARCH_FEW:
    case LISTING_SEARCH_EACH:
        buffer_add(sql, " AND ");
        add_indexed(listing, sql);
        buffer_add_char(sql, ')');
        break;
    case LISTING_SEARCH_RANKED:
        buffer_addf(sql,
                    " AND search MATCH :match AND search.rowid BETWEEN :first AND :last"
                    " AND %s = search.row",
                    listing->source->searched_id);
        break;
    }
}

/* Two words beside each other may be one word of the index: it is asked for all of them
 * together too. */
void
listing_search_add_shown(const struct listing_statement *listing, struct buffer *sql)
{
    const bool is_indexed = listing->search != LISTING_SEARCH_NONE;
    struct buffer indexed = { 0 };

    buffer_add(sql, " AND (");
    if (is_indexed) {
        add_indexed(listing, &indexed);
        buffer_addf(sql, "%s) OR (", buffer_text(&indexed));
    }
    listing_shown_add_sql(&listing->shown, listing->source, listing->query->kind,
                          is_indexed ? buffer_text(&indexed) : NULL, sql);
    buffer_add(sql, is_indexed ? ")" : "");
    if (listing->source->of_people && listing->query->people)
        buffer_addf(sql, " OR %s", listing->source->of_people);
    buffer_add_char(sql, ')');
    buffer_clear(&indexed);
}

void
listing_search_add_place(const struct listing_statement *listing, const char *id,
                         struct buffer *sql)
{
    buffer_addf(sql, " AND search.rowid = (" RANK ")",
                entity_get(listing->source->searched)->name, id);
}
