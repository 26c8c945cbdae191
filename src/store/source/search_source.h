/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_source.h - what a noun is found by, and what stands behind its title, as SQL */
#ifndef ATELIER_STORE_SEARCH_SOURCE_H
#define ATELIER_STORE_SEARCH_SOURCE_H

#include <stdbool.h>

#include "atelier/domain/entity.h"

enum { SEARCH_CAUSES = 3, SEARCH_FIELDS = 4 };

/* A noun of which a change may change the words of a row: its own, or another. */
struct search_cause {
    enum entity_kind noun;
    const char *fields[SEARCH_FIELDS]; /* those that count */
    /* Whose words: of the row itself, of the one in this field of it, or of those that
     * the statement answers for the row :id. */
    const char *reference;
    const char *rows;
};

enum search_order {
    SEARCH_BY_NAME,   /* the first column */
    SEARCH_BY_PERSON, /* the first two: family and given name; the last is a telephone */
    SEARCH_BY_START   /* the first, an instant; the latest come first */
};

struct search_source {
    /* It is found in search_text: the words are those of an entry of a report, and the
     * number that `posts` answers is what it lies within. */
    bool is_text;
    enum search_order order;
    int first_word;    /* words are the columns of `words` from this one on */
    const char *words; /* of the row :id */
    const char *more;  /* further words, or NULL; :past, :today */
    /* Of posts the function and the number of a category, or NULL; as above. */
    const char *posts;
    struct search_cause causes[SEARCH_CAUSES]; /* ends with one without fields */
    /* Of each hit the id and what stands behind the title, which may be NULL; of a
     * meeting its start too. */
    const char *hits;
    /* The same of the first rows, whatever they hold; NULL: they are too many for the
     * first to say anything. */
    const char *first;
};

/* The hits of a statement that begins "SELECT x.id, detail". */
#define SEARCH_FOUND(more, where)                                                        \
    " FROM search s" more " WHERE s.search MATCH :match"                                 \
    " AND s.rowid BETWEEN :first AND :last" where " ORDER BY s.rowid LIMIT :most"

/* Of a noun that has few rows, which are shown before anything is typed: `shown` is of x
 * the id and the detail. */
#define SEARCH_OF_FEW(shown, more)                                                       \
    .hits = "SELECT " shown SEARCH_FOUND(more, ""),                                      \
    .first = "SELECT " shown " FROM search s" more                                       \
             " WHERE s.rowid BETWEEN :first AND :last ORDER BY s.rowid LIMIT :most"

#define SEARCHED(KIND, name) extern const struct search_source search_source_##name;
#include "search/searched.def"
#undef SEARCHED

#endif
