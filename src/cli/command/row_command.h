/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_command.h - add, list, show, set and remove, the same for every noun */
#ifndef ATELIER_CLI_ROW_COMMAND_H
#define ATELIER_CLI_ROW_COMMAND_H

#include "atelier/domain/listing.h"
#include "invocation.h"
#include "list_output.h"

/* Bodies of commands whose `entity` says what they are about. */
bool row_add(struct invocation *inv, struct error *err);
bool row_show(struct invocation *inv, struct error *err);
bool row_set(struct invocation *inv, struct error *err);
bool row_remove(struct invocation *inv, struct error *err);

/* The rest of an `add` of a row that is begun: its options, its questions, what is said.
 */
bool row_add_begun(struct invocation *inv, void *record, struct error *err);

/* Prints or writes the listing with the options below. */
bool row_list(struct invocation *inv, struct listing_query *query, struct error *err);
/* The same; *as_table tells whether people read it, and more may be said below. */
bool row_list_above(struct invocation *inv, struct listing_query *query, bool *as_table,
                    struct error *err);

/* The options that row_list() reads. */
#define ROW_LIST_OPTIONS                                                                 \
    { "search", "TEXT", N_("only rows with these words, accents and case aside") },      \
        { "limit", "N", N_("at most so many rows") },                                    \
        { "all", NULL, N_("also what is no longer live: ended, withdrawn, merged") },    \
        LIST_OUTPUT_OPTIONS

/* Prints the row that was just written: its id, its title and what was done to it (a
 * translated word), or all of it as JSON. */
bool row_report(struct invocation *inv, const struct entity *entity, int64_t id,
                const char *what, struct error *err);

/* The same of a row that had this rev before it was changed: whether it was. */
bool row_report_change(struct invocation *inv, const struct entity *entity,
                       const void *record, int64_t rev, struct error *err);

/* Says what is odd about a row that was written all the same, on standard error. */
void row_warn(struct invocation *inv, const void *record);

#endif
