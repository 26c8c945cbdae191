/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_days.c - do calendars know the days that meetings have?
 */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "maintenance/maintenance_check.h"
#include "table/meeting_day_due.h"

#define SQL_PARTED                                                                       \
    "SELECT id, state FROM meeting WHERE substr(start, 1, 10) <> substr(\"end\", 1, 10)" \
    " OR id IN (SELECT meeting FROM meeting_day) ORDER BY id"

static void
report_meeting(const struct meeting *meeting, struct check_report *report)
{
    if (meeting_is_open(meeting))
        check_report_add(report,
                         _("Meeting %" PRId64 ": calendars are told other days than it "
                           "has.  Change its end, then undo that: they are told the "
                           "right ones."),
                         meeting->head.id);
    else
        check_report_add(report,
                         _("Meeting %" PRId64 ": calendars are told other days than it "
                           "has.  It is %s and does not change any more: tell the people "
                           "on its list which days were right."),
                         meeting->head.id, _(meeting_states[meeting->state].label));
}

bool
maintenance_check_days(struct database *db, struct check_report *report,
                       struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PARTED, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        const struct meeting meeting = {
            .head.id = sqlite3_column_int64(statement, 0),
            .state = (enum meeting_state)sqlite3_column_int(statement, 1),
        };
        bool agrees = true;
        ok = meeting_day_due_agrees(db, meeting.head.id, &agrees, err);
        if (ok && !agrees)
            report_meeting(&meeting, report);
    }
    connection_release(statement);
    return ok;
}
