/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_output.h - where a list goes and in which form, as its options say */
#ifndef ATELIER_CLI_LIST_OUTPUT_H
#define ATELIER_CLI_LIST_OUTPUT_H

#include "atelier/domain/listing.h"
#include "invocation.h"

/* The options that are read here. */
#define LIST_OUTPUT_OPTIONS                                                              \
    { "csv", NULL, N_("as CSV, the same as --format csv") },                             \
        { "format", "text|csv|xlsx|json",                                                \
          N_("in this form; else as the file's name ends") },                            \
        { "output", "FILE", N_("write to this file; - is the standard output") },        \
    {                                                                                    \
        "replace", NULL, N_("write over a file that is there")                           \
    }

/* Prints or writes the listing, at most `most` rows (0: all).  *as_table tells
 * whether people read it, and more may be said below it. */
bool list_output(struct invocation *inv, const struct listing_query *query, int64_t most,
                 bool *as_table, struct error *err);

/* The same of rows that are at hand, of that listing.  *as_table: nothing is printed yet,
 * people are to read it in words. */
bool list_output_page(struct invocation *inv, const struct listing *listing,
                      const struct listing_page *page, bool *as_table, struct error *err);

#endif
