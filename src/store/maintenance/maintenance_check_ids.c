/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_ids.c - is the last number given out known, so that none is given
 * twice?
 *
 * A row that went leaves its number in the journal, and calendars elsewhere still know
 * it.
 */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "maintenance/maintenance_check.h"

#define SQL_NUMBERED                                                                     \
    "SELECT s.name, coalesce(q.seq, 0), coalesce((SELECT max(c.row)"                     \
    "  FROM journal_change c WHERE c.entity ="                                           \
    "  (SELECT n.number FROM entity n WHERE n.name = s.name)), 0)"                       \
    " FROM sqlite_schema s LEFT JOIN sqlite_sequence q ON q.name = s.name"               \
    " WHERE s.type = 'table' AND s.sql LIKE '% AUTOINCREMENT%' ORDER BY s.name"

static bool
read_last(struct database *db, const char *table, int64_t *last, struct error *err)
{
    struct buffer sql = { 0 };

    buffer_addf(&sql, "SELECT coalesce(max(rowid), 0) FROM \"%s\"", table);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&sql);
    return statement && connection_read_number(statement, last, err);
}

static void
tell(struct check_report *report, const char *table, int64_t known, int64_t last)
{
    const struct entity *entity = entity_find(table);

    check_report_add_damage(
        report, /* TRANSLATORS: a kind of row, as Meeting; two numbers of rows */
        _("%s: %" PRId64 " is known as the last number that was given, and %" PRId64
          " was: numbers could be given twice."),
        entity ? _(entity->label) : table, known, last);
}

bool
maintenance_check_ids(struct database *db, struct check_report *report, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NUMBERED, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        const char *table = connection_column_text(statement, 0);
        const int64_t known = sqlite3_column_int64(statement, 1);
        const int64_t changed = sqlite3_column_int64(statement, 2);
        int64_t last = 0;
        ok = read_last(db, table, &last, err);
        last = changed > last ? changed : last;
        if (ok && known < last)
            tell(report, table, known, last);
    }
    connection_release(statement);
    return ok;
}
