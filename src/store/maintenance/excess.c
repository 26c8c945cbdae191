/* SPDX-License-Identifier: GPL-3.0-or-later */
/* excess.c - does the journal say why more seats are taken than a limit allows? */
#include "maintenance/excess.h"

#include "atelier/domain/meeting.h"
#include "journal/journal_concern.h"
#include "journal/journal_entry.h"

/* An act on the meeting or its people that has a reason and stands. */
#define SQL_REASON                                                                       \
    "SELECT 1 FROM (%s) touched JOIN journal_reason r ON r.journal = touched.journal"    \
    " AND r." JOURNAL_IS_REASON                                                          \
    " JOIN journal j ON j.id = touched.journal WHERE j.undone_by IS NULL LIMIT 1"
/* An act that replaced a field of that name. */
#define SQL_NARROWED                                                                     \
    "SELECT 1 FROM journal_change WHERE entity = :entity AND row = :row AND kind = 1"    \
    " AND instr(before, :field) > 0 LIMIT 1"

bool
excess_has_reason(struct database *db, int64_t meeting, bool *has, struct error *err)
{
    struct buffer touched = { 0 };
    struct buffer sql = { 0 };

    journal_concern_add_sql(&touched, &meeting_entity, ":meeting");
    buffer_addf(&sql, SQL_REASON, buffer_text(&touched));
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&touched);
    buffer_clear(&sql);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    const bool ok = connection_step(statement, has, err);
    connection_release(statement);
    return ok;
}

bool
excess_was_narrowed(struct database *db, const struct entity *entity, int64_t row,
                    const char *field, bool *was, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NARROWED, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    connection_bind_text(statement, ":field", field);
    const bool ok = connection_step(statement, was, err);
    connection_release(statement);
    return ok;
}
