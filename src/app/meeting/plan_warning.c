/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_warning.c - what a planner should know and may do all the same */
#include <stdarg.h>
#include <string.h>

#include "atelier/app/clashes.h"
#include "atelier/app/plan.h"
#include "atelier/base/language.h"
#include "atelier/domain/item.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/registration_period.h"
#include "atelier/domain/room.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/slot_table.h"
#include "atelier/store/workshop_table.h"
#include "enrolment/seat_survey.h"
#include "enrolment/seated_names.h"
#include "meeting/plan_seats.h"
#include "noun/seat_limit_rule.h"
#include "session/session.h"

static void add_line(struct buffer *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
add_line(struct buffer *text, const char *format, ...)
{
    if (!text)
        return;
    va_list arguments;
    va_start(arguments, format);
    buffer_addv(text, format, arguments);
    va_end(arguments);
    buffer_add(text, "\n");
}

/* Rule 3: lowering the seats expels no one. */
static bool
warn_of_seats(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
              struct buffer *text, struct error *err)
{
    if (!meeting->head.id || meeting->seats == NUMBER_NONE)
        return true;
    struct seats seats;
    if (!seats_table_count(at->db, meeting->head.id, &seats, err))
        return false;
    if (seats.taken > meeting->seats) {
        *warnings |= MEETING_WARN_SEATS_BELOW_TAKEN;
        struct buffer line = { 0 };
        buffer_addf(&line, _("Seats: %lld, taken: %lld.  Nobody is taken off the list."),
                    (long long)meeting->seats, (long long)seats.taken);
        seated_names_add_last(at, &(struct seated_query){ .meeting = meeting->head.id },
                              seats.taken - meeting->seats, &line);
        add_line(text, "%s", buffer_text(&line));
        buffer_clear(&line);
    }
    return true;
}

/* The holds of its quotas take seats too. */
static bool
warn_of_holds(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
              struct buffer *text, struct error *err)
{
    if (!meeting->head.id)
        return true;
    struct seat_survey survey = { 0 };
    struct buffer line = { 0 };
    const bool ok =
        seat_survey_load(&survey, at->db, meeting->head.id, atelier_today(at), err);
    if (ok) {
        struct seating seating = seat_survey_seating(&survey);
        seating.seats = meeting->seats;
        if (seat_limit_rule_warn_of_held(&seating, &line)) {
            *warnings |= MEETING_WARN_SEATS_HELD;
            add_line(text, "%s", buffer_text(&line));
        }
    }
    buffer_clear(&line);
    seat_survey_clear(&survey);
    return ok;
}

bool
plan_seats_warn(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
                struct buffer *text, struct error *err)
{
    return warn_of_seats(at, meeting, warnings, text, err) &&
           warn_of_holds(at, meeting, warnings, text, err);
}

/* Whether clocks there show the meeting's start at another instant. */
static bool
is_elsewhere(struct atelier *at, const struct meeting *meeting, const char *name)
{
    const struct zone *zone = zone_cache_get(at->zones, name, NULL);

    if (!zone || local_time_is_none(meeting->start))
        return false;
    const struct zone_reading there = zone_read_local(zone, meeting->start);
    return there.earlier != meeting->start_at && there.later != meeting->start_at;
}

/* The zone of a group that meets elsewhere for once, most often. */
static bool
warn_of_zone(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
             struct buffer *text, struct error *err)
{
    if (!meeting->room || meeting->mode == MODE_REMOTE)
        return true;
    struct room room;
    struct venue venue;
    record_init(&room_entity, &room);
    record_init(&venue_entity, &venue);
    const bool ok = row_load(at->db, &room_entity, meeting->room, &room, err) &&
                    row_load(at->db, &venue_entity, room.venue, &venue, err);
    const char *there = venue.zone ? venue.zone : at->settings.zone;
    if (ok && is_elsewhere(at, meeting, there)) {
        *warnings |= MEETING_WARN_ZONE;
        add_line(text,
                 _("The meeting goes by the clock of %s, %s by that of %s: is its time "
                   "zone right?"),
                 meeting->zone, venue.name, there);
    }
    record_clear(&venue_entity, &venue);
    record_clear(&room_entity, &room);
    return ok;
}

/* Of each kind: nobody reads more, and a thousand meetings at one hour would each tell of
 * a thousand. */
enum { CLASHES_TOLD = 5, CLASHES_COUNTED = 15 };

static void
add_more_clashes(struct buffer *text, unsigned long more, bool is_cut)
{
    if (more > 0 && is_cut)
        add_line(text, _("And more than %lu other clashes."), more);
    else if (more > 0)
        add_line(text, ngettext("And %lu other clash.", "And %lu other clashes.", more),
                 more);
}

/* Its clashes, but for those that somebody accepted (rule 5). */
static bool
warn_of_clashes(struct atelier *at, const struct meeting *meeting, unsigned kinds,
                unsigned *warnings, struct buffer *text, struct error *err)
{
    struct clash_list list = { 0 };
    struct buffer line = { 0 };
    bool ok = clashes_first_of_meeting(at, meeting, kinds, CLASHES_COUNTED, &list, err);

    size_t told[CLASH_COUNT] = { 0 };
    unsigned long more = 0;
    for (size_t i = 0; ok && i < list.count; i++) {
        const struct clash *clash = &list.items[i];
        if (clash->is_accepted)
            continue;
        *warnings |= clash->kind == CLASH_ROOM    ? MEETING_WARN_ROOM_TAKEN
                     : clash->kind == CLASH_SMALL ? MEETING_WARN_ROOM_TOO_SMALL
                                                  : MEETING_WARN_CLASH;
        if (told[clash->kind]++ >= CLASHES_TOLD) {
            more++;
            continue;
        }
        buffer_reset(&line);
        clash_describe_part(at, clash, &line);
        add_line(text, "%s", buffer_text(&line));
    }
    if (ok)
        add_more_clashes(text, more, list.is_cut);
    buffer_clear(&line);
    clash_list_clear(&list);
    return ok;
}

/* A slip in the day of the end, most often. */
static void
warn_of_length(const struct meeting *meeting, unsigned *warnings, struct buffer *text)
{
    int64_t minutes = local_time_minutes(meeting->start, meeting->end);

    if (local_time_is_none(meeting->start) || local_time_is_none(meeting->end) ||
        minutes <= (int64_t)MEETING_LONG_DAYS * 24 * 60)
        return;
    *warnings |= MEETING_WARN_LONG;
    unsigned long days =
        (unsigned long)(minutes / (24 * 60) + (minutes % (24 * 60) != 0));
    add_line(text,
             ngettext("The meeting lasts %lu day: is its end right?",
                      "The meeting lasts %lu days: is its end right?", days),
             days);
}

/* People register before it begins: a slip in the day or the month, most often. */
static void
warn_of_list_day(const struct meeting *meeting, struct date day, bool closes,
                 unsigned *warnings, struct buffer *text)
{
    const struct date start = meeting->start.date;

    if (date_is_none(day) || date_is_none(start) || date_compare(day, start) <= 0 ||
        !meeting_is_undecided(meeting) || meeting_waits_for_date(meeting))
        return;
    struct buffer shown = { 0 };
    when_format_date(day, WHEN_SHORT, &shown);
    *warnings |= MEETING_WARN_LIST;
    if (closes)
        add_line(text,
                 _("Registration closes on %s, once the meeting has begun: is that day "
                   "right?"),
                 buffer_text(&shown));
    else
        add_line(text,
                 _("Registration opens on %s, once the meeting has begun: is that day "
                   "right?"),
                 buffer_text(&shown));
    buffer_clear(&shown);
}

/* Days go by: it is said where the day is typed, not ever after. */
static void
warn_of_closed(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
               struct buffer *text)
{
    const struct date today = atelier_today(at);

    if (registration_period_on(meeting, today) != PERIOD_OVER ||
        local_time_is_none(meeting->start) ||
        date_compare(meeting->start.date, today) < 0 || !meeting_is_undecided(meeting))
        return;
    struct buffer shown = { 0 };
    when_format_date(meeting->closes, WHEN_SHORT, &shown);
    *warnings |= MEETING_WARN_LIST;
    add_line(text,
             _("Registration closed on %s already, and nobody can be registered: is that "
               "day right?"),
             buffer_text(&shown));
    buffer_clear(&shown);
}

static bool
warn_of_slots(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
              struct buffer *text, struct error *err)
{
    struct slot_list list = { 0 };
    const bool ok = slot_table_list(at->db, meeting->head.id, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct slot *slot = &list.items[i];
        const struct part_hours within =
            part_hours_within(slot->start, slot->end, meeting->start, meeting->end);
        if (within.starts && within.ends)
            continue;
        *warnings |= MEETING_WARN_PROGRAMME;
        add_line(text,
                 _("The slot “%s” lies outside the hours of the meeting now: change its "
                   "hours."),
                 slot->label);
    }
    slot_list_clear(&list);
    return ok;
}

static bool
warn_of_items(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
              struct buffer *text, struct error *err)
{
    struct item_list list = { 0 };
    const bool ok = item_table_list(at->db, meeting->head.id, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct item *item = &list.items[i];
        const struct part_hours within =
            part_hours_within(item->start, item->end, meeting->start, meeting->end);
        if (within.starts && within.ends)
            continue;
        *warnings |= MEETING_WARN_PROGRAMME;
        add_line(text,
                 _("“%s” lies outside the hours of the meeting now: move it or remove it "
                   "in the programme."),
                 item->title);
    }
    item_list_clear(&list);
    return ok;
}

/* Hours that were cut short leave what somebody gave hours of its own where it is. */
static bool
warn_of_programme(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
                  struct buffer *text, struct error *err)
{
    struct workshop_list list = { 0 };
    const bool is_there = meeting->head.id != 0;
    const bool ok =
        !is_there || (warn_of_slots(at, meeting, warnings, text, err) &&
                      warn_of_items(at, meeting, warnings, text, err) &&
                      workshop_table_list(at->db, meeting->head.id, &list, err));

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct workshop *workshop = &list.items[i];
        if (workshop->state != WORKSHOP_CANCELLED && workshop->slot == 0 &&
            (workshop->start_at < meeting->start_at ||
             workshop->end_at > meeting->end_at)) {
            *warnings |= MEETING_WARN_PROGRAMME;
            add_line(
                text,
                _("“%s” lies outside the hours of the meeting now: move it or cancel "
                  "it in the programme."),
                workshop->title);
        }
    }
    workshop_list_clear(&list);
    return ok;
}

bool
plan_warnings(struct atelier *at, const struct meeting *meeting, unsigned *warnings,
              struct buffer *text, struct error *err)
{
    *warnings = 0;
    warn_of_length(meeting, warnings, text);
    warn_of_list_day(meeting, meeting->opens, false, warnings, text);
    warn_of_list_day(meeting, meeting->closes, true, warnings, text);
    const bool undecided = meeting_is_undecided(meeting);
    if (undecided && meeting->end_at != INSTANT_NONE &&
        meeting->end_at < atelier_now(at)) {
        *warnings |= MEETING_WARN_IN_THE_PAST;
        add_line(text, _("The meeting is over and still %s: say that it took place."),
                 _(meeting_states[meeting->state].label));
    }
    return warn_of_programme(at, meeting, warnings, text, err) &&
           plan_seats_warn(at, meeting, warnings, text, err) &&
           warn_of_clashes(at, meeting, CLASH_BIT(SMALL), warnings, text, err) &&
           warn_of_zone(at, meeting, warnings, text, err) &&
           warn_of_clashes(at, meeting, CLASH_ANY & ~CLASH_BIT(SMALL), warnings, text,
                           err);
}

static instant
first_instant(const struct zone *zone, struct local_time local)
{
    return local_time_is_none(local) ? INSTANT_NONE
                                     : zone_read_local(zone, local).earlier;
}

#define OF_ROOM (CLASH_BIT(ROOM) | CLASH_BIT(SMALL))

/* The sentences about one field. */
static bool
warn_of_field(struct atelier *at, const struct meeting *meeting, const char *field,
              struct buffer *text)
{
    struct error ignored = { 0 };
    unsigned warnings = 0;

    if (strcmp(field, "start") == 0)
        return warn_of_clashes(at, meeting, CLASH_ANY & ~OF_ROOM, &warnings, text,
                               &ignored);
    if (strcmp(field, "room") == 0)
        return warn_of_clashes(at, meeting, CLASH_BIT(ROOM), &warnings, text, &ignored) &&
               warn_of_zone(at, meeting, &warnings, text, &ignored);
    if (strcmp(field, "seats") == 0)
        return warn_of_clashes(at, meeting, CLASH_BIT(SMALL), &warnings, text,
                               &ignored) &&
               plan_seats_warn(at, meeting, &warnings, text, &ignored);
    if (strcmp(field, "end") == 0)
        warn_of_length(meeting, &warnings, text);
    if (strcmp(field, "opens") == 0)
        warn_of_list_day(meeting, meeting->opens, false, &warnings, text);
    if (strcmp(field, "closes") == 0) {
        warn_of_closed(at, meeting, &warnings, text);
        warn_of_list_day(meeting, meeting->closes, true, &warnings, text);
    }
    return true;
}

/* As many as are read beside a field, one behind the other, and how many more there are:
 * "... (+2)". */
static void
add_first_lines(const char *lines, struct buffer *text)
{
    enum { MOST = 3 };
    size_t more = 0;

    for (size_t i = 0; *lines; i++) {
        const size_t length = strcspn(lines, "\n");

        if (i < MOST) {
            buffer_add(text, i > 0 ? "  " : "");
            buffer_add_part(text, lines, length);
        } else {
            more++;
        }
        lines += length + (lines[length] == '\n');
    }
    if (more > 0)
        buffer_addf(text, "  (+%zu)", more);
}

/* A copy with its times settled, as far as they are typed. */
static void
settle(struct atelier *at, const struct meeting *meeting, struct meeting *settled)
{
    const struct zone *zone =
        meeting->zone ? zone_cache_get(at->zones, meeting->zone, NULL) : NULL;

    record_init(&meeting_entity, settled);
    record_copy(&meeting_entity, settled, meeting);
    settled->start_at = zone ? first_instant(zone, meeting->start) : INSTANT_NONE;
    settled->end_at = zone ? first_instant(zone, meeting->end) : INSTANT_NONE;
}

void
plan_add_fit(struct atelier *at, const struct meeting *meeting, const char *field,
             struct buffer *text)
{
    struct clash_list list = { 0 };
    struct meeting settled;

    settle(at, meeting, &settled);
    if (strcmp(field, "room") == 0 &&
        clashes_first_of_meeting(at, &settled, CLASH_BIT(ROOM), 1, &list, NULL) &&
        list.count > 0)
        clash_add_choice(&list.items[0], text);
    clash_list_clear(&list);
    record_clear(&meeting_entity, &settled);
}

void
plan_advise(struct atelier *at, const struct meeting *meeting, const char *field,
            struct buffer *text)
{
    struct buffer lines = { 0 };
    struct meeting settled;

    settle(at, meeting, &settled);
    if (warn_of_field(at, &settled, field, &lines))
        add_first_lines(buffer_text(&lines), text);
    record_clear(&meeting_entity, &settled);
    buffer_clear(&lines);
}
