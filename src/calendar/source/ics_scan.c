/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ics_scan.c - the bytes of a calendar judged before anything interprets them */
#include "source/ics_scan.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/base/hash.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/calendar/calendar_source.h"
#include "source/ics_line.h"

enum { PART = 65536, COMPONENT_NAME_SIZE = 32, ZONE_LIMIT = 1000 };

struct component {
    char name[COMPONENT_NAME_SIZE];
    int64_t line;
};

struct scanning {
    struct ics_scan *scan;
    struct error *err;
    struct buffer line;  /* the line that grows, unfolded */
    int64_t line_number; /* of its first byte */
    uint64_t line_offset;
    int64_t number; /* of the physical line that is being read */
    uint64_t offset;
    struct buffer physical; /* what is left of the last part */
    struct component open[CALENDAR_SOURCE_DEPTH];
    size_t depth;
    bool has_calendar;
    bool is_cancel;       /* the calendar is a message of METHOD:CANCEL */
    size_t first_event;   /* of the calendar */
    struct ics_part part; /* of the component at depth 2 */
    char *tzid;
};

/* ---- what a component holds ---- */

static bool
is_open(const struct scanning *s, size_t depth, const char *name)
{
    return s->depth == depth && strcasecmp(s->open[depth - 1].name, name) == 0;
}

static bool
begin(struct scanning *s, const char *name)
{
    if (s->depth == 0 && strcasecmp(name, "VCALENDAR") != 0)
        return error_set(s->err, ERROR_INPUT,
                         _("Line %lld begins %s outside a calendar; this file is not a "
                           "whole iCalendar file."),
                         (long long)s->line_number, name);
    if (s->depth == CALENDAR_SOURCE_DEPTH)
        return error_set(
            s->err, ERROR_INPUT,
            _("Line %lld: more than %d parts lie within each other, which no "
              "calendar needs; the file is damaged."),
            (long long)s->line_number, CALENDAR_SOURCE_DEPTH);
    struct component *open = &s->open[s->depth++];
    open->line = s->line_number;
    open->name[0] = '\0';
    strncat(open->name, name, sizeof(open->name) - 1);
    s->has_calendar = true;
    if (s->depth == 1) {
        s->is_cancel = false;
        s->first_event = s->scan->events.count;
    }
    if (s->depth != 2)
        return true;
    memory_replace(&s->tzid, NULL);
    s->part = (struct ics_part){ .offset = s->line_offset,
                                 .line = s->line_number,
                                 .uid = HASH_EMPTY };
    return true;
}

static bool
keep_event(struct scanning *s)
{
    struct ics_part_list *events = &s->scan->events;
    if (events->count == CALENDAR_SOURCE_EVENTS)
        return error_set(s->err, ERROR_INPUT,
                         _("The file holds more than %d events; export a shorter time "
                           "from the other program."),
                         CALENDAR_SOURCE_EVENTS);
    if (s->part.length > CALENDAR_SOURCE_EVENT_BYTES)
        return error_set(s->err, ERROR_INPUT,
                         _("The event of line %lld is larger than %d MB; export it "
                           "without its attachments."),
                         (long long)s->part.line, CALENDAR_SOURCE_EVENT_BYTES >> 20);
    events->items = memory_grow(events->items, &events->capacity, events->count + 1,
                                sizeof(*events->items));
    events->items[events->count++] = s->part;
    return true;
}

static bool
keep_zone(struct scanning *s)
{
    struct ics_scan *scan = s->scan;
    if (!s->tzid || s->part.length > CALENDAR_SOURCE_EVENT_BYTES)
        return true;
    if (scan->zone_count == ZONE_LIMIT)
        return error_set(s->err, ERROR_INPUT,
                         _("The file describes more than %d time zones; it is damaged."),
                         ZONE_LIMIT);
    scan->zones = memory_grow(scan->zones, &scan->zone_capacity, scan->zone_count + 1,
                              sizeof(*scan->zones));
    scan->zones[scan->zone_count++] =
        (struct ics_zone_part){ .tzid = s->tzid, .part = s->part };
    s->tzid = NULL;
    return true;
}

/* A component at depth 2 has ended before the line that comes. */
static bool
keep_component(struct scanning *s)
{
    const char *name = s->open[1].name;
    uint64_t length = s->offset - s->part.offset;
    s->part.length = length > UINT32_MAX ? UINT32_MAX : (uint32_t)length;
    if (strcasecmp(name, "VEVENT") == 0)
        return keep_event(s);
    if (strcasecmp(name, "VTIMEZONE") == 0)
        return keep_zone(s);
    s->scan->other_count +=
        strcasecmp(name, "VTODO") == 0 || strcasecmp(name, "VJOURNAL") == 0;
    s->scan->busy_count += strcasecmp(name, "VFREEBUSY") == 0;
    return true;
}

/* Its METHOD may stand behind its events. */
static void
keep_calendar(struct scanning *s)
{
    for (size_t i = s->first_event; i < s->scan->events.count; i++)
        s->scan->events.items[i].is_cancel = s->is_cancel;
}

static bool
end(struct scanning *s, const char *name)
{
    if (s->depth == 0)
        return error_set(
            s->err, ERROR_INPUT,
            _("Line %lld ends %s, which did not begin; the file is damaged."),
            (long long)s->line_number, name);
    const struct component *open = &s->open[s->depth - 1];
    if (strncasecmp(open->name, name, sizeof(open->name) - 1) != 0)
        return error_set(
            s->err, ERROR_INPUT,
            _("Line %lld ends %s, but the %s of line %lld is still open; the "
              "file is damaged."),
            (long long)s->line_number, name, open->name, (long long)open->line);
    bool ok = s->depth != 2 || keep_component(s);
    if (s->depth == 1)
        keep_calendar(s);
    s->depth--;
    return ok;
}

/* ---- a line ---- */

/* Drops what no text needs; a line with a zero byte is none. */
static bool
clean_line(struct scanning *s)
{
    struct buffer *line = &s->line;
    if (ics_line_is_plain(line->text, line->length))
        return true;
    const bool is_clean = ics_line_is_clean(line->text, line->length);
    if (!is_clean && memchr(line->text, '\0', line->length))
        return error_set(s->err, ERROR_INPUT,
                         _("Line %lld holds a zero byte, which no calendar does; the "
                           "file is damaged."),
                         (long long)s->line_number);
    if (!is_clean)
        line->length = ics_line_clean(line->text, line->length);
    line->text[line->length] = '\0';
    return text_is_valid(line->text, line->length) ||
           error_set(
               s->err, ERROR_INPUT,
               _("Line %lld is not UTF-8; save the calendar in UTF-8 in the program "
                 "that it comes from."),
               (long long)s->line_number);
}

static void
keep_text(char **slot, const struct ics_line *line)
{
    if (*slot || !line->value)
        return;
    *slot = memory_copy(line->text + line->value);
    ics_text_unescape(*slot);
}

/* Whether the message tells what takes place: REPLY, REFRESH, COUNTER and DECLINECOUNTER
 * speak to the organizer, ADD holds a part of an event (RFC 5546 section 1.4). */
static bool
take_method(struct scanning *s, const char *method)
{
    static const char *const speaking[] = { "REPLY", "REFRESH", "COUNTER",
                                            "DECLINECOUNTER", "ADD" };
    for (size_t i = 0; i < sizeof(speaking) / sizeof(speaking[0]); i++)
        if (strcasecmp(method, speaking[i]) == 0)
            return error_set(s->err, ERROR_INPUT,
                             _("Line %lld: this is a message between people who plan "
                               "(METHOD:%s), not a calendar of what takes place; export "
                               "the calendar itself from the other program."),
                             (long long)s->line_number, speaking[i]);
    s->is_cancel = s->is_cancel || strcasecmp(method, "CANCEL") == 0;
    return true;
}

static bool
look_at_calendar(struct scanning *s, const struct ics_line *line)
{
    if (ics_line_is(line, "X-WR-TIMEZONE"))
        keep_text(&s->scan->zone_hint, line);
    else if (ics_line_is(line, "PRODID"))
        keep_text(&s->scan->product, line);
    else if (ics_line_is(line, "VERSION") && strcmp(line->text + line->value, "1.0") == 0)
        return error_set(s->err, ERROR_INPUT,
                         _("Line %lld: this is vCalendar 1.0 (.vcs), which came before "
                           "iCalendar; export iCalendar 2.0 (.ics) from the other "
                           "program."),
                         (long long)s->line_number);
    if (!ics_line_is(line, "METHOD"))
        return true;
    char *method = text_tidy(line->text + line->value);
    bool ok = take_method(s, method);
    free(method);
    return ok;
}

static void
look_at_part(struct scanning *s, const struct ics_line *line)
{
    if (is_open(s, 2, "VTIMEZONE") && ics_line_is(line, "TZID"))
        keep_text(&s->tzid, line);
    else if (ics_line_is(line, "UID"))
        s->part.uid =
            hash_add(HASH_EMPTY, line->text + line->value, line->length - line->value);
    else if (ics_line_is(line, "RECURRENCE-ID"))
        s->part.is_override = true;
}

static bool
look_at_property(struct scanning *s)
{
    char first = s->line.text[0];
    /* Most lines are none of these. */
    if (s->depth > 2 || (s->depth == 2 && !strchr("UuRrTt", first)))
        return true;
    struct ics_cursor cursor = { .at = s->line.text,
                                 .end = s->line.text + s->line.length };
    struct ics_line line;
    if (!ics_cursor_next(&cursor, &line) || !line.value)
        return true;
    if (s->depth == 1)
        return look_at_calendar(s, &line);
    look_at_part(s, &line);
    return true;
}

/* Without blanks around it. */
static const char *
component_name(struct buffer *line, size_t prefix)
{
    const char *const blanks = " \t";
    while (line->length > prefix && strchr(blanks, line->text[line->length - 1]))
        line->text[--line->length] = '\0';
    return line->text + prefix + strspn(line->text + prefix, blanks);
}

/* BEGIN and END with a parameter, or without a value. */
static bool
is_half_a_part(const char *text)
{
    if (!strchr("BbEe", text[0]))
        return false; /* as most lines are */
    size_t name = strcspn(text, ";:");
    return text[name] != ':' && ((name == 5 && strncasecmp(text, "BEGIN", name) == 0) ||
                                 (name == 3 && strncasecmp(text, "END", name) == 0));
}

static bool
finish_line(struct scanning *s)
{
    struct buffer *line = &s->line;
    if (line->length > 0 && !clean_line(s))
        return false;
    if (line->length == 0)
        return true;
    bool ok = true;
    if (is_half_a_part(line->text)) {
        ok = error_set(s->err, ERROR_INPUT,
                       _("Line %lld begins or ends a part in a way that no calendar "
                         "does; the file is damaged."),
                       (long long)s->line_number);
    } else if (strncasecmp(line->text, "BEGIN:", 6) == 0) {
        ok = begin(s, component_name(line, 6));
    } else if (strncasecmp(line->text, "END:", 4) == 0) {
        ok = end(s, component_name(line, 4));
    } else if (s->depth == 0) {
        ok =
            error_set(s->err, ERROR_INPUT,
                      s->has_calendar
                          ? _("Line %lld stands behind the end of the calendar; the file "
                              "is damaged.")
                          : _("Line %lld does not begin a calendar (BEGIN:VCALENDAR): "
                              "this is not an iCalendar file."),
                      (long long)s->line_number);
    } else {
        ok = look_at_property(s);
    }
    buffer_reset(line);
    return ok;
}

/* ---- the bytes ---- */

static bool
take_physical(struct scanning *s, const char *text, size_t length, size_t with_break)
{
    bool continues = ics_line_continues(text, text + length, s->line.length);
    s->number++;
    if (!continues && !finish_line(s))
        return false;
    if (!continues) {
        s->line_number = s->number;
        s->line_offset = s->offset;
    }
    s->offset += with_break;
    if (length > 0 && text[length - 1] == '\r')
        length--;
    buffer_add_part(&s->line, text + continues, length - (size_t)(continues && length));
    return s->line.length <= CALENDAR_SOURCE_LINE_BYTES ||
           error_set(s->err, ERROR_INPUT,
                     _("Line %lld is longer than %d MB; export the calendar without its "
                       "attachments."),
                     (long long)s->line_number, CALENDAR_SOURCE_LINE_BYTES >> 20);
}

static bool
take_part(struct scanning *s, const char *part, size_t length)
{
    const char *end = part + length;
    while (part < end) {
        const char *stop = memchr(part, '\n', (size_t)(end - part));
        size_t take = (size_t)((stop ? stop : end) - part);
        if (!stop || s->physical.length > 0)
            buffer_add_part(&s->physical, part, take);
        if (s->physical.length > CALENDAR_SOURCE_LINE_BYTES + 2) {
            s->line_number = s->number + 1;
            return take_physical(s, s->physical.text, s->physical.length, 0);
        }
        if (!stop)
            return true;
        bool ok = s->physical.length > 0
                      ? take_physical(s, s->physical.text, s->physical.length,
                                      s->physical.length + 1)
                      : take_physical(s, part, take, take + 1);
        if (!ok)
            return false;
        buffer_reset(&s->physical);
        part = stop + 1;
    }
    return true;
}

static bool
finish(struct scanning *s)
{
    if (s->physical.length > 0 &&
        !take_physical(s, s->physical.text, s->physical.length, s->physical.length))
        return false;
    if (!finish_line(s))
        return false;
    if (s->depth > 0)
        return error_set(s->err, ERROR_INPUT,
                         _("The file ends within the %s of line %lld: it is cut off; "
                           "export or download it again."),
                         s->open[s->depth - 1].name,
                         (long long)s->open[s->depth - 1].line);
    return s->has_calendar || error_set(s->err, ERROR_INPUT, _("The file is empty."));
}

/* How many bytes are a mark of UTF-8. */
static size_t
mark_of(struct scanning *s, const char *bytes, size_t length)
{
    s->offset = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    return (size_t)s->offset;
}

bool
ics_scan_read(struct ics_scan *scan, const struct spool *bytes, struct error *err)
{
    struct scanning s = { .scan = scan, .err = err };
    char *part = memory_new(1, PART);
    uint64_t offset = 0;
    size_t got = 0;
    bool ok = true;
    scan->hash = HASH_EMPTY;
    do {
        ok = spool_read(bytes, offset, part, PART, &got, err);
        scan->hash = hash_add_many(scan->hash, part, ok ? got : 0);
        const size_t skip = ok && offset == 0 ? mark_of(&s, part, got) : 0;
        ok = ok && take_part(&s, part + skip, got - skip);
        offset += got;
    } while (ok && got == PART);
    ok = ok && finish(&s);
    free(part);
    free(s.tzid);
    buffer_clear(&s.line);
    buffer_clear(&s.physical);
    return ok;
}

void
ics_scan_clear(struct ics_scan *scan)
{
    for (size_t i = 0; i < scan->zone_count; i++)
        free(scan->zones[i].tzid);
    free(scan->zones);
    free(scan->events.items);
    free(scan->zone_hint);
    free(scan->product);
    *scan = (struct ics_scan){ 0 };
}
