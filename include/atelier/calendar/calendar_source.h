/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_source.h - a calendar that somebody else wrote: iCalendar in (RFC 5545)
 *
 *     source = calendar_source_open(path, &options, err);
 *     for (i = 0; i < calendar_source_count(source); i++)
 *         if (calendar_source_read(source, i, &series, err))
 *             calendar_source_expand(source, &series, window, &occurrences, err);
 *     calendar_source_close(source);
 *
 * The file is not trusted: its bytes are judged before anything interprets them, then one
 * event is read at a time, so that memory does not grow with their number.  What a file
 * may hold is in the limits below.
 */
#ifndef ATELIER_CALENDAR_CALENDAR_SOURCE_H
#define ATELIER_CALENDAR_CALENDAR_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"
#include "atelier/base/own_folder.h"
#include "atelier/calendar/content_line.h"
#include "atelier/calendar/occurrence.h"
#include "atelier/calendar/source_event.h"

enum {
    CALENDAR_SOURCE_BYTES = 32 << 20,
    CALENDAR_SOURCE_EVENTS = 100000,
    CALENDAR_SOURCE_EVENT_BYTES = 2 << 20, /* a picture within it is skipped */
    CALENDAR_SOURCE_LINE_BYTES = 1 << 20,
    CALENDAR_SOURCE_DEPTH = 4
};

struct calendar_source;

/* Is standard input, where it is given in place of a path; ./- is a file. */
#define CALENDAR_SOURCE_INPUT "-"

enum { CALENDAR_SOURCE_OWN_ZONES = 3 };

struct calendar_source_options {
    const struct own_folder *within; /* where the path is a name; NULL: anywhere */
    bool people;                     /* read the attendees too */
    /* Where the file only describes hours, the first of these that keeps them is meant;
     * NULL: none. */
    const char *own_zones[CALENDAR_SOURCE_OWN_ZONES];
    const char *unknown_zone; /* stands in for what the file only names, where nobody
                               * knows that name; NULL: such events are refused */
};

/* Reads and judges the whole file; NULL when it cannot be read or is refused, with the
 * line. */
struct calendar_source *
calendar_source_open(const char *path, const struct calendar_source_options *options,
                     struct error *err);
void calendar_source_close(struct calendar_source *source); /* NULL is fine */

/* Of all that the file says: whether it is the one that was read before. */
uint64_t calendar_source_hash(const struct calendar_source *source);

/* What the file says of the zone of its times without one, as it is written: perhaps no
 * zone at all; "" when it says nothing. */
const char *calendar_source_zone_hint(const struct calendar_source *source);

/* Whether this program wrote it, here or in another office. */
bool calendar_source_is_ours(const struct calendar_source *source);

/* How many events there are, an event and the changes of its occurrences, wherever they
 * stand in the file, counted once; and how many parts are no events: tasks and journals;
 * lists of free and busy times. */
size_t calendar_source_count(const struct calendar_source *source);
size_t calendar_source_other_count(const struct calendar_source *source);
size_t calendar_source_busy_count(const struct calendar_source *source);

/* An event, and what replaces some of its occurrences.  Zeroed it is empty. */
struct source_series {
    int64_t line;
    struct source_event master; /* without a UID: only the replacements are told */
    struct source_event *overrides;
    size_t override_count;
    size_t override_capacity;
    struct source_event glimpse; /* of one that cannot be read: its texts and its start as
                                  * far as they can; empty */
    bool is_single;              /* of the same: it is not repeated */
};

/* Fills the series, in the order of the file.  ERROR_INPUT: this one cannot be read, and
 * why; its line, title and start are told, and the next may be read.  Any other error is
 * the end. With the first a new pass begins, and what the rules of the file may cost is
 * counted anew.  The series is the caller's to clear, whatever was answered.
 */
bool calendar_source_read(struct calendar_source *source, size_t index,
                          struct source_series *series, struct error *err);
void source_series_clear(struct source_series *series);

/*
 * Fills the list with what takes place from the first day of the window to the last, in
 * order.  Days are those of the event's own clocks.
 *
 * An event without a rule gives one, or none.  ERROR_INPUT as above.
 */
bool calendar_source_expand(struct calendar_source *source,
                            const struct source_series *series, struct day_window window,
                            struct occurrence_list *occurrences, struct error *err);

/* An event that goes back to who wrote it, and what is said of it. */
struct source_remark {
    size_t event;
    int64_t line; /* of the part that it is about; any other: of the event as a whole */
    const char *text;
};

/*
 * Writes those events as they stand in the file, with the zones that they name as it
 * describes them and each remark as a COMMENT: a calendar that can be read again, or two
 * when events of the file were taken back (METHOD:CANCEL).  The remarks are in order of
 * the event, and there is one at least.
 */
bool calendar_source_copy(const struct calendar_source *source,
                          const struct source_remark *remarks, size_t count,
                          struct ics_sink sink, struct error *err);

/* What somebody should know about what was read so far, in whole sentences: a zone that
 * was guessed, one that the file describes otherwise than it is. */
size_t calendar_source_note_count(const struct calendar_source *source);
const char *calendar_source_note(const struct calendar_source *source, size_t index);

#endif
