/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_table.h - the workshops and items of a meeting */
#ifndef ATELIER_STORE_WORKSHOP_TABLE_H
#define ATELIER_STORE_WORKSHOP_TABLE_H

#include "atelier/domain/item.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/database.h"

/* All of a meeting, by the hour, cancelled ones too.  The list is zeroed, or one from
 * before; the caller clears it. */
bool workshop_table_list(struct database *db, int64_t meeting, struct workshop_list *list,
                         struct error *err);

/* Who speaks in a workshop. */
bool speaker_table_list(struct database *db, int64_t workshop, struct speaker_list *list,
                        struct error *err);

/* The same of what all of a meeting share. */
bool item_table_list(struct database *db, int64_t meeting, struct item_list *list,
                     struct error *err);

#endif
