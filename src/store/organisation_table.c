/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_table.c - an organisation by its name, however it is written */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/store/person_table.h"
#include "atelier/store/row_table.h"
#include "connection.h"

/* Sort keys are folds; the oldest wins among namesakes. */
#define SQL_NAME "SELECT id FROM organisation WHERE sort_key = :key ORDER BY id LIMIT 1"

/* Short names are few and have no fold in the file. */
#define SQL_SHORT                                                                        \
    "SELECT id, short_name FROM organisation WHERE short_name IS NOT NULL ORDER BY id"

static bool
find_name(struct database *db, const char *name, int64_t *id, struct error *err)
{
    bool there = false;

    sqlite3_stmt *statement = connection_prepare(db, SQL_NAME, err);
    if (statement == NULL)
        return false;
    char *key = fold_sort_key(name, NULL);
    connection_bind_text(statement, ":key", key);
    free(key);
    bool ok = connection_step(statement, &there, err);
    if (ok && there)
        *id = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}

static bool
find_short(struct database *db, const char *name, int64_t *id, struct error *err)
{
    bool there = false;
    bool ok = true;

    sqlite3_stmt *statement = connection_prepare(db, SQL_SHORT, err);
    if (statement == NULL)
        return false;
    char *wanted = fold_copy(name);
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
