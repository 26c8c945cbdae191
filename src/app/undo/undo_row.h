/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_row.h - one row of an act taken back: exactly what the act replaced comes back, or
 * a sentence says what is in the way
 */
#ifndef ATELIER_APP_UNDO_ROW_H
#define ATELIER_APP_UNDO_ROW_H

#include <stdint.h>

#include "atelier/store/journal_table.h"
#include "session/session.h"

/* Takes all rows of the act back, inside the open operation.  `original` is the act
 * itself: where `act` undid or redid it, offers that went with that are left as they are,
 * and are settled anew.  ERROR_RULE when a field that would come back has been changed
 * since, naming it, who changed it, when and by what, or all the acts that did, with
 * their people; when somebody refers to what would go, or what would come back refers to
 * what is gone: the sentence goes on where “It cannot be undone:” ends.  *blocker, if
 * given, is the newest act that changed a field, where one did. */
bool undo_rows(struct atelier *at, int64_t act, int64_t original, int64_t *blocker,
               struct error *err);

#endif
