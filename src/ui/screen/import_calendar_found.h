/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_found.h - the rows of a calendar that fit what is searched for */
#ifndef ATELIER_UI_IMPORT_CALENDAR_FOUND_H
#define ATELIER_UI_IMPORT_CALENDAR_FOUND_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/app/import_calendar.h"
#include "ui.h"

/* Zeroed nothing was searched for yet. */
struct calendar_found {
    size_t *rows; /* their numbers, in order of the file */
    size_t count;
    char *search; /* what they fit */
    bool is_known;
};

/* Finds the rows that have all words of the text (NULL: every row), unless that is known.
 */
void import_calendar_find(struct calendar_found *found, struct ui *ui,
                          const struct calendar_import *import, const char *search);

/* Where the row stands among them, or the next one. */
size_t import_calendar_found_at(const struct calendar_found *found, size_t row);

/* The rows are others now. */
void import_calendar_found_clear(struct calendar_found *found);

#endif
