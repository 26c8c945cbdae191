/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_changeset.h - the changes of one operation, row by row
 *
 * A changeset of SQLite's session extension, with the columns of its tables
 * named.  Migrations add columns only at the end of a table, so that old
 * changesets keep their meaning.
 */
#ifndef ATELIER_STORE_JOURNAL_CHANGESET_H
#define ATELIER_STORE_JOURNAL_CHANGESET_H

#include <stddef.h>

#include "atelier/domain/entity.h"
#include "database/connection.h"

/* The names of a table's columns, in their order. */
struct table_columns {
    char *table;
    char **names;
    size_t count;
};

/* Names those of `table`, unless they are those of that table already. */
bool table_columns_load(struct table_columns *columns, struct database *db,
                        const char *table, struct error *err);
void table_columns_clear(struct table_columns *columns);

/* "" when the table has no such column any more. */
const char *table_columns_name(const struct table_columns *columns, int column);

/* The rows of the table `setting` are one row to people: this one. */
enum { SETTINGS_ROW = 1 };

struct changeset {
    struct database *db;
    sqlite3_changeset_iter *iterator;
    /* The present row; the table's name is borrowed from the iterator. */
    const char *table;
    int operation; /* SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE */
    const struct entity *entity;
    int64_t row;
    int column_count;
    /* Set by who asks for no column by name: it saves a query for each table. */
    bool rows_only;
    struct table_columns columns;
};

/* The bytes must outlive the changeset.  changeset_close() also after a failure. */
bool changeset_open(struct changeset *changes, struct database *db, const void *bytes,
                    size_t size, struct error *err);
void changeset_close(struct changeset *changes);

/* Goes to the next row; *more is false when there is none. */
bool changeset_next(struct changeset *changes, bool *more, struct error *err);

/* Values of a column of the present row, borrowed until the next; NULL when the
 * operation has none: an update holds only what it changed, and the id. */
sqlite3_value *changeset_before(const struct changeset *changes, int column);
sqlite3_value *changeset_after(const struct changeset *changes, int column);

const char *changeset_column(const struct changeset *changes, int column);
int changeset_find_column(const struct changeset *changes, const char *name); /* -1 */

/* The noun that the rows of a table belong to; NULL for derived tables. */
const struct entity *changeset_entity(const char *table);

#endif
