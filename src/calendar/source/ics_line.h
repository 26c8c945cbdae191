/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ics_line.h - the lines of one component, unfolded, as they are written
 *
 * libical cuts lists at 500 values, drops the ends of periods and takes any time for a
 * time: what it reads wrongly is read from the line itself.
 */
#ifndef ATELIER_CALENDAR_ICS_LINE_H
#define ATELIER_CALENDAR_ICS_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/calendar/source_event.h"

/* Unfolds in place. */
struct ics_cursor {
    char *at;
    char *end;
    int64_t number; /* of the line at the cursor */
};

struct ics_line {
    int64_t number; /* in the file */
    char *text;     /* ends with a zero byte, which is not counted */
    size_t length;
    size_t name;  /* how long the name is */
    size_t value; /* where the value begins; 0: there is none, it is no property */
};

/* What stands between two breaks continues the line before it when that holds something
 * and this begins with a blank, which is dropped. */
bool ics_line_continues(const char *text, const char *end, size_t before);

/* Printable ASCII, as most lines are. */
bool ics_line_is_plain(const char *text, size_t length);

/* The same with UTF-8: without control characters. */
bool ics_line_is_clean(const char *text, size_t length);

/* Drops control characters but tabs: texts that were copied from elsewhere bring them
 * along.  Returns the length that is left. */
size_t ics_line_clean(char *text, size_t length);

/* The next line that is not empty, unfolded and clean; false at the end. */
bool ics_cursor_next(struct ics_cursor *cursor, struct ics_line *line);

/* Whether it has that name, in capitals or not. */
bool ics_line_is(const struct ics_line *line, const char *name);

/* The first value of a parameter, without its quotes; false when it is missing. */
bool ics_line_parameter(const struct ics_line *line, const char *name,
                        struct buffer *value);

/* Cuts the next value of a comma list off; NULL at the end.  A backslash keeps what is
 * behind it. */
char *ics_list_next(char **list);

/* Takes the escapes of a TEXT away, in place. */
void ics_text_unescape(char *text);

/* A SEQUENCE; 0 when that is none, the most that fits when it is larger. */
int64_t ics_sequence_parse(const char *text);

/* The forms of RFC 5545: 20270316, 20270316T093000 and the same with a Z, which are
 * dates, floating and in UTC.  False when no clock shows it.  Seconds are dropped. */
bool ics_time_parse(const char *text, struct source_time *time);

/* P1D, PT1H30M, P2W; false for anything else and for what ends before it begins. */
bool ics_duration_parse(const char *text, struct source_duration *duration);

#endif
