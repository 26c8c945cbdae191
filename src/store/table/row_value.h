/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_value.h - a field's value in a column, and back (domain/field.h says how each is
 * stored) */
#ifndef ATELIER_STORE_ROW_VALUE_H
#define ATELIER_STORE_ROW_VALUE_H

#include "atelier/domain/entity.h"
#include "database/connection.h"

/* Binds the value to the parameter with that number; what is absent is NULL. */
void row_value_bind(sqlite3_stmt *statement, int parameter, const struct field *field,
                    const void *record);

/* Reads the column into the initialised record.  A value that does not fit the field
 * (a file that somebody else wrote) is read as absent. */
void row_value_read(sqlite3_stmt *statement, int column, const struct field *field,
                    void *record);

/* Reads id, rev, created_at, created_by, changed_at, changed_by from `column` on. */
void row_head_read(sqlite3_stmt *statement, int column, struct record *head);

/* Reads the head and then every field of the entity from column 0 on. */
void row_record_read(sqlite3_stmt *statement, const struct entity *entity, void *record);

/* Adds "id, rev, ..., field, ..." with quoted names, each behind the prefix ("m."). */
void row_add_columns(struct buffer *sql, const struct entity *entity, const char *prefix);

#endif
