/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_source.h - where the rows of each listing come from, as pieces of SQL
 *
 * listing_table.c makes the statements of them.  A row's place in its order is
 * a text, a number and an id, as far as the order needs them; each
 * comparison is that of a row value, so that an index on those columns answers
 * it.  Names to bind: :scope, :person, :slot, :states, :from, :now, :today, :there,
 * :present, :to_come, :cancelled, :called_off, :postponed, :put_off, :chair, :match,
 * :first, :last, :yes_no, :number_kind, :yes, :no, and of listing_shown.c :word0 and
 * :match0 to :word7 and :match7.
 */
#ifndef ATELIER_STORE_LISTING_SOURCE_H
#define ATELIER_STORE_LISTING_SOURCE_H

#include <stdbool.h>

#include "atelier/base/buffer.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/listing.h"
#include "atelier/store/database.h"
#include "table/rule_sql.h"

/* One part of an order; the parameter says which part of the key it is. */
struct listing_part {
    const char *sql;
    const char *parameter; /* ":text", ":number" or ":id", or what follows from these */
};

enum { LISTING_PARTS = 4 };

struct listing_order {
    struct listing_part parts[LISTING_PARTS]; /* the last one used is the id */
    bool descending;
    bool led; /* the parts are of several tables: the first is compared alone as well, so
                 that its index answers */
};

enum listing_search {
    LISTING_SEARCH_NONE,
    LISTING_SEARCH_FEW,   /* all hits are gathered, then shown in the order */
    LISTING_SEARCH_EACH,  /* each row in scope is asked, unless the hits prove few */
    LISTING_SEARCH_RANKED /* the rows come from the index, in its order */
};

/* A column, and what is in it where the rows are chosen: `from` is there, not `joins`. */
struct listing_cell {
    const char *column;
    const char *sql;
};

struct listing_source {
    const char *id;
    const char *cells; /* the columns of its domain listing */
    const char *from;  /* what order and conditions need */
    /* Instead of `from`, where that depends on the noun whose rows are asked for. */
    void (*add_from)(struct buffer *sql, const struct entity *entity);
    /* The same where it depends on what is asked for. */
    const char *(*from_for)(const struct listing_query *query);
    const char *joins; /* what only the cells need; NULL: nothing */
    /* The columns alone that listing_query.brief shows, in their order, with what they
     * need; ends with an empty one; NULL: as any other. */
    const struct listing_cell *brief_cells;
    const char *brief_joins;
    const char *where; /* NULL: all rows */
    /* How many rows that finds, where an index tells it sooner; NULL: they are counted.
     */
    const char *count;
    /* " AND ..." of what is asked for; NULL: nothing. */
    void (*add_where)(struct buffer *sql, const struct listing_query *query);
    const char *live;       /* unless the history is asked for; NULL: all are live */
    const char *state;      /* what listing_query.states chooses among; NULL: nothing */
    const char *unanswered; /* what LISTING_UNANSWERED is about; NULL is none */
    const struct listing_order *orders; /* those of its domain listing */
    enum listing_search search;
    enum entity_kind searched; /* the noun that the words are about */
    const char *searched_id;   /* its id in these rows */
    bool by_post; /* people also by what they do today, and by the category of where */
    /* What else the words typed are found in, each row being asked; ends with an empty
     * one; NULL: nothing. */
    const struct listing_cell *shown;
    /* The same for who may read what is private. */
    const struct listing_cell *shown_privately;
    /* A condition: somebody of listing_query.people, :people, has to do with the row; it
     * is found then, whatever its own words are.  NULL: nobody has. */
    const char *of_people;
    /* Which rows are asked, where there may be too many; NULL: all. */
    const char *asked;
    /* What is found by an index of the word of that number.  Adds the tables that it
     * stands in, "name (column) AS (SELECT ...), ..."; a condition, " OR ...", that a row
     * has to do with the word; and a SELECT of the ids of those rows beyond `asked` that
     * are to be asked too.  And the ids, as JSON, that the tables know as :named and the
     * number, of a word for the index: they are the database's.  NULL: nothing. */
    void (*add_tables)(struct buffer *sql, size_t word);
    void (*add_holds)(struct buffer *sql, size_t word);
    void (*add_beyond)(struct buffer *sql, size_t word);
    bool (*named)(struct database *db, const char *word, const char *match,
                  const char **ids, struct error *err);
    /* Whether the index knows more by that expression than is looked up; NULL: never. */
    bool (*is_many)(struct database *db, const char *match, bool *many,
                    struct error *err);
    /* When a row was, as SQL: for listing_query.since and .until; NULL: nothing.  And the
     * range of ids in which such rows are; NULL: all are looked at. */
    const char *at;
    bool (*span)(struct database *db, instant since, instant until, int64_t *first,
                 int64_t *last, struct error *err);
};

/* One for each kind, in the files of their nouns. */
#define LISTING(KIND, name) extern const struct listing_source listing_source_##name;
#include "atelier/domain/listings.def"
#undef LISTING

/* Where a row's name stands among those of its noun, accents aside. */
#define LISTING_RANK(entity, id)                                                         \
    "coalesce((SELECT rank FROM search_rank WHERE entity = '" entity "' AND row = " id   \
    "), 0)"

#endif
