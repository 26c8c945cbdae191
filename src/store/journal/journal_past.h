/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_past.h - a row as it was after an act: the row of now, taken back change by
 * change
 */
#ifndef ATELIER_STORE_JOURNAL_PAST_H
#define ATELIER_STORE_JOURNAL_PAST_H

#include <stdint.h>

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* Loads the row as it is; *there is false when there is none.  The settings are a row,
 * too. */
bool journal_past_load_now(struct database *db, const struct entity *entity, int64_t row,
                           void *record, bool *there, struct error *err);

/* Takes the row as it is back to how the act left it; *there is false when there is
 * none, before and afterwards. */
bool journal_past_take_back(struct database *db, const struct entity *entity, int64_t row,
                            int64_t act, void *record, bool *there, struct error *err);

/* Loads a row that is gone as it was when it was removed last; *there is false when it
 * never was. */
bool journal_past_load_gone(struct database *db, const struct entity *entity, int64_t row,
                            void *record, bool *there, struct error *err);

#endif
