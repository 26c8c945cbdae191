/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_sql.h - what a figure is made of, as SQL: for the figures and for the lists
 * behind them, which could not agree if each said it for itself
 *
 * `m` is a meeting and `r` a registration of it in every statement.
 */
#ifndef ATELIER_STORE_STATISTICS_SQL_H
#define ATELIER_STORE_STATISTICS_SQL_H

#include "atelier/domain/statistics.h"
#include "database/connection.h"
#include "table/rule_sql.h"

/* Those of struct statistics_scope. */
#define IS_COUNTED_MEETING                                                               \
    "CASE WHEN :of_meeting <> 0 THEN m.id = :of_meeting ELSE " NEEDS_ROOM(               \
        "m") " AND (:of_group = 0 OR m.\"group\" = :of_group)"                           \
             " AND (:from_day IS NULL OR substr(m.start, 1, 10) >= :from_day)"           \
             " AND CASE WHEN :to_day IS NULL THEN m.start_at <= :now"                    \
             " ELSE substr(m.start, 1, 10) <= :to_day END END"

/* Of several registrations of a person the newest alone. */
#define IS_COUNTED_ONCE                                                                  \
    "NOT EXISTS (SELECT 1 FROM registration later WHERE later.person = r.person"         \
    " AND later.meeting = r.meeting AND later.id > r.id)"

/* For one slot the newest mark of a kind; one that is older than an annulment is none. */
#define NEWEST_MARK(which, name)                                                         \
    "coalesce(max(p.id) FILTER (WHERE " which "), 0) AS " name
#define NEWEST_MARKS                                                                     \
    NEWEST_MARK("(:there >> p.kind) & 1", "there")                                       \
    ", " NEWEST_MARK("p.remote = 1", "remote") ", " NEWEST_MARK(                         \
        "p.kind = :mark_excused",                                                        \
        "excused") ", " NEWEST_MARK("p.kind = :mark_absent",                             \
                                    "absent") ", " NEWEST_MARK("p.kind = "               \
                                                               ":mark_annulled",         \
                                                               "annulled")

/* What the marks come to, of the rows of each slot, as outcome_of_marks() says. */
#define MARKED_OUTCOME                                                                   \
    "CASE WHEN max(there > annulled) THEN CASE WHEN min(CASE WHEN there > annulled"      \
    " THEN remote = there END) THEN :was_remote ELSE :was_in_room END"                   \
    " WHEN max(excused > max(annulled, absent)) THEN :was_excused"                       \
    " WHEN max(absent > max(annulled, excused)) THEN :was_absent ELSE 0 END"

/* What became of the person, a number of enum outcome: by the marks and by the answer, as
 * outcome_with_answer() says.  `kept` is whether anybody was marked at the meeting. */
#define OUTCOME(kept)                                                                    \
    "CASE WHEN NOT " kept " THEN CASE r.state WHEN :state_excused THEN :was_excused"     \
    " ELSE 0 END ELSE (SELECT CASE WHEN by_marks IN (:was_in_room, :was_remote)"         \
    " THEN by_marks WHEN r.state = :state_excused OR by_marks = :was_excused"            \
    " THEN :was_excused WHEN by_marks = :was_absent OR (r.state = :accepted"             \
    " AND m.end_at <= :now) THEN :was_absent ELSE 0 END FROM (SELECT " MARKED_OUTCOME    \
    " AS by_marks FROM (SELECT " NEWEST_MARKS                                            \
    " FROM registration o CROSS JOIN presence p ON p.registration = o.id"                \
    " WHERE o.person = r.person AND o.meeting = r.meeting GROUP BY p.slot))) END"

/* Whether a figure counts somebody: a bit for each state and outcome.  What became of a
 * person is looked for where the state does not say enough. */
#define IN_FIGURE(kept)                                                                  \
    "((:counted_states >> r.state) & 1 OR ((:counted_partly >> r.state) & 1"             \
    " AND (:counted_pairs >> (r.state * :outcomes + " OUTCOME(kept) ")) & 1))"

#define PERIOD "substr(m.start, 1, :period_length)"

#define KEY_CATEGORY "r.category"
/* One that is none of ours is known by its name. */
#define KEY_ORGANISATION "coalesce(r.organisation, '=' || r.organisation_name)"
#define KEY_TERRITORY                                                                    \
    "(SELECT nullif(trim(o.territory), '') FROM organisation o"                          \
    " WHERE o.id = r.organisation)"
#define KEY_PERSON "r.person"
#define KEY_MEETING "m.id"
#define KEY_GROUP "m.\"group\""

/* Names that a statement does not have are passed over. */
void statistics_bind_outcomes(sqlite3_stmt *statement);
void statistics_bind_scope(sqlite3_stmt *statement, const struct statistics_scope *scope,
                           instant now);
/* The same, and whose figure it is. */
void statistics_bind_part(sqlite3_stmt *statement, const struct statistics_part *part,
                          instant now);

/* How much of "2027-03-16" says in which period it is: ":period_length". */
int64_t statistics_period_length(const struct statistics_wish *wish);

#endif
