/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_file.h - a calendar of a test, as a file; and what it gives, as text */
#ifndef ATELIER_TESTS_CALENDAR_FILE_H
#define ATELIER_TESTS_CALENDAR_FILE_H

#include "atelier/base/buffer.h"
#include "atelier/calendar/calendar_source.h"

/* Opens bytes as a file that has them; NULL and the error when they are refused. */
struct calendar_source *calendar_file_open(const char *bytes, size_t size, bool people,
                                           struct error *err);

/* The whole of a calendar of one event: what stands between its BEGIN and END.  A UID is
 * added when it has none. */
void calendar_file_wrap(struct buffer *text, const char *zones, const char *lines);

/*
 * What the calendar gives from day to day, an occurrence a line: `start>end`, then
 * `[original]` when it began elsewhere by its rule, `(gap)` `(fold)` or `(outside its
 * rule)`, and the summary. A zone's name is left out when it is Europe/Paris; a refusal
 * is its sentence.
 */
void calendar_file_tell(struct buffer *told, const char *text, const char *from,
                        const char *until);

#endif
