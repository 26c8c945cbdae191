/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_table.c - people by e-mail, and their current post */
#include "atelier/store/person_table.h"

#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "table/person_found.h"
#include "table/rule_sql.h"

/* The e-mail is compared without case by its column. */
#define SQL_EMAIL                                                                        \
    "SELECT id FROM person WHERE id IN (SELECT coalesce(merged_into, id) FROM person"    \
    " WHERE email = :email) ORDER BY sort_key, id"

#define SQL_HAS_FAMILY                                                                   \
    "SELECT EXISTS (SELECT 1 FROM person WHERE sort_key >= :name || char(1)"             \
    " AND sort_key < :name || char(2) AND " IS_PERSON_LIVE("person") ")"

#define SQL_AFFILIATION "SELECT " CURRENT_POST(":person", ":day")

bool
person_table_find_email(struct database *db, const char *email, struct person_list *list,
                        struct error *err)
{
    person_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_EMAIL, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":email", email);
    return person_found_add(db, statement, SIZE_MAX, list, err);
}

bool
person_table_has_family(struct database *db, const char *family, bool *has,
                        struct error *err)
{
    char *fold = fold_copy(family);
    sqlite3_stmt *statement = connection_prepare(db, SQL_HAS_FAMILY, err);
    int64_t found = 0;

    if (statement)
        connection_bind_text(statement, ":name", fold);
    const bool ok = statement && connection_read_number(statement, &found, err);
    *has = found != 0;
    free(fold);
    return ok;
}

bool
person_table_affiliation(struct database *db, int64_t person, struct date day,
                         struct affiliation *affiliation, struct error *err)
{
    record_clear(&affiliation_entity, affiliation);
    sqlite3_stmt *statement = connection_prepare(db, SQL_AFFILIATION, err);
    if (!statement)
        return false;
    char text[DATE_TEXT_SIZE];
    date_format(day, text);
    connection_bind_number(statement, ":person", person);
    connection_bind_text(statement, ":day", text);
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &affiliation_entity, id, affiliation, err));
}
