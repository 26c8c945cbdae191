/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_number.h - the numbers of a workbook as a person reads them in its cells */
#ifndef ATELIER_APP_XLSX_NUMBER_H
#define ATELIER_APP_XLSX_NUMBER_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

enum xlsx_content {
    XLSX_NUMBER = 0,
    XLSX_DATE = 1,
    XLSX_TIME = 2,
    XLSX_DATE_TIME = 3,
    XLSX_ELAPSED = 4 /* hours that go on after 24 */
};

enum { XLSX_MASK_SIZE = 32 };

/* What is made of a number. */
struct xlsx_format {
    enum xlsx_content content;
    char mask[XLSX_MASK_SIZE]; /* of digits in their places, 06 12 34 56 78; or "" */
};

/* By the number of a format that every workbook has, or by the code of its own. */
struct xlsx_format xlsx_format_builtin(long number);
struct xlsx_format xlsx_format_custom(const char *code);

/* Adds a number: telephones with all their digits, dates as 2027-03-16, with 09:30 behind
 * them when they have an hour. */
void xlsx_number_add(struct buffer *to, const char *number,
                     const struct xlsx_format *format, bool since_1904);

/* Adds a cell that is an ISO date already: 2027-03-16T09:30:00. */
void xlsx_number_add_iso(struct buffer *to, const char *text);

#endif
