/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_import_rows.h - the rows of a calendar that is imported, in text and JSON */
#ifndef ATELIER_CLI_CALENDAR_IMPORT_ROWS_H
#define ATELIER_CLI_CALENDAR_IMPORT_ROWS_H

#include "atelier/app/import_calendar.h"
#include "print.h"

/* Prints the rows that are worth a line; in JSON all of them are in what is returned, and
 * is the caller's. */
json_t *calendar_import_show_rows(struct invocation *inv,
                                  const struct calendar_import *import);

/* The lines of a text, without the empty ones. */
json_t *calendar_import_lines_json(const struct buffer *text);

#endif
