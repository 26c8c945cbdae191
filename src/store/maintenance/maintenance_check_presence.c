/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_presence.c - who was marked at each meeting, counted anew */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/row_table.h"
#include "maintenance/maintenance_check.h"
#include "table/presence_sql.h"
#include "table/statistics_sql.h"

/* Replaced registrations, then marked people, as presence_count.h keeps them. */
#define COUNTED                                                                          \
    "SELECT r.meeting, -1, 0, r.state, coalesce(r.category, 0), count(*)"                \
    " FROM (SELECT person, meeting, max(id) AS newest FROM registration"                 \
    " GROUP BY person, meeting HAVING count(*) > 1) t CROSS JOIN registration r"         \
    " ON r.person = t.person AND r.meeting = t.meeting AND r.id <> t.newest"             \
    " GROUP BY 1, 4, 5 UNION ALL"                                                        \
    " SELECT s.meeting, CASE WHEN s.outcome < :was_excused THEN :mark_present"           \
    " WHEN s.outcome = :was_excused THEN :mark_excused ELSE :mark_absent END,"           \
    " s.outcome = :was_remote, r.state, coalesce(r.category, 0), count(*)"               \
    " FROM (SELECT meeting, person, " MARKED_OUTCOME                                     \
    " AS outcome FROM (SELECT r.person,"                                                 \
    " r.meeting, " NEWEST_MARKS " FROM presence p CROSS JOIN registration r"             \
    " ON r.id = p.registration GROUP BY r.person, r.meeting, p.slot)"                    \
    " GROUP BY person, meeting) s CROSS JOIN registration r ON r.id = (SELECT"           \
    " max(n.id) FROM registration n WHERE n.person = s.person"                           \
    " AND n.meeting = s.meeting) WHERE s.outcome <> 0 GROUP BY 1, 2, 3, 4, 5"
#define KEPT "SELECT meeting, kind, remote, state, category, people FROM presence_count"
#define SQL_DRIFT                                                                        \
    "WITH counted AS MATERIALIZED (" COUNTED ")"                                         \
    " SELECT meeting FROM (SELECT * FROM counted EXCEPT " KEPT ")"                       \
    " UNION SELECT meeting FROM (" KEPT " EXCEPT SELECT * FROM counted) ORDER BY 1"

/* A slot without anybody may be kept or not. */
#define SOMEBODY " WHERE present > 0 OR signatures > 0 OR excused > 0 OR absent > 0"
#define KEPT_OF_SLOTS                                                                    \
    "SELECT slot, present, remote, inside, signatures, excused, absent"                  \
    " FROM presence_slot_count" SOMEBODY
#define SQL_SLOT_DRIFT                                                                   \
    "WITH mark AS (SELECT r.person, p.slot, " NEWEST_OF_ALL                              \
    " FROM presence p CROSS JOIN registration r ON r.id = p.registration"                \
    " GROUP BY p.slot, r.person),"                                                       \
    " seen AS (SELECT slot, " PERSON_SEEN " FROM mark GROUP BY slot, person),"           \
    " recount (slot, present, remote, inside, signatures, excused, absent) AS (SELECT"   \
    " slot, " PEOPLE_SEEN " FROM seen GROUP BY slot),"                                   \
    " counted AS MATERIALIZED (SELECT * FROM recount" SOMEBODY ")"                       \
    " SELECT meeting FROM slot WHERE id IN (SELECT slot FROM (SELECT * FROM counted"     \
    " EXCEPT " KEPT_OF_SLOTS ") UNION SELECT slot FROM (" KEPT_OF_SLOTS                  \
    " EXCEPT SELECT * FROM counted)) GROUP BY meeting"

static void
report_drift(struct database *db, int64_t meeting, struct check_report *report)
{
    struct buffer title = { 0 };

    if (!row_title(db, &meeting_entity, meeting, &title))
        buffer_addf(&title, "%" PRId64, meeting);
    check_report_add_damage(report,
                            _("%s: the counters say that others came than the marks."),
                            buffer_text(&title));
    buffer_clear(&title);
}

static bool
check(struct database *db, const char *sql, struct check_report *report,
      struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    bool there = false;
    bool ok = statement;

    if (!statement)
        return false;
    statistics_bind_outcomes(statement);
    presence_sql_bind_kinds(statement);
    while ((ok = connection_step(statement, &there, err)) && there)
        report_drift(db, sqlite3_column_int64(statement, 0), report);
    connection_release(statement);
    return ok;
}

bool
maintenance_check_presence(struct database *db, struct check_report *report,
                           struct error *err)
{
    return check(db, SQL_DRIFT, report, err) && check(db, SQL_SLOT_DRIFT, report, err);
}
