/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_rows.h - the rows of somebody who is erased, and those that tell of them */
#ifndef ATELIER_APP_ERASE_ROWS_H
#define ATELIER_APP_ERASE_ROWS_H

#include "atelier/app/erase.h"
#include "session/session.h"

/* Inside the transaction, after erase_table_begin(). */
bool erase_rows(struct atelier *at, const struct erased_names *names,
                struct erase_outcome *outcome, struct error *err);

/* There too: the rolls that would keep the name, and nothing else. */
bool erase_rows_find_rolls(struct atelier *at, struct erase_outcome *outcome,
                           struct error *err);

#endif
