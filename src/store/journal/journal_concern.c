/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_concern.c - the rows that a change concerns without changing them */
#include "journal/journal_concern.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

/* The columns through which a row concerns another, and how to read one that
 * an update left as it was. */
static const struct rule {
    enum entity_kind of;
    enum entity_kind to;
    const char *column;
    const char *sql;
} rules[] = {
    { ENTITY_AFFILIATION, ENTITY_PERSON, "person",
      "SELECT person FROM affiliation WHERE id = :id" },
    { ENTITY_AFFILIATION, ENTITY_ORGANISATION, "organisation",
      "SELECT organisation FROM affiliation WHERE id = :id" },
    { ENTITY_MEMBERSHIP, ENTITY_WORKING_GROUP, "group",
      "SELECT \"group\" FROM membership WHERE id = :id" },
    { ENTITY_MEMBERSHIP, ENTITY_PERSON, "person",
      "SELECT person FROM membership WHERE id = :id" },
    { ENTITY_ROOM, ENTITY_VENUE, "venue", "SELECT venue FROM room WHERE id = :id" },
    { ENTITY_MEETING, ENTITY_WORKING_GROUP, "group",
      "SELECT \"group\" FROM meeting WHERE id = :id" },
    { ENTITY_SLOT, ENTITY_MEETING, "meeting", "SELECT meeting FROM slot WHERE id = :id" },
    { ENTITY_REGISTRATION, ENTITY_MEETING, "meeting",
      "SELECT meeting FROM registration WHERE id = :id" },
    { ENTITY_REGISTRATION, ENTITY_PERSON, "person",
      "SELECT person FROM registration WHERE id = :id" },
    { ENTITY_PRESENCE, ENTITY_REGISTRATION, "registration",
      "SELECT registration FROM presence WHERE id = :id" },
};

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

static bool
add_unchanged(struct journal_concern_list *list, const struct changeset *changes,
              const struct rule *rule, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(changes->db, rule->sql, err);

    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":id", changes->row);
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    if (found)
        journal_concern_list_add_row(list, rule->to, sqlite3_column_int64(statement, 0));
    connection_release(statement);
    return ok;
}

bool
journal_concern_list_add(struct journal_concern_list *list,
                         const struct changeset *changes, struct error *err)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        const struct rule *rule = &rules[i];
        if (rule->of != changes->entity->kind)
            continue;
        const int column = changeset_find_column(changes, rule->column);
        sqlite3_value *before = changeset_before(changes, column);
        sqlite3_value *after = changeset_after(changes, column);
        if (before != NULL)
            journal_concern_list_add_row(list, rule->to, sqlite3_value_int64(before));
        if (after != NULL)
            journal_concern_list_add_row(list, rule->to, sqlite3_value_int64(after));
        if (before == NULL && after == NULL && !add_unchanged(list, changes, rule, err))
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
