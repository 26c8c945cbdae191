/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_hit.h - what one search over everything finds */
#ifndef ATELIER_DOMAIN_SEARCH_HIT_H
#define ATELIER_DOMAIN_SEARCH_HIT_H

#include "atelier/domain/entity.h"
#include "atelier/domain/report_entry.h"

struct search_hit {
    enum entity_kind entity;
    int64_t row;
    char *title;     /* of an entry of a report: of its meeting */
    char *detail;    /* organisation, town ...; NULL */
    char *start;     /* of a meeting: canonical; NULL */
    char *zone;      /* of the start, where clocks show another hour than here; NULL */
    char *said;      /* the text of an entry of a report, as one line; NULL */
    int64_t meeting; /* of the entry */
    enum report_entry_kind kind;
};
struct search_hit_list {
    struct search_hit *items;
    size_t count;
    size_t capacity;
    size_t found; /* how many there are, as far as they were counted; at least `count` */
    bool has_uncounted; /* there may be more than found: nobody counted them */
};
/* Frees the words. */
void search_hit_clear(struct search_hit *hit);
void search_hit_list_clear(struct search_hit_list *list);

/* Puts first what fits best (fold_rank), a name typed whole before one that only begins
 * so; within a rank the order stays.
 * What is said in reports comes behind all that is called so.  Lets go of those behind
 * `most`. */
void search_hit_list_rank(struct search_hit_list *list, const char *typed, size_t most);

/* Hits of one noun by the alphabet, people by family and given name. */
void search_hit_list_by_name(struct search_hit_list *list);

/* What stands behind the title: "URB, Thu 18/03/2027 09:30 Lisbon"; nothing when it says
 * all.  Of an entry of a report, behind what is said: "18/03/2027, URB, Jobs in cities".
 */
void search_hit_add_detail(const struct search_hit *hit, struct buffer *buffer);

#endif
