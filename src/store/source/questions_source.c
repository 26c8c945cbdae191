/* SPDX-License-Identifier: GPL-3.0-or-later */
/* questions_source.c - the questions of a meeting, and how often each answer was given */
#include "source/listing_source.h"
#include "table/answer_sql.h"

static const struct listing_order question_orders[] = {
    { .parts = { { QUESTION_ORDER("q"), ":number" }, { "q.id", ":id" } } },
};

/* Of those who are on the list. */
#define ANSWERS_OF                                                                       \
    " FROM answer a CROSS JOIN registration r ON r.id = a.registration"                  \
    " AND " IS_REGISTRATION_LIVE("r") " WHERE a.question = q.id"
#define ANSWERED "(SELECT count(*)" ANSWERS_OF ")"

#define MISSING                                                                          \
    "CASE WHEN q.required = 1 THEN (SELECT count(*) FROM registration r"                 \
    " WHERE r.meeting = q.meeting AND " IS_REGISTRATION_LIVE(                            \
        "r") " AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.registration = r.id"       \
             " AND a.question = q.id)) END"

/* Its choices one by one, yes and no too. */
#define EACH_CHOICE                                                                      \
    "WITH RECURSIVE part (choice, rest) AS (SELECT '', CASE WHEN q.kind = :yes_no"       \
    " THEN 'yes; no' ELSE q.choices END || '; ' UNION ALL"                               \
    " SELECT substr(rest, 1, instr(rest, '; ') - 1), substr(rest, instr(rest, '; ') + "  \
    "2)"                                                                                 \
    " FROM part WHERE rest <> '')"
#define HOW_OFTEN                                                                        \
    "(" EACH_CHOICE " SELECT group_concat(" IN_WORDS(                                    \
        "q", "choice") " || ': ' ||"                                                     \
                       " (SELECT count(*)" ANSWERS_OF " AND " TAKES_CHOICE(              \
                           "a.text", "choice") "), ', ') FROM part WHERE choice <> '')"

/* Of each choice, how often; of numbers their sum; a text is read in the list. */
#define ANSWERS                                                                          \
    "CASE WHEN q.kind = :number_kind THEN"                                               \
    " (SELECT '' || sum(CAST(a.text AS INTEGER))" ANSWERS_OF ")"                         \
    " WHEN q.kind = :yes_no OR q.choices IS NOT NULL THEN " HOW_OFTEN " END"

static const struct listing_cell question_shown[] = { { "text", "q.text" },
                                                      { "choices", "q.choices" },
                                                      { NULL, NULL } };

const struct listing_source listing_source_meeting_question = {
    .id = "q.id",
    .cells = "q.meeting, q.text, q.kind, q.choices, q.required, q.seats, " ANSWERED
             ", " MISSING ", " ANSWERS,
    .from = "question q",
    .where = "q.meeting = :scope",
    .orders = question_orders,
    .shown = question_shown,
};
