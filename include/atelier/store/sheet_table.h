/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_table.h - the attendance sheets that were printed of a meeting */
#ifndef ATELIER_STORE_SHEET_TABLE_H
#define ATELIER_STORE_SHEET_TABLE_H

#include "atelier/domain/sheet.h"
#include "atelier/store/database.h"

/* The newest of that slot, or with slot 0 of those with every slot; id 0 when there is
 * none.  The record was initialised by the caller. */
bool sheet_table_newest(struct database *db, int64_t meeting, int64_t slot,
                        struct sheet *sheet, struct error *err);

/* The newest of any slot. */
bool sheet_table_newest_of_all(struct database *db, int64_t meeting, struct sheet *sheet,
                               struct error *err);

/* That version; id 0 when there is none. */
bool sheet_table_version(struct database *db, int64_t meeting, int64_t version,
                         struct sheet *sheet, struct error *err);

/* The newest with a scan, or the newest of any when none has one. */
bool sheet_table_scanned(struct database *db, int64_t meeting, struct sheet *sheet,
                         struct error *err);

/* The act that printed it; 0: the journal does not say. */
bool sheet_table_act(struct database *db, int64_t sheet, int64_t *act, struct error *err);

#endif
