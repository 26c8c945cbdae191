/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ics_scan.h - the bytes of a calendar judged before anything interprets them
 *
 * Finds where each event and each zone begins and ends, and refuses what no honest
 * program writes: libical recurses into what is nested and believes what it is told.
 */
#ifndef ATELIER_CALENDAR_ICS_SCAN_H
#define ATELIER_CALENDAR_ICS_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"
#include "atelier/base/spool.h"

/* Where an event stands. */
struct ics_part {
    uint64_t offset;
    uint32_t length;
    bool is_override; /* it has a RECURRENCE-ID */
    bool is_cancel;   /* it stands in a message of METHOD:CANCEL */
    int64_t line;
    uint64_t uid; /* the hash of its UID, of nothing when it has none */
};

struct ics_part_list {
    struct ics_part *items;
    size_t count;
    size_t capacity;
};

/* Where a zone is described. */
struct ics_zone_part {
    char *tzid;
    struct ics_part part;
};

struct ics_scan {
    uint64_t hash; /* of all that was read */
    struct ics_part_list events;
    struct ics_zone_part *zones;
    size_t zone_count;
    size_t zone_capacity;
    size_t other_count; /* tasks and journals */
    size_t busy_count;  /* lists of free and busy times */
    char *zone_hint;    /* NULL: it gives none */
    char *product;      /* which program wrote it; likewise */
};

/* Reads all of the spool.  ERROR_INPUT names the line; a message of RFC 5546 that asks or
 * answers, rather than telling what takes place, is refused too. */
bool ics_scan_read(struct ics_scan *scan, const struct spool *bytes, struct error *err);
void ics_scan_clear(struct ics_scan *scan);

#endif
