/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event_lines.h - the events of a calendar, a line each */
#ifndef ATELIER_TESTS_EVENT_LINES_H
#define ATELIER_TESTS_EVENT_LINES_H

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "atelier/base/buffer.h"

static char uids[26][64];
static size_t uid_count;

static inline char
letter_of(const char *uid)
{
    for (size_t i = 0; i < uid_count; i++)
        if (strcmp(uids[i], uid) == 0)
            return (char)('A' + i);
    (void)snprintf(uids[uid_count], sizeof uids[0], "%s", uid);
    return (char)('A' + uid_count++);
}

static inline void
read_line(const char *event, const char *name, char value[64])
{
    const char *line = strstr(event, name);

    ck_assert_msg(line != NULL, "%s", name);
    line = strchr(line + 1, ':') + 1;
    (void)snprintf(value, 64, "%.*s", (int)strcspn(line, "\r"), line);
}

/* Adds those that name the meeting: a letter for each UID in order of appearance, the
 * start, the end, STATUS and SEQUENCE. */
static inline void
event_lines(char *text, const char *title, struct buffer *lines)
{
    for (char *event = text; (event = strstr(event, "BEGIN:VEVENT")) != NULL; event++) {
        char *stop = strstr(event, "END:VEVENT");
        stop[0] = '\0';
        if (strstr(event, title)) {
            char uid[64];
            char start[64];
            char until[64];
            char status[64];
            char sequence[64];
            read_line(event, "\nUID", uid);
            read_line(event, "\nDTSTART", start);
            read_line(event, "\nDTEND", until);
            read_line(event, "\nSTATUS", status);
            read_line(event, "\nSEQUENCE", sequence);
            buffer_addf(lines, "%c %.13s-%.4s %.4s %s\n", letter_of(uid), start + 4,
                        until + 9, status, sequence);
        }
        stop[0] = 'E';
    }
}

#endif
