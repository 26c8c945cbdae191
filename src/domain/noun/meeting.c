/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting.c - the fields of a meeting, and what one row must keep to */
#include "atelier/domain/meeting.h"

#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "atelier/domain/seats.h"
#include "atelier/domain/when.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice meeting_states[] = {
    [MEETING_DRAFT] = { "draft", N_("draft") },
    [MEETING_CONFIRMED] = { "confirmed", N_("confirmed") },
    [MEETING_POSTPONED] = { "postponed", N_("postponed") },
    [MEETING_CANCELLED] = { "cancelled", N_("cancelled") },
    [MEETING_HELD] = { "held", N_("held") },
    [MEETING_CLOSED] = { "closed", N_("closed") },
    { NULL, NULL },
};

const struct choice meeting_modes[] = {
    [MODE_ON_SITE] = { "on-site", N_("on site") },
    [MODE_REMOTE] = { "remote", N_("remote") },
    [MODE_HYBRID] = { "hybrid", N_("hybrid") },
    { NULL, NULL },
};

const struct choice waiting_modes[] = {
    [WAITING_NONE] = { "none", N_("none") },
    [WAITING_PROPOSE] = { "propose", N_("a list; freed seats are offered") },
    [WAITING_AUTOMATIC] = { "automatic", N_("a list; freed seats are given") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct meeting, group),
        .label = N_("Working group"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_WORKING_GROUP,
    },
    {
        FIELD_OF(struct meeting, number),
        .label = N_("Number"),
        .help = N_("counted within the group; empty: the next one"),
        .kind = FIELD_NUMBER,
    },
    {
        FIELD_OF(struct meeting, title),
        .label = N_("Title"),
        .help = N_("e.g. Jobs and digital technology"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct meeting, description),
        .label = N_("Description"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct meeting, start),
        .label = N_("Start"),
        .help = N_("e.g. 16/3 9:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct meeting, end),
        .label = N_("End"),
        .help = N_("e.g. 12:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct meeting, zone),
        .label = N_("Time zone"),
        .help = N_("e.g. Europe/Paris"),
        .kind = FIELD_ZONE,
        .flags = FIELD_REQUIRED | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct meeting, room),
        .label = N_("Room"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .refers_to = ENTITY_ROOM,
    },
    {
        FIELD_OF(struct meeting, place),
        .label = N_("Place"),
        .help = N_("in words, when it is in none of the rooms"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct meeting, link),
        .label = N_("Link"),
        .help = N_("of the video conference: https://, tel: or sip:"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct meeting, mode),
        .label = N_("Mode"),
        .kind = FIELD_CHOICE,
        .choices = meeting_modes,
    },
    {
        FIELD_OF(struct meeting, state),
        .label = N_("State"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED,
        .choices = meeting_states,
    },
    {
        FIELD_OF(struct meeting, reason),
        .label = N_("Reason"),
        .help = N_("why it was postponed or cancelled"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct meeting, postponed_from),
        .label = N_("Postponed from"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct meeting, cancelled_draft),
        .label = N_("Was a draft"),
        .kind = FIELD_BOOLEAN,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct meeting, seats),
        .label = N_("Seats"),
        .help = N_("empty: no limit"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_MAIN | FIELD_PEOPLE,
    },
    {
        FIELD_OF(struct meeting, opens),
        .label = N_("Registration opens"),
        .kind = FIELD_DATE,
    },
    {
        FIELD_OF(struct meeting, closes),
        .label = N_("Registration closes"),
        .help = N_("the last day on which people can register"),
        .kind = FIELD_DATE,
    },
    {
        FIELD_OF(struct meeting, wishes_until),
        .label = N_("Wishes until"),
        .help = N_("the last day on which wishes for workshops count"),
        .kind = FIELD_DATE,
    },
    {
        FIELD_OF(struct meeting, approval),
        .label = N_("Approval"),
        .help = N_("each registration waits for a yes"),
        .kind = FIELD_BOOLEAN,
    },
    {
        FIELD_OF(struct meeting, waiting_list),
        .label = N_("Waiting list"),
        .help = N_("what happens when a seat is freed"),
        .kind = FIELD_CHOICE,
        .choices = waiting_modes,
    },
    {
        FIELD_OF(struct meeting, series),
        .label = N_("Series"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct meeting, start_at),
        .label = N_("Start (UTC)"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct meeting, end_at),
        .label = N_("End (UTC)"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct meeting, ics_uid),
        .label = N_("Calendar identifier"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct meeting, ics_sequence),
        .label = N_("Calendar sequence"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_COUNTED,
    },
    {
        FIELD_OF(struct meeting, source_uid),
        .label = N_("Imported from"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct meeting, source_start),
        .label = N_("Start there"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct meeting, source_hash),
        .label = N_("Version there"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct meeting, source_sequence),
        .label = N_("Sequence there"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct meeting, source_stamp),
        .label = N_("Written there"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
};

/* Clocks that are put back in the meeting may show no later hour at its end.  Instants of
 * other hours, which were typed over since, are told by what no clock is put back. */
static bool
is_over_clock_change(const struct meeting *meeting)
{
    enum { SECONDS_A_MINUTE = 60, MOST_PUT_BACK = 3 * 60 * 60 };

    if (meeting->start_at == INSTANT_NONE || meeting->end_at == INSTANT_NONE ||
        meeting->end_at <= meeting->start_at)
        return false;
    const int64_t shown =
        local_time_minutes(meeting->start, meeting->end) * SECONDS_A_MINUTE;
    return meeting->end_at - meeting->start_at - shown <= MOST_PUT_BACK;
}

static bool
meeting_check(const void *record, struct error *err)
{
    const struct meeting *meeting = record;

    if (local_time_compare(meeting->start, meeting->end) >= 0 &&
        !is_over_clock_change(meeting))
        return error_set_field(
            err, ERROR_RULE, "end",
            _("The end must be after the start; correct one of them."));
    if (meeting->number != NUMBER_NONE && meeting->number < 1)
        return error_set_field(err, ERROR_INPUT, "number",
                               _("Meetings are numbered from 1; correct the number."));
    if (!seats_check(meeting->seats, "seats", err))
        return false;
    if (!date_is_none(meeting->opens) && !date_is_none(meeting->closes) &&
        date_compare(meeting->opens, meeting->closes) > 0)
        return error_set_field(
            err, ERROR_RULE, "closes",
            _("Registration cannot close before it opens; correct one of the days."));
    return true;
}

static void
meeting_title(const void *record, struct buffer *buffer)
{
    const struct meeting *meeting = record;

    buffer_add(buffer, meeting->title);
    if (local_time_is_none(meeting->start))
        return;
    buffer_add(buffer, " (");
    when_format_day(meeting->start.date, buffer);
    buffer_add_char(buffer, ')');
}

static const struct unique uniques[] = {
    { "meeting.group, meeting.number", "number",
      N_("The group has a meeting of this number already.") },
    { "meeting.source_uid, meeting.source_start", "source_uid",
      N_("This event of the other calendar is a meeting already: it was imported "
         "again.") },
    { 0 },
};

static bool
is_undecided(const void *record)
{
    return meeting_is_undecided(record);
}

static bool
needs_room(const void *record)
{
    return meeting_takes_place(record);
}

static const struct mark marks[] = {
    { "undecided", is_undecided },
    { "needs_room", needs_room },
    { 0 },
};

const struct entity meeting_entity = {
    .kind = ENTITY_MEETING,
    .number = 9,
    .name = "meeting",
    .label = N_("Meeting"),
    .plural = N_("Meetings"),
    .another = N_("New meeting"),
    ENTITY_OF(struct meeting, fields),
    .check = meeting_check,
    .title = meeting_title,
    .marks = marks,
    .listing = LISTING_MEETING,
    .only_by_id = true,
    .unknown_id = N_("No meeting has the id %s.  “atelier meeting list” shows them."),
    .unknown_name = N_("“%s” is not a meeting's id.  “atelier meeting list” shows them."),
    .needed = N_("People are on the list of this meeting.  Cancel it instead: they will "
                 "see that it was cancelled."),
    .uniques = uniques,
};
