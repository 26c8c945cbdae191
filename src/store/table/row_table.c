/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_table.c - rows of any noun: load, insert, update, delete
 *
 * The SQL of a noun is made from its field table, whose names are ours and
 * constant; every value is bound.
 */
#include "atelier/store/row_table.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "database/connection.h"
#include "table/row_value.h"

static void
add_load(struct buffer *sql, const struct entity *entity)
{
    buffer_add(sql, "SELECT ");
    row_add_columns(sql, entity, "");
    buffer_addf(sql, " FROM %s WHERE id = :id", entity->name);
}

/* Parameters by number: 1 rev or id, 2 at, 3 login, 4 ... the fields, then the sort key.
 */
enum { FIRST_FIELD = 4 };

static void
add_insert(struct buffer *sql, const struct entity *entity)
{
    buffer_addf(sql, "INSERT INTO %s (", entity->name);
    row_add_columns(sql, entity, "");
    buffer_add(sql, entity->sort_key ? ", sort_key" : "");
    buffer_add(sql, ") VALUES (NULL, ?1, ?2, ?3, ?2, ?3");
    size_t values = entity->field_count + (entity->sort_key ? 1 : 0);
    for (size_t i = 0; i < values; i++)
        buffer_addf(sql, ", ?%zu", i + FIRST_FIELD);
    buffer_add(sql, ")");
}

static void
add_update(struct buffer *sql, const struct entity *entity)
{
    buffer_addf(sql, "UPDATE %s SET rev = rev + 1, changed_at = ?2, changed_by = ?3",
                entity->name);
    for (size_t i = 0; i < entity->field_count; i++)
        buffer_addf(sql, ", \"%s\" = ?%zu", entity->fields[i].name, i + FIRST_FIELD);
    size_t next = entity->field_count + FIRST_FIELD;
    if (entity->sort_key)
        buffer_addf(sql, ", sort_key = ?%zu", next++);
    buffer_addf(sql, " WHERE id = ?1 AND rev = ?%zu", next);
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
    return error_set(err, ERROR_NOT_FOUND, _("There is no such row: %s %lld."),
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

/* Binds what insert and update share, and runs them. */
static bool
write_row(struct database *db, sqlite3_stmt *statement, const struct entity *entity,
          const void *record, const char *login, instant at, int64_t first, int64_t last,
          struct error *err)
{
    sqlite3_bind_int64(statement, 1, first);
    sqlite3_bind_int64(statement, 2, at);
    sqlite3_bind_text(statement, 3, login, -1, SQLITE_STATIC);
    int parameter = FIRST_FIELD;
    for (size_t i = 0; i < entity->field_count; i++)
        row_value_bind(statement, parameter++, &entity->fields[i], record);
    char *sort_key = NULL;
    if (entity->sort_key) {
        sort_key = entity->sort_key(record);
        sqlite3_bind_text(statement, parameter++, sort_key, -1, SQLITE_STATIC);
    }
    if (last > 0)
        sqlite3_bind_int64(statement, parameter, last);

    bool ok = sqlite3_step(statement) == SQLITE_DONE || fail_write(db, entity, err);
    connection_release(statement);
    free(sort_key);
    return ok;
}

bool
row_insert(struct database *db, const struct entity *entity, void *record,
           const char *login, instant at, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, entity, ROW_SQL_INSERT, err);
    if (!statement || !write_row(db, statement, entity, record, login, at, 1, 0, err))
        return false;

    struct record *head = record;
    head->id = sqlite3_last_insert_rowid(db->sqlite);
    head->rev = 1;
    head->created_at = at;
    head->changed_at = at;
    memory_replace(&head->created_by, login);
    memory_replace(&head->changed_by, login);
    return true;
}

/* Nothing was written: the row is gone, or a colleague has changed it. */
static bool
why_not_written(struct database *db, const struct entity *entity, int64_t id,
                struct error *err)
{
    void *present = record_new(entity);
    bool there = row_load(db, entity, id, present, err);
    if (there) {
        const struct record *head = present;
        error_set(err, ERROR_CONFLICT, _("%s has changed this in the meantime."),
                  head->changed_by);
    }
    record_free(entity, present);
    return false;
}

bool
row_update(struct database *db, const struct entity *entity, void *record,
           const char *login, instant at, struct error *err)
{
    struct record *head = record;
    sqlite3_stmt *statement = prepare(db, entity, ROW_SQL_UPDATE, err);
    if (!statement ||
        !write_row(db, statement, entity, record, login, at, head->id, head->rev, err))
        return false;
    if (sqlite3_changes(db->sqlite) == 0)
        return why_not_written(db, entity, head->id, err);
    head->rev++;
    head->changed_at = at;
    memory_replace(&head->changed_by, login);
    return true;
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

bool
row_delete(struct database *db, const struct entity *entity, int64_t id, int64_t rev,
           struct error *err)
{
    sqlite3_stmt *statement = prepare(db, entity, ROW_SQL_DELETE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    connection_bind_number(statement, ":rev", rev);
    bool ok = sqlite3_step(statement) == SQLITE_DONE || fail_delete(db, entity, err);
    connection_release(statement);
    if (ok && sqlite3_changes(db->sqlite) == 0)
        ok = why_not_written(db, entity, id, err);
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
