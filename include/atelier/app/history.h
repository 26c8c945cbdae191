/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history.h - what an act of the history did, field by field */
#ifndef ATELIER_APP_HISTORY_H
#define ATELIER_APP_HISTORY_H

#include "atelier/app/atelier.h"
#include "atelier/domain/journal.h"

/* The act itself; its reason only for who may read it. */
bool history_load(struct atelier *at, int64_t id, struct journal_entry *entry,
                  struct error *err);

/* Field by field what an act changed; row 0: in all its rows. Titles are filled, and what
 * the role may not read is only counted. */
bool history_changes(struct atelier *at, int64_t id, enum entity_kind entity, int64_t row,
                     struct journal_change_list *list, struct error *err);

#endif
