/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_lines.h - the lines of a text file, one behind another */
#ifndef ATELIER_APP_TEXT_LINES_H
#define ATELIER_APP_TEXT_LINES_H

#include "atelier/base/spool.h"

/* Is given a line with what ends it, and its number from 1; false ends the reading. */
typedef bool text_line(void *context, const char *line, size_t length, int64_t number,
                       struct error *err);

/* Reads all lines from an offset on; one ends with \n, \r\n or \r, whatever its bytes
 * mean.  False when the reading failed or was ended. */
bool text_lines_read(const struct spool *spool, uint64_t start, text_line *line,
                     void *context, struct error *err);

#endif
