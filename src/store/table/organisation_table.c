/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_table.c - an organisation by its name, however it is written */
#include "atelier/store/organisation_table.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"

/* Sort keys are folds; the oldest wins among namesakes. */
#define SQL_NAME "SELECT id FROM organisation WHERE sort_key = :key ORDER BY id LIMIT 1"

#define SQL_NAME_OF "SELECT name FROM organisation WHERE id = :id"

#define SQL_NAMESAKES                                                                    \
    "SELECT id, territory FROM organisation WHERE sort_key = :key AND id <> :id"         \
    " ORDER BY id"

/* Short names are few and have no fold in the file. */
#define SQL_SHORT                                                                        \
    "SELECT id, short_name FROM organisation WHERE short_name IS NOT NULL ORDER BY id"

char *
organisation_table_name(struct database *db, int64_t id)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NAME_OF, NULL);
    bool there = false;

    if (!statement)
        return NULL;
    connection_bind_number(statement, ":id", id);
    char *name = connection_step(statement, &there, NULL) && there
                     ? connection_column_copy(statement, 0)
                     : NULL;
    connection_release(statement);
    return name;
}

static bool
find_name(struct database *db, const char *name, int64_t *id, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NAME, err);
    if (!statement)
        return false;
    char *key = fold_sort_key(name, NULL);
    connection_bind_text(statement, ":key", key);
    free(key);
    return connection_read_number(statement, id, err);
}

static bool
find_short(struct database *db, const char *name, int64_t *id, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SHORT, err);
    if (!statement)
        return false;
    char *wanted = fold_copy(name);
    bool there = false;
    bool ok = true;
    while (*id == 0 && (ok = connection_step(statement, &there, err)) && there) {
        char *fold = fold_copy(connection_column_text(statement, 1));
        if (strcmp(fold, wanted) == 0)
            *id = sqlite3_column_int64(statement, 0);
        free(fold);
    }
    free(wanted);
    connection_release(statement);
    return ok;
}

bool
organisation_table_find_name(struct database *db, const char *name,
                             struct organisation *organisation, struct error *err)
{
    int64_t id = 0;

    if (!find_name(db, name, &id, err))
        return false;
    if (id == 0 && !find_short(db, name, &id, err))
        return false;
    if (id == 0)
        return error_set_field(err, ERROR_NOT_FOUND, "organisation",
                               _("There is no organisation called “%s”."), name);
    return row_load(db, &organisation_entity, id, organisation, err);
}

/* Whether a text is the same but for case, accents and being empty. */
static bool
is_alike(const char *a, const char *b)
{
    char *left = fold_copy(a ? a : "");
    char *right = fold_copy(b ? b : "");
    bool alike = strcmp(left, right) == 0;
    free(left);
    free(right);
    return alike;
}

bool
organisation_table_namesake(struct database *db, const struct organisation *organisation,
                            int64_t *id, struct error *err)
{
    *id = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_NAMESAKES, err);
    if (!statement)
        return false;
    char *key = fold_sort_key(organisation->name, NULL);
    connection_bind_text(statement, ":key", key);
    connection_bind_number(statement, ":id", organisation->head.id);
    free(key);
    bool there = false;
    bool ok = true;
    while (*id == 0 && (ok = connection_step(statement, &there, err)) && there)
        if (!organisation->territory ||
            is_alike((const char *)sqlite3_column_text(statement, 1),
                     organisation->territory))
            *id = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}
