/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event_lines.c - the times and lists of an event, from its lines */
#include "source/event_lines.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/calendar/calendar_source.h"
#include "atelier/domain/field.h"
#include "source/ical_time.h"
#include "source/vendor_line.h"

enum { LIST_LIMIT = 20000 }; /* values of one event */

static bool
refuse_value(struct event_lines *lines, const struct ics_line *line, const char *value,
             struct error *err)
{
    if (strchr(value, ':') && ics_line_parameter(line, "TZID", &lines->parameter))
        return error_set(err, ERROR_INPUT,
                         _("Line %lld: the name of a time zone that holds a colon is to "
                           "stand in quotes (TZID=\"…\"), before “%.60s”."),
                         (long long)line->number, value);
    return error_set(err, ERROR_INPUT,
                     _("Line %lld: “%.60s” is not a time that a calendar can hold."),
                     (long long)line->number, value);
}

/* Reads one value with the line's zone. */
static bool
read_time(struct event_lines *lines, const struct ics_line *line, const char *value,
          struct source_time *time, struct error *err)
{
    if (!ics_time_parse(value, time))
        return refuse_value(lines, line, value, err);
    if (time->local.date.year < OCCURRENCE_FIRST_YEAR ||
        time->local.date.year > OCCURRENCE_LAST_YEAR)
        return error_set(err, ERROR_INPUT,
                         _("Line %lld: the year %d is not one of a meeting."),
                         (long long)line->number, time->local.date.year);
    if (time->kind != SOURCE_FLOATING ||
        !ics_line_parameter(line, "TZID", &lines->parameter))
        return true;
    time->zone = source_zones_find(lines->zones, buffer_text(&lines->parameter),
                                   line->number, time->local.date.year, err);
    time->kind = SOURCE_IN_ZONE;
    return time->zone;
}

static bool
read_one_time(struct event_lines *lines, const struct ics_line *line,
              struct source_time *time, struct error *err)
{
    return read_time(lines, line, line->text + line->value, time, err);
}

/* The second half of a PERIOD: an end, or how long. */
static bool
read_period_end(struct event_lines *lines, const struct ics_line *line, const char *text,
                struct source_period *period, struct error *err)
{
    if (*text == 'P' || *text == 'p')
        return ics_duration_parse(text, &period->duration) ||
               refuse_value(lines, line, text, err);
    return read_time(lines, line, text, &period->end, err);
}

static bool
read_times(struct event_lines *lines, const struct ics_line *line,
           struct source_period_list *list, struct error *err)
{
    char *rest = line->text + line->value;
    char *value;
    while ((value = ics_list_next(&rest))) {
        struct source_period period = { 0 };
        char *until = strchr(value, '/');
        if (until)
            *until++ = '\0';
        if (list->count == LIST_LIMIT)
            return error_set(err, ERROR_INPUT,
                             _("Line %lld: the event lists more than %d times."),
                             (long long)line->number, LIST_LIMIT);
        if (!read_time(lines, line, value, &period.start, err) ||
            (until && !read_period_end(lines, line, until, &period, err)))
            return false;
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof(*list->items));
        list->items[list->count++] = period;
    }
    return true;
}

static void
add_text(struct source_text_list *list, const char *text)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = memory_copy(text);
}

static void
read_categories(struct source_event *event, const struct ics_line *line)
{
    char *rest = line->text + line->value;
    char *value;
    while ((value = ics_list_next(&rest)) && event->categories.count < LIST_LIMIT) {
        ics_text_unescape(value);
        if (*value)
            add_text(&event->categories, value);
    }
}

static bool
read_recurrence(struct event_lines *lines, const struct ics_line *line, struct error *err)
{
    struct source_event *event = lines->event;
    event->and_later = ics_line_parameter(line, "RANGE", &lines->parameter) &&
                       strcasecmp(buffer_text(&lines->parameter), "THISANDFUTURE") == 0;
    return read_one_time(lines, line, &event->recurrence, err);
}

/* A telephone may stand in front of the video. */
static void
read_conference(struct source_event *event, const char *value)
{
    const bool is_web = strncasecmp(value, "http", strlen("http")) == 0;

    if (!event->conference ||
        (is_web && strncasecmp(event->conference, "http", strlen("http")) != 0))
        memory_replace(&event->conference, value);
}

static void
read_related(struct event_lines *lines, const struct ics_line *line, const char *value)
{
    struct source_event *event = lines->event;

    event->related = memory_copy(value);
    event->names_parent = ics_line_parameter(line, "RELTYPE", &lines->parameter) &&
                          strcasecmp(buffer_text(&lines->parameter), "PARENT") == 0;
}

static bool
read_rule(struct source_event *event, const struct ics_line *line, struct error *err)
{
    enum { RULES = 10 };
    if (event->rules.count == RULES)
        return error_set(err, ERROR_INPUT,
                         _("Line %lld: an event cannot have more than %d rules."),
                         (long long)line->number, RULES);
    add_text(&event->rules, line->text + line->value);
    return true;
}

/* In UTC, to the second; what cannot be read is not told. */
static instant
read_stamp(const char *value)
{
    enum { SECONDS = 13 };
    struct source_time time;
    if (!ics_time_parse(value, &time) || time.kind == SOURCE_DATE)
        return INSTANT_NONE;
    return local_time_to_instant(time.local) + (value[SECONDS] - '0') * 10 +
           (value[SECONDS + 1] - '0');
}

/* Whether the line is named so that nobody may do without it: when the event takes place,
 * which one it is, whether it is off. */
static bool
is_needed(const struct ics_line *line)
{
    static const char *const names[] = { "DTSTART", "DTEND",         "DURATION", "RRULE",
                                         "RDATE",   "RECURRENCE-ID", "EXDATE",   "EXRULE",
                                         "UID",     "STATUS" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncasecmp(line->text, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

bool
event_lines_do_without(struct source_event *event, const struct ics_line *line,
                       const struct error *why, struct error *err)
{
    if (is_needed(line))
        return error_pass(err, why);
    source_event_add_wrong(event, why->message);
    return true;
}

static bool
refuse_line(struct source_event *event, const struct ics_line *line, struct error *err)
{
    struct error why = { 0 };

    (void)error_set(&why, ERROR_INPUT,
                    _("Line %lld: “%.40s” is not a property of an event."),
                    (long long)line->number, line->text);
    return event_lines_do_without(event, line, &why, err);
}

/* Beside an end it is one word too many: it is that end that counts. */
static bool
read_duration(struct event_lines *lines, const struct ics_line *line)
{
    return ics_duration_parse(line->text + line->value, &lines->event->duration) ||
           refuse_value(lines, line, line->text + line->value, &lines->wrong_duration);
}

bool
event_lines_take(struct event_lines *lines, struct ics_line *line, struct error *err)
{
    struct source_event *event = lines->event;
    if (!line->value)
        return refuse_line(event, line, err);
    const char *value = line->text + line->value;
    if (vendor_line_take(event, line))
        return true;
    if (ics_line_is(line, "DTSTART"))
        return read_one_time(lines, line, &event->start, err);
    if (ics_line_is(line, "DTEND"))
        return read_one_time(lines, line, &event->end, err);
    if (ics_line_is(line, "DURATION")) {
        (void)read_duration(lines, line);
        return true;
    }
    if (ics_line_is(line, "RECURRENCE-ID"))
        return read_recurrence(lines, line, err);
    if (ics_line_is(line, "RRULE"))
        return read_rule(event, line, err);
    if (ics_line_is(line, "EXRULE"))
        return error_set(err, ERROR_INPUT,
                         _("Line %lld: rules that take days out (EXRULE) are not read; "
                           "let the other program write the days."),
                         (long long)line->number);
    if (!*value && (ics_line_is(line, "RDATE") || ics_line_is(line, "EXDATE")))
        return true; /* no day is named */
    if (ics_line_is(line, "RDATE"))
        return read_times(lines, line, &event->added, err);
    if (ics_line_is(line, "EXDATE"))
        return read_times(lines, line, &event->removed, err);
    if (ics_line_is(line, "DTSTAMP"))
        event->stamp = read_stamp(value);
    else if (ics_line_is(line, "SEQUENCE"))
        event->sequence = ics_sequence_parse(value);
    else if (ics_line_is(line, "CATEGORIES"))
        read_categories(event, line);
    else if (ics_line_is(line, "CONFERENCE"))
        read_conference(event, value);
    else if (ics_line_is(line, "COMMENT"))
        event->has_comments = event->has_comments ||
                              !ics_line_parameter(line, "X-REASON-BY", &lines->parameter);
    else if (ics_line_is(line, "ATTACH"))
        event->has_attachments = true;
    else if (ics_line_is(line, "RELATED-TO") && !event->related)
        read_related(lines, line, value);
    return true;
}

bool
event_lines_check(const struct event_lines *lines, struct error *err)
{
    struct source_event *event = lines->event;
    const struct source_time *start = &event->start;
    const struct source_time *end = &event->end;
    if (start->kind == SOURCE_NO_TIME)
        return error_set(err, ERROR_INPUT,
                         _("Line %lld: this event has no start (DTSTART)."),
                         (long long)event->line);
    if (end->kind == SOURCE_NO_TIME)
        return !lines->wrong_duration.kind || error_pass(err, &lines->wrong_duration);
    if (lines->wrong_duration.kind)
        source_event_add_wrong(event, lines->wrong_duration.message);
    if ((start->kind == SOURCE_DATE) != (end->kind == SOURCE_DATE))
        return error_set(err, ERROR_INPUT,
                         _("Line %lld: this event starts at a time and ends on a day, or "
                           "the other way round."),
                         (long long)event->line);
    return source_time_compare(start, end) <= 0 ||
           error_set(err, ERROR_INPUT, _("Line %lld: this event ends before it starts."),
                     (long long)event->line);
}

void
event_lines_clear(struct event_lines *lines)
{
    buffer_clear(&lines->parameter);
}
