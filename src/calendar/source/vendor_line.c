/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vendor_line.c - what programs say of an event in properties of their own */
#include "source/vendor_line.h"

#include <strings.h>

#include "atelier/base/memory.h"

static bool
is_one_of(const struct ics_line *line, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ics_line_is(line, names[i]))
            return true;
    return false;
}

static bool
is_whole_day(const struct ics_line *line)
{
    static const char *const names[] = { "X-MICROSOFT-CDO-ALLDAYEVENT",
                                         "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT",
                                         "X-FUNAMBOL-ALLDAY" };
    return is_one_of(line, names, sizeof names / sizeof names[0]);
}

static bool
is_conference(const struct ics_line *line)
{
    static const char *const names[] = {
        "X-GOOGLE-CONFERENCE",
        "X-GOOGLE-HANGOUT",
        "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    };
    return is_one_of(line, names, sizeof names / sizeof names[0]);
}

static bool
is_yes(const char *value)
{
    return strcasecmp(value, "TRUE") == 0 || strcasecmp(value, "1") == 0;
}

static void
take_origin(struct source_event *event, struct ics_line *line)
{
    struct buffer sequence = { 0 };

    if (ics_line_parameter(line, CALENDAR_EVENT_ORIGIN_SEQUENCE, &sequence))
        event->origin_sequence = ics_sequence_parse(buffer_text(&sequence));
    ics_text_unescape(line->text + line->value);
    event->origin = memory_copy(line->text + line->value);
    buffer_clear(&sequence);
}

bool
vendor_line_take(struct source_event *event, struct ics_line *line)
{
    const char *value = line->text + line->value;

    if ((line->text[0] | ' ') != 'x')
        return false;
    if (is_whole_day(line))
        event->is_whole_day = is_yes(value);
    else if (ics_line_is(line, "X-MICROSOFT-CDO-BUSYSTATUS"))
        event->is_free = strcasecmp(value, "FREE") == 0;
    else if (ics_line_is(line, CALENDAR_EVENT_REASON) && !event->reason) {
        ics_text_unescape(line->text + line->value);
        event->reason = memory_copy(value);
    } else if (ics_line_is(line, CALENDAR_EVENT_ORIGIN) && !event->origin) {
        take_origin(event, line);
    } else if (is_conference(line) && !event->own_conference) {
        ics_text_unescape(line->text + line->value);
        event->own_conference = memory_copy(value);
    } else
        return false;
    return true;
}
