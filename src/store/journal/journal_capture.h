/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_capture.h - what a transaction changes, noted while it does
 *
 * A session on the nouns' tables and the settings.  Derived tables (counters,
 * search, the journal) and drafts are left out: an undo derives them again.
 */
#ifndef ATELIER_STORE_JOURNAL_CAPTURE_H
#define ATELIER_STORE_JOURNAL_CAPTURE_H

#include <stddef.h>

#include "database/connection.h"

/* Called by transaction_begin() and, whatever became of it, at the transaction's end. */
bool journal_capture_begin(struct database *db, struct error *err);
void journal_capture_end(struct database *db);

/* Puts by what was changed so far, when it has come to take much memory, or `always`. */
bool journal_capture_put_by(struct database *db, bool always, struct error *err);

/* What was changed since it was put by last; sqlite3_free() releases *bytes, which is
 * NULL when nothing was. */
bool journal_capture_take(struct database *db, void **bytes, size_t *size,
                          struct error *err);

#endif
