/* SPDX-License-Identifier: GPL-3.0-or-later */
/* working_group_table.c - a working group by its code */
#include "atelier/store/working_group_table.h"

#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"

/* Codes are capitals; nobody has to type them so. */
#define SQL_CODE "SELECT id FROM working_group WHERE code = upper(:code)"

bool
working_group_table_find_code(struct database *db, const char *code,
                              struct working_group *group, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_CODE, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":code", code);
    int64_t id = 0;
    if (!connection_read_number(statement, &id, err))
        return false;
    if (id == 0)
        return error_set_field(err, ERROR_NOT_FOUND, "group",
                               _("There is no group with the code %s."), code);
    return row_load(db, &working_group_entity, id, group, err);
}
