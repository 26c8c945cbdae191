/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_event_of.c - a meeting of ours as an event of a calendar */
#include "calendar/calendar_event_of.h"

#include <string.h>

#include "atelier/domain/erased_mark.h"
#include "atelier/domain/whole_name.h"
#include "calendar/calendar_words.h"
#include "calendar/origin_uid.h"

static const enum calendar_status statuses[] = {
    [MEETING_STATUS_TENTATIVE] = CALENDAR_TENTATIVE,
    [MEETING_STATUS_CONFIRMED] = CALENDAR_CONFIRMED,
    [MEETING_STATUS_CANCELLED] = CALENDAR_CANCELLED,
};

/* The meeting, or this day of it. */
static bool
is_cancelled(const struct calendar_row *row)
{
    return row->meeting->state == MEETING_CANCELLED || (row->day && row->day->is_gone);
}

/* Programs that drop STATUS, and people who look at the title alone, read it there. */
static const char *
word_of(const struct calendar_row *row, const struct calendar_words *say)
{
    const struct meeting *meeting = row->meeting;

    if (is_cancelled(row))
        return say->cancelled;
    return meeting_waits_for_date(meeting) ? say->postponed : NULL;
}

static void
write_summary(const struct calendar_row *row, const struct calendar_words *say,
              struct buffer *summary)
{
    const char *word = word_of(row, say);

    if (word)
        buffer_addf(summary, "[%s] ", word);
    buffer_add(summary, row->group_code);
    buffer_add(summary, ": ");
    buffer_add(summary, row->meeting->title);
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
add_line(struct buffer *description, const char *line)
{
    buffer_add(description, line);
    buffer_add_char(description, '\n');
}

static void
write_chair(const struct calendar_row *row, const struct calendar_words *say,
            struct buffer *description)
{
    if (!row->chair_family)
        return;
    buffer_add(description, say->chair);
    whole_name_add_said(row->chair_family, row->chair_given, description);
    buffer_add_char(description, '\n');
}

static void
write_description(const struct calendar_row *row, const struct calendar_words *say,
                  struct buffer *description)
{
    const struct meeting *meeting = row->meeting;

    if (meeting->reason)
        add_line(description, meeting->reason);
    if (meeting->description)
        add_line(description, meeting->description);
    write_chair(row, say, description);
    if (row->venue_access) {
        buffer_add(description, say->access);
        add_line(description, row->venue_access);
    }
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

/* The event that it came from, when this program made it: the UIDs of other programs may
 * say whose calendar they are of, and are nobody else's business. */
static const char *
origin_of(const struct calendar_row *row)
{
    const char *uid = row->meeting->source_uid;

    return row->is_whole_source && origin_uid_is_one(uid) ? uid : NULL;
}

static void
take_day(struct calendar_event *event, const struct meeting_day *day,
         const struct meeting *meeting)
{
    event->uid = day->uid;
    event->related = strcmp(day->uid, meeting->ics_uid) != 0 ? meeting->ics_uid : NULL;
    event->origin = event->related ? NULL : event->origin;
    event->sequence += day->sequence - (day->is_gone ? meeting->ics_sequence : 0);
    event->start = day->start;
    event->end = day->end;
    if (day->is_gone)
        event->status = CALENDAR_CANCELLED;
}

void
calendar_event_around(struct calendar_event *event, const struct calendar_row *row,
                      const struct settings *settings, instant settings_at,
                      struct calendar_texts *texts)
{
    const struct meeting *meeting = row->meeting;

    buffer_reset(&texts->location);
    buffer_reset(&texts->contact);
    write_location(row, &texts->location);
    add_part(&texts->contact, settings->organiser_name);
    add_part(&texts->contact, settings->organiser_email);
    texts->categories[0] = row->group_name;

    *event = (struct calendar_event){
        .uid = meeting->ics_uid,
        .origin = origin_of(row),
        .origin_sequence = meeting->source_sequence,
        .sequence = meeting->ics_sequence + row->own_sequence,
        .created = meeting->head.created_at,
        .last_modified = newest(row->changed_at, settings_at),
        .start = meeting->start,
        .end = meeting->end,
        .zone = meeting->zone,
        .start_at = meeting->start_at,
        .end_at = meeting->end_at,
        .summary = buffer_text(&texts->summary),
        .description = buffer_text(&texts->description),
        .reason = meeting->reason,
        .location = buffer_text(&texts->location),
        .conference = meeting->link,
        .categories = texts->categories,
        .category_count = row->group_name ? 1 : 0,
        .colour = row->colour,
        .organizer_name = settings->organiser_name,
        .organizer_mail = settings->organiser_email,
        .contact = buffer_text(&texts->contact),
        .status = statuses[meeting_status(meeting->state)],
        .transparent = is_cancelled(row) || meeting_waits_for_date(meeting),
        .access = CALENDAR_PUBLIC,
    };
    coordinates_parse(row->geo, &event->place);
    if (row->day)
        take_day(event, row->day, meeting);
    if (row->is_of_person &&
        registration_status(row->standing) != REGISTRATION_STATUS_CONFIRMED)
        pencil_in(event);
}

void
calendar_event_of(struct calendar_event *event, const struct calendar_row *row,
                  const struct settings *settings, instant settings_at,
                  struct calendar_texts *texts)
{
    const struct calendar_words *say = &calendar_words[settings->calendar_language];

    buffer_reset(&texts->summary);
    buffer_reset(&texts->description);
    write_summary(row, say, &texts->summary);
    write_description(row, say, &texts->description);
    calendar_event_around(event, row, settings, settings_at, texts);
    calendar_event_say_erased(event, settings, texts);
}

/* A text that the row has is copied only when there is something to say. */
static const char *
say(const char *language, const char *text, struct buffer *said)
{
    if (!erased_mark_stands_in(text))
        return text;
    buffer_reset(said);
    erased_mark_show_in(language, text, said);
    return buffer_text(said);
}

void
calendar_event_say_erased(struct calendar_event *event, const struct settings *settings,
                          struct calendar_texts *texts)
{
    const char *language = calendar_languages[settings->calendar_language].name;

    erased_mark_say_in(language, &texts->summary);
    erased_mark_say_in(language, &texts->description);
    erased_mark_say_in(language, &texts->location);
    erased_mark_say_in(language, &texts->contact);
    event->summary = buffer_text(&texts->summary);
    event->description = buffer_text(&texts->description);
    event->location = buffer_text(&texts->location);
    event->contact = buffer_text(&texts->contact);
    event->organizer_name = say(language, event->organizer_name, &texts->organiser);
    event->reason = say(language, event->reason, &texts->reason);
    texts->categories[0] = say(language, texts->categories[0], &texts->category);
}

void
calendar_texts_clear(struct calendar_texts *texts)
{
    buffer_clear(&texts->summary);
    buffer_clear(&texts->description);
    buffer_clear(&texts->location);
    buffer_clear(&texts->contact);
    buffer_clear(&texts->reason);
    buffer_clear(&texts->category);
    buffer_clear(&texts->organiser);
}
