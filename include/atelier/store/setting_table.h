/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setting_table.h - the office settings and the staff
 */
#ifndef ATELIER_STORE_SETTING_TABLE_H
#define ATELIER_STORE_SETTING_TABLE_H

#include "atelier/domain/setting.h"
#include "atelier/domain/staff.h"
#include "atelier/store/database.h"

bool setting_table_load(struct database *db, struct settings *settings,
                        struct error *err);
/* ERROR_CONFLICT when rev moved.  Captured by the journal like any row. */
bool setting_table_save(struct database *db, struct settings *settings, const char *login,
                        instant at, struct error *err);

/* ERROR_NOT_FOUND when that login is not staff. */
bool staff_table_find(struct database *db, const char *login, struct staff *staff,
                      struct error *err);
/* How many there are: none in an office that was not finished. */
bool staff_table_count(struct database *db, int64_t *count, struct error *err);
/* How many administrators there are: the last one cannot be removed, lowered or renamed.
 */
bool staff_table_administrators(struct database *db, int64_t *count, struct error *err);

#endif
