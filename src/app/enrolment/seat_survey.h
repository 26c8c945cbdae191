/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_survey.h - how full a meeting is, its limits, and whether there is a seat for
 * somebody
 *
 * Loaded inside the transaction, and kept right with each registration that is written
 * there, so that many people take one look at the tables.
 */
#ifndef ATELIER_APP_SEAT_SURVEY_H
#define ATELIER_APP_SEAT_SURVEY_H

#include "atelier/domain/question.h"
#include "atelier/domain/seating.h"
#include "atelier/domain/seats.h"
#include "atelier/store/database.h"

struct seat_survey {
    struct seat_rule rule;
    struct seats seats;
    struct seat_limit_list limits;
    struct seating_count_list categories; /* counted where there is a limit alone */
    struct seating_count_list organisations;
    struct date today; /* holds end with their last day */
};

/* The survey is zeroed, or one from before; the caller clears it. */
bool seat_survey_load(struct seat_survey *survey, struct database *db, int64_t meeting,
                      struct date today, struct error *err);
void seat_survey_clear(struct seat_survey *survey);

/* As the rule sees it; all is borrowed. */
struct seating seat_survey_seating(const struct seat_survey *survey);

/* 1 or 0. */
int64_t seat_survey_takes(const struct seat_survey *survey, enum registration_state state,
                          enum registration_role role);

/* After a registration was written; NULL where there is none. */
void seat_survey_follow(struct seat_survey *survey, const struct registration *before,
                        const struct registration *after);

/* Counts seats of people like these as taken for a while, or, below 0, not any more. */
void seat_survey_reserve(struct seat_survey *survey, int64_t category,
                         int64_t organisation, int64_t seats);

/* Whether there are `wanted` seats for somebody of that category and organisation; see
 * seating_judge(). */
bool seat_survey_judge(const struct seat_survey *survey, int64_t category,
                       int64_t organisation, int64_t wanted,
                       struct seating_verdict *verdict);

/* Adds what blocks, a sentence each, with figures and names: all of it, or what one
 * question is about. */
void seat_survey_say(struct database *db, const struct seating_verdict *verdict,
                     struct buffer *text);
void seat_survey_say_of(struct database *db, const struct seating_verdict *verdict,
                        enum question_kind question, struct buffer *text);

/* Whether something blocks that the question is about: QUESTION_SEAT when the meeting is
 * full, QUESTION_QUOTA when seats are held for others or a limit of theirs is reached. */
bool seat_survey_asks(const struct seating_verdict *verdict, enum question_kind question);

/* Whether a limit of their own keeps them from a seat, however many were free. */
bool seat_survey_is_own_limit(const struct seating_verdict *verdict);

#endif
