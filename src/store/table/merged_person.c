/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merged_person.c - who was merged into somebody else, and came to be referred to */
#include "table/merged_person.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/person.h"
#include "atelier/store/person_table.h"
#include "database/connection.h"

#define SQL_INTO "SELECT merged_into FROM person WHERE id = :id"

void
merged_person_clear(struct merged_person_list *list)
{
    free(list->items);
    *list = (struct merged_person_list){ 0 };
}

bool
person_table_merged_into(struct database *db, int64_t person, int64_t *into,
                         struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_INTO, err);

    *into = 0;
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", person);
    return connection_read_number(statement, into, err);
}

static void
note(struct database *db, int64_t person, const struct field *field)
{
    struct merged_person_list *list = &db->merged;

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] = (struct merged_person){ person, field };
}

static bool
follow_reference(struct database *db, const struct field *field, int64_t person,
                 struct error *err)
{
    int64_t into;

    if (!person_table_merged_into(db, person, &into, err))
        return false;
    if (into != 0)
        note(db, person, field);
    return true;
}

bool
merged_person_follow(struct database *db, const struct entity *entity, const void *before,
                     const void *after, struct error *err)
{
    bool ok = true;

    if (!db->writing || !after)
        return true;
    for (size_t i = 0; ok && i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (field->kind != FIELD_REFERENCE || field->refers_to != ENTITY_PERSON ||
            field_is_absent(field, after) ||
            (before && field_equal(field, before, after)))
            continue;
        if (entity->kind == ENTITY_PERSON)
            note(db, ((const struct record *)after)->id, NULL);
        ok = follow_reference(db, field, field_number(field, after), err);
    }
    return ok;
}
