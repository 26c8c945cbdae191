/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_clock.c - the instants of the wall clock times of a meeting and of its parts */
#include "meeting/plan_clock.h"

#include <stdio.h>

#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "atelier/store/zone_rule_table.h"
#include "calendar/meeting_part_span.h"
#include "session/session.h"

enum { CLOCK_SIZE = 12 };

static enum zone_choice
zone_choice(const struct questions *questions)
{
    const struct question_entry *answer = question_answer(questions, QUESTION_CLOCK);
    if (!answer)
        return ZONE_ASK;
    return answer->value == CLOCK_LATER ? ZONE_LATER : ZONE_EARLIER;
}

/* What a reading means on the clocks there; UTC tells the two hours apart. */
static void
offer(const struct zone *zone, instant at, enum question_clock clock,
      struct questions *questions)
{
    const struct local_time utc = local_time_from_instant(at);
    const struct local_time local = zone_instant_to_local(zone, at);
    char there[CLOCK_SIZE];
    (void)snprintf(there, CLOCK_SIZE, "%02d:%02d", local.hour % 24, local.minute % 60);
    char universal[CLOCK_SIZE];
    (void)snprintf(universal, CLOCK_SIZE, "%02d:%02d", utc.hour % 24, utc.minute % 60);
    struct buffer text = { 0 };
    buffer_addf(&text,
                clock == CLOCK_EARLIER ? _("The earlier one: %s (%s UTC)")
                                       : _("The later one: %s (%s UTC)"),
                there, universal);
    question_offer(questions, QUESTION_CLOCK, buffer_text(&text), clock);
    buffer_clear(&text);
}

/* A time that comes twice may have its instant already: it was chosen before, or read. */
static bool
is_settled(const struct zone_reading *reading, const struct questions *questions,
           instant at)
{
    return reading->match == ZONE_FOLD && !question_answer(questions, QUESTION_CLOCK) &&
           (at == reading->earlier || at == reading->later);
}

/* `part` is what moves with its meeting; NULL: what is written itself. */
static bool
ask(const struct zone *zone, struct local_time time, enum zone_match match,
    const char *part, struct questions *questions, struct error *err)
{
    struct buffer shown = { 0 };
    struct buffer text = { 0 };

    when_format_local_time(time, &shown);
    if (part)
        /* TRANSLATORS: a part of a meeting, in front of what its hours may mean */
        buffer_addf(&text, _("“%s”: "), part);
    buffer_addf(&text,
                match == ZONE_GAP
                    ? _("%s does not exist in %s: clocks are put forward over it that "
                        "night.  Earlier or later?")
                    : _("%s comes twice in %s: clocks are put back that night.  The "
                        "earlier or the later?"),
                buffer_text(&shown), zone_name(zone));
    question_put(questions, QUESTION_CLOCK, err, "%s", buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&shown);
    return false;
}

static bool
settle(const struct zone *zone, const char *part, struct local_time *time,
       struct questions *questions, const char *field, instant *at, struct error *err)
{
    struct zone_reading reading = zone_read_local(zone, *time);
    if (is_settled(&reading, questions, *at))
        return true;
    if (zone_local_to_instant(zone, *time, zone_choice(questions), at)) {
        if (reading.match ==
            ZONE_GAP) /* the clock never shows it: take what it does show */
            *time = zone_instant_to_local(zone, *at);
        return true;
    }
    ask(zone, *time, reading.match, part, questions, err);
    if (err)
        err->field = field;
    offer(zone, reading.earlier, CLOCK_EARLIER, questions);
    offer(zone, reading.later, CLOCK_LATER, questions);
    return false;
}

bool
plan_clock_settle(struct atelier *at, struct meeting *meeting,
                  struct questions *questions, struct error *err)
{
    const struct zone *zone = zone_cache_get(at->zones, meeting->zone, err);
    if (!zone) {
        if (err)
            err->field = "zone";
        return false;
    }
    if (!settle(zone, NULL, &meeting->start, questions, "start", &meeting->start_at,
                err) ||
        !settle(zone, NULL, &meeting->end, questions, "end", &meeting->end_at, err))
        return false;
    if (meeting->end_at <= meeting->start_at)
        return error_set_field(err, ERROR_INPUT, "end",
                               _("The end is not after the start."));
    /* A program that has been open for long reads the clock as it was when it began. */
    return zone_rule_table_note(at->db, meeting->zone, zone_fingerprint(zone), err);
}

/* --- parts of a meeting */

/* The next time before or behind it that the clock shows once. */
static struct local_time
leave_fold(const struct zone *zone, struct local_time time, int64_t step)
{
    enum { MOST_MINUTES = 24 * 60 };

    for (int i = 0; i < MOST_MINUTES; i++)
        if (zone_read_local(zone, time).match == ZONE_FOLD)
            time = local_time_add_minutes(time, step);
    return time;
}

static bool
refuse_fold(const struct zone *zone, const char *part, struct local_time time,
            const char *field, struct error *err)
{
    const struct local_time from = local_time_add_minutes(leave_fold(zone, time, -1), 1);
    const struct local_time until = leave_fold(zone, time, 1);
    struct buffer text = { 0 };

    when_format_local_time(time, &text);
    if (part)
        error_set_field(
            err, ERROR_RULE, field,
            /* TRANSLATORS: a part of a meeting; a time; a zone; two hours of the clock */
            _("“%s” would be at %s, which comes twice in %s: clocks are put back that "
              "night, and which of the two is meant is not kept here.  Change its hours "
              "first, to before %02d:%02d or from %02d:%02d on."),
            part, buffer_text(&text), zone_name(zone), from.hour, from.minute, until.hour,
            until.minute);
    else
        error_set_field(
            err, ERROR_RULE, field,
            /* TRANSLATORS: a time; a zone; two hours of the clock */
            _("%s comes twice in %s: clocks are put back that night, and which of "
              "the two is meant is not kept here.  Take a time before "
              "%02d:%02d, or from %02d:%02d on."),
            buffer_text(&text), zone_name(zone), from.hour, from.minute, until.hour,
            until.minute);
    buffer_clear(&text);
    return false;
}

static bool
refuse_turned(const char *part, struct error *err)
{
    return part ? error_set_field(err, ERROR_RULE, "end",
                                  /* TRANSLATORS: a part of a meeting */
                                  _("“%s” would end before it begins, as clocks change "
                                    "that night: change its hours first."),
                                  part)
                : error_set_field(err, ERROR_INPUT, "end",
                                  _("The end is not after the start."));
}

/* One of the two times of a part. */
struct part_time {
    const char *part;
    struct local_time *time;
    const struct local_time *before;
    struct local_time of_meeting;
    instant *at;
    const char *field;
};

static bool
settle_part_time(const struct zone *zone, const struct part_time *part,
                 struct questions *questions, struct error *err)
{
    const bool is_untouched = part->before &&
                              !question_answer(questions, QUESTION_CLOCK) &&
                              local_time_compare(*part->time, *part->before) == 0;
    instant unkept = INSTANT_NONE;

    if (is_untouched || local_time_compare(*part->time, part->of_meeting) == 0)
        return true;
    if (!part->at && zone_read_local(zone, *part->time).match == ZONE_FOLD)
        return refuse_fold(zone, part->part, *part->time, part->field, err);
    return settle(zone, part->part, part->time, questions, part->field,
                  part->at ? part->at : &unkept, err);
}

/* By the clock, or where that is put back meanwhile: a start that is kept nowhere is the
 * earlier of two, an end the later. */
static bool
is_in_order(const struct zone *zone, const struct meeting *meeting,
            const struct plan_clock_part *part)
{
    const struct meeting_whole whole = { .start = meeting->start,
                                         .end = meeting->end,
                                         .span = { meeting->start_at, meeting->end_at } };
    const struct span span = meeting_part_span(zone, *part->start, *part->end, &whole);

    return local_time_compare(*part->start, *part->end) < 0 || span.start < span.end;
}

static bool
settle_part_times(const struct zone *zone, const struct meeting *meeting,
                  const struct plan_clock_part *part, struct questions *questions,
                  struct error *err)
{
    const struct part_time start = { part->name,     part->start,    part->start_before,
                                     meeting->start, part->start_at, "start" };
    const struct part_time end = { part->name,   part->end,    part->end_before,
                                   meeting->end, part->end_at, "end" };

    return settle_part_time(zone, &start, questions, err) &&
           settle_part_time(zone, &end, questions, err) &&
           (is_in_order(zone, meeting, part) || refuse_turned(part->name, err));
}

bool
plan_clock_moves_parts(const struct meeting *before, const struct meeting *after)
{
    return before->start_at != after->start_at ||
           local_time_compare(before->start, after->start) != 0 ||
           !field_equal(entity_field(&meeting_entity, "zone"), before, after);
}

bool
plan_clock_settle_part(struct atelier *at, const struct plan_clock_part *part,
                       struct questions *questions, struct error *err)
{
    if (local_time_is_none(*part->start) || local_time_is_none(*part->end))
        return true;
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok = row_load(at->db, &meeting_entity, part->meeting, &meeting, err);
    /* Without its zone they are as far from the meeting's as the clock says. */
    const struct zone *zone = ok ? zone_cache_get(at->zones, meeting.zone, NULL) : NULL;
    if (ok && zone)
        ok = settle_part_times(zone, &meeting, part, questions, err);
    else if (ok)
        ok = is_in_order(NULL, &meeting, part) || refuse_turned(part->name, err);
    record_clear(&meeting_entity, &meeting);
    return ok;
}
