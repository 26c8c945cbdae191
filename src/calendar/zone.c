/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone.c - answers questions about a zone from its changes and its rule */
#include "atelier/calendar/zone.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/memory.h"
#include "atelier/calendar/zone_list.h"

#include "zone_file.h"

/* Offsets reach 26 hours and a change can skip a day (Apia, 30 December 2011). */
enum { REACH = (26 + 26 + 1) * 3600 };

/* The years 3 to 9996: further out nothing is asked, and nothing overflows. */
static const instant earliest_instant = -INT64_C(62072265600);
static const instant latest_instant = INT64_C(253307174400);

struct zone {
    char *name;
    struct tzif file;
    uint64_t fingerprint; /* asked for by each list of meetings */
};

static uint64_t
add_number(uint64_t hash, int64_t number)
{
    return hash_add(hash, &number, sizeof number);
}

static uint64_t
add_date(uint64_t hash, const struct tz_date *date)
{
    const int64_t numbers[] = { date->kind,    date->month, date->week,
                                date->weekday, date->day,   date->time };

    return hash_add(hash, numbers, sizeof numbers);
}

static uint64_t
make_fingerprint(const struct tzif *file)
{
    uint64_t hash = add_number(HASH_EMPTY, file->types[0].offset);

    for (size_t i = 0; i < file->change_count; i++) {
        hash = add_number(hash, file->times[i]);
        hash = add_number(hash, file->types[file->kinds[i]].offset);
    }
    if (!file->has_rule)
        return hash;
    hash = add_number(hash, file->rule.standard.offset);
    if (!file->rule.has_daylight)
        return hash;
    hash = add_number(hash, file->rule.daylight.offset);
    hash = add_date(hash, &file->rule.to_daylight);
    return add_date(hash, &file->rule.to_standard);
}

static instant
within_reach(instant at)
{
    if (at < earliest_instant)
        return earliest_instant;
    return at > latest_instant ? latest_instant : at;
}

static struct zone *
take_file(const char *name, struct tzif file)
{
    struct zone *zone = memory_new(1, sizeof *zone);

    zone->name = memory_copy(name);
    zone->file = file;
    zone->fingerprint = make_fingerprint(&zone->file);
    return zone;
}

struct zone *
zone_read(const char *name, const unsigned char *bytes, size_t size)
{
    struct tzif file;

    return tzif_read(bytes, size, &file) ? take_file(name, file) : NULL;
}

struct zone *
zone_load_from(const char *directory, const char *name, struct error *err)
{
    struct tzif file;

    return zone_file_load(directory, name, &file, err) ? take_file(name, file) : NULL;
}

struct zone *
zone_load(const char *name, struct error *err)
{
    struct error refusal = { 0 };
    struct zone *zone = zone_load_from(zone_directory(), name, &refusal);

    if (!zone && refusal.kind == ERROR_INPUT && name)
        (void)zone_list_refuse(name, err);
    else if (!zone && err)
        *err = refusal;
    return zone;
}

void
zone_free(struct zone *zone)
{
    if (!zone)
        return;
    free(zone->name);
    tzif_clear(&zone->file);
    free(zone);
}

const char *
zone_name(const struct zone *zone)
{
    return zone->name;
}

const struct tz_rule *
zone_rule(const struct zone *zone)
{
    return zone->file.has_rule ? &zone->file.rule : NULL;
}

static bool
changes_nothing(const struct tzif *file, size_t change)
{
    const struct tzif_type *before = &file->types[file->kinds[change - 1]];
    const struct tzif_type *after = &file->types[file->kinds[change]];

    return before->offset == after->offset && before->is_daylight == after->is_daylight &&
           strcmp(before->abbreviation, after->abbreviation) == 0;
}

instant
zone_table_end(const struct zone *zone)
{
    const struct tzif *file = &zone->file;
    size_t count = file->change_count;

    while (count > 1 && changes_nothing(file, count - 1))
        count--;
    return count == 0 ? 0 : within_reach(file->times[count - 1]);
}

/* How many changes of the table are not after an instant. */
static size_t
changes_until(const struct tzif *file, instant at)
{
    size_t low = 0;
    size_t high = file->change_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (file->times[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct zone_offset
zone_offset_at(const struct zone *zone, instant at)
{
    const struct tzif *file = &zone->file;

    at = within_reach(at);
    size_t changes = changes_until(file, at);
    if (changes == file->change_count && file->has_rule) {
        bool is_daylight = tz_rule_is_daylight(&file->rule, at);
        const struct tz_state *state =
            is_daylight ? &file->rule.daylight : &file->rule.standard;

        return (struct zone_offset){ .seconds = state->offset,
                                     .is_daylight = is_daylight,
                                     .abbreviation = state->abbreviation };
    }
    const struct tzif_type *type =
        &file->types[changes == 0 ? 0 : file->kinds[changes - 1]];
    return (struct zone_offset){ .seconds = type->offset,
                                 .is_daylight = type->is_daylight,
                                 .abbreviation = type->abbreviation };
}

struct local_time
zone_instant_to_local(const struct zone *zone, instant at)
{
    at = within_reach(at);
    return local_time_from_instant(at + zone_offset_at(zone, at).seconds);
}

uint64_t
zone_fingerprint(const struct zone *zone)
{
    return zone->fingerprint;
}

static bool
same_offset(struct zone_offset a, struct zone_offset b)
{
    return a.seconds == b.seconds && a.is_daylight == b.is_daylight &&
           strcmp(a.abbreviation, b.abbreviation) == 0;
}

/* The next entry of the table or the rule, whether or not it changes anything. */
static bool
next_entry(const struct tzif *file, instant after, instant *at)
{
    size_t changes = changes_until(file, after);

    if (changes < file->change_count)
        *at = file->times[changes];
    else if (!file->has_rule || !tz_rule_next(&file->rule, after, at))
        return false;
    return *at <= latest_instant;
}

bool
zone_next_change(const struct zone *zone, instant after, instant *at)
{
    after = within_reach(after);
    struct zone_offset before = zone_offset_at(zone, after);
    while (next_entry(&zone->file, after, at)) {
        if (!same_offset(before, zone_offset_at(zone, *at)))
            return true;
        after = *at;
    }
    return false;
}

bool
zone_is_alike(const struct zone *zone, const struct zone *other, instant from, instant to)
{
    while (zone_offset_at(zone, from).seconds == zone_offset_at(other, from).seconds) {
        instant own;
        instant theirs;
        const bool changes = zone_next_change(zone, from, &own);
        const bool others = zone_next_change(other, from, &theirs);

        if (!changes && !others)
            return true;
        from = !others || (changes && own < theirs) ? own : theirs;
        if (from >= to)
            return true;
    }
    return false;
}

/* Every change within reach of the time, read as UTC, can matter. */
struct zone_reading
zone_read_local(const struct zone *zone, struct local_time local)
{
    instant as_utc = within_reach(local_time_to_instant(local));
    instant from = as_utc - REACH;
    instant until = as_utc + REACH;
    instant entry;
    if (!next_entry(&zone->file, from, &entry) || entry > until) { /* most times */
        const instant at = as_utc - zone_offset_at(zone, from).seconds;
        return (struct zone_reading){ ZONE_EXACT, at, at };
    }
    struct zone_reading reading = { .match = ZONE_GAP };
    bool found = false;
    instant change = from;

    while (true) {
        struct zone_offset offset = zone_offset_at(zone, change);
        instant start = change;
        instant at = as_utc - offset.seconds;
        bool more = zone_next_change(zone, change, &change);
        struct zone_offset next = more ? zone_offset_at(zone, change) : offset;

        if (at >= start && (!more || at < change)) {
            if (!found)
                reading = (struct zone_reading){ ZONE_EXACT, at, at };
            else
                reading = (struct zone_reading){ ZONE_FOLD, reading.earlier, at };
            found = true;
        }
        /* Past the change by the old offset, before it by the new: a gap. */
        if (more && !found && at >= change && as_utc - next.seconds < change)
            reading = (struct zone_reading){ ZONE_GAP, as_utc - next.seconds, at };
        if (!more || change > until)
            return reading;
    }
}

bool
zone_local_to_instant(const struct zone *zone, struct local_time local,
                      enum zone_choice choice, instant *at)
{
    struct zone_reading reading = zone_read_local(zone, local);

    if (reading.match != ZONE_EXACT && choice == ZONE_ASK)
        return false;
    *at = choice == ZONE_LATER ? reading.later : reading.earlier;
    return true;
}
