/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_event_of.c - a meeting of ours as an event of a calendar */
#include "calendar/calendar_event_of.h"

static enum calendar_status
status_of(enum meeting_state state)
{
    switch (state) {
    case MEETING_DRAFT:
    case MEETING_POSTPONED:
        return CALENDAR_TENTATIVE;
    case MEETING_CONFIRMED:
    case MEETING_HELD:
    case MEETING_CLOSED:
        return CALENDAR_CONFIRMED;
    case MEETING_CANCELLED:
        return CALENDAR_CANCELLED;
    }
    return CALENDAR_CONFIRMED;
}

static void
add_part(struct buffer *buffer, const char *part)
{
    if (!part || !*part)
        return;
    if (buffer->length > 0)
        buffer_add(buffer, ", ");
    buffer_add(buffer, part);
}

/* Room, venue, address; else the place in words. */
static void
write_location(const struct calendar_row *row, struct buffer *location)
{
    add_part(location, row->room_name);
    add_part(location, row->venue_name);
    add_part(location, row->venue_address);
    if (location->length == 0)
        add_part(location, row->meeting->place);
}

static void
write_description(const struct meeting *meeting, struct buffer *description)
{
    if (meeting->reason)
        buffer_addf(description, "%s\n", meeting->reason);
    if (meeting->description)
        buffer_addf(description, "%s\n", meeting->description);
    while (description->length > 0 && description->text[description->length - 1] == '\n')
        description->text[--description->length] = '\0';
}

/* Nobody takes a train for a seat that they may not have. */
static void
pencil_in(struct calendar_event *event)
{
    if (event->status == CALENDAR_CONFIRMED)
        event->status = CALENDAR_TENTATIVE;
    event->is_pencilled = event->status == CALENDAR_TENTATIVE;
}

/* The settings too are in the event: its organiser. */
static instant
newest(instant a, instant b)
{
    return a > b ? a : b;
}

void
calendar_event_of(struct calendar_event *event, const struct calendar_row *row,
                  const struct settings *settings, struct calendar_texts *texts)
{
    const struct meeting *meeting = row->meeting;

    buffer_reset(&texts->summary);
    buffer_reset(&texts->description);
    buffer_reset(&texts->location);
    buffer_addf(&texts->summary, "%s: %s", row->group_code, meeting->title);
    write_location(row, &texts->location);
    write_description(meeting, &texts->description);
    texts->categories[0] = row->group_name;

    *event = (struct calendar_event){
        .uid = meeting->ics_uid,
        .sequence = meeting->ics_sequence,
        .created = meeting->head.created_at,
        .last_modified = newest(row->changed_at, settings->head.changed_at),
        .start = meeting->start,
        .end = meeting->end,
        .zone = meeting->zone,
        .start_at = meeting->start_at,
        .end_at = meeting->end_at,
        .summary = buffer_text(&texts->summary),
        .description = buffer_text(&texts->description),
        .location = buffer_text(&texts->location),
        .conference = meeting->link,
        .categories = texts->categories,
        .category_count = row->group_name ? 1 : 0,
        .colour = row->colour,
        .organizer_name = settings->organiser_name,
        .organizer_mail = settings->organiser_email,
        .status = status_of(meeting->state),
        .transparent = meeting->state == MEETING_CANCELLED,
        .access = CALENDAR_PUBLIC,
    };
    coordinates_parse(row->geo, &event->place);
    if (row->is_of_person && row->standing != REGISTRATION_ACCEPTED)
        pencil_in(event);
}

void
calendar_texts_clear(struct calendar_texts *texts)
{
    buffer_clear(&texts->summary);
    buffer_clear(&texts->description);
    buffer_clear(&texts->location);
}
