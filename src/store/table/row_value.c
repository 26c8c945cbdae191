/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_value.c - a field's value in a column, and back */
#include "table/row_value.h"

#include "atelier/base/memory.h"

enum { HEAD_COLUMNS = 6 };

static void
bind_formatted(sqlite3_stmt *statement, int parameter, const struct field *field,
               const void *record)
{
    struct buffer text = { 0 };
    if (field_format(field, record, &text))
        sqlite3_bind_text(statement, parameter, buffer_text(&text), (int)text.length,
                          SQLITE_TRANSIENT);
    else
        sqlite3_bind_null(statement, parameter);
    buffer_clear(&text);
}

void
row_value_bind(sqlite3_stmt *statement, int parameter, const struct field *field,
               const void *record)
{
    const char *text;

    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        text = field_text(field, record);
        if (text)
            sqlite3_bind_text(statement, parameter, text, -1, SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, parameter);
        break;
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_INSTANT:
    case FIELD_REFERENCE:
    case FIELD_BOOLEAN:
    case FIELD_CHOICE:
        if (field_is_absent(field, record))
            sqlite3_bind_null(statement, parameter);
        else
            sqlite3_bind_int64(statement, parameter, field_number(field, record));
        break;
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
        bind_formatted(statement, parameter, field, record);
        break;
    }
}

/* Its number; its name in a list whose choices are stored so, and in files of before. */
static void
read_choice(sqlite3_stmt *statement, int column, const struct field *field, void *record)
{
    if (sqlite3_column_type(statement, column) != SQLITE_INTEGER) {
        field_parse(field, record, connection_column_text(statement, column), NULL);
        return;
    }
    const int64_t number = sqlite3_column_int64(statement, column);
    if (choice_is_one(field->choices, number))
        field_set_number(field, record, number);
}

void
row_value_read(sqlite3_stmt *statement, int column, const struct field *field,
               void *record)
{
    if (sqlite3_column_type(statement, column) == SQLITE_NULL &&
        (field->flags & FIELD_REQUIRED) == 0)
        return; /* the record was initialised: absent */

    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
        field_set_text(field, record, connection_column_text(statement, column));
        break;
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_INSTANT:
    case FIELD_REFERENCE:
    case FIELD_BOOLEAN:
        field_set_number(field, record, sqlite3_column_int64(statement, column));
        break;
    case FIELD_CHOICE:
        read_choice(statement, column, field, record);
        break;
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
        field_parse(field, record, connection_column_text(statement, column), NULL);
        break;
    }
}

void
row_head_read(sqlite3_stmt *statement, int column, struct record *head)
{
    head->id = sqlite3_column_int64(statement, column);
    head->rev = sqlite3_column_int64(statement, column + 1);
    head->created_at = sqlite3_column_int64(statement, column + 2);
    memory_replace(&head->created_by, connection_column_text(statement, column + 3));
    head->changed_at = sqlite3_column_int64(statement, column + 4);
    memory_replace(&head->changed_by, connection_column_text(statement, column + 5));
}

void
row_record_read(sqlite3_stmt *statement, const struct entity *entity, void *record)
{
    row_head_read(statement, 0, record);
    for (size_t i = 0; i < entity->field_count; i++)
        row_value_read(statement, HEAD_COLUMNS + (int)i, &entity->fields[i], record);
}

void
row_add_columns(struct buffer *sql, const struct entity *entity, const char *prefix)
{
    static const char *const head[HEAD_COLUMNS] = { "id",         "rev",
                                                    "created_at", "created_by",
                                                    "changed_at", "changed_by" };
    for (size_t i = 0; i < HEAD_COLUMNS; i++)
        buffer_addf(sql, "%s%s%s", i ? ", " : "", prefix, head[i]);
    for (size_t i = 0; i < entity->field_count; i++)
        buffer_addf(sql, ", %s\"%s\"", prefix, entity->fields[i].name);
}
