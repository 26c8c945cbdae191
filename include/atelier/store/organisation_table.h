/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_table.h - an organisation by its name, however it is written */
#ifndef ATELIER_STORE_ORGANISATION_TABLE_H
#define ATELIER_STORE_ORGANISATION_TABLE_H

#include "atelier/domain/organisation.h"
#include "atelier/store/database.h"

/* The organisation of exactly that folded name or short name; ERROR_NOT_FOUND when none.
 */
bool organisation_table_find_name(struct database *db, const char *name,
                                  struct organisation *organisation, struct error *err);

/* The name of the organisation of that id, which the caller frees; NULL when there is
 * none. */
char *organisation_table_name(struct database *db, int64_t id);

/* Another one of the same folded name and territory, or in any when it has none itself;
 * id 0 when there is none. */
bool organisation_table_namesake(struct database *db,
                                 const struct organisation *organisation, int64_t *id,
                                 struct error *err);

#endif
