/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record_list.h - the rows of a noun that a statement names, as records */
#ifndef ATELIER_STORE_RECORD_LIST_H
#define ATELIER_STORE_RECORD_LIST_H

#include <sqlite3.h>

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* What the list of each noun is; its items are the noun's struct. */
struct record_list {
    void *items;
    size_t count;
    size_t capacity;
};

/* Loads the rows whose ids the statement answers, in its order, and releases it.  The
 * list is the caller's, also after a failure. */
bool record_list_load(struct database *db, const struct entity *entity,
                      sqlite3_stmt *statement, struct record_list *list,
                      struct error *err);

/* The same of a statement whose only parameter, `:of`, is the row that has them. */
bool record_list_load_of(struct database *db, const struct entity *entity,
                         const char *sql, int64_t of, struct record_list *list,
                         struct error *err);

#endif
