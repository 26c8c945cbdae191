/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_statement.h - the statements that read a listing, made of its source
 */
#ifndef ATELIER_STORE_LISTING_STATEMENT_H
#define ATELIER_STORE_LISTING_STATEMENT_H

#include "database/connection.h"
#include "listing/listing_shown.h"
#include "listing/listing_view.h"
#include "search/search_query.h"
#include "source/listing_source.h"

/* A query, and what follows from it. */
struct listing_statement {
    const struct listing_query *query;
    const struct listing_source *source;
    struct listing_order order;
    /* The SQL of the order of a column. */
    char key[LISTING_VIEW_KEY_SIZE + sizeof LISTING_VIEW_THEN_TEXT];
    bool viewed;                /* the rows are those of the table `listed` */
    bool beyond;                /* the rows are those of the table `found` */
    int64_t first, last;        /* the ids of the time that is asked for; 0: all */
    bool ranked;                /* in the order of the search index */
    enum listing_search search; /* NONE when there are no words to find */
    bool is_search_chosen;      /* listing_search_choose() has settled it */
    struct search_query words;
    struct listing_shown shown; /* the same words; none where the source has no cells */
};

/* Which rows beside a key. */
enum listing_side {
    LISTING_ALL,
    LISTING_BEHIND, /* later in the order than the key */
    LISTING_AHEAD   /* earlier in the order than the key */
};

struct listing_range {
    enum listing_side side;
    bool inclusive; /* the row at the key too */
    const struct listing_key *key;
    bool backwards; /* read from the end of the order */
    size_t most;
};

/* The columns that a page's rows begin with. */
enum { LISTING_CELL_ID, LISTING_CELL_TEXT, LISTING_CELL_NUMBER, LISTING_CELL_FIRST };

/* To be cleared in any case. */
bool listing_statement_init(struct listing_statement *listing, struct database *db,
                            const struct listing_query *query, struct error *err);
void listing_statement_clear(struct listing_statement *listing);

/* Each is bound and ready to step, and released by the caller; NULL and an
 * error otherwise. */
sqlite3_stmt *listing_statement_rows(struct listing_statement *listing,
                                     struct database *db,
                                     const struct listing_range *range,
                                     struct error *err);
/* The columns alone that these rows have, in their order; NULL: each of the listing. */
const struct listing_cell *
listing_statement_brief(const struct listing_statement *listing);
/* Answers a row when there is any in the range. */
sqlite3_stmt *listing_statement_any(struct listing_statement *listing,
                                    struct database *db,
                                    const struct listing_range *range, struct error *err);
/* Answers the id and key of one row, if it is in the listing. */
sqlite3_stmt *listing_statement_row(struct listing_statement *listing,
                                    struct database *db, int64_t id, struct error *err);
sqlite3_stmt *listing_statement_count(struct listing_statement *listing,
                                      struct database *db, int64_t most,
                                      struct error *err);

#endif
