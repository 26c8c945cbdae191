/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_sql.h - what several statements ask of workshops, each as one SQL text
 *
 * `row` is the name of a workshop in the statement; :accepted is bound.  A workshop has
 * some forty choices: they are counted where they stand.
 */
#ifndef ATELIER_STORE_WORKSHOP_SQL_H
#define ATELIER_STORE_WORKSHOP_SQL_H

#include "atelier/domain/workshop_choice.h"
#include "table/rule_sql.h"

/* Numbers, not parameters: there is an index of those that wait alone, and SQLite
 * prepares a statement twice when what is bound decides whether it holds what is asked
 * for. */
#define CHOICE_WAITING_SQL "1"
#define CHOICE_SEATED_SQL "2"
_Static_assert(CHOICE_WAITING == 1 && CHOICE_SEATED == 2,
               "the states in these statements");

/* Who sits in a workshop takes a seat where an accepted registration of that role does.
 */
#define TAKES_WORKSHOP_SEAT(registration)                                                \
    IS_REGISTRATION_LIVE(registration) " AND " ROLE_TAKES_SEAT(registration)

#define WORKSHOP_CHOICES(row, state)                                                     \
    " FROM workshop_choice chosen CROSS JOIN registration sits"                          \
    " ON sits.id = chosen.registration"                                                  \
    " WHERE chosen.workshop = " row ".id AND chosen.state = " state

#define WORKSHOP_TAKEN(row)                                                              \
    "(SELECT count(*)" WORKSHOP_CHOICES(                                                 \
        row, CHOICE_SEATED_SQL) " AND " TAKES_WORKSHOP_SEAT("sits") ")"
#define WORKSHOP_WAITING(row)                                                            \
    "(SELECT count(*)" WORKSHOP_CHOICES(                                                 \
        row, CHOICE_WAITING_SQL) " AND " IS_REGISTRATION_LIVE("sits") ")"

/* Of a choice c of the workshop w: whoever sits in another one that shares a moment with
 * it, or is the same given again; :planned is bound. */
#define SITS_ELSEWHERE                                                                   \
    "EXISTS (SELECT 1 FROM workshop_choice o CROSS JOIN workshop x ON x.id = o.workshop" \
    " WHERE o.registration = c.registration AND o.state = " CHOICE_SEATED_SQL            \
    " AND o.workshop <> w.id AND x.state = :planned AND (x.start_at < w.end_at"          \
    " AND w.start_at < x.end_at OR coalesce(x.again, x.id) = coalesce(w.again, w.id)))"

#define WORKSHOP_FIRST_WISHES(row)                                                       \
    "(SELECT count(*) FROM workshop_choice chosen CROSS JOIN registration sits"          \
    " ON sits.id = chosen.registration WHERE chosen.workshop = " row                     \
    ".id AND chosen.wish = 1 AND chosen.state <> :given_up AND " IS_REGISTRATION_LIVE(   \
        "sits") ")"

#endif
