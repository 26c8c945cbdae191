/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_table.c - a colleague by login, and how many may administer */
#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "atelier/store/setting_table.h"
#include "database/connection.h"

#define SQL_LOGIN "SELECT id FROM staff WHERE login = :login"
#define SQL_ADMINISTRATORS "SELECT count(*) FROM staff WHERE role = 'administrator'"

bool
staff_table_find(struct database *db, const char *login, struct staff *staff,
                 struct error *err)
{
    bool there = false;

    sqlite3_stmt *statement = connection_prepare(db, SQL_LOGIN, err);
    if (statement == NULL)
        return false;
    connection_bind_text(statement, ":login", login);
    bool ok = connection_step(statement, &there, err);
    int64_t id = there ? sqlite3_column_int64(statement, 0) : 0;
    connection_release(statement);
    if (!ok)
        return false;
    if (id == 0)
        return error_set_field(err, ERROR_NOT_FOUND, "login",
                               _("%s is not among the staff of this database."), login);
    return row_load(db, &staff_entity, id, staff, err);
}

bool
staff_table_administrators(struct database *db, int64_t *count, struct error *err)
{
    bool there = false;

    sqlite3_stmt *statement = connection_prepare(db, SQL_ADMINISTRATORS, err);
    if (statement == NULL)
        return false;
    bool ok = connection_step(statement, &there, err);
    if (there)
        *count = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}
