/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_before.c - what a change replaced, put back into a record */
#include "journal/journal_before.h"

#include "atelier/base/language.h"
#include "atelier/domain/row_image.h"
#include "database/connection.h"

#define SQL_VALUES "SELECT key, value FROM json_each(:before)"

bool
journal_before_restore(struct database *db, const struct entity *entity, void *record,
                       const char *before, struct error *err)
{
    if (!before)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_VALUES, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":before", before);
    bool there = false;
    bool readable = true;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there && readable)
        readable = row_image_restore(entity, record, connection_column_text(statement, 0),
                                     (const char *)sqlite3_column_text(statement, 1));
    connection_release(statement);
    return ok &&
           (readable ||
            error_set(err, ERROR_DATABASE,
                      _("An entry of the journal is damaged; run “atelier check”.")));
}
