/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_event_of.c - a workshop of ours as an event of a calendar: that of its meeting
 * with what is its own
 */
#include "calendar/workshop_event_of.h"

#include "atelier/domain/whole_name.h"

#include "calendar/calendar_words.h"

static bool
is_off(const struct workshop_event_row *row)
{
    return row->workshop->state == WORKSHOP_CANCELLED;
}

static void
write_summary(const struct workshop_event_row *row, const struct calendar_words *say,
              struct buffer *summary)
{
    const struct meeting *meeting = row->of.meeting;

    buffer_reset(summary);
    if (is_off(row) || meeting->state == MEETING_CANCELLED)
        buffer_addf(summary, "[%s] ", say->workshop_cancelled);
    else if (meeting_waits_for_date(meeting))
        buffer_addf(summary, "[%s] ", say->workshop_postponed);
    buffer_add(summary, row->of.group_code);
    buffer_add(summary, ": ");
    buffer_add(summary, row->workshop->title);
}

/* A line more, if there is a text. */
static void
add_line(struct buffer *description, const char *label, const char *text)
{
    if (!text || !*text)
        return;
    if (description->length > 0)
        buffer_add(description, "\n");
    buffer_add(description, label);
    buffer_add(description, text);
}

static void
write_description(const struct workshop_event_row *row, const char *reason,
                  const struct calendar_words *say, struct buffer *description)
{
    struct buffer leader = { 0 };

    buffer_reset(description);
    add_line(description, "", reason);
    add_line(description, "", row->workshop->description);
    if (row->leader_family)
        whole_name_add_said(row->leader_family, row->leader_given, &leader);
    add_line(description, say->leader, buffer_text(&leader));
    add_line(description, say->speakers, row->speakers);
    add_line(description, say->access, row->of.venue_access);
    buffer_clear(&leader);
}

void
workshop_event_of(struct calendar_event *event, const struct workshop_event_row *row,
                  const struct settings *settings, instant settings_at,
                  struct calendar_texts *texts)
{
    const struct calendar_words *say = &calendar_words[settings->calendar_language];
    const struct workshop *workshop = row->workshop;
    const struct meeting *meeting = row->of.meeting;

    const char *reason = is_off(row) ? workshop->reason : meeting->reason;

    write_summary(row, say, &texts->summary);
    write_description(row, reason, say, &texts->description);
    calendar_event_around(event, &row->of, settings, settings_at, texts);
    event->reason = reason;
    event->uid = workshop->ics_uid;
    event->related = meeting->ics_uid;
    event->is_workshop = true;
    event->sequence += workshop->ics_sequence;
    event->created = workshop->head.created_at;
    event->start = row->start;
    event->end = row->end;
    if (is_off(row)) {
        event->status = CALENDAR_CANCELLED;
        event->transparent = true;
        event->is_pencilled = false;
    }
    calendar_event_say_erased(event, settings, texts);
}
