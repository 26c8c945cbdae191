/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_list.h - any list as a file for a spreadsheet or a program
 *
 * The rows are read and written one page after the other: a million cost the memory that
 * forty do.
 */
#ifndef ATELIER_APP_EXPORT_LIST_H
#define ATELIER_APP_EXPORT_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"
#include "atelier/base/work.h"
#include "atelier/domain/listing.h"
#include "atelier/domain/row_choice.h"

enum list_form {
    LIST_CSV,  /* for spreadsheets: semicolons, UTF-8 with its mark, CRLF */
    LIST_XLSX, /* a workbook of one sheet */
    LIST_JSON, /* for programs: every column by its name, choices by theirs */
    LIST_FORM_COUNT
};

/* The form of that word, "csv", or that the name of a file ends with; false when there is
 * none. */
bool list_form_of_word(const char *word, enum list_form *form);
bool list_form_of_path(const char *path, enum list_form *form);

struct list_export {
    struct listing_query query;
    const struct listing *listing;   /* with `page`: that of its rows */
    const struct listing_page *page; /* these rows instead of the query's; or NULL */
    struct row_choice only;          /* of the query's rows */
    enum list_form form;
    int64_t most; /* rows; 0: all */
    struct telling telling;
};

/* Adds one row as the object that it is in JSON: every column by its name. */
void export_list_add_row(const struct listing *listing, const struct listing_row *row,
                         struct buffer *json);

/* Takes the bytes; false when it cannot. */
typedef bool list_sink(void *context, const char *bytes, size_t length);

/* *rows counts them.  False without a new error when sink() was false. */
bool export_list(struct atelier *at, const struct list_export *list, list_sink *sink,
                 void *context, int64_t *rows, struct error *err);

struct list_outcome {
    int64_t rows;
    bool replaced; /* an older file was there */
};

/* To a file that is whole or not there.  One that is there stays, ERROR_EXISTS, unless
 * `replace`. */
bool export_list_file(struct atelier *at, const struct list_export *list,
                      const char *path, bool replace, struct list_outcome *outcome,
                      struct error *err);

#endif
