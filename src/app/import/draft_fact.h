/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft_fact.h - what was done with a file, fact by fact, as lines of a text
 *
 * A fact is a line: its name and its parts, each behind a tab.  Tabs, line breaks and
 * backslashes within a part are escaped.
 */
#ifndef ATELIER_APP_DRAFT_FACT_H
#define ATELIER_APP_DRAFT_FACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"

/* Adds a tab and the part, escaped. */
void draft_fact_add_part(struct buffer *text, const char *part);

/* Add a whole line; nothing when the part is NULL. */
void draft_fact_add(struct buffer *text, const char *name, const char *part);
void draft_fact_add_number(struct buffer *text, const char *name, uint64_t number);

/* The parts of a line without its end, which is cut up: the line is its name then.  False
 * when there are more than `most`, or one is escaped as this program does not. */
bool draft_fact_cut_up(char *line, char *parts[], size_t most, size_t *count);

/* Digits alone, no more than `most`; and 0 or 1. */
bool draft_fact_number(const char *part, uint64_t most, uint64_t *number);
bool draft_fact_flag(const char *part, bool *flag);

#endif
