/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_changes.c - the history of a row, field by field, read from changesets */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/setting.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "journal/journal_changeset.h"
#include "journal/journal_entry.h"

/* Storage keeps numbers as numbers; history shows what field_format() shows. */
static char *
canonical_text(const struct field *field, sqlite3_value *value)
{
    if (!value || sqlite3_value_type(value) == SQLITE_NULL)
        return NULL;
    if (sqlite3_value_type(value) == SQLITE_INTEGER) {
        const int64_t number = sqlite3_value_int64(value);
        if (field->kind == FIELD_INSTANT) {
            char text[INSTANT_TEXT_SIZE];
            instant_format(number, text);
            return memory_copy(text);
        }
        if (field->kind == FIELD_REFERENCE && number == 0)
            return NULL;
    }
    return memory_copy((const char *)sqlite3_value_text(value));
}

static struct journal_change *
add_change(struct journal_change_list *list, const struct changeset *changes,
           const struct field *field)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct journal_change *change = &list->items[list->count++];
    *change = (struct journal_change){
        .entity = changes->entity->kind,
        .row = changes->row,
        .kind = changes->operation == SQLITE_INSERT   ? JOURNAL_ADDED
                : changes->operation == SQLITE_DELETE ? JOURNAL_REMOVED
                                                      : JOURNAL_CHANGED,
        .field = field,
    };
    return change;
}

/* NULL when the field is absent before and after. */
static struct journal_change *
add_values(struct journal_change_list *list, const struct changeset *changes,
           const struct field *field, int column)
{
    char *before = canonical_text(field, changeset_before(changes, column));
    char *after = canonical_text(field, changeset_after(changes, column));

    if (!before && !after)
        return NULL;
    struct journal_change *change = add_change(list, changes, field);
    change->before = before;
    change->after = after;
    return change;
}

/* A row of the table `setting` is a name and a value: one field of the settings. */
static void
add_setting(struct journal_change_list *list, const struct changeset *changes)
{
    sqlite3_value *name = changes->operation == SQLITE_INSERT
                              ? changeset_after(changes, 0)
                              : changeset_before(changes, 0);
    const int column = changeset_find_column(changes, "value");
    const struct field *field =
        name != NULL
            ? entity_field(&settings_entity, (const char *)sqlite3_value_text(name))
            : NULL;

    if (!field || column < 0)
        return;
    struct journal_change *change = add_values(list, changes, field, column);
    if (change)
        change->kind = JOURNAL_CHANGED;
}

static void
add_fields(struct journal_change_list *list, const struct changeset *changes)
{
    for (int i = 0; i < changes->column_count; i++) {
        const struct field *field =
            entity_field(changes->entity, changeset_column(changes, i));
        if (field)
            add_values(list, changes, field, i);
    }
}

/* The title of a row that is gone, made of what the entry tells of it. */
static char *
title_of_values(const struct journal_change *changes, size_t count)
{
    const struct entity *entity = entity_get(changes[0].entity);
    void *record = record_new(entity);
    struct buffer title = { 0 };

    for (size_t i = 0; i < count; i++)
        field_parse(changes[i].field, record,
                    changes[i].kind == JOURNAL_ADDED ? changes[i].after
                                                     : changes[i].before,
                    NULL);
    entity->title(record, &title);
    record_free(entity, record);
    return buffer_take(&title);
}

/* All changes of one row stand together. */
static void
set_titles(struct database *db, struct journal_change *changes, size_t count)
{
    const struct entity *entity = entity_get(changes[0].entity);
    struct buffer title = { 0 };
    char *text = NULL;

    if (entity == &settings_entity)
        text = NULL;
    else if (row_title(db, entity, changes[0].row, &title))
        text = buffer_take(&title);
    else if (changes[0].kind != JOURNAL_CHANGED)
        text = title_of_values(changes, count);
    for (size_t i = 0; i < count; i++)
        changes[i].title = memory_copy(text);
    free(text);
    buffer_clear(&title);
}

bool
journal_table_changes(struct database *db, int64_t id, enum entity_kind entity,
                      int64_t row, struct journal_change_list *list, struct error *err)
{
    void *bytes = NULL;
    size_t size = 0;
    struct changeset changes = { 0 };
    bool more = false;

    journal_change_list_clear(list);
    if (!journal_entry_changeset(db, id, &bytes, &size, err))
        return false;
    bool ok = changeset_open(&changes, db, bytes, size, err);
    while (ok && (ok = changeset_next(&changes, &more, err)) && more) {
        if (row != 0 && (changes.row != row || changes.entity->kind != entity))
            continue;
        const size_t first = list->count;
        if (changes.entity == &settings_entity)
            add_setting(list, &changes);
        else
            add_fields(list, &changes);
        if (list->count > first)
            set_titles(db, &list->items[first], list->count - first);
    }
    changeset_close(&changes);
    free(bytes);
    return ok;
}
