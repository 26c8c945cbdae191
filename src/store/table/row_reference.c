/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_reference.c - who refers to a row, and what a row refers to that is not there */
#include "atelier/store/row_reference.h"

#include "database/connection.h"

/* The id that the SQL answers, 0 when it answers none. */
static bool
find(struct database *db, struct buffer *sql, int64_t id, int64_t *found,
     struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(sql), err);

    buffer_clear(sql);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    *found = 0;
    return connection_read_number(statement, found, err);
}

static bool
find_referring(struct database *db, const struct entity *entity,
               const struct field *field, int64_t id, int64_t *found, struct error *err)
{
    struct buffer sql = { 0 };

    buffer_addf(&sql, "SELECT id FROM \"%s\" WHERE \"%s\" = :id LIMIT 1", entity->name,
                field->name);
    return find(db, &sql, id, found, err);
}

bool
row_reference_needing(struct database *db, const struct entity *entity, int64_t id,
                      struct row_ref *needing, struct error *err)
{
    bool ok = true;

    *needing = ROW_NONE;
    for (int kind = 0; ok && needing->id == 0 && kind < ENTITY_COUNT; kind++) {
        const struct entity *other = entity_get((enum entity_kind)kind);
        for (size_t i = 0; ok && needing->id == 0 && i < other->field_count; i++) {
            const struct field *field = &other->fields[i];
            needing->entity = other->kind;
            if (field->kind == FIELD_REFERENCE && field->refers_to == (int)entity->kind)
                ok = find_referring(db, other, field, id, &needing->id, err);
        }
    }
    return ok;
}

bool
row_reference_each(struct database *db, const struct entity *other,
                   const struct field *field, int64_t id,
                   bool (*visit)(void *context, int64_t row, struct error *err),
                   void *context, struct error *err)
{
    struct buffer sql = { 0 };

    buffer_addf(&sql, "SELECT id FROM \"%s\" WHERE \"%s\" = :id ORDER BY id", other->name,
                field->name);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&sql);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    return connection_each_number(statement, visit, context, err);
}

bool
row_reference_missing(struct database *db, const struct entity *entity,
                      const void *record, const struct field **missing, struct error *err)
{
    bool ok = true;

    *missing = NULL;
    for (size_t i = 0; ok && !*missing && i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (field->kind != FIELD_REFERENCE || field_is_absent(field, record))
            continue;
        const struct entity *other = entity_get((enum entity_kind)field->refers_to);
        struct buffer sql = { 0 };
        int64_t found = 0;
        buffer_addf(&sql, "SELECT id FROM \"%s\" WHERE id = :id", other->name);
        ok = find(db, &sql, field_number(field, record), &found, err);
        if (ok && found == 0)
            *missing = field;
    }
    return ok;
}

bool
row_reference_defer(struct database *db, struct error *err)
{
    return connection_execute(db, "PRAGMA defer_foreign_keys = ON", err);
}

bool
row_reference_is_any_missing(struct database *db)
{
    int unresolved = 0;
    int highest = 0;

    return sqlite3_db_status(db->sqlite, SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved,
                             &highest, 0) != SQLITE_OK ||
           unresolved != 0;
}
