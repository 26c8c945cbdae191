/* SPDX-License-Identifier: GPL-3.0-or-later */
/* working_group_table.h - a working group by its code */
#ifndef ATELIER_STORE_WORKING_GROUP_TABLE_H
#define ATELIER_STORE_WORKING_GROUP_TABLE_H

#include "atelier/domain/working_group.h"
#include "atelier/store/database.h"

/* In capitals or not; ERROR_NOT_FOUND, field "group", when no group has that code. */
bool working_group_table_find_code(struct database *db, const char *code,
                                   struct working_group *group, struct error *err);

#endif
