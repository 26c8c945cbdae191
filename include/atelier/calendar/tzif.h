/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tzif.h - a time zone's file as bytes (RFC 8536), and what it says
 *
 * The bytes are not trusted: every count and index is checked before it is
 * used.  Only the 64-bit part (version 2 and later) is read.
 */
#ifndef ATELIER_CALENDAR_TZIF_H
#define ATELIER_CALENDAR_TZIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/civil.h"
#include "atelier/calendar/tz_rule.h"

struct tzif_type {
    int32_t offset; /* seconds east of UTC */
    bool is_daylight;
    const char *abbreviation; /* in struct tzif.abbreviations */
};

struct tzif {
    size_t change_count;
    instant *times;       /* strictly ascending */
    unsigned char *kinds; /* index into types, one for each time */
    size_t type_count;    /* at least 1; the first holds before all changes */
    struct tzif_type *types;
    char *abbreviations;
    bool has_rule; /* what holds after the last change; else its type does */
    struct tz_rule rule;
};

/* No zone's file is larger: the largest of today has 4 KiB. */
enum { TZIF_SIZE_LIMIT = 1 << 20 };

/* Reads a whole file.  False when it is not a sound TZif file without leap
 * seconds; then nothing is to be freed. */
bool tzif_read(const unsigned char *bytes, size_t size, struct tzif *tzif);
void tzif_clear(struct tzif *tzif);

#endif
