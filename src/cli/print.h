/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print.h - rows on standard output: as a table for people, as JSON for scripts */
#ifndef ATELIER_CLI_PRINT_H
#define ATELIER_CLI_PRINT_H

#include <jansson.h>

#include "atelier/domain/listing.h"
#include "invocation.h"

/* All rows of a listing as a table, at most `most` (0: all), read page by page. */
bool print_listing(struct invocation *inv, const struct listing_query *query,
                   int64_t most, struct error *err);

/* Rows that are at hand, without ids. */
void print_page(struct invocation *inv, const struct listing *listing,
                const struct listing_page *page);

/* One row: `label: value` lines, or an object with every field. */
void print_record(struct invocation *inv, const struct entity *entity,
                  const void *record);

/* A line of text, terminal-safe; nothing when the output is JSON, but of a file of text
 * (text_output.h). */
void print_line(struct invocation *inv, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Several lines, each as print_line() does; one that is empty at the end is none. */
void print_lines(struct invocation *inv, const char *text);

/* An object or array, when the output is JSON; frees it in any case. */
void print_json(struct invocation *inv, json_t *value);

/* A canonical text as JSON of the kind's type; null when text is NULL. */
json_t *print_json_value(enum field_kind kind, const char *text);

/* Every field of a record, and its head. */
json_t *print_json_record(const struct entity *entity, const void *record);

#endif
