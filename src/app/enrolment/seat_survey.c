/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_survey.c - how full a meeting is, its limits, and whether there is a seat for
 * somebody */
#include "enrolment/seat_survey.h"

#include "atelier/base/language.h"
#include "atelier/domain/category.h"
#include "atelier/domain/organisation.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seat_limit_table.h"
#include "atelier/store/seats_table.h"

bool
seat_survey_load(struct seat_survey *survey, struct database *db, int64_t meeting,
                 struct date today, struct error *err)
{
    seat_survey_clear(survey);
    survey->today = today;
    if (!seats_table_rule(db, &survey->rule, err) ||
        !seats_table_count(db, meeting, &survey->seats, err) ||
        !seat_limit_table_list(db, meeting, &survey->limits, err))
        return false;
    return survey->limits.count == 0 ||
           (seat_limit_table_count_categories(db, meeting, &survey->categories, err) &&
            seat_limit_table_count_organisations(db, meeting, &survey->organisations,
                                                 err));
}

void
seat_survey_clear(struct seat_survey *survey)
{
    seat_limit_list_clear(&survey->limits);
    seating_count_list_clear(&survey->categories);
    seating_count_list_clear(&survey->organisations);
    *survey = (struct seat_survey){ 0 };
}

struct seating
seat_survey_seating(const struct seat_survey *survey)
{
    return (struct seating){
        .seats = survey->seats.seats,
        .taken = survey->seats.taken,
        .limits = &survey->limits,
        .categories = &survey->categories,
        .organisations = &survey->organisations,
        .today = survey->today,
    };
}

int64_t
seat_survey_takes(const struct seat_survey *survey, enum registration_state state,
                  enum registration_role role)
{
    return survey->rule.takes[state][role] ? 1 : 0;
}

void
seat_survey_reserve(struct seat_survey *survey, int64_t category, int64_t organisation,
                    int64_t seats)
{
    survey->seats.taken += seats;
    if (survey->limits.count == 0 || seats == 0)
        return;
    if (category != 0)
        seating_count_list_add(&survey->categories, category, seats);
    if (organisation != 0)
        seating_count_list_add(&survey->organisations, organisation, seats);
}

static void
add(struct seat_survey *survey, const struct registration *registration, int64_t people)
{
    survey->seats.state[registration->state] += people;
    seat_survey_reserve(
        survey, registration->category, registration->organisation,
        people * seat_survey_takes(survey, registration->state, registration->role));
}

void
seat_survey_follow(struct seat_survey *survey, const struct registration *before,
                   const struct registration *after)
{
    if (before)
        add(survey, before, -1);
    if (after)
        add(survey, after, 1);
}

bool
seat_survey_judge(const struct seat_survey *survey, int64_t category,
                  int64_t organisation, int64_t wanted, struct seating_verdict *verdict)
{
    const struct seating seating = seat_survey_seating(survey);
    const struct seating_candidate candidate = { .category = category,
                                                 .organisation = organisation,
                                                 .wanted = wanted };

    return seating_judge(&seating, &candidate, verdict);
}

/* --- what is said */

static enum question_kind
question_of(enum seating_blocker_kind kind)
{
    return kind == SEATING_FULL ? QUESTION_SEAT : QUESTION_QUOTA;
}

static void
add_name(struct database *db, const struct seating_blocker *blocker, struct buffer *name)
{
    if (blocker->category != 0)
        row_title(db, &category_entity, blocker->category, name);
    else if (blocker->organisation != 0)
        row_title(db, &organisation_entity, blocker->organisation, name);
}

static void
say_one(struct database *db, const struct seating_blocker *blocker, struct buffer *text)
{
    struct buffer name = { 0 };

    if (text->length > 0)
        buffer_add(text, "  ");
    add_name(db, blocker, &name);
    seating_blocker_say(blocker, buffer_text(&name), text);
    buffer_clear(&name);
}

void
seat_survey_say(struct database *db, const struct seating_verdict *verdict,
                struct buffer *text)
{
    for (size_t i = 0; i < verdict->count; i++)
        say_one(db, &verdict->blockers[i], text);
}

void
seat_survey_say_of(struct database *db, const struct seating_verdict *verdict,
                   enum question_kind question, struct buffer *text)
{
    for (size_t i = 0; i < verdict->count; i++)
        if (question_of(verdict->blockers[i].kind) == question)
            say_one(db, &verdict->blockers[i], text);
}

bool
seat_survey_asks(const struct seating_verdict *verdict, enum question_kind question)
{
    for (size_t i = 0; i < verdict->count; i++)
        if (question_of(verdict->blockers[i].kind) == question)
            return true;
    return false;
}

bool
seat_survey_is_own_limit(const struct seating_verdict *verdict)
{
    for (size_t i = 0; i < verdict->count; i++)
        if (verdict->blockers[i].kind == SEATING_CATEGORY_FULL ||
            verdict->blockers[i].kind == SEATING_ORGANISATION_FULL)
            return true;
    return false;
}
