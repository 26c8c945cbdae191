/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_event.c - writes one VEVENT; the order of the properties is fixed */
#include "atelier/calendar/calendar_event.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/text.h"
#include "atelier/domain/field.h"
#include "atelier/domain/link.h"

static const char *const statuses[] = {
    [CALENDAR_TENTATIVE] = "TENTATIVE",
    [CALENDAR_CONFIRMED] = "CONFIRMED",
    [CALENDAR_CANCELLED] = "CANCELLED",
};

void
calendar_event_settle(struct calendar_event *event, const struct zone *zone,
                      instant since)
{
    event->in_utc = event->start_at < since ||
                    zone_read_local(zone, event->start).match != ZONE_EXACT ||
                    zone_read_local(zone, event->end).match != ZONE_EXACT;
}

/* ---- properties ---- */

/* Six decimals and a point, whatever the locale. */
static void
add_degrees(struct content_line *out, double degrees)
{
    int64_t millionths = (int64_t)(degrees * 1e6 + (degrees < 0 ? -0.5 : 0.5));

    if (millionths < 0)
        content_line_word(out, "-");
    millionths = llabs(millionths);
    content_line_number(out, millionths / 1000000);
    content_line_word(out, ".");
    content_line_digits(out, millionths % 1000000, 6);
}

static void
write_text(struct content_line *out, const char *name, const char *text)
{
    content_line_start(out, name);
    content_line_text(out, text);
    content_line_end(out);
}

static void
write_one_line(struct content_line *out, const char *name, const char *text)
{
    content_line_start(out, name);
    content_line_one_line(out, text);
    content_line_end(out);
}

static void
write_instant(struct content_line *out, const char *name, instant at)
{
    content_line_start(out, name);
    content_line_instant(out, at);
    content_line_end(out);
}

static void
write_date(struct content_line *out, const char *name, struct date date)
{
    content_line_start(out, name);
    content_line_parameter(out, "VALUE", "DATE");
    content_line_date(out, date);
    content_line_end(out);
}

static void
write_local(struct content_line *out, const char *name, const char *zone,
            struct local_time time)
{
    content_line_start(out, name);
    content_line_parameter(out, "TZID", zone);
    content_line_local_time(out, time);
    content_line_end(out);
}

static void
write_times(struct content_line *out, const struct calendar_event *event)
{
    if (event->all_day) {
        struct date last = event->end.date;

        if (date_compare(last, event->start.date) < 0)
            last = event->start.date;
        write_date(out, "DTSTART", event->start.date);
        write_date(out, "DTEND", date_add_days(last, 1)); /* the first day after */
        content_line_put(out, "X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE");
    } else if (event->in_utc) {
        write_instant(out, "DTSTART", event->start_at);
        if (event->end_at > event->start_at)
            write_instant(out, "DTEND", event->end_at);
    } else {
        write_local(out, "DTSTART", event->zone, event->start);
        if (local_time_compare(event->end, event->start) > 0)
            write_local(out, "DTEND", event->zone, event->end);
    }
}

/* "https://example.org/1" is not in "https://example.org/12". */
static bool
has_link(const char *text, const char *link)
{
    const size_t length = link ? strlen(link) : 0;

    for (const char *at = length ? text : NULL; at && (at = strstr(at, link));
         at += length)
        if (!at[length] || strchr(" \n\t,;.!)>\"'", at[length]))
            return true;
    return false;
}

/* Outlook and Gmail do not read CONFERENCE, so the link is the last line of the text,
 * unless the text has it. */
static void
write_description(struct content_line *out, const struct calendar_event *event,
                  const char *link)
{
    if (text_is_blank(event->conference) ||
        has_link(event->description, event->conference)) {
        write_text(out, "DESCRIPTION", event->description);
        return;
    }
    struct buffer text = { 0 };
    if (!text_is_blank(event->description)) {
        buffer_add(&text, event->description);
        buffer_add_char(&text, '\n');
    }
    buffer_add(&text, link);
    write_text(out, "DESCRIPTION", buffer_text(&text));
    buffer_clear(&text);
}

static void
write_conference(struct content_line *out, const struct calendar_event *event)
{
    if (!link_is_allowed(event->conference))
        return;
    content_line_start(out, "CONFERENCE");
    content_line_parameter(out, "VALUE", "URI");
    content_line_word_parameter(
        out, "FEATURE", link_is_phone(event->conference) ? "PHONE" : "VIDEO,AUDIO");
    content_line_parameter(out, "LABEL", event->conference_label);
    content_line_plain_uri(out, event->conference);
    content_line_end(out);
}

/* Without a place the link is the place, for who reads only LOCATION. */
static void
write_where(struct content_line *out, const struct calendar_event *event,
            const char *link)
{
    write_one_line(out, "LOCATION",
                   text_is_blank(event->location) ? link : event->location);
    if (event->place.known) {
        content_line_start(out, "GEO");
        add_degrees(out, event->place.latitude);
        content_line_word(out, ";");
        add_degrees(out, event->place.longitude);
        content_line_end(out);
    }
    write_conference(out, event);
    content_line_start(out, "URL");
    content_line_uri(out, event->url);
    content_line_end(out);
}

static void
write_standing(struct content_line *out, const struct calendar_event *event)
{
    const char *busy = "BUSY";

    if (event->transparent || event->status == CALENDAR_CANCELLED)
        busy = "FREE";
    else if (event->is_pencilled || event->status == CALENDAR_TENTATIVE)
        busy = "TENTATIVE";
    content_line_put(out, "STATUS", statuses[event->status]);
    content_line_put(out, "TRANSP",
                     event->transparent || event->is_pencilled ? "TRANSPARENT"
                                                               : "OPAQUE");
    content_line_put(out, "CLASS",
                     event->access == CALENDAR_PRIVATE ? "PRIVATE" : "PUBLIC");
    content_line_put(out, "X-MICROSOFT-CDO-BUSYSTATUS", busy);
}

bool
calendar_event_can_name(const char *organizer_mail)
{
    return organizer_mail && strchr(organizer_mail, '@');
}

static void
write_organizer(struct content_line *out, const struct calendar_event *event)
{
    if (!calendar_event_can_name(event->organizer_mail))
        return;
    struct buffer address = { 0 };
    buffer_add(&address, "mailto:");
    buffer_add(&address, event->organizer_mail);
    content_line_start(out, "ORGANIZER");
    content_line_parameter(out, "CN", event->organizer_name);
    content_line_uri(out, buffer_text(&address));
    content_line_end(out);
    buffer_clear(&address);
}

static void
write_origin(struct content_line *out, const struct calendar_event *event)
{
    struct buffer sequence = { 0 };

    if (text_is_blank(event->origin))
        return;
    if (event->origin_sequence >= 0)
        buffer_addf(&sequence, "%" PRId64, event->origin_sequence);
    content_line_start(out, CALENDAR_EVENT_ORIGIN);
    content_line_parameter(out, CALENDAR_EVENT_ORIGIN_SEQUENCE, buffer_text(&sequence));
    content_line_text(out, event->origin);
    content_line_end(out);
    buffer_clear(&sequence);
}

/* A reader refuses the whole calendar for one event without these. */
static bool
can_be_told(const struct calendar_event *event)
{
    if (text_is_blank(event->uid))
        return false;
    if (event->in_utc)
        return event->start_at != INSTANT_NONE;
    return (event->all_day || !text_is_blank(event->zone)) &&
           local_time_is_valid(event->start);
}

/* DTSTAMP must be there. */
static instant
stamp(const struct calendar_event *event)
{
    if (event->last_modified != INSTANT_NONE)
        return event->last_modified;
    return event->created != INSTANT_NONE ? event->created : 0;
}

/* A part of a meeting without more is one of its days: who reads it again goes by that.
 */
static void
write_related(struct content_line *out, const struct calendar_event *event)
{
    content_line_start(out, "RELATED-TO");
    if (event->is_workshop)
        content_line_word_parameter(out, "RELTYPE", "PARENT");
    content_line_text(out, event->related);
    content_line_end(out);
}

bool
calendar_event_write(struct content_line *out, const struct calendar_event *event)
{
    if (!can_be_told(event))
        return false;
    content_line_put(out, "BEGIN", "VEVENT");
    write_text(out, "UID", event->uid);
    write_related(out, event);
    write_origin(out, event);
    write_instant(out, "DTSTAMP", stamp(event));
    write_instant(out, "CREATED", event->created);
    write_instant(out, "LAST-MODIFIED", event->last_modified);
    content_line_start(out, "SEQUENCE");
    content_line_number(out, event->sequence > 0 ? event->sequence : 0);
    content_line_end(out);
    write_times(out, event);
    write_one_line(out, "SUMMARY", event->summary);
    struct buffer link = { 0 };
    if (!text_is_blank(event->conference))
        uri_add_small_hex(&link, event->conference);
    write_description(out, event, buffer_text(&link));
    write_one_line(out, CALENDAR_EVENT_REASON, event->reason);
    write_standing(out, event);
    write_where(out, event, buffer_text(&link));
    buffer_clear(&link);

    content_line_start(out, "CATEGORIES");
    for (size_t i = 0; i < event->category_count; i++)
        content_line_one_line(out, event->categories[i]);
    content_line_end(out);
    content_line_colour(out, event->colour);

    write_organizer(out, event);
    write_one_line(out, "CONTACT", event->contact);
    content_line_put(out, "END", "VEVENT");
    return true;
}
