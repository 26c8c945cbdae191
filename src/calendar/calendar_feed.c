/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_feed.c - what stands before and after the events of a published calendar */
#include "atelier/calendar/calendar_feed.h"

#include "atelier/base/language.h"
#include "atelier/domain/css_colour.h"

/* How often readers should look again. */
enum { REFRESH_HOURS = 6 };

/* RFC 7986 and, with the same text, what older programs look for. */
static void
write_twice(struct content_line *out, const char *name, const char *older,
            const char *text)
{
    content_line_start(out, name);
    content_line_text(out, text);
    content_line_end(out);
    content_line_start(out, older);
    content_line_text(out, text);
    content_line_end(out);
}

static void
add_refresh_hours(struct content_line *out)
{
    content_line_word(out, "PT");
    content_line_number(out, REFRESH_HOURS);
    content_line_word(out, "H");
    content_line_end(out);
}

/* Outlook reads only the second, Apple the first. */
static void
write_refresh(struct content_line *out)
{
    content_line_start(out, "REFRESH-INTERVAL");
    content_line_parameter(out, "VALUE", "DURATION");
    add_refresh_hours(out);
    content_line_start(out, "X-PUBLISHED-TTL");
    add_refresh_hours(out);
}

static void
write_properties(struct content_line *out, const struct calendar_feed *feed)
{
    write_twice(out, "NAME", "X-WR-CALNAME", feed->name);
    write_twice(out, "DESCRIPTION", "X-WR-CALDESC", feed->description);
    content_line_start(out, "URL");
    content_line_uri(out, feed->url);
    content_line_end(out);
    content_line_colour(out, feed->colour);
    content_line_put(out, "X-APPLE-CALENDAR-COLOR", css_colour_code(feed->colour));
    write_refresh(out);
}

void
calendar_feed_begin(struct content_line *out, const struct calendar_feed *feed)
{
    content_line_put(out, "BEGIN", "VCALENDAR");
    content_line_put(out, "VERSION", "2.0");
    content_line_put(out, "PRODID", CALENDAR_FEED_PRODUCT);
    content_line_put(out, "CALSCALE", "GREGORIAN");
    if (feed->has_organizer)
        content_line_put(out, "METHOD", "PUBLISH");
    if (!feed->is_one_event)
        write_properties(out, feed);
}

bool
calendar_feed_end(struct content_line *out, struct error *err)
{
    content_line_put(out, "END", "VCALENDAR");
    if (!content_line_flush(out))
        return error_set(err, ERROR_SYSTEM,
                         _("The calendar could not be written whole."));
    return true;
}
