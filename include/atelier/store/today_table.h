/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_table.h - what waits for a decision, counted
 */
#ifndef ATELIER_STORE_TODAY_TABLE_H
#define ATELIER_STORE_TODAY_TABLE_H

#include "atelier/domain/today.h"
#include "atelier/store/database.h"

/* The first of them, with those that were found otherwise: these are taken out of `more`,
 * which may be NULL. */
bool today_table_load(struct database *db, instant now, size_t most,
                      struct today_list *more, struct today_list *list,
                      struct error *err);

#endif
