/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_delimiter.h - what parts the cells of a spreadsheet's text file */
#ifndef ATELIER_APP_CSV_DELIMITER_H
#define ATELIER_APP_CSV_DELIMITER_H

#include <stdbool.h>
#include <stddef.h>

/* Semicolon, comma, tab or bar, by the beginning of the text. */
char csv_delimiter_find(const char *text, size_t length);

/* Whether no delimiter parts the first rows, but runs of blanks do: fixed width. */
bool csv_delimiter_is_blanks(const char *text, size_t length);

#endif
