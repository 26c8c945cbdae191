/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_assign_words.c - what a run of assigning gave, in sentences */
#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/workshop_assign.h"
#include "atelier/base/language.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "enrolment/seat_survey.h"
#include "session/session.h"

static const char *
title_of(const struct workshop_assign_result *result, int64_t workshop)
{
    for (size_t i = 0; i < result->workshops.count; i++)
        if (result->workshops.items[i].head.id == workshop)
            return result->workshops.items[i].title;
    return "";
}

/* --- one person */

/* "14 min", "3 days". */
static void
add_duration(int64_t seconds, struct buffer *text)
{
    enum { MINUTE_SECONDS = 60, DAY_SECONDS = 24 * 60 * 60 };
    const int64_t days = (seconds + DAY_SECONDS / 2) / DAY_SECONDS;

    if (seconds >= 2 * DAY_SECONDS)
        buffer_addf(text, ngettext("%lld day", "%lld days", (unsigned long)days),
                    (long long)days);
    else
        when_format_duration((seconds + MINUTE_SECONDS - 1) / MINUTE_SECONDS, text);
}

/* Who wished at the same time drew a number. */
static void
add_lateness(const struct assignment_reason *reason, instant wished, struct buffer *text)
{
    enum { MINUTE_SECONDS = 60 };

    if (reason->last == INSTANT_NONE) {
        buffer_add(text, ".");
        return;
    }
    if (wished == reason->last) {
        buffer_add(text, _(", the number drawn decided."));
        return;
    }
    if (wished < reason->last) {
        buffer_add(text, _(", so that more people or more first wishes are seated."));
        return;
    }
    if (wished - reason->last < MINUTE_SECONDS) {
        buffer_add(text,
                   _(", wished a moment later than the last who got a seat there."));
        return;
    }
    struct buffer late = { 0 };
    add_duration(wished - reason->last, &late);
    /* TRANSLATORS: behind "was full"; a duration: "14 min" */
    buffer_addf(text, _(", wished %s later than the last who got a seat there."),
                buffer_text(&late));
    buffer_clear(&late);
}

static void
add_full(struct atelier *at, const struct workshop_assign_result *result,
         const struct assignment_reason *reason, instant wished, struct buffer *text)
{
    struct seating_blocker blocker = reason->blocker;

    if (blocker.kind == SEATING_FULL) {
        buffer_addf(text, _("“%s” was full"), title_of(result, reason->workshop));
        add_lateness(reason, wished, text);
        return;
    }
    const struct seating_verdict verdict = { .blockers = &blocker, .count = 1 };
    struct buffer sentence = { 0 };
    seat_survey_say(at->db, &verdict, &sentence);
    buffer_addf(text, _("“%s”: "), title_of(result, reason->workshop));
    buffer_add(text, buffer_text(&sentence));
    buffer_clear(&sentence);
}

static void
add_reason(struct atelier *at, const struct workshop_assign_result *result,
           const struct assignment_reason *reason, instant wished, struct buffer *text)
{
    switch (reason->kind) {
    case ASSIGNMENT_GONE:
        buffer_addf(text, _("“%s” is cancelled."), title_of(result, reason->workshop));
        break;
    case ASSIGNMENT_OVERLAP:
        buffer_addf(text, _("“%s” overlaps “%s”, where they sit."),
                    title_of(result, reason->workshop), title_of(result, reason->other));
        break;
    case ASSIGNMENT_REPEAT:
        buffer_addf(text, _("“%s” is “%s” given again, where they sit."),
                    title_of(result, reason->workshop), title_of(result, reason->other));
        break;
    case ASSIGNMENT_FULL:
        add_full(at, result, reason, wished, text);
        break;
    }
}

void
workshop_assign_say_why(struct atelier *at, const struct workshop_assign_result *result,
                        const struct assignment_place *place, struct buffer *text)
{
    for (size_t i = 0; i < place->reason_count; i++) {
        if (i > 0)
            buffer_add(text, "  ");
        add_reason(at, result, &result->assignment.reasons[place->reason + i],
                   place->wished, text);
    }
}

static void
add_place(struct atelier *at, const struct workshop_assign_result *result,
          const struct assignment_place *place, struct buffer *text)
{
    struct buffer name = { 0 };

    display_title(at, ENTITY_PERSON, place->person, &name);
    if (place->workshop == 0)
        buffer_addf(text, _("  %s: no seat.  "), buffer_text(&name));
    else
        /* TRANSLATORS: a person, a workshop, which wish it was */
        buffer_addf(text, _("  %s: “%s”, wish %zu.  "), buffer_text(&name),
                    title_of(result, place->workshop), place->rank);
    workshop_assign_say_why(at, result, place, text);
    buffer_add(text, "\n");
    buffer_clear(&name);
}

/* --- a slot */

static void
add_slot_name(struct atelier *at, int64_t slot, struct buffer *text)
{
    if (slot == 0 || !row_title(at->db, &slot_entity, slot, text))
        buffer_add(text, _("With hours of their own"));
}

/* "3 × wish 1, 1 × wish 2" */
static void
add_ranks(const struct assignment_slot *slot, struct buffer *text)
{
    bool first = true;

    for (size_t i = 0; i < slot->rank_count; i++) {
        if (slot->ranks[i] == 0)
            continue;
        /* TRANSLATORS: how many people, which wish they got */
        buffer_addf(text, first ? _("%zu × wish %zu") : _(", %zu × wish %zu"),
                    slot->ranks[i], i + 1);
        first = false;
    }
}

static size_t
count_sitting(const struct workshop_assign_result *result, int64_t slot)
{
    size_t count = 0;

    for (size_t i = 0; i < result->assignment.place_count; i++)
        if (result->assignment.places[i].slot == slot &&
            result->assignment.places[i].stays)
            count++;
    return count;
}

/* Who got the first wish needs no reason. */
static void
add_first(struct atelier *at, const struct workshop_assign_result *result, int64_t slot,
          struct buffer *text)
{
    bool is_first = true;

    for (size_t i = 0; i < result->assignment.place_count; i++) {
        const struct assignment_place *place = &result->assignment.places[i];
        if (place->slot != slot || place->stays || place->workshop == 0 ||
            place->rank != 1)
            continue;
        buffer_add(text, is_first ? _("  First wish: ") : _("; "));
        display_title(at, ENTITY_PERSON, place->person, text);
        is_first = false;
    }
    if (!is_first)
        buffer_add(text, ".\n");
}

static void
add_slot(struct atelier *at, const struct workshop_assign_result *result,
         const struct assignment_slot *slot, struct buffer *text)
{
    add_slot_name(at, slot->slot, text);
    /* TRANSLATORS: behind the name of a slot: how many wish, how many of them sit by it
     */
    buffer_addf(text, _(": people who wish: %zu, seats given: %zu"), slot->wishing,
                slot->seated);
    const size_t sitting = count_sitting(result, slot->slot);
    if (slot->seated > 0) {
        buffer_add(text, " (");
        add_ranks(slot, text);
        buffer_add(text, ")");
    }
    if (sitting > 0)
        buffer_addf(text, _(", who sit already: %zu"), sitting);
    buffer_add(text, slot->proven ? _(".  No other way is better.\n")
                                  : _(".  Another way may be better: not proven.\n"));
    for (size_t i = 0; i < result->assignment.place_count; i++) {
        const struct assignment_place *place = &result->assignment.places[i];
        if (place->slot == slot->slot && !place->stays &&
            (place->workshop == 0 || place->rank > 1))
            add_place(at, result, place, text);
    }
    add_first(at, result, slot->slot, text);
}

static void
add_came(struct atelier *at, const struct workshop_assign_result *result,
         struct buffer *text)
{
    if (result->waited > 0)
        buffer_addf(text,
                    ngettext("%zu person who waited gets a seat first.\n",
                             "%zu people who waited get a seat first.\n",
                             (unsigned long)result->waited),
                    result->waited);
    for (size_t i = 0; i < result->waited; i++) {
        struct buffer name = { 0 };
        display_title(at, ENTITY_PERSON, result->came[i].person, &name);
        /* TRANSLATORS: a person, a workshop */
        buffer_addf(text, _("  %s: “%s”.\n"), buffer_text(&name),
                    title_of(result, result->came[i].workshop));
        buffer_clear(&name);
    }
}

static void
add_few(const struct workshop_assign_result *result, struct buffer *text)
{
    for (size_t i = 0; i < result->assignment.few_count; i++) {
        const struct assignment_few *few = &result->assignment.few[i];
        buffer_addf(text,
                    /* TRANSLATORS: title of a workshop, number, number */
                    _("“%s” is below its least number: %lld of %lld.\n"),
                    title_of(result, few->workshop), (long long)few->taken,
                    (long long)few->least);
    }
}

void
workshop_assign_say(struct atelier *at, const struct workshop_assign_result *result,
                    struct buffer *text)
{
    add_came(at, result, text);
    for (size_t i = 0; i < result->assignment.slot_count; i++)
        add_slot(at, result, &result->assignment.slots[i], text);
    add_few(result, text);
    if (result->outside > 0)
        buffer_addf(text,
                    ngettext("%zu person wishes and is not accepted at the meeting: no "
                             "seat is sought.\n",
                             "%zu people wish and are not accepted at the meeting: no "
                             "seats are sought.\n",
                             (unsigned long)result->outside),
                    result->outside);
    if (result->moved > 0)
        buffer_addf(text,
                    ngettext("%zu person sits elsewhere than before.\n",
                             "%zu people sit elsewhere than before.\n",
                             (unsigned long)result->moved),
                    result->moved);
    buffer_addf(text, _("Number drawn: %lld.\n"), (long long)result->seed);
}

/* --- in one sentence */

static void
add_given(const struct workshop_assign_result *result, struct buffer *text)
{
    struct buffer people = { 0 };

    buffer_addf(&people,
                ngettext("%zu person", "%zu people", (unsigned long)result->people),
                result->people);
    /* TRANSLATORS: how many seats; "40 people" */
    buffer_addf(text,
                ngettext("%zu seat given to %s", "%zu seats given to %s",
                         (unsigned long)result->seated),
                result->seated, buffer_text(&people));
    buffer_clear(&people);
}

void
workshop_assign_say_sum(const struct workshop_assign_result *result, struct buffer *text)
{
    if (result->seated > 0) {
        add_given(result, text);
    } else {
        buffer_add(text, _("Nobody gets a seat by it"));
        if (result->sitting > 0)
            buffer_addf(text,
                        ngettext("; %zu person sits already", "; %zu people sit already",
                                 (unsigned long)result->sitting),
                        result->sitting);
    }
    if (result->without > 0) {
        /* TRANSLATORS: how many people */
        buffer_addf(text,
                    ngettext("; %zu is without one in some slot",
                             "; %zu are without one in some slot",
                             (unsigned long)result->without),
                    result->without);
    }
    buffer_add(text, ".");
}
