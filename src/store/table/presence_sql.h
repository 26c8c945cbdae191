/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_sql.h - how people are counted in the slots they were seen in, as SQL: for the
 * figures of a whole meeting, and for the recount of what is kept of each slot
 *
 * For each person in each slot the newest mark of each kind, then for each person.  A
 * mark that is older than an annulment is none.
 */
#ifndef ATELIER_STORE_PRESENCE_SQL_H
#define ATELIER_STORE_PRESENCE_SQL_H

#define NEWEST(kinds, name)                                                              \
    "coalesce(max(p.id) FILTER (WHERE p.kind IN (" kinds ")), 0) AS " name

/* As presence_was_there() says. */
#define WAS_THERE ":present, :left, :signed"

/* For presence_sql_bind_kinds(). */
#define NEWEST_OF_ALL                                                                                       \
    NEWEST(WAS_THERE, "there")                                                                              \
    ", coalesce(max(p.id) FILTER (WHERE p.remote = 1), 0) AS remote, " NEWEST(":left", "gone") ", " NEWEST( \
        ":signed",                                                                                          \
        "signed") ", " NEWEST(":excused",                                                                   \
                              "excused") ", " NEWEST(":absent",                                             \
                                                     "absent") ", " NEWEST(":annulled",                     \
                                                                           "annulled")

/* The marks of a person in a slot of a meeting, for a table `mark` of what NEWEST()
 * finds. */
#define MARKS_OF_MEETING                                                                 \
    " FROM slot s JOIN presence p ON p.slot = s.id"                                      \
    " JOIN registration r ON r.id = p.registration"                                      \
    " WHERE s.meeting = :meeting"                                                        \
    " GROUP BY s.id, r.person),"

/* What a person was, in any of the slots that are grouped. */
#define PERSON_SEEN                                                                      \
    "max(there > annulled) AS there,"                                                    \
    " min(CASE WHEN there > annulled THEN remote = there END) AS remote,"                \
    " max(there > max(annulled, gone)) AS inside,"                                       \
    " max(signed > annulled) AS signed,"                                                 \
    " max(excused > max(annulled, absent)) AS excused,"                                  \
    " max(absent > max(annulled, excused)) AS absent"

/* Those people, in the order of struct presence_count. */
#define PEOPLE_SEEN                                                                      \
    "coalesce(sum(there), 0), coalesce(sum(remote), 0), coalesce(sum(inside), 0),"       \
    " coalesce(sum(signed), 0), coalesce(sum(excused AND NOT there), 0),"                \
    " coalesce(sum(absent AND NOT excused AND NOT there), 0)"

#include "database/connection.h"

void presence_sql_bind_kinds(sqlite3_stmt *statement);

#endif
