/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_table.c - rows of any noun: load, insert, update, delete
 *
 * The SQL of a noun is made from its field table, whose names are ours and
 * constant; every value is bound.
 */
#include "atelier/store/row_table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "database/connection.h"
#include "table/row_follow.h"
#include "table/row_value.h"

static void
add_load(struct buffer *sql, const struct entity *entity)
{
    buffer_add(sql, "SELECT ");
    row_add_columns(sql, entity, "");
    buffer_addf(sql, " FROM %s WHERE id = :id", entity->name);
}

/* Parameters by number: 1 id, 2 rev, 3 at, 4 login, 5 and 6 those of the creation, 7 ...
 * the fields, then what follows from them: the sort key and the marks. */
enum { FIRST_FIELD = 7 };

/* The columns that follow from the fields, by their place; NULL behind the last. */
static const char *
following_column(const struct entity *entity, size_t place)
{
    if (entity->sort_key && place-- == 0)
        return "sort_key";
    for (const struct mark *mark = entity->marks; mark && mark->column; mark++)
        if (place-- == 0)
            return mark->column;
    return NULL;
}

static void
add_insert(struct buffer *sql, const struct entity *entity)
{
    size_t values = entity->field_count;
    const char *column;

    buffer_addf(sql, "INSERT INTO %s (", entity->name);
    row_add_columns(sql, entity, "");
    for (size_t i = 0; (column = following_column(entity, i)); i++, values++)
        buffer_addf(sql, ", %s", column);
    buffer_add(sql, ") VALUES (?1, ?2, ?5, ?6, ?3, ?4");
    for (size_t i = 0; i < values; i++)
        buffer_addf(sql, ", ?%zu", i + FIRST_FIELD);
    buffer_add(sql, ")");
}

static void
add_update(struct buffer *sql, const struct entity *entity)
{
    const char *column;

    buffer_addf(sql, "UPDATE %s SET rev = rev + 1, changed_at = ?3, changed_by = ?4",
                entity->name);
    for (size_t i = 0; i < entity->field_count; i++)
        buffer_addf(sql, ", \"%s\" = ?%zu", entity->fields[i].name, i + FIRST_FIELD);
    for (size_t i = 0; (column = following_column(entity, i)); i++)
        buffer_addf(sql, ", %s = ?%zu", column, entity->field_count + FIRST_FIELD + i);
    buffer_add(sql, " WHERE id = ?1 AND rev = ?2");
}

static sqlite3_stmt *
prepare(struct database *db, const struct entity *entity, enum row_sql which,
        struct error *err)
{
    char **slot = &db->row_sql[entity->kind][which];
    if (!*slot) {
        struct buffer sql = { 0 };
        switch (which) {
        case ROW_SQL_LOAD:
            add_load(&sql, entity);
            break;
        case ROW_SQL_INSERT:
            add_insert(&sql, entity);
            break;
        case ROW_SQL_UPDATE:
            add_update(&sql, entity);
            break;
        case ROW_SQL_DELETE:
            buffer_addf(&sql, "DELETE FROM %s WHERE id = :id AND rev = :rev",
                        entity->name);
            break;
        case ROW_SQL_COUNT:
            break;
        }
        *slot = buffer_take(&sql);
    }
    return connection_prepare(db, *slot, err);
}

static bool
not_found(const struct entity *entity, int64_t id, struct error *err)
{
    return error_set(err, ERROR_NOT_FOUND,
                     _("%s %lld is not there; somebody may have removed it."),
                     _(entity->label), (long long)id);
}

bool
row_load(struct database *db, const struct entity *entity, int64_t id, void *record,
         struct error *err)
{
    sqlite3_stmt *statement = prepare(db, entity, ROW_SQL_LOAD, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    bool row = false;
    bool ok = connection_step(statement, &row, err);
    if (row) {
        record_clear(entity, record);
        row_record_read(statement, entity, record);
    }
    connection_release(statement);
    return ok && (row || not_found(entity, id, err));
}

static bool
fail_constraint(struct database *db, const struct entity *entity, struct error *err)
{
    const char *message = sqlite3_errmsg(db->sqlite);
    for (const struct unique *u = entity->uniques; u && u->columns; u++)
        if (strstr(message, u->columns))
            return error_set_field(err, ERROR_RULE, u->field, "%s", _(u->message));
    if (sqlite3_extended_errcode(db->sqlite) == SQLITE_CONSTRAINT_FOREIGNKEY)
        return error_set(
            err, ERROR_RULE,
            _("What this refers to is gone: a colleague has removed it.  Choose "
              "again."));
    return error_set(err, ERROR_INPUT, _("The database refuses this value: %s."),
                     message);
}

static bool
fail_write(struct database *db, const struct entity *entity, struct error *err)
{
    if ((sqlite3_extended_errcode(db->sqlite) & 0xff) == SQLITE_CONSTRAINT)
        return fail_constraint(db, entity, err);
    return connection_fail(db, err);
}

/* Binds what insert and update share, and runs them; id 0: the next one. */
static bool
write_row(struct database *db, sqlite3_stmt *statement, const struct entity *entity,
          const void *record, struct error *err)
{
    const struct record *head = record;

    if (head->id != 0)
        sqlite3_bind_int64(statement, 1, head->id);
    sqlite3_bind_int64(statement, 2, head->rev);
    sqlite3_bind_int64(statement, 3, head->changed_at);
    sqlite3_bind_text(statement, 4, head->changed_by, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 5, head->created_at);
    sqlite3_bind_text(statement, 6, head->created_by, -1, SQLITE_STATIC);
    int parameter = FIRST_FIELD;
    for (size_t i = 0; i < entity->field_count; i++)
        row_value_bind(statement, parameter++, &entity->fields[i], record);
    char *sort_key = NULL;
    if (entity->sort_key) {
        sort_key = entity->sort_key(record);
        sqlite3_bind_text(statement, parameter++, sort_key, -1, SQLITE_STATIC);
    }
    for (const struct mark *mark = entity->marks; mark && mark->column;
         mark++, parameter++)
        if (mark->holds(record))
            sqlite3_bind_int64(statement, parameter, 1);

    const bool ok = sqlite3_step(statement) == SQLITE_DONE || fail_write(db, entity, err);
    connection_release(statement);
    free(sort_key);
    return ok;
}

static void
set_changed(struct record *head, const char *login, instant at)
{
    head->changed_at = at;
    memory_replace(&head->changed_by, login);
}

bool
row_put(struct database *db, const struct entity *entity, const void *record,
        struct error *err)
{
    sqlite3_stmt *statement = prepare(db, entity, ROW_SQL_INSERT, err);

    return statement && write_row(db, statement, entity, record, err) &&
           row_follow(db, entity, NULL, record, err);
}

bool
row_insert(struct database *db, const struct entity *entity, void *record,
           const char *login, instant at, struct error *err)
{
    struct record *head = record;
    sqlite3_stmt *statement = prepare(db, entity, ROW_SQL_INSERT, err);

    if (!statement)
        return false;
    head->id = 0;
    head->rev = 1;
    head->created_at = at;
    memory_replace(&head->created_by, login);
    set_changed(head, login, at);
    if (!write_row(db, statement, entity, record, err)) {
        head->rev = 0;
        return false;
    }
    head->id = sqlite3_last_insert_rowid(db->sqlite);
    return row_follow(db, entity, NULL, record, err);
}

/* Loads the row as it is now, unless a colleague has changed or removed it. */
static bool
load_unmoved(struct database *db, const struct entity *entity, int64_t id, int64_t rev,
             void *present, struct error *err)
{
    const struct record *head = present;

    if (!row_load(db, entity, id, present, err))
        return false;
    return head->rev == rev ||
           error_set(err, ERROR_CONFLICT, _("%s has changed this in the meantime."),
                     head->changed_by);
}

static bool
update(struct database *db, const struct entity *entity, void *record, const char *login,
       instant at, struct error *err)
{
    struct record *head = record;
    sqlite3_stmt *statement = prepare(db, entity, ROW_SQL_UPDATE, err);

    if (!statement)
        return false;
    set_changed(head, login, at);
    if (!write_row(db, statement, entity, record, err))
        return false;
    assert(sqlite3_changes(db->sqlite) == 1);
    head->rev++;
    return true;
}

bool
row_update_loaded(struct database *db, const struct entity *entity, const void *before,
                  void *record, const char *login, instant at, struct error *err)
{
    return update(db, entity, record, login, at, err) &&
           row_follow(db, entity, before, record, err);
}

bool
row_update(struct database *db, const struct entity *entity, void *record,
           const char *login, instant at, struct error *err)
{
    const struct record *head = record;
    void *before = record_new(entity);
    const bool ok = load_unmoved(db, entity, head->id, head->rev, before, err) &&
                    row_update_loaded(db, entity, before, record, login, at, err);

    record_free(entity, before);
    return ok;
}

/* A row that others refer to: says who they are. */
static bool
fail_delete(struct database *db, const struct entity *entity, struct error *err)
{
    if (sqlite3_extended_errcode(db->sqlite) != SQLITE_CONSTRAINT_FOREIGNKEY ||
        !entity->needed)
        return fail_write(db, entity, err);
    return error_set(err, ERROR_RULE, "%s", _(entity->needed));
}

static bool delete (struct database *db, const struct entity *entity, int64_t id,
                    int64_t rev, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, entity, ROW_SQL_DELETE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    connection_bind_number(statement, ":rev", rev);
    const bool ok =
        sqlite3_step(statement) == SQLITE_DONE || fail_delete(db, entity, err);
    assert(!ok || sqlite3_changes(db->sqlite) == 1);
    connection_release(statement);
    return ok;
}

bool
row_delete_loaded(struct database *db, const struct entity *entity, const void *before,
                  struct error *err)
{
    const struct record *head = before;

    return delete (db, entity, head->id, head->rev, err) &&
           row_follow(db, entity, before, NULL, err);
}

bool
row_delete(struct database *db, const struct entity *entity, int64_t id, int64_t rev,
           struct error *err)
{
    void *before = record_new(entity);
    const bool ok = load_unmoved(db, entity, id, rev, before, err) &&
                    row_delete_loaded(db, entity, before, err);

    record_free(entity, before);
    return ok;
}

bool
row_each(struct database *db, const struct entity *entity, const char *field,
         void (*visit)(void *context, int64_t id, const char *text), void *context,
         struct error *err)
{
    struct buffer sql = { 0 };
    buffer_addf(&sql, "SELECT id, \"%s\" FROM %s ORDER BY id", field, entity->name);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&sql);
    if (!statement)
        return false;
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        visit(context, sqlite3_column_int64(statement, 0),
              connection_column_text(statement, 1));
    connection_release(statement);
    return ok;
}

bool
row_title(struct database *db, const struct entity *entity, int64_t id,
          struct buffer *buffer)
{
    void *record = record_new(entity);
    bool found = row_load(db, entity, id, record, NULL);
    if (found)
        entity->title(record, buffer);
    record_free(entity, record);
    return found;
}
