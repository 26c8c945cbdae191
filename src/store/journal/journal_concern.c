/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_concern.c - the rows that a change concerns without changing them */
#include "journal/journal_concern.h"

#include <stdlib.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"

void
journal_concern_list_add_row(struct journal_concern_list *list, enum entity_kind entity,
                             int64_t row)
{
    if (row == 0)
        return;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].entity == entity && list->items[i].row == row)
            return;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] = (struct journal_concern){ .entity = entity, .row = row };
}

/* An update says nothing of a reference that it left as it was. */
static bool
add_unchanged(struct journal_concern_list *list, const struct changeset *changes,
              const struct field *field, struct error *err)
{
    struct buffer sql = { 0 };

    buffer_addf(&sql, "SELECT \"%s\" FROM \"%s\" WHERE id = :id", field->name,
                changes->entity->name);
    sqlite3_stmt *statement = connection_prepare(changes->db, buffer_text(&sql), err);
    buffer_clear(&sql);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", changes->row);
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    if (found)
        journal_concern_list_add_row(list, (enum entity_kind)field->refers_to,
                                     sqlite3_column_int64(statement, 0));
    connection_release(statement);
    return ok;
}

bool
journal_concern_list_add(struct journal_concern_list *list,
                         const struct changeset *changes, struct error *err)
{
    for (size_t i = 0; i < changes->entity->field_count; i++) {
        const struct field *field = &changes->entity->fields[i];
        if ((field->flags & FIELD_CONCERNS) == 0)
            continue;
        const enum entity_kind to = (enum entity_kind)field->refers_to;
        const int column = changeset_find_column(changes, field->name);
        sqlite3_value *before = changeset_before(changes, column);
        sqlite3_value *after = changeset_after(changes, column);
        if (before)
            journal_concern_list_add_row(list, to, sqlite3_value_int64(before));
        if (after)
            journal_concern_list_add_row(list, to, sqlite3_value_int64(after));
        if (!before && !after && !add_unchanged(list, changes, field, err))
            return false;
    }
    return true;
}

void
journal_concern_list_clear(struct journal_concern_list *list)
{
    free(list->items);
    *list = (struct journal_concern_list){ 0 };
}
