/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_zone.c - which zone a file means by a name */
#include "source/source_zone.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/calendar/zone_list.h"
#include "source/zone_by_name.h"
#include "zone_meant.h"

enum { NAME_LIMIT = 200 };

struct entry {
    char *tzid;
    const struct zone *zone; /* NULL: nobody can tell */
};

struct source_zones {
    source_zone_offset *offset;
    void *context;
    struct zone_cache *cache;
    const struct zone **own;
    size_t own_count;
    size_t own_capacity;
    const struct zone *stand_in; /* for a name that nobody knows; or NULL */
    struct entry *entries;
    size_t count;
    size_t capacity;
    char **notes;
    size_t note_count;
    size_t note_capacity;
};

struct source_zones *
source_zones_new(source_zone_offset *offset, void *context)
{
    struct source_zones *zones = memory_new(1, sizeof(*zones));
    zones->offset = offset;
    zones->context = context;
    zones->cache = zone_cache_new();
    return zones;
}

void
source_zones_free(struct source_zones *zones)
{
    if (!zones)
        return;
    for (size_t i = 0; i < zones->count; i++)
        free(zones->entries[i].tzid);
    for (size_t i = 0; i < zones->note_count; i++)
        free(zones->notes[i]);
    free(zones->own);
    free(zones->entries);
    free(zones->notes);
    zone_cache_free(zones->cache);
    free(zones);
}

void
source_zones_prefer(struct source_zones *zones, const char *name)
{
    const struct zone *zone = zone_cache_get(zones->cache, name, NULL);
    if (!zone)
        return;
    zones->own = memory_grow(zones->own, &zones->own_capacity, zones->own_count + 1,
                             sizeof(struct zone *));
    zones->own[zones->own_count++] = zone;
}

void
source_zones_stand_in(struct source_zones *zones, const char *name)
{
    zones->stand_in = zone_cache_get(zones->cache, name, NULL);
}

/* ---- what should be known ---- */

static void
keep_note(struct source_zones *zones, const struct error *words)
{
    zones->notes = memory_grow(zones->notes, &zones->note_capacity, zones->note_count + 1,
                               sizeof(*zones->notes));
    zones->notes[zones->note_count++] = memory_copy(words->message);
}

void
source_zones_note_add(struct source_zones *zones, const char *format, ...)
{
    struct buffer text = { 0 };
    struct error words = { 0 };
    va_list arguments;

    va_start(arguments, format);
    buffer_addv(&text, format, arguments);
    va_end(arguments);
    error_set(&words, ERROR_INPUT, "%s", buffer_text(&text));
    keep_note(zones, &words);
    buffer_clear(&text);
}

size_t
source_zones_note_count(const struct source_zones *zones)
{
    return zones->note_count;
}

const char *
source_zones_note(const struct source_zones *zones, size_t index)
{
    return zones->notes[index];
}

/* ---- by the hours ---- */

static int32_t
offset_of(const struct zone *zone, struct local_time local)
{
    struct zone_reading reading = zone_read_local(zone, local);
    return (int32_t)(local_time_to_instant(local) - reading.earlier);
}

/* What the file says of a zone through two years: ten days apart, noon, so that no change
 * of clocks is missed by more. */
enum { SAMPLES = 73, SAMPLE_DAYS = 10 };

struct description {
    bool is_told;
    struct local_time at[SAMPLES];
    int32_t offsets[SAMPLES];
};

static void
describe(const struct source_zones *zones, const char *tzid, int year,
         struct description *is)
{
    struct local_time at = { .date = { year, 1, 5 }, .hour = 12 };
    is->is_told = true;
    for (size_t i = 0; i < SAMPLES && is->is_told; i++) {
        is->at[i] = at;
        is->is_told = zones->offset(zones->context, tzid, at, &is->offsets[i]);
        at.date = date_add_days(at.date, SAMPLE_DAYS);
    }
}

static bool
keeps(const struct zone *zone, const struct description *is)
{
    for (size_t i = 0; i < SAMPLES; i++)
        if (is->offsets[i] != offset_of(zone, is->at[i]))
            return false;
    return true;
}

static const struct zone *
load_if_kept(struct source_zones *zones, const char *name, const struct description *is)
{
    const struct zone *zone = zone_cache_get(zones->cache, name, NULL);
    return zone && keeps(zone, is) ? zone : NULL;
}

static const struct zone *
find_own_by_hours(const struct source_zones *zones, const struct description *is)
{
    for (size_t i = 0; i < zones->own_count; i++)
        if (keeps(zones->own[i], is))
            return zones->own[i];
    return NULL;
}

/* The first zone that keeps the hours of the file: one of the reader's own, one that the
 * name tells, one of those that others stand for in Windows, any. */
static const struct zone *
find_by_hours(struct source_zones *zones, const char *tzid, const struct description *is)
{
    struct zone_list list = { 0 };
    if (!is->is_told)
        return NULL;
    const struct zone *found = find_own_by_hours(zones, is);
    if (found || !zone_list_load(&list, NULL))
        return found;
    for (size_t i = 0; i < list.count && !found; i++)
        if (zone_city_in(tzid, list.entries[i].name))
            found = load_if_kept(zones, list.entries[i].name, is);
    for (size_t i = 0; !found && windows_zone_at(i); i++)
        found = load_if_kept(zones, windows_zone_at(i), is);
    for (size_t i = 0; i < list.count && !found; i++)
        found = load_if_kept(zones, list.entries[i].name, is);
    zone_list_clear(&list);
    return found;
}

/* CET, EST5EDT: names of tzdata's own that are of no place, which is why no meeting keeps
 * them.  The place is one that keeps the same hours: one of the reader's own, the one
 * that is meant most often, any. */
static const struct zone *
find_by_table(struct source_zones *zones, const char *tzid, int year)
{
    static const char unset[] = "Factory";
    const char *names[ZONE_MEANT_MOST];
    const struct zone *table = strcmp(tzid, unset) != 0 && zone_is_known(tzid)
                                   ? zone_cache_get(zones->cache, tzid, NULL)
                                   : NULL;
    struct description is = { .is_told = table };
    struct local_time at = { .date = { year, 1, 5 }, .hour = 12 };

    for (size_t i = 0; table && i < SAMPLES; i++) {
        is.at[i] = at;
        is.offsets[i] = offset_of(table, at);
        at.date = date_add_days(at.date, SAMPLE_DAYS);
    }
    /* EST is five hours behind all year there, and in the programs that write it is not.
     */
    if (!table || (zone_meant(tzid, names) > 0 && !load_if_kept(zones, names[0], &is)))
        return NULL;
    const struct zone *found = find_own_by_hours(zones, &is);
    if (!found && zone_meant(tzid, names) > 0)
        found = load_if_kept(zones, names[0], &is);
    return found ? found : find_by_hours(zones, tzid, &is);
}

/* ---- by the name, or the hours ---- */

static const struct zone *
resolve(struct source_zones *zones, const char *tzid, int year)
{
    struct error words = { 0 };
    struct description is;
    const struct zone *zone = zone_by_name(zones->cache, tzid);
    describe(zones, tzid, year, &is);
    if (zone && is.is_told && !keeps(zone, &is))
        error_set(&words, ERROR_INPUT,
                  _("The file describes other hours for “%s” than %s keeps; those of the "
                    "zone are taken."),
                  tzid, zone_name(zone));
    if (!zone) {
        zone = find_by_hours(zones, tzid, &is);
        if (zone)
            error_set(&words, ERROR_INPUT,
                      _("“%s” is read as %s, which keeps the hours that the file "
                        "describes."),
                      tzid, zone_name(zone));
    }
    if (!zone && !is.is_told) {
        zone = zone_by_shown_name(zones->cache, tzid, zones->own, zones->own_count, year);
        zone = zone ? zone : find_by_table(zones, tzid, year);
        if (zone)
            error_set(
                &words, ERROR_INPUT,
                _("“%s” is read as %s by its name alone: the file does not describe "
                  "its hours."),
                tzid, zone_name(zone));
    }
    if (!zone && !is.is_told && zones->stand_in) {
        zone = zones->stand_in;
        error_set(&words, ERROR_INPUT,
                  _("Nobody knows the time zone “%s”, and the file does not describe it: "
                    "it is read as %s, as was asked."),
                  tzid, zone_name(zone));
    }
    if (words.message[0])
        keep_note(zones, &words);
    return zone;
}

const struct zone *
source_zones_find(struct source_zones *zones, const char *tzid, int64_t line, int year,
                  struct error *err)
{
    const struct entry *entry = NULL;
    for (size_t i = 0; i < zones->count && !entry; i++)
        if (strcmp(zones->entries[i].tzid, tzid) == 0)
            entry = &zones->entries[i];
    if (!entry && zones->count == NAME_LIMIT) {
        error_set(err, ERROR_INPUT,
                  _("Line %lld: the file names more than %d time zones; it is damaged."),
                  (long long)line, NAME_LIMIT);
        return NULL;
    }
    if (!entry) {
        zones->entries = memory_grow(zones->entries, &zones->capacity, zones->count + 1,
                                     sizeof(*zones->entries));
        zones->entries[zones->count] =
            (struct entry){ memory_copy(tzid), resolve(zones, tzid, year) };
        entry = &zones->entries[zones->count++];
    }
    if (!entry->zone)
        error_set(
            err, ERROR_INPUT,
            _("Line %lld: the time zone “%.60s” is not known, and the file does not "
              "describe one that is; write a name such as Europe/Paris there, or choose "
              "a zone for the import."),
            (long long)line, tzid);
    return entry->zone;
}
