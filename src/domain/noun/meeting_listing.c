/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_listing.c - meetings as rows: in their own lists, and by day in the calendar */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "listing_column.h"

static void
add_last_act(const char *login, const char *act, struct buffer *buffer)
{
    const int number = act ? choice_find(journal_acts, act) : -1;

    if (login && number >= 0)
        buffer_addf(buffer, _("%s: %s"), login, _(journal_acts[number].label));
}

static void
add_span(const char *from, const char *to, struct buffer *buffer)
{
    struct local_time start, end;

    if (local_time_parse(from, &start) && local_time_parse(to, &end))
        when_format_span(start, end, buffer);
}

static void
add_taken(const char *taken, const char *seats, struct buffer *buffer)
{
    buffer_addf(buffer, _("%lld of %lld"), strtoll(taken, NULL, 10),
                strtoll(seats, NULL, 10));
}

static void
add_day(const char *canonical, struct buffer *buffer)
{
    struct date day;

    if (date_parse(canonical, &day))
        when_format_date(day, WHEN_SHORT, buffer);
}

/* "09:30–17:00" of "2027-03-16T09:30/2027-03-16T17:00"; an end on another day has its
 * day. */
static void
add_hours(const char *canonical, struct buffer *buffer)
{
    const char *stroke = strchr(canonical, '/');
    struct local_time start, end;

    if (!stroke || !local_time_parse(stroke + 1, &end))
        return;
    char *first = memory_copy_part(canonical, (size_t)(stroke - canonical));
    if (local_time_parse(first, &start)) {
        buffer_addf(buffer, "%02d:%02d–", start.hour, start.minute);
        if (date_compare(start.date, end.date) != 0) {
            when_format_brief_day(end.date, buffer);
            buffer_add_char(buffer, ' ');
        }
        buffer_addf(buffer, "%02d:%02d", end.hour, end.minute);
    }
    free(first);
}

/* `location` is what people see: the room and its venue, or the place in words.  `wide`
 * is what the title would like, `rank` the priority of who comes. */
#define MEETING_COLUMNS(wide, rank)                                                      \
    ELSEWHERE("zone"), HIDDEN("group", FIELD_REFERENCE),                                 \
        COLUMN("group_code", N_("Group"), FIELD_TEXT, 7, 12, 1),                         \
        HIDDEN("number", FIELD_NUMBER),                                                  \
        COLUMN("title", N_("Title"), FIELD_TEXT, wide, 0, 1),                            \
        HIDDEN("room", FIELD_REFERENCE), HIDDEN("room_name", FIELD_TEXT),                \
        HIDDEN("venue_name", FIELD_TEXT), HIDDEN("place", FIELD_TEXT),                   \
        COLUMN("location", N_("Place"), FIELD_TEXT, 20, 36, 4),                          \
        CHOICE("mode", N_("Mode"), meeting_modes, 9, 7),                                 \
        BESIDE("link", N_("Link"), FIELD_TEXT),                                          \
        CHOICE("state", N_("State"), meeting_states, 10, 1),                             \
        BESIDE("quotas", N_("Quotas"), FIELD_NUMBER),                                    \
        BESIDE("closes", N_("Closes"), FIELD_DATE),                                      \
        BESIDE("chair_name", N_("Chair"), FIELD_TEXT),                                   \
        { .name = "taken",                                                               \
          .label = N_("Taken"),                                                          \
          .kind = FIELD_NUMBER,                                                          \
          .width = 6,                                                                    \
          .most = 6,                                                                     \
          .priority = rank,                                                              \
          .with_next = add_taken },                                                      \
        COUNT("seats", N_("Seats"), 6, rank), COUNT("free", N_("Free"), 6, 3),           \
        COUNT("invited", N_("Invited"), 8, 5), COUNT("waiting", N_("Waiting"), 8, 3),    \
        COUNT("pending", N_("Pending"), 8, 3), COUNT("accepted", N_("Accepted"), 9, 6),  \
        HIDDEN("start_at", FIELD_INSTANT), HIDDEN("end_at", FIELD_INSTANT),              \
        BESIDE("last_act_at", N_("Changed"), FIELD_INSTANT),                             \
        { .name = "last_act_by",                                                         \
          .label = N_("Done last"),                                                      \
          .kind = FIELD_TEXT,                                                            \
          .with_next = add_last_act },                                                   \
        HIDDEN_CHOICE("last_act", journal_acts)

/* clang-format off */
static const struct column meeting_columns[] = {
    { .name = "start",
      .label = N_("Date"),
      .kind = FIELD_LOCAL_TIME,
      .width = 21, /* as MOMENT() */
      .most = 21,
      .priority = 1,
      .with_next = add_span },
    BESIDE("end", N_("End"), FIELD_LOCAL_TIME),
    MEETING_COLUMNS(23, 1)
};

/* By day: the day, and the hours of that day. */
static const struct column agenda_columns[] = {
    { .name = "day",
      .label = N_("Day"),
      .kind = FIELD_DATE,
      .width = 15, /* "mer. 03/03/2027" */
      .most = 15,
      .priority = 1,
      .words = add_day },
    { .name = "hours",
      .label = N_("Hours"),
      .kind = FIELD_TEXT,
      .width = 11,
      .most = 17,
      .priority = 1,
      .words = add_hours },
    HIDDEN("start", FIELD_LOCAL_TIME),
    HIDDEN("end", FIELD_LOCAL_TIME),
    MEETING_COLUMNS(18, 2)
};
/* clang-format on */

const struct listing meeting_listing = {
    .kind = LISTING_MEETING,
    LISTING_OF(meeting_columns),
    .can_search = true,
};

const struct listing meeting_to_come_listing = {
    .kind = LISTING_MEETING_TO_COME,
    LISTING_OF(meeting_columns),
    .can_search = true,
};

const struct listing group_meeting_listing = {
    .kind = LISTING_GROUP_MEETING,
    LISTING_OF(meeting_columns),
    .can_search = true,
};

const struct listing agenda_listing = {
    .kind = LISTING_AGENDA,
    LISTING_OF(agenda_columns),
    .can_search = true,
};
