/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vendor_line.c - what programs say of an event in properties of their own */
#include "source/vendor_line.h"

#include <strings.h>

#include "source/ics_line.h"

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
is_yes(const char *value)
{
    return strcasecmp(value, "TRUE") == 0 || strcasecmp(value, "1") == 0;
}

bool
vendor_line_take(struct source_event *event, struct ics_line *line)
{
    const char *value = line->text + line->value;

    if ((line->text[0] | ' ') != 'x' || !is_whole_day(line))
        return false;
    event->is_whole_day = is_yes(value);
    return true;
}
