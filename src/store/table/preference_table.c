/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preference_table.c - what each login likes, a value a name */
#include "atelier/store/preference_table.h"

#include "database/connection.h"

#define SQL_FIND "SELECT value FROM preference WHERE login = :login AND name = :name"

#define SQL_SAVE                                                                         \
    "INSERT INTO preference (login, name, value) VALUES (:login, :name, :value)"         \
    " ON CONFLICT (login, name) DO UPDATE SET value = excluded.value"

#define SQL_FORGET "DELETE FROM preference WHERE login = :login"

#define SQL_RENAME "UPDATE preference SET login = :login WHERE login = :before"

bool
preference_table_find(struct database *db, const char *login, const char *name,
                      char **value, struct error *err)
{
    *value = NULL;
    sqlite3_stmt *statement = connection_prepare(db, SQL_FIND, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":login", login);
    connection_bind_text(statement, ":name", name);
    bool there = false;
    const bool ok = connection_step(statement, &there, err);
    if (there)
        *value = connection_column_copy(statement, 0);
    connection_release(statement);
    return ok;
}

bool
preference_table_save(struct database *db, const char *login, const char *name,
                      const char *value, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SAVE, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":login", login);
    connection_bind_text(statement, ":name", name);
    connection_bind_text(statement, ":value", value);
    return connection_run(statement, err);
}

bool
preference_table_rename(struct database *db, const char *before, const char *login,
                        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_FORGET, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":login", login);
    if (!connection_run(statement, err))
        return false;
    statement = connection_prepare(db, SQL_RENAME, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":login", login);
    connection_bind_text(statement, ":before", before);
    return connection_run(statement, err);
}
