/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_refusal.c - why an act cannot be undone, said with names */
#include "journal/journal_refusal.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "journal/journal_changeset.h"

/* A row that refers to one by a field, and is not of the act itself. */
#define SQL_NEEDING                                                                      \
    "SELECT id FROM \"%w\" t WHERE \"%w\" = :row AND NOT EXISTS"                         \
    " (SELECT 1 FROM journal_row WHERE entity = '%q' AND row = t.id AND journal = "      \
    ":journal"                                                                           \
    " AND changed) LIMIT 1"

bool
journal_refuse_moved(const struct journal_act *act, struct error *err)
{
    struct journal_entry entry = { 0 };
    bool ok = journal_table_moved_since(act->db, act->id, &entry, err);

    if (ok && entry.id != 0)
        ok = error_set(
            err, ERROR_RULE,
            _("It cannot be undone: %s has changed the same row since; see its history."),
            entry.staff);
    journal_entry_clear(&entry);
    return ok;
}

static char *
title_copy(struct database *db, const struct entity *entity, int64_t row)
{
    struct buffer title = { 0 };

    row_title(db, entity, row, &title);
    return buffer_take(&title);
}

/* 0 when there is none. */
static int64_t
find_needing(const struct journal_act *act, int64_t row, const struct entity *entity,
             const struct field *field)
{
    char *sql = sqlite3_mprintf(SQL_NEEDING, entity->name, field->name, entity->name);
    sqlite3_stmt *statement = connection_prepare(act->db, sql, NULL);
    int64_t needing = 0;
    bool found = false;

    sqlite3_free(sql);
    if (!statement)
        return 0;
    connection_bind_number(statement, ":row", row);
    connection_bind_number(statement, ":journal", act->id);
    if (connection_step(statement, &found, NULL) && found)
        needing = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return needing;
}

static void
tell_needing(const struct journal_act *act, const struct changeset *changes,
             const struct entity *entity, int64_t needing, struct error *err)
{
    char *gone = title_copy(act->db, changes->entity, changes->row);
    char *title = title_copy(act->db, entity, needing);

    error_set(err, ERROR_RULE,
              _("It cannot be undone: “%s” would go, and “%s” (%s) needs it."),
              gone != NULL ? gone : "", title != NULL ? title : "", _(entity->label));
    free(title);
    free(gone);
}

/* Sets the error and returns true when the present row is needed by another. */
static bool
is_needed(const struct journal_act *act, const struct changeset *changes,
          struct error *err)
{
    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        for (size_t i = 0; i < entity->field_count; i++) {
            const struct field *field = &entity->fields[i];
            if (field->kind != FIELD_REFERENCE ||
                field->refers_to != (int)changes->entity->kind)
                continue;
            const int64_t needing = find_needing(act, changes->row, entity, field);
            if (needing != 0) {
                tell_needing(act, changes, entity, needing, err);
                return true;
            }
        }
    }
    return false;
}

/* The undo would remove what the act had added. */
static bool
refuse_needed(const struct journal_act *act, struct error *err)
{
    struct changeset changes;
    bool more = false;
    bool named = false;

    error_set(err, ERROR_RULE,
              _("It cannot be undone: it would leave rows without those they refer to."));
    bool ok = changeset_open(&changes, act->db, act->bytes, act->size, NULL);
    while (ok && !named && (ok = changeset_next(&changes, &more, NULL)) && more)
        named = changes.operation == SQLITE_INSERT && is_needed(act, &changes, err);
    changeset_close(&changes);
    return false;
}

bool
journal_refuse(const struct journal_act *act, int conflict, struct error *err)
{
    switch (conflict) {
    case SQLITE_CHANGESET_DATA:
    case SQLITE_CHANGESET_NOTFOUND:
        return journal_refuse_moved(act, err) &&
               error_set(
                   err, ERROR_RULE,
                   _("It cannot be undone: the row has changed since; see its history."));
    case SQLITE_CHANGESET_FOREIGN_KEY:
        return refuse_needed(act, err);
    case SQLITE_CHANGESET_CONFLICT:
    case SQLITE_CHANGESET_CONSTRAINT:
        return error_set(err, ERROR_RULE,
                         _("It cannot be undone: what would come back is there again, in"
                           " another row."));
    default:
        return connection_fail(act->db, err);
    }
}
