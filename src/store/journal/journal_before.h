/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_before.h - what a change replaced, put back into a record
 */
#ifndef ATELIER_STORE_JOURNAL_BEFORE_H
#define ATELIER_STORE_JOURNAL_BEFORE_H

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* Sets what a change replaced (journal_change.before) in the record; NULL: nothing.
 * ERROR_DATABASE when it cannot be read. */
bool journal_before_restore(struct database *db, const struct entity *entity,
                            void *record, const char *before, struct error *err);

#endif
