/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone.h - the time zones of the system: wall clock to instant, and back
 *
 * A zone is known by its IANA name (`Europe/Paris`) and read from the TZif
 * files of tzdata.  There is no current zone: every question names one.
 */
#ifndef ATELIER_CALENDAR_ZONE_H
#define ATELIER_CALENDAR_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/civil.h"
#include "atelier/base/error.h"

struct zone;

/* Where zones are read: $ATELIER_ZONEINFO, else $TZDIR, else /usr/share/zoneinfo. */
const char *zone_directory(void);

/*
 * Reads a zone; NULL when there is none of that name (ERROR_INPUT) or its
 * file cannot be used (ERROR_SYSTEM).  A name is never taken for a path: no
 * leading slash, no `..`, nothing but letters, digits and `_+-/`.
 */
struct zone *zone_load(const char *name, struct error *err);
struct zone *zone_load_from(const char *directory, const char *name, struct error *err);
void zone_free(struct zone *zone);

/* A zone from the bytes of a TZif file; NULL when they are not sound. */
struct zone *zone_read(const char *name, const unsigned char *bytes, size_t size);

/* Whether zone_load() would find it; cheap. */
bool zone_is_known(const char *name);

/* The name under which a known zone is kept: one that is listed for a place stays, an old
 * or other name (`US/Eastern`, `Zulu`) becomes the zone that it stands for.  NULL: it is
 * of no place, as `CET` and `Factory`.  The caller frees. */
char *zone_canonical(const char *name);

const char *zone_name(const struct zone *zone);

/* What clocks do from an instant on. */
struct zone_offset {
    int32_t seconds;          /* east of UTC */
    bool is_daylight;         /* as tzdata says; in Dublin this is the winter */
    const char *abbreviation; /* "CET"; borrowed from the zone */
};

struct zone_offset zone_offset_at(const struct zone *zone, instant at);
struct local_time zone_instant_to_local(const struct zone *zone, instant at);

/* The first change of clocks after an instant; false when there is none any more. */
bool zone_next_change(const struct zone *zone, instant after, instant *at);

/* Whether clocks of both show the same hour, from one instant to another. */
bool zone_is_alike(const struct zone *zone, const struct zone *other, instant from,
                   instant to);

/*
 * A number that tells two versions of a zone's rules apart: all its offsets and when they
 * change, but not what they are called.  It may differ where nothing that matters does:
 * an hour of 1940 was found out, or the system writes its files another way.
 */
uint64_t zone_fingerprint(const struct zone *zone);

/* How often a wall clock shows a given time. */
enum zone_match {
    ZONE_EXACT, /* once */
    ZONE_GAP,   /* never: clocks were put forward over it */
    ZONE_FOLD   /* twice: clocks were put back */
};

/* Which of two readings is meant; ZONE_ASK leaves it open. */
enum zone_choice { ZONE_ASK, ZONE_EARLIER, ZONE_LATER };

/*
 * The readings of a wall clock time.  In a fold both show that time.  In a gap
 * neither does: the earlier is before the change by as much as the time is
 * short of the gap's end, the later after it by as much as it is past the
 * gap's start (02:30 in Paris in March: 01:30 or 03:30).
 */
struct zone_reading {
    enum zone_match match;
    instant earlier;
    instant later; /* equal to earlier when exact */
};

struct zone_reading zone_read_local(const struct zone *zone, struct local_time local);

/* The same with a choice: *at is set when the time is exact or a choice was
 * made (then true); false means that somebody must be asked. */
bool zone_local_to_instant(const struct zone *zone, struct local_time local,
                           enum zone_choice choice, instant *at);

/* Zones once loaded stay loaded; the caller owns the cache, the cache the zones. */
struct zone_cache;

struct zone_cache *zone_cache_new(void);
void zone_cache_free(struct zone_cache *cache);
const struct zone *zone_cache_get(struct zone_cache *cache, const char *name,
                                  struct error *err);

/* zone_canonical() of a zone, asked for once; it belongs to the cache.  False: there is
 * no such zone. */
bool zone_cache_canonical(struct zone_cache *cache, const char *name,
                          const char **canonical, struct error *err);

#endif
