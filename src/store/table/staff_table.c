/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_table.c - a colleague by login, how many there are, and who may administer */
#include "atelier/store/staff_table.h"

#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"

#define SQL_LOGIN "SELECT id FROM staff WHERE login = :login"
#define SQL_ROLE                                                                         \
    "SELECT id, role, EXISTS (SELECT 1 FROM \"grant\" WHERE staff = s.id)"               \
    " FROM staff s WHERE login = :login"
#define SQL_COUNT "SELECT count(*) FROM staff"
#define SQL_ADMINISTRATORS                                                               \
    "SELECT login FROM staff s WHERE role = :role"                                       \
    " AND NOT EXISTS (SELECT 1 FROM \"grant\" WHERE staff = s.id)"

static bool
refuse_unknown(const char *login, struct error *err)
{
    return error_set_field(err, ERROR_NOT_FOUND, "login",
                           _("%s is not among the staff of this database."), login);
}

bool
staff_table_find(struct database *db, const char *login, struct staff *staff,
                 struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LOGIN, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":login", login);
    int64_t id = 0;
    if (!connection_read_number(statement, &id, err))
        return false;
    if (id == 0)
        return refuse_unknown(login, err);
    return row_load(db, &staff_entity, id, staff, err);
}

bool
staff_table_role(struct database *db, const char *login, enum staff_role *role,
                 struct grant_list *grants, struct error *err)
{
    enum { ID, ROLE, HAS_GRANTS };
    bool there = false;

    grant_list_clear(grants);
    sqlite3_stmt *statement = connection_prepare(db, SQL_ROLE, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":login", login);
    const bool ok = connection_step(statement, &there, err);
    const int64_t id = there ? sqlite3_column_int64(statement, ID) : 0;
    const int64_t number = there ? sqlite3_column_int64(statement, ROLE) : 0;
    const bool granted = there && sqlite3_column_int64(statement, HAS_GRANTS) != 0;
    connection_release(statement);
    if (!ok)
        return false;
    if (!there)
        return refuse_unknown(login, err);
    *role = choice_is_one(staff_roles, number) ? (enum staff_role)number : ROLE_READER;
    return !granted || grant_table_list(db, id, grants, err);
}

bool
staff_table_count(struct database *db, int64_t *count, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_COUNT, err);
    if (!statement)
        return false;
    return connection_read_number(statement, count, err);
}

bool
staff_table_administrators(struct database *db,
                           void (*visit)(void *context, const char *login), void *context,
                           struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ADMINISTRATORS, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":role", ROLE_ADMINISTRATOR);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        visit(context, connection_column_text(statement, 0));
    connection_release(statement);
    return ok;
}
