/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit_rule.c - what the quotas of a meeting keep to, and what is said of tight
 * ones
 */
#include "noun/seat_limit_rule.h"

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seat_limit_table.h"
#include "enrolment/seat_survey.h"
#include "enrolment/seated_names.h"
#include "workshop/workshop_enrolment.h"

/* Nobody takes a seat any more in a meeting that was held. */
static bool
check_open(struct atelier *at, const struct seat_limit *limit, struct error *err)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok = row_load(at->db, &meeting_entity, limit->meeting, &meeting, err);
    if (ok && meeting_is_past_offers(&meeting))
        ok = error_set(err, ERROR_RULE,
                       _("The meeting is %s: its quotas stay as they are."),
                       _(meeting_states[meeting.state].label));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* The last day of a hold that was typed: what is over holds nothing, and a year too far
 * is a slip. */
static bool
check_until(struct atelier *at, const struct seat_limit *before,
            const struct seat_limit *after, struct error *err)
{
    enum { YEARS_MOST = 20 };
    const struct date today = atelier_today(at);

    if (date_is_none(after->until) ||
        (before && date_compare(before->until, after->until) == 0))
        return true;
    if (date_compare(after->until, today) < 0)
        return error_set_field(
            err, ERROR_RULE, "until",
            _("This day is over: nothing would be held.  Choose one to "
              "come, or leave it empty."));
    return after->until.year <= today.year + YEARS_MOST ||
           error_set_field(
               err, ERROR_RULE, "until",
               _("This day is more than %d years away; correct it, or leave it "
                 "empty to hold the seats in any case."),
               (int)YEARS_MOST);
}

static bool
check_workshop(struct atelier *at, const struct seat_limit *limit, struct error *err)
{
    struct workshop workshop;
    if (limit->workshop == 0)
        return true;
    record_init(&workshop_entity, &workshop);
    bool ok = row_load(at->db, &workshop_entity, limit->workshop, &workshop, err);
    if (ok && workshop.meeting != limit->meeting)
        ok = error_set_field(
            err, ERROR_RULE, "workshop",
            _("That workshop is of another meeting; choose one of this."));
    record_clear(&workshop_entity, &workshop);
    return ok;
}

bool
seat_limit_rule_check(struct atelier *at, const struct seat_limit *before,
                      const struct seat_limit *after, struct error *err)
{
    if (before && before->meeting != after->meeting)
        return error_set_field(
            err, ERROR_RULE, "meeting",
            _("A quota stays with its meeting; add one to the other."));
    return check_until(at, before, after, err) && check_open(at, after, err) &&
           check_workshop(at, after, err);
}

bool
seat_limit_rule_check_removal(struct atelier *at, const struct seat_limit *limit,
                              struct error *err)
{
    return check_open(at, limit, err);
}

bool
seat_limit_rule_remove(struct atelier *at, int64_t meeting, struct error *err)
{
    struct seat_limit_list list = { 0 };
    bool ok = seat_limit_table_list(at->db, meeting, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        const struct record *limit = &list.items[i].head;
        ok = row_delete(at->db, &seat_limit_entity, limit->id, limit->rev, err);
    }
    seat_limit_list_clear(&list);
    return ok;
}

/* --- what is tight */

/* Of each organisation: the one that has taken most. */
static int64_t
organisation_of(const struct seat_limit *limit, const struct seating *seating)
{
    const struct seating_count_list *list = seating->organisations;
    const struct seating_count *most = NULL;

    if (limit->scope != SEAT_LIMIT_EACH_ORGANISATION)
        return limit->organisation;
    for (size_t i = 0; i < list->count; i++)
        if (!most || list->items[i].taken > most->taken)
            most = &list->items[i];
    return most ? most->id : 0;
}

static bool
warn_of_most(struct atelier *at, const struct seat_limit *limit,
             const struct seating *seating, struct buffer *text)
{
    const int64_t taken = seating_taken(seating, limit);
    if (limit->kind != SEAT_LIMIT_MOST || taken <= limit->people)
        return false;
    buffer_addf(
        text,
        limit->scope == SEAT_LIMIT_EACH_ORGANISATION
            ? _("At most, each: %lld; taken by one of them: %lld.  Nobody is taken off "
                "the list.")
            : _("At most: %lld, taken: %lld.  Nobody is taken off the list."),
        (long long)limit->people, (long long)taken);
    const struct seated_query query = {
        .meeting = limit->meeting,
        .workshop = limit->workshop,
        .category = limit->category,
        .organisation = organisation_of(limit, seating),
    };
    seated_names_add_last(at, &query, taken - limit->people, text);
    return true;
}

bool
seat_limit_rule_warn_of_held(const struct seating *seating, struct buffer *text)
{
    const int64_t held = seating_held(seating);
    const int64_t left =
        seating->seats > seating->taken ? seating->seats - seating->taken : 0;
    if (seating->seats == NUMBER_NONE || held <= left)
        return false;
    buffer_addf(
        text,
        _("Held and not filled: %lld, free: %lld.  Give the meeting more seats or "
          "hold fewer."),
        (long long)held, (long long)left);
    return true;
}

static bool
warn_of_day(const struct seat_limit *limit, struct date today, struct buffer *text)
{
    if (seating_holds_on(limit, today))
        return false;
    buffer_add(text, _("The last day is over: nothing is held."));
    return true;
}

static bool
warn_of_no_number(const struct seating *seating, struct buffer *text)
{
    if (seating->seats != NUMBER_NONE)
        return false;
    buffer_add(text,
               _("The meeting has no number of seats: nothing is held until you say "
                 "how many there are."));
    return true;
}

static bool
warn(struct atelier *at, const struct seat_limit *limit, const struct seat_survey *survey,
     struct buffer *text)
{
    const struct seating seating = seat_survey_seating(survey);

    return warn_of_day(limit, survey->today, text) ||
           warn_of_most(at, limit, &seating, text) ||
           (limit->kind == SEAT_LIMIT_HOLD &&
            (warn_of_no_number(&seating, text) ||
             seat_limit_rule_warn_of_held(&seating, text)));
}

static bool
warn_of_workshop(struct atelier *at, const struct seat_limit *limit, struct buffer *text)
{
    struct workshop_enrolment enrolment;
    const bool said = workshop_enrolment_load(&enrolment, at, limit->workshop, NULL) &&
                      warn(at, limit, &enrolment.survey, text);

    workshop_enrolment_close(&enrolment);
    return said;
}

bool
seat_limit_rule_warn(struct atelier *at, const struct seat_limit *limit,
                     struct buffer *text)
{
    struct seat_survey survey = { 0 };

    if (limit->workshop != 0)
        return warn_of_workshop(at, limit, text);
    const bool said =
        seat_survey_load(&survey, at->db, limit->meeting, atelier_today(at), NULL) &&
        warn(at, limit, &survey, text);
    seat_survey_clear(&survey);
    return said;
}
