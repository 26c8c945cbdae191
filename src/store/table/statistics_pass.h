/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_pass.h - the figures of meetings, in one pass over the counters or over all
 * registrations
 */
#ifndef ATELIER_STORE_STATISTICS_PASS_H
#define ATELIER_STORE_STATISTICS_PASS_H

#include "atelier/domain/statistics.h"
#include "atelier/store/database.h"

/* The figures of one key in one period. */
struct statistics_pass_cell {
    size_t period; /* of the list of the pass */
    struct statistics_row row;
};

/* What a row is about, or the name of an organisation that is none of ours. */
struct statistics_pass_key {
    int64_t id; /* 0: it has a name, or is none */
    char *name; /* "=" and the name; NULL */
    struct statistics_pass_cell *cells;
    size_t count;
    size_t capacity;
};

struct statistics_pass {
    struct statistics_pass_key *keys;
    size_t count;
    size_t capacity;
    char **periods; /* each once, in no order */
    size_t period_count;
    size_t period_capacity;
};

/* Those of territories are those of organisations; a cell may be of nobody. */
bool statistics_pass_run(struct database *db, const struct statistics_wish *wish,
                         instant now, struct statistics_pass *pass, struct error *err);
void statistics_pass_clear(struct statistics_pass *pass);

#endif
