/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_copy.h - events of a file written again, as they stand there */
#ifndef ATELIER_CALENDAR_CALENDAR_COPY_H
#define ATELIER_CALENDAR_CALENDAR_COPY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"
#include "atelier/base/spool.h"
#include "atelier/calendar/content_line.h"
#include "source/ics_scan.h"

/* A part of the file, and what is said of it: texts are borrowed. */
struct copied_part {
    const struct ics_part *part;
    const char **remarks;
    size_t remark_count;
    size_t remark_capacity;
};

/* Zeroed apart from the file it is empty. */
struct calendar_copy {
    const struct spool *bytes;
    const struct ics_scan *scan;
    struct copied_part *parts;
    size_t count;
    size_t capacity;
    size_t event; /* where the parts of the last event begin */
};

/* Adds parts of the scan, which are one event. */
void calendar_copy_add_event(struct calendar_copy *copy, size_t first, size_t count);

/* Of the part of the last event that begins at the line, else of its first. */
void calendar_copy_add_remark(struct calendar_copy *copy, int64_t line, const char *text);

bool calendar_copy_write(const struct calendar_copy *copy, struct ics_sink sink,
                         struct error *err);
void calendar_copy_clear(struct calendar_copy *copy);

#endif
