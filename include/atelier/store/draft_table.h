/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft_table.h - what a form held when the line dropped
 */
#ifndef ATELIER_STORE_DRAFT_TABLE_H
#define ATELIER_STORE_DRAFT_TABLE_H

#include "atelier/domain/draft.h"
#include "atelier/store/database.h"

/* Drafts are in no journal; one for each (staff, screen, entity, row).  With an id that
 * one is written.  ERROR_CONFLICT when it is another owner's, or gone. */
bool draft_table_save(struct database *db, struct draft *draft, struct error *err);
/* The newest of that login; of that row of that screen when screen is not NULL; id 0 when
 * none. */
bool draft_table_find(struct database *db, const char *login, const char *screen,
                      int64_t row, struct draft *draft, struct error *err);
/* The newest of that login's that are older than another one; id 0 when none. */
bool draft_table_next(struct database *db, const char *login, const struct draft *newer,
                      struct draft *draft, struct error *err);
/* That one of this login's; id 0 when there is none. */
bool draft_table_load(struct database *db, const char *login, int64_t id,
                      struct draft *draft, struct error *err);
/* Makes it the owner's; ERROR_CONFLICT when it is not any more as it was read. */
bool draft_table_take(struct database *db, struct draft *draft, const char *owner,
                      struct error *err);
/* Only this login's own; nothing happens to another's. */
bool draft_table_remove(struct database *db, const char *login, int64_t id,
                        struct error *err);
/* Inside an open transaction: what `before` had is this login's from now on, and what was
 * left of whoever had it earlier is gone.  `before` is NULL for a login that is new. */
bool draft_table_rename(struct database *db, const char *before, const char *login,
                        struct error *err);

#endif
