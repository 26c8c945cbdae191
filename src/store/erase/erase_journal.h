/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_journal.h - the old values of the journal, without somebody who is erased
 *
 * Private to the store.  temp.erased_row (entity, row), the journal's numbers, is what
 * was theirs.
 */
#ifndef ATELIER_STORE_ERASE_JOURNAL_H
#define ATELIER_STORE_ERASE_JOURNAL_H

#include "atelier/store/erase_table.h"

/* SQL functions erased() and may_hold_erased() are there; :word stands for a name. */
bool erase_journal(struct database *db, const char *word, struct erase_count *count,
                   struct error *err);

#endif
