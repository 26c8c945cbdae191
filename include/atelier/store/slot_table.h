/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_table.h - the slots of a meeting, and whether somebody was marked in one */
#ifndef ATELIER_STORE_SLOT_TABLE_H
#define ATELIER_STORE_SLOT_TABLE_H

#include "atelier/domain/slot.h"
#include "atelier/store/database.h"

/* The slots of a meeting in order of start. */
bool slot_table_list(struct database *db, int64_t meeting, struct slot_list *list,
                     struct error *err);

/* Whether somebody was marked in the slot, also if all was annulled. */
bool slot_table_is_marked(struct database *db, int64_t slot, bool *marked,
                          struct error *err);

#endif
