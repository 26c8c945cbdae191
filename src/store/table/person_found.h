/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_found.h - the people whom a statement finds, read */
#ifndef ATELIER_STORE_PERSON_FOUND_H
#define ATELIER_STORE_PERSON_FOUND_H

#include <sqlite3.h>

#include "atelier/domain/person.h"
#include "atelier/store/database.h"

bool person_found_has(const struct person_list *list, int64_t id);

/* Adds the person of that id. */
bool person_found_load(struct database *db, int64_t id, struct person_list *list,
                       struct error *err);

/* Adds those whose ids the statement answers and who are not in the list, until the list
 * has so many; releases the statement. */
bool person_found_add(struct database *db, sqlite3_stmt *statement, size_t most,
                      struct person_list *list, struct error *err);

#endif
