/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_sql.h - what a stored answer holds, as SQL: choices are parted by "; " */
#ifndef ATELIER_STORE_ANSWER_SQL_H
#define ATELIER_STORE_ANSWER_SQL_H

/* Where a question stands among those of its meeting. */
#define QUESTION_ORDER(question) "coalesce(" question ".place, " question ".id)"

/* Whether an answer takes a choice. */
#define TAKES_CHOICE(answer, choice)                                                     \
    "instr('; ' || " answer " || '; ', '; ' || " choice " || '; ') > 0"

/* A stored answer, or choice, in words; :yes_no is the kind, :yes and :no are words. */
#define IN_WORDS(question, answer)                                                       \
    "CASE WHEN " question ".kind = :yes_no THEN"                                         \
    " CASE " answer " WHEN 'yes' THEN :yes ELSE :no END ELSE " answer " END"

#endif
