/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_table.h - colleagues: one by login, how many there are, and who may administer */
#ifndef ATELIER_STORE_STAFF_TABLE_H
#define ATELIER_STORE_STAFF_TABLE_H

#include "atelier/domain/staff.h"
#include "atelier/store/database.h"
#include "atelier/store/grant_table.h"

/* ERROR_NOT_FOUND when that login is not staff. */
bool staff_table_find(struct database *db, const char *login, struct staff *staff,
                      struct error *err);
/* Its role alone, and the groups for which that counts; the same error. */
bool staff_table_role(struct database *db, const char *login, enum staff_role *role,
                      struct grant_list *grants, struct error *err);
/* How many there are: none in an office that was not finished. */
bool staff_table_count(struct database *db, int64_t *count, struct error *err);
/* Shows the login of every administrator whose role counts for all groups. */
bool staff_table_administrators(struct database *db,
                                void (*visit)(void *context, const char *login),
                                void *context, struct error *err);

#endif
