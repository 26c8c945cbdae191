/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_changeset.c - the changes of one operation, row by row */
#include "journal/journal_changeset.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/setting.h"
#include "journal/journal_format.h"

#define SQL_COLUMNS "SELECT name FROM pragma_table_info(:table) ORDER BY cid"

static const char setting_table[] = "setting";

const struct entity *
changeset_entity(const char *table)
{
    if (strcmp(table, setting_table) == 0)
        return &settings_entity;
    const struct entity *entity = entity_find(table);
    return entity != &settings_entity ? entity : NULL;
}

void
table_columns_clear(struct table_columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        free(columns->names[i]);
    free(columns->names);
    free(columns->table);
    *columns = (struct table_columns){ 0 };
}

bool
table_columns_load(struct table_columns *columns, struct database *db, const char *table,
                   struct error *err)
{
    if (columns->table && strcmp(columns->table, table) == 0)
        return true;
    table_columns_clear(columns);
    sqlite3_stmt *statement = connection_prepare(db, SQL_COLUMNS, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":table", table);
    size_t capacity = 0;
    bool row = false;
    bool ok;
    while ((ok = connection_step(statement, &row, err)) && row) {
        columns->names =
            memory_grow(columns->names, &capacity, columns->count + 1, sizeof(char *));
        columns->names[columns->count++] = connection_column_copy(statement, 0);
    }
    connection_release(statement);
    columns->table = memory_copy(table);
    return ok;
}

const char *
table_columns_name(const struct table_columns *columns, int column)
{
    return column >= 0 && (size_t)column < columns->count ? columns->names[column] : "";
}

static bool
fail_damaged(struct error *err)
{
    return error_set(err, ERROR_DATABASE,
                     _("An entry of the journal is damaged; run “atelier check”."));
}

bool
changeset_open(struct changeset *changes, struct database *db, const void *bytes,
               size_t size, struct error *err)
{
    *changes = (struct changeset){ .db = db };
    /* The interface of SQLite is not const, but an iterator only reads. */
    union {
        const void *given;
        void *taken;
    } data = { .given = bytes };
    if (journal_format_is_whole(bytes, size) &&
        sqlite3changeset_start(&changes->iterator, (int)size, data.taken) == SQLITE_OK)
        return true;
    changes->iterator = NULL;
    return fail_damaged(err);
}

void
changeset_close(struct changeset *changes)
{
    if (changes->iterator)
        sqlite3changeset_finalize(changes->iterator);
    changes->iterator = NULL;
    table_columns_clear(&changes->columns);
}

bool
changeset_next(struct changeset *changes, bool *more, struct error *err)
{
    const int result = sqlite3changeset_next(changes->iterator);

    *more = result == SQLITE_ROW;
    if (result == SQLITE_DONE)
        return true;
    if (result != SQLITE_ROW ||
        sqlite3changeset_op(changes->iterator, &changes->table, &changes->column_count,
                            &changes->operation, NULL) != SQLITE_OK)
        return fail_damaged(err);
    changes->entity = changeset_entity(changes->table);
    if (!changes->entity)
        return error_set(err, ERROR_DATABASE,
                         _("The journal names “%s”, which this version does not know."),
                         changes->table);
    changes->row = SETTINGS_ROW;
    if (changes->entity->kind != ENTITY_COUNT) {
        sqlite3_value *id = changes->operation == SQLITE_INSERT
                                ? changeset_after(changes, 0)
                                : changeset_before(changes, 0);
        changes->row = id != NULL ? sqlite3_value_int64(id) : 0;
    }
    return changes->rows_only ||
           table_columns_load(&changes->columns, changes->db, changes->table, err);
}

sqlite3_value *
changeset_before(const struct changeset *changes, int column)
{
    sqlite3_value *value = NULL;

    if (changes->operation != SQLITE_INSERT)
        sqlite3changeset_old(changes->iterator, column, &value);
    return value;
}

sqlite3_value *
changeset_after(const struct changeset *changes, int column)
{
    sqlite3_value *value = NULL;

    if (changes->operation != SQLITE_DELETE)
        sqlite3changeset_new(changes->iterator, column, &value);
    return value;
}

const char *
changeset_column(const struct changeset *changes, int column)
{
    return table_columns_name(&changes->columns, column);
}

int
changeset_find_column(const struct changeset *changes, const char *name)
{
    for (int i = 0; i < changes->column_count; i++)
        if (strcmp(changeset_column(changes, i), name) == 0)
            return i;
    return -1;
}
