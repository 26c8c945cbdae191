/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_limits.c - quotas counted anew, person by person (rule 2) */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/domain/setting.h"
#include "atelier/store/row_table.h"
#include "maintenance/excess.h"
#include "maintenance/maintenance_check.h"

/* Those who take seats under a limit: the people of its category or organisation, or of
 * the organisation that takes most. */
#define TAKERS                                                                           \
    "registration r JOIN seat_rule t ON t.state = r.state AND t.role = r.role"           \
    " WHERE r.meeting = l.meeting"                                                       \
    " AND (l.category IS NULL OR r.category = l.category)"                               \
    " AND (l.organisation IS NULL OR r.organisation = l.organisation)"                   \
    " AND (l.scope <> :each OR r.organisation IS NOT NULL)"

#define SQL_PASSED                                                                       \
    "SELECT id, meeting, people, taken FROM (SELECT l.id, l.meeting, l.people,"          \
    " CASE WHEN l.scope = :each THEN (SELECT count(*) FROM " TAKERS                      \
    " GROUP BY r.organisation ORDER BY 1 DESC LIMIT 1)"                                  \
    " ELSE (SELECT count(*) FROM " TAKERS ") END AS taken"                               \
    " FROM seat_limit l WHERE l.kind = :most AND l.workshop IS NULL)"                    \
    " WHERE taken > people ORDER BY id"

/* An act that brought them to the seat, or under the quota.  What an undo or a redo
 * brought back was there before. */
#define SEATED                                                                           \
    "journal_change c JOIN journal j ON j.id = c.journal AND j.undoes IS NULL"           \
    " AND j.redoes IS NULL AND j.undone_by IS NULL WHERE c.entity = :registration"       \
    " AND c.row = r.id AND (c.kind <> 1 OR instr(c.before, '\"state\"') > 0"             \
    " OR instr(c.before, '\"role\"') > 0 OR instr(c.before, '\"category\"') > 0"         \
    " OR instr(c.before, '\"organisation\"') > 0)"

/* Whether somebody came to a seat under it since it is what it is. */
#define SQL_CAME_SINCE                                                                   \
    "SELECT 1 FROM seat_limit l JOIN " TAKERS " AND l.id = :id AND"                      \
    " (SELECT max(c.journal) FROM " SEATED                                               \
    ") > (SELECT max(journal) FROM journal_change WHERE entity = :limit"                 \
    " AND row = l.id) LIMIT 1"

static bool
came_since(struct database *db, int64_t limit, bool *came, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_CAME_SINCE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", limit);
    connection_bind_number(statement, ":each", SEAT_LIMIT_EACH_ORGANISATION);
    connection_bind_number(statement, ":registration",
                           entity_get(ENTITY_REGISTRATION)->number);
    connection_bind_number(statement, ":limit", seat_limit_entity.number);
    const bool ok = connection_step(statement, came, err);
    connection_release(statement);
    return ok;
}

static void
tell(struct database *db, struct check_report *report, sqlite3_stmt *row)
{
    const int64_t people = sqlite3_column_int64(row, 2);
    struct buffer title = { 0 };

    row_title(db, entity_get(ENTITY_MEETING), sqlite3_column_int64(row, 1), &title);
    check_report_add(report,
                     ngettext("%s: a quota allows %" PRId64 " seat, taken: %" PRId64
                              ", and no reason is in the journal.  Free some, "
                              "or raise the quota.",
                              "%s: a quota allows %" PRId64 " seats, taken: %" PRId64
                              ", and no reason is in the journal.  Free some, "
                              "or raise the quota.",
                              (unsigned long)people),
                     buffer_text(&title), people, (int64_t)sqlite3_column_int64(row, 3));
    buffer_clear(&title);
}

static bool
check_one(struct database *db, sqlite3_stmt *row, struct check_report *report,
          struct error *err)
{
    const int64_t limit = sqlite3_column_int64(row, 0);
    bool came = false;
    bool explained = false;

    if (!came_since(db, limit, &came, err) ||
        (came && !excess_has_reason(db, sqlite3_column_int64(row, 1), &explained, err)) ||
        (came && !explained &&
         !excess_was_narrowed(db, &settings_entity, 1, "takes_seat", &explained, err)))
        return false;
    if (came && !explained)
        tell(db, report, row);
    return true;
}

bool
maintenance_check_limits(struct database *db, struct check_report *report,
                         struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PASSED, err);
    bool there = false;
    bool ok = statement;

    if (statement) {
        connection_bind_number(statement, ":each", SEAT_LIMIT_EACH_ORGANISATION);
        connection_bind_number(statement, ":most", SEAT_LIMIT_MOST);
    }
    while (ok && (ok = connection_step(statement, &there, err)) && there)
        ok = check_one(db, statement, report, err);
    connection_release(statement);
    return ok;
}
