/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_source.c - a calendar that somebody else wrote, event by event */
#include "atelier/calendar/calendar_source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/hash.h"
#include "atelier/base/input_file.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/spool.h"
#include "atelier/calendar/calendar_feed.h"
#include "source/calendar_copy.h"
#include "source/ical_event.h"
#include "source/ical_time.h"
#include "source/ics_scan.h"
#include "source/occurrence_expand.h"
#include "source/part_reader.h"
#include "source/source_encoding.h"

enum { PART = 65536 };

/* The parts of one UID, in the list of parts that is sorted by it. */
struct group {
    size_t first;
    size_t count;
};

/* A described zone, once it was read. */
struct described {
    const char *tzid; /* borrowed of the scan */
    icaltimezone *zone;
};

struct calendar_source {
    struct spool *bytes;
    const char *guessed; /* the encoding that they were taken for; or NULL */
    struct ics_scan scan;
    struct group *groups; /* in the order of the file */
    size_t group_count;
    struct ical_library library;
    struct source_zones *zones;
    struct described *described;
    size_t described_count;
    size_t described_capacity;
    struct ical_event_reading reading;
    struct part_reader parts;
    struct buffer text;
    struct ical_effort effort; /* of the pass through the events */
    int64_t zone_work;
};

/* ---- the file ---- */

static bool
fail_read(const char *path, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be read: %s."), path,
                     error_system_text(errno));
}

static bool
copy_all(int fd, struct calendar_source *source, const char *path, struct error *err)
{
    struct spool *bytes = source->bytes;
    char *part = memory_new(1, PART);
    ssize_t got;
    bool ok = true;
    while (ok && (got = read(fd, part, PART)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        ok = got < 0 ? fail_read(path, err) : spool_add(bytes, part, (size_t)got, err);
        if (ok && spool_size(bytes) > CALENDAR_SOURCE_BYTES)
            ok = error_set(err, ERROR_INPUT,
                           _("%s is larger than %d MB; export a shorter time from the "
                             "other program."),
                           path, CALENDAR_SOURCE_BYTES >> 20);
    }
    free(part);
    return ok;
}

/* Whatever comes to the end of standard input; nobody types a calendar at a screen. */
static bool
load_input(struct calendar_source *source, struct error *err)
{
    return copy_all(STDIN_FILENO, source, CALENDAR_SOURCE_INPUT, err) &&
           (spool_size(source->bytes) > 0 ||
            error_set(err, ERROR_INPUT, _("Nothing came in on standard input.")));
}

/* The file as it is now, however it changes afterwards. */
static bool
load(const struct own_folder *within, const char *path, struct calendar_source *source,
     struct error *err)
{
    if (strcmp(path, CALENDAR_SOURCE_INPUT) == 0 && !isatty(STDIN_FILENO))
        return load_input(source, err);
    struct stat is;
    const int fd = input_file_open(within, path, &is, err);
    if (fd < 0)
        return false;
    bool ok = copy_all(fd, source, path, err);
    (void)close(fd);
    if (ok && spool_size(source->bytes) == 0)
        ok = error_set(err, ERROR_INPUT, _("%s is empty."), path);
    return ok;
}

/* ---- the parts of one UID ---- */

/* By UID, what replaces behind what is replaced. */
static int
compare_parts(const void *a, const void *b)
{
    const struct ics_part *one = a;
    const struct ics_part *other = b;
    if (one->uid != other->uid)
        return one->uid < other->uid ? -1 : 1;
    if (one->is_override != other->is_override)
        return one->is_override ? 1 : -1;
    return one->offset < other->offset ? -1 : one->offset > other->offset;
}

/* By the line of its first part. */
static int
compare_groups(const void *a, const void *b, void *parts)
{
    const struct ics_part *one =
        (const struct ics_part *)parts + ((const struct group *)a)->first;
    const struct ics_part *other =
        (const struct ics_part *)parts + ((const struct group *)b)->first;
    return one->offset < other->offset ? -1 : one->offset > other->offset;
}

/* Without a UID, each is an event of its own. */
static bool
belong_together(const struct ics_part *a, const struct ics_part *b)
{
    return a->uid == b->uid && a->uid != HASH_EMPTY;
}

static void
group_parts(struct calendar_source *source)
{
    struct ics_part_list *parts = &source->scan.events;
    if (parts->count == 0)
        return;
    qsort(parts->items, parts->count, sizeof(*parts->items), compare_parts);
    source->groups = memory_new(parts->count, sizeof(*source->groups));
    for (size_t i = 0; i < parts->count; i++) {
        if (i == 0 || !belong_together(&parts->items[i - 1], &parts->items[i]))
            source->groups[source->group_count++] = (struct group){ .first = i };
        source->groups[source->group_count - 1].count++;
    }
    qsort_r(source->groups, source->group_count, sizeof(*source->groups), compare_groups,
            parts->items);
}

/* ---- described zones ---- */

static const struct ics_part *
find_description(const struct calendar_source *source, const char *tzid)
{
    for (size_t i = 0; i < source->scan.zone_count; i++)
        if (strcmp(source->scan.zones[i].tzid, tzid) == 0)
            return &source->scan.zones[i].part;
    return NULL;
}

static icaltimezone *
read_description(struct calendar_source *source, const struct ics_part *part, int year)
{
    struct buffer kept = source->text; /* the event that asks is still being read */
    source->text = (struct buffer){ 0 };
    icaltimezone *zone =
        part_reader_read(&source->parts, part, &source->text, NULL)
            ? ical_zone_read(&source->library, &source->text, year, &source->zone_work)
            : NULL;
    buffer_clear(&source->text);
    source->text = kept;
    return zone;
}

static bool
described_offset(void *context, const char *tzid, struct local_time local,
                 int32_t *offset)
{
    struct calendar_source *source = context;
    const struct ics_part *part = find_description(source, tzid);
    if (!part)
        return false;
    const struct described *is = NULL;
    for (size_t i = 0; i < source->described_count && !is; i++)
        if (strcmp(source->described[i].tzid, tzid) == 0)
            is = &source->described[i];
    if (!is) {
        struct described added = { tzid,
                                   read_description(source, part, local.date.year) };
        for (size_t i = 0; i < source->scan.zone_count; i++)
            if (&source->scan.zones[i].part == part)
                added.tzid = source->scan.zones[i].tzid;
        source->described =
            memory_grow(source->described, &source->described_capacity,
                        source->described_count + 1, sizeof(*source->described));
        source->described[source->described_count] = added;
        is = &source->described[source->described_count++];
    }
    if (is->zone)
        *offset = ical_zone_offset(&source->library, is->zone, local);
    return is->zone;
}

/* ---- open and close ---- */

struct calendar_source *
calendar_source_open(const char *path, const struct calendar_source_options *options,
                     struct error *err)
{
    struct calendar_source *source = memory_new(1, sizeof(*source));
    source->bytes = spool_open(err);
    bool ok = source->bytes && load(options->within, path, source, err) &&
              source_encoding_settle(&source->bytes, &source->guessed, err) &&
              ics_scan_read(&source->scan, source->bytes, err) &&
              ical_library_load(&source->library, err);
    if (!ok) {
        calendar_source_close(source);
        return NULL;
    }
    group_parts(source);
    source->parts.bytes = source->bytes;
    source->zones = source_zones_new(described_offset, source);
    if (source->guessed)
        source_zones_note_add(source->zones,
                              _("The file is not in UTF-8 and is read as %s: look at its "
                                "accents."),
                              source->guessed);
    if (options->unknown_zone)
        source_zones_stand_in(source->zones, options->unknown_zone);
    for (size_t i = 0; i < CALENDAR_SOURCE_OWN_ZONES; i++)
        if (options->own_zones[i])
            source_zones_prefer(source->zones, options->own_zones[i]);
    source->reading = (struct ical_event_reading){ .library = &source->library,
                                                   .zones = source->zones,
                                                   .people = options->people };
    return source;
}

uint64_t
calendar_source_hash(const struct calendar_source *source)
{
    return source->scan.hash;
}

void
calendar_source_close(struct calendar_source *source)
{
    if (!source)
        return;
    for (size_t i = 0; i < source->described_count; i++)
        if (source->described[i].zone)
            source->library.icaltimezone_free(source->described[i].zone, 1);
    free(source->described);
    source_zones_free(source->zones);
    buffer_clear(&source->reading.chosen);
    buffer_clear(&source->text);
    part_reader_clear(&source->parts);
    free(source->groups);
    ics_scan_clear(&source->scan);
    ical_library_close(&source->library);
    spool_close(source->bytes);
    free(source);
}

bool
calendar_source_is_ours(const struct calendar_source *source)
{
    return source->scan.product &&
           strcmp(source->scan.product, CALENDAR_FEED_PRODUCT) == 0;
}

const char *
calendar_source_zone_hint(const struct calendar_source *source)
{
    return source->scan.zone_hint ? source->scan.zone_hint : "";
}

size_t
calendar_source_count(const struct calendar_source *source)
{
    return source->group_count;
}

size_t
calendar_source_other_count(const struct calendar_source *source)
{
    return source->scan.other_count;
}

size_t
calendar_source_busy_count(const struct calendar_source *source)
{
    return source->scan.busy_count;
}

size_t
calendar_source_note_count(const struct calendar_source *source)
{
    return source_zones_note_count(source->zones);
}

const char *
calendar_source_note(const struct calendar_source *source, size_t index)
{
    return source_zones_note(source->zones, index);
}

/* ---- events ---- */

/* Of two that are the same, the newer, else the later in the file. */
static void
take_newer(struct source_event *slot, struct source_event *event)
{
    if (slot->uid && source_event_compare(slot, event) > 0) {
        source_event_pass(slot, event);
        return;
    }
    if (slot->uid)
        source_event_pass(event, slot);
    *slot = *event;
}

static void
add_override(struct source_series *series, struct source_event *event)
{
    series->overrides =
        memory_grow(series->overrides, &series->override_capacity,
                    series->override_count + 1, sizeof(*series->overrides));
    series->overrides[series->override_count++] = *event;
}

/* A change and the occurrence that it changes. */
struct named {
    struct local_time time;
    struct source_event *event;
};

/* The newest of one occurrence last. */
static int
compare_named(const void *a, const void *b)
{
    const struct named *one = a;
    const struct named *other = b;
    int order = local_time_compare(one->time, other->time);
    if (order)
        return order;
    order = source_event_compare(one->event, other->event);
    if (order)
        return order;
    return one->event < other->event ? -1 : one->event > other->event;
}

/* Two changes of one occurrence, perhaps one that names it in UTC and one in the zone,
 * are one. */
static void
keep_newest(struct source_series *series)
{
    size_t count = series->override_count;
    if (count == 0)
        return;
    const struct source_time *clocks =
        series->master.uid ? &series->master.start : &series->overrides[0].recurrence;
    struct named *named = memory_new(count, sizeof(*named));
    for (size_t i = 0; i < count; i++) {
        struct source_event *event = &series->overrides[i];
        named[i] = (struct named){ source_time_by(&event->recurrence, clocks), event };
    }
    qsort(named, count, sizeof(*named), compare_named);
    for (size_t i = 1; i < count; i++)
        if (local_time_compare(named[i - 1].time, named[i].time) == 0)
            source_event_pass(named[i].event, named[i - 1].event);
    free(named);
    series->override_count = 0;
    for (size_t i = 0; i < count; i++)
        if (series->overrides[i].uid)
            series->overrides[series->override_count++] = series->overrides[i];
}

static bool
require_uid(const struct source_event *event, struct error *err)
{
    return event->uid || error_set(err, ERROR_INPUT,
                                   _("Line %lld: this event has no UID, so it would come "
                                     "twice the next time; export it from a calendar "
                                     "program that gives one."),
                                   (long long)event->line);
}

/* The parts were put together by a number that is made of the UID. */
static bool
is_of_series(const struct source_series *series, const struct source_event *event,
             struct error *err)
{
    const struct source_event *first =
        series->override_count > 0 ? series->overrides : &series->master;
    return !first->uid || strcmp(first->uid, event->uid) == 0 ||
           error_set(
               err, ERROR_INPUT,
               _("Line %lld: the UID of this event cannot be told from that of line "
                 "%lld; change one of them."),
               (long long)event->line, (long long)first->line);
}

/* RFC 5546 section 3.2.5: an event that is off says so; else the message takes those whom
 * it names off an event that goes on. */
static bool
is_whole(const struct ics_part *part, const struct source_event *event, struct error *err)
{
    return !part->is_cancel ||
           (event->has_status && event->status == CALENDAR_CANCELLED) ||
           error_set(err, ERROR_INPUT,
                     _("Line %lld: this message takes people off the event "
                       "(METHOD:CANCEL without STATUS:CANCELLED); export the calendar "
                       "itself from the other program."),
                     (long long)part->line);
}

static bool
read_event(struct calendar_source *source, const struct ics_part *part,
           struct source_series *series, struct error *err)
{
    struct source_event event = { 0 };
    bool ok = part_reader_read(&source->parts, part, &source->text, err) &&
              ical_event_read(&source->reading, &source->text, part->line, &event, err) &&
              require_uid(&event, err) && is_of_series(series, &event, err) &&
              is_whole(part, &event, err);
    event.is_taken_back = part->is_cancel;
    if (!ok)
        source_event_clear(&event);
    else if (event.recurrence.kind == SOURCE_NO_TIME)
        take_newer(&series->master, &event);
    else
        add_override(series, &event);
    return ok;
}

static bool
refuse_changes(const struct source_series *series, struct error *err)
{
    return error_set(
        err, ERROR_INPUT,
        _("Line %lld: more than %d occurrences of one event are changed; the "
          "file is damaged."),
        (long long)series->line, OCCURRENCE_LIMIT);
}

/* Somebody has to find it again. */
static void
glimpse(struct calendar_source *source, const struct ics_part *part,
        struct source_series *series, bool is_alone)
{
    const int64_t line = series->line;
    bool is_repeated = false;

    source_series_clear(series);
    series->line = line;
    if (part_reader_read(&source->parts, part, &source->text, NULL))
        ical_event_glimpse(&source->text, &series->glimpse, &is_repeated);
    series->is_single = is_alone && !is_repeated;
}

bool
calendar_source_read(struct calendar_source *source, size_t index,
                     struct source_series *series, struct error *err)
{
    const struct group *group = &source->groups[index];
    if (index == 0)
        source->effort = (struct ical_effort){ 0 };
    source_series_clear(series);
    series->line = source->scan.events.items[group->first].line;
    bool ok = group->count <= OCCURRENCE_LIMIT || refuse_changes(series, err);
    const struct ics_part *part = &source->scan.events.items[group->first];
    for (size_t i = 0; ok && i < group->count; i++) {
        part = &source->scan.events.items[group->first + i];
        ok = read_event(source, part, series, err);
    }
    if (ok)
        keep_newest(series);
    else
        glimpse(source, part, series, group->count == 1);
    return ok;
}

void
source_series_clear(struct source_series *series)
{
    source_event_clear(&series->master);
    for (size_t i = 0; i < series->override_count; i++)
        source_event_clear(&series->overrides[i]);
    free(series->overrides);
    source_event_clear(&series->glimpse);
    memset(series, 0, sizeof(*series));
}

bool
calendar_source_expand(struct calendar_source *source, const struct source_series *series,
                       struct day_window window, struct occurrence_list *occurrences,
                       struct error *err)
{
    const struct occurrence_expansion expansion = { .library = &source->library,
                                                    .series = series,
                                                    .window = window,
                                                    .effort = &source->effort };
    return occurrence_expand(&expansion, occurrences, err);
}

bool
calendar_source_copy(const struct calendar_source *source,
                     const struct source_remark *remarks, size_t count,
                     struct ics_sink sink, struct error *err)
{
    struct calendar_copy copy = { .bytes = source->bytes, .scan = &source->scan };

    for (size_t i = 0; i < count; i++) {
        const struct group *group = &source->groups[remarks[i].event];
        if (i == 0 || remarks[i - 1].event != remarks[i].event)
            calendar_copy_add_event(&copy, group->first, group->count);
        calendar_copy_add_remark(&copy, remarks[i].line, remarks[i].text);
    }
    const bool ok = calendar_copy_write(&copy, sink, err);
    calendar_copy_clear(&copy);
    return ok;
}
