/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_limits.c - quotas counted anew, person by person (rule 2) */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/domain/setting.h"
#include "atelier/store/row_table.h"
#include "maintenance/excess.h"
#include "maintenance/excess_growth.h"
#include "maintenance/maintenance_check.h"

/* The people who take seats under a limit, those of each organisation by themselves where
 * it is for each; the most come first. */
#define SQL_PASSED                                                                       \
    "SELECT l.id, l.meeting, l.people, count(*),"                                        \
    " CASE WHEN l.scope = :each THEN r.organisation ELSE 0 END AS whose"                 \
    " FROM seat_limit l CROSS JOIN registration r ON r.meeting = l.meeting"              \
    " JOIN seat_rule t ON t.state = r.state AND t.role = r.role"                         \
    " WHERE l.kind = :most AND l.workshop IS NULL"                                       \
    " AND (l.category IS NULL OR r.category = l.category)"                               \
    " AND (l.organisation IS NULL OR r.organisation = l.organisation)"                   \
    " AND (l.scope <> :each OR r.organisation IS NOT NULL)"                              \
    " GROUP BY l.id, whose HAVING count(*) > l.people ORDER BY l.id, 4 DESC"

static void
tell(struct database *db, struct check_report *report, const struct excess *excess)
{
    struct buffer title = { 0 };

    row_title(db, entity_get(ENTITY_MEETING), excess->meeting, &title);
    check_report_add(report,
                     ngettext("%s: a quota allows %" PRId64 " seat, taken: %" PRId64
                              ", and no reason is in the journal.  Free some, "
                              "or raise the quota.",
                              "%s: a quota allows %" PRId64 " seats, taken: %" PRId64
                              ", and no reason is in the journal.  Free some, "
                              "or raise the quota.",
                              (unsigned long)excess->people),
                     buffer_text(&title), excess->people, excess->taken);
    buffer_clear(&title);
}

/* *told: the last quota that was told of, which is told of once. */
static bool
check_one(struct database *db, const struct excess *excess, int64_t *told,
          struct check_report *report, struct error *err)
{
    bool grew = false;
    bool explained = false;

    if (excess->limit == *told)
        return true;
    if (!excess_grew(db, excess, &grew, err) ||
        (grew && !excess_has_reason(db, excess->meeting, &explained, err)) ||
        (grew && !explained &&
         !excess_was_narrowed(db, &settings_entity, 1, "takes_seat", &explained, err)))
        return false;
    if (grew && !explained) {
        tell(db, report, excess);
        *told = excess->limit;
    }
    return true;
}

bool
maintenance_check_limits(struct database *db, struct check_report *report,
                         struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PASSED, err);
    int64_t told = 0;
    bool there = false;
    bool ok = statement;

    if (statement) {
        connection_bind_number(statement, ":each", SEAT_LIMIT_EACH_ORGANISATION);
        connection_bind_number(statement, ":most", SEAT_LIMIT_MOST);
    }
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        const struct excess excess = { .limit = sqlite3_column_int64(statement, 0),
                                       .meeting = sqlite3_column_int64(statement, 1),
                                       .people = sqlite3_column_int64(statement, 2),
                                       .taken = sqlite3_column_int64(statement, 3),
                                       .organisation =
                                           sqlite3_column_int64(statement, 4) };
        ok = check_one(db, &excess, &told, report, err);
    }
    connection_release(statement);
    return ok;
}
