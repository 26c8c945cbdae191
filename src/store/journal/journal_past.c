/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_past.c - a row as it was after an act: the row of now, taken back change by
 * change */
#include "journal/journal_past.h"

#include <stdlib.h>

#include "atelier/domain/journal.h"
#include "atelier/domain/setting.h"
#include "atelier/store/row_table.h"
#include "atelier/store/setting_table.h"
#include "database/connection.h"
#include "journal/journal_before.h"

/* The last first.  The texts of a row are read before the next statement runs. */
#define SQL_LATER                                                                        \
    "SELECT kind, before, journal FROM journal_change"                                   \
    " WHERE entity = :entity AND row = :row AND journal > :act AND journal < :next"      \
    " ORDER BY journal DESC LIMIT 1"

#define SQL_REMOVED                                                                      \
    "SELECT before FROM journal_change WHERE entity = :entity AND row = :row"            \
    " AND kind = 2 ORDER BY journal DESC LIMIT 1"

bool
journal_past_load_now(struct database *db, const struct entity *entity, int64_t row,
                      void *record, bool *there, struct error *err)
{
    struct error why = { 0 };

    record_clear(entity, record);
    if (entity == &settings_entity) {
        *there = true;
        return setting_table_load(db, record, err);
    }
    *there = row_load(db, entity, row, record, &why);
    if (*there || why.kind == ERROR_NOT_FOUND)
        return true;
    error_pass(err, &why);
    return false;
}

/* What the newest change before `next` replaced; *next is 0 when there is none. */
static bool
load_change(struct database *db, const struct entity *entity, int64_t row, int64_t act,
            int64_t *next, enum journal_change_kind *kind, char **before,
            struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LATER, err);
    bool there = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    connection_bind_number(statement, ":act", act);
    connection_bind_number(statement, ":next", *next);
    const bool ok = connection_step(statement, &there, err);
    *next = there ? sqlite3_column_int64(statement, 2) : 0;
    if (there) {
        *kind = (enum journal_change_kind)sqlite3_column_int(statement, 0);
        *before = connection_column_copy(statement, 1);
    }
    connection_release(statement);
    return ok;
}

bool
journal_past_take_back(struct database *db, const struct entity *entity, int64_t row,
                       int64_t act, void *record, bool *there, struct error *err)
{
    int64_t next = INT64_MAX;
    bool ok = true;

    while (ok) {
        enum journal_change_kind kind = JOURNAL_CHANGED;
        char *before = NULL;
        ok = load_change(db, entity, row, act, &next, &kind, &before, err);
        if (next == 0)
            break;
        if (kind != JOURNAL_CHANGED)
            record_clear(entity, record);
        ((struct record *)record)->id = row;
        *there = kind != JOURNAL_ADDED;
        ok = ok && journal_before_restore(db, entity, record, before, err);
        free(before);
    }
    return ok;
}

/* All that was stored of it stands in the change that removed it. */
bool
journal_past_load_gone(struct database *db, const struct entity *entity, int64_t row,
                       void *record, bool *there, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_REMOVED, err);
    char *before = NULL;

    *there = false;
    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", entity->number);
    connection_bind_number(statement, ":row", row);
    bool ok = connection_step(statement, there, err);
    if (*there)
        before = connection_column_copy(statement, 0);
    connection_release(statement);
    *there = before != NULL;
    record_clear(entity, record);
    ((struct record *)record)->id = row;
    ok = ok && journal_before_restore(db, entity, record, before, err);
    free(before);
    return ok;
}
