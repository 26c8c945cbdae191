/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_sql.h - what several statements ask of workshops, each as one SQL text
 *
 * `row` is the name of a workshop in the statement; :seated, :queueing and :accepted are
 * bound.  A workshop has some forty choices: they are counted where they stand.
 */
#ifndef ATELIER_STORE_WORKSHOP_SQL_H
#define ATELIER_STORE_WORKSHOP_SQL_H

#include "table/rule_sql.h"

/* Who sits in a workshop takes a seat where an accepted registration of that role does.
 */
#define TAKES_WORKSHOP_SEAT(registration)                                                \
    IS_REGISTRATION_LIVE(registration) " AND " ROLE_TAKES_SEAT(registration)

#define WORKSHOP_CHOICES(row, state)                                                     \
    " FROM workshop_choice chosen CROSS JOIN registration sits"                          \
    " ON sits.id = chosen.registration"                                                  \
    " WHERE chosen.workshop = " row ".id AND chosen.state = " state

#define WORKSHOP_TAKEN(row)                                                              \
    "(SELECT count(*)" WORKSHOP_CHOICES(row, ":seated") " AND " TAKES_WORKSHOP_SEAT(     \
        "sits") ")"
#define WORKSHOP_WAITING(row)                                                            \
    "(SELECT count(*)" WORKSHOP_CHOICES(row, ":queueing") " AND " IS_REGISTRATION_LIVE(  \
        "sits") ")"

#define WORKSHOP_FIRST_WISHES(row)                                                       \
    "(SELECT count(*) FROM workshop_choice chosen CROSS JOIN registration sits"          \
    " ON sits.id = chosen.registration WHERE chosen.workshop = " row                     \
    ".id AND chosen.wish = 1 AND chosen.state <> :given_up AND " IS_REGISTRATION_LIVE(   \
        "sits") ")"

#endif
