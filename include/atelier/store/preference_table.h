/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preference_table.h - what each login likes, a value a name */
#ifndef ATELIER_STORE_PREFERENCE_TABLE_H
#define ATELIER_STORE_PREFERENCE_TABLE_H

#include "atelier/store/database.h"

/* *value is the caller's; NULL when the login said nothing. */
bool preference_table_find(struct database *db, const char *login, const char *name,
                           char **value, struct error *err);

/* Inside an open transaction; in no journal. */
bool preference_table_save(struct database *db, const char *login, const char *name,
                           const char *value, struct error *err);

/* Inside an open transaction: what `before` likes is this login's from now on, and
 * nothing is left of whoever had it earlier. */
bool preference_table_rename(struct database *db, const char *before, const char *login,
                             struct error *err);

#endif
