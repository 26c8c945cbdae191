/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_days.c - do calendars know the days that meetings have?
 */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "maintenance/maintenance_check.h"
#include "table/meeting_day_due.h"

#define SQL_PARTED                                                                       \
    "SELECT id FROM meeting WHERE substr(start, 1, 10) <> substr(\"end\", 1, 10)"        \
    " UNION SELECT meeting FROM meeting_day ORDER BY 1"

bool
maintenance_check_days(struct database *db, struct check_report *report,
                       struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PARTED, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        const int64_t meeting = sqlite3_column_int64(statement, 0);
        bool agrees = true;
        ok = meeting_day_due_agrees(db, meeting, &agrees, err);
        if (ok && !agrees)
            check_report_add(report,
                             _("Meeting %" PRId64 ": calendars are told other days than "
                               "it has.  Change its end, then undo that: they are told "
                               "the right ones."),
                             meeting);
    }
    connection_release(statement);
    return ok;
}
