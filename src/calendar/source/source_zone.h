/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_zone.h - which zone a file means by a name: IANA's, Windows's, or its own */
#ifndef ATELIER_CALENDAR_SOURCE_ZONE_H
#define ATELIER_CALENDAR_SOURCE_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/civil.h"
#include "atelier/base/error.h"
#include "atelier/calendar/zone.h"

/* Seconds east of UTC that the file gives a zone at a wall clock time; false when it does
 * not describe it. */
typedef bool source_zone_offset(void *context, const char *tzid, struct local_time local,
                                int32_t *offset);

struct source_zones;

struct source_zones *source_zones_new(source_zone_offset *offset, void *context);
void source_zones_free(struct source_zones *zones);

/* A zone of the reader's own, tried before others that keep the same hours; the first
 * that was named comes first. */
void source_zones_prefer(struct source_zones *zones, const char *name);

/* What is meant by a name that nobody knows and the file does not describe. */
void source_zones_stand_in(struct source_zones *zones, const char *name);

/* The zone, which lives as long as the zones; NULL and ERROR_INPUT when nobody can tell.
 * The year is one for which it matters. */
const struct zone *source_zones_find(struct source_zones *zones, const char *tzid,
                                     int64_t line, int year, struct error *err);

void source_zones_note_add(struct source_zones *zones, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
size_t source_zones_note_count(const struct source_zones *zones);
const char *source_zones_note(const struct source_zones *zones, size_t index);

/* The zone for which Windows and Outlook have this name; NULL: none. */
const char *windows_zone_find(const char *name);

/* Each zone that Windows has a name for, in turn; NULL behind the last. */
const char *windows_zone_at(size_t index);

#endif
