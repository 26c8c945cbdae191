/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_copy.c - events of a file written again, as they stand there
 *
 * Nothing is interpreted: what could not be read is what its author has to see.  Lines
 * end as RFC 5545 says, and control characters are dropped, as they are in reading.
 */
#include "source/calendar_copy.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "source/ics_line.h"
#include "source/part_reader.h"

/* By what a remark is known when its file comes back: it may not hold any more. */
#define MARK "X-REASON-BY"
#define MARK_VALUE "atelier"
#define MARKED "COMMENT;" MARK "=" MARK_VALUE ":"

struct writer {
    const struct calendar_copy *copy;
    struct content_line out;
    struct part_reader parts;
    struct buffer text;  /* the part that is being written */
    struct buffer zones; /* the names that the parts give, each ended by a line break */
    struct error *err;
};

/* A line that grows from what stands between breaks, as the reader takes it. */
struct line_growth {
    bool continues;
    bool is_remark; /* of ours, from an earlier time */
    size_t read;    /* bytes of it so far */
    size_t written;
};

/* --- what is written */

void
calendar_copy_add_event(struct calendar_copy *copy, size_t first, size_t count)
{
    copy->event = copy->count;
    copy->parts = memory_grow(copy->parts, &copy->capacity, copy->count + count,
                              sizeof copy->parts[0]);
    for (size_t i = 0; i < count; i++)
        copy->parts[copy->count++] =
            (struct copied_part){ .part = &copy->scan->events.items[first + i] };
}

void
calendar_copy_add_remark(struct calendar_copy *copy, int64_t line, const char *text)
{
    struct copied_part *part = &copy->parts[copy->event];

    for (size_t i = copy->event; i < copy->count; i++)
        if (copy->parts[i].part->line == line)
            part = &copy->parts[i];
    part->remarks = memory_grow(part->remarks, &part->remark_capacity,
                                part->remark_count + 1, sizeof part->remarks[0]);
    part->remarks[part->remark_count++] = text;
}

void
calendar_copy_clear(struct calendar_copy *copy)
{
    for (size_t i = 0; i < copy->count; i++)
        free(copy->parts[i].remarks);
    free(copy->parts);
    *copy = (struct calendar_copy){ 0 };
}

/* --- a part of the file */

static bool
read_part(struct writer *w, const struct ics_part *part)
{
    return part_reader_read(&w->parts, part, &w->text, w->err);
}

static bool
send(struct writer *w, const char *text, size_t length)
{
    return w->out.sink.write(w->out.sink.context, text, length);
}

static bool
write_remarks(struct writer *w, const struct copied_part *part)
{
    for (size_t i = 0; i < part->remark_count; i++) {
        content_line_start(&w->out, "COMMENT");
        content_line_parameter(&w->out, MARK, MARK_VALUE);
        content_line_text(&w->out, part->remarks[i]);
        content_line_end(&w->out);
    }
    return content_line_flush(&w->out);
}

static bool
is_remark(const char *text, size_t length)
{
    return length >= strlen(MARKED) && strncasecmp(text, MARKED, strlen(MARKED)) == 0;
}

/* What stands between two breaks.  An empty line stays, for a blank behind it continues
 * nothing; one of control characters alone is dropped, and what continues it begins. */
static bool
write_physical(struct writer *w, char *text, size_t length, struct line_growth *line)
{
    const bool is_empty = length == 0 && !line->continues;
    const size_t skip = line->continues && line->written == 0;
    const size_t kept = ics_line_clean(text + skip, length - skip);

    line->written += kept;
    return line->is_remark || (kept == 0 && !is_empty) ||
           (send(w, text + skip, kept) && send(w, "\r\n", 2));
}

/* The remarks come in the place of earlier ones.  They stand behind the first line, which
 * a blank may continue: properties come in front of alarms. */
static bool
write_text(struct writer *w, const struct copied_part *said)
{
    char *at = w->text.text;
    char *const end = at + w->text.length;
    struct line_growth line = { 0 };
    bool is_said = false;
    bool ok = true;

    for (size_t number = 0; ok && at < end; number++) {
        char *stop = memchr(at, '\n', (size_t)(end - at));
        char *const next = stop ? stop + 1 : end;
        size_t length = (size_t)((stop ? stop : end) - at);
        line.continues = ics_line_continues(at, end, line.read);
        if (number > 0 && !is_said && !line.continues) {
            ok = !said || write_remarks(w, said);
            is_said = true;
        }
        if (length > 0 && at[length - 1] == '\r')
            length--;
        if (!line.continues)
            line = (struct line_growth){ .is_remark = is_remark(at, length) };
        line.read += length - line.continues;
        ok = ok && write_physical(w, at, length, &line);
        at = next;
    }
    return ok || error_set(w->err, ERROR_SYSTEM, _("The file cannot be written."));
}

/* --- the zones that the parts name */

static bool
names_zone(const struct buffer *zones, const char *tzid)
{
    const size_t length = strlen(tzid);

    for (const char *at = buffer_text(zones); *at; at += strcspn(at, "\n") + 1)
        if (strncmp(at, tzid, length) == 0 && at[length] == '\n')
            return true;
    return false;
}

static void
note_zones(struct writer *w)
{
    struct ics_cursor cursor = { .at = w->text.text,
                                 .end = w->text.text + w->text.length };
    struct buffer tzid = { 0 };
    struct ics_line line;

    while (ics_cursor_next(&cursor, &line)) {
        if (line.value && ics_line_parameter(&line, "TZID", &tzid) &&
            !names_zone(&w->zones, buffer_text(&tzid)))
            buffer_addf(&w->zones, "%s\n", buffer_text(&tzid));
        buffer_reset(&tzid);
    }
    buffer_clear(&tzid);
}

/* Each once, though several calendars of the file may describe it. */
static bool
write_zones(struct writer *w)
{
    const struct ics_scan *scan = w->copy->scan;
    struct buffer written = { 0 };
    bool ok = true;

    for (size_t i = 0; ok && i < scan->zone_count; i++) {
        const char *tzid = scan->zones[i].tzid;
        if (!names_zone(&w->zones, tzid) || names_zone(&written, tzid))
            continue;
        buffer_addf(&written, "%s\n", tzid);
        ok = read_part(w, &scan->zones[i].part) && write_text(w, NULL);
    }
    buffer_clear(&written);
    return ok;
}

/* --- a calendar */

static void
begin_calendar(struct writer *w, bool is_cancel)
{
    content_line_put(&w->out, "BEGIN", "VCALENDAR");
    content_line_put(&w->out, "VERSION", "2.0");
    content_line_put(&w->out, "PRODID", "-//atelier//left out//EN");
    if (is_cancel)
        content_line_put(&w->out, "METHOD", "CANCEL");
    if (w->copy->scan->zone_hint) {
        content_line_start(&w->out, "X-WR-TIMEZONE");
        content_line_text(&w->out, w->copy->scan->zone_hint);
        content_line_end(&w->out);
    }
}

/* The parts that a message took back, or the others; nothing when there is none. */
static bool
write_calendar(struct writer *w, bool is_cancel)
{
    const struct calendar_copy *copy = w->copy;
    size_t count = 0;
    bool ok = true;

    buffer_reset(&w->zones);
    for (size_t i = 0; ok && i < copy->count; i++) {
        if (copy->parts[i].part->is_cancel != is_cancel)
            continue;
        ok = read_part(w, copy->parts[i].part);
        if (ok)
            note_zones(w);
        count++;
    }
    if (!ok || count == 0)
        return ok;
    begin_calendar(w, is_cancel);
    ok = content_line_flush(&w->out) && write_zones(w);
    for (size_t i = 0; ok && i < copy->count; i++)
        if (copy->parts[i].part->is_cancel == is_cancel)
            ok = read_part(w, copy->parts[i].part) && write_text(w, &copy->parts[i]);
    content_line_put(&w->out, "END", "VCALENDAR");
    return ok && content_line_flush(&w->out);
}

bool
calendar_copy_write(const struct calendar_copy *copy, struct ics_sink sink,
                    struct error *err)
{
    struct writer w = { .copy = copy, .parts.bytes = copy->bytes, .err = err };

    content_line_init(&w.out, sink);
    const bool ok = write_calendar(&w, false) && write_calendar(&w, true);
    content_line_clear(&w.out);
    part_reader_clear(&w.parts);
    buffer_clear(&w.text);
    buffer_clear(&w.zones);
    return ok;
}
