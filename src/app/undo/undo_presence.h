/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_presence.h - undo of marks of presence: they are annulled, never deleted (rule 6)
 */
#ifndef ATELIER_APP_UNDO_PRESENCE_H
#define ATELIER_APP_UNDO_PRESENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/store/journal_table.h"
#include "session/session.h"

/* Whether it is a mark that the act made: it stays, and undo_presence() answers it. */
bool undo_presence_keeps(const struct journal_row *row);

/* Whether the act marked somebody by that registration: the row is needed for good. */
bool undo_presence_needs(struct atelier *at, int64_t act, int64_t registration,
                         bool *needs, struct error *err);

/*
 * Takes back the marks that the act made, inside the open operation.
 *
 * What stands in a slot is annulled, and what stood before the act is marked again, with
 * its hour and who marked it.  An annulment, an undo and a redo are acts that made marks:
 * they are taken back the same way.  ERROR_RULE when the person was marked since, naming
 * who did it.
 */
bool undo_presence(struct atelier *at, int64_t act, struct error *err);

/* Whether the act made marks. */
bool undo_presence_has(struct atelier *at, int64_t act, bool *has, struct error *err);

#endif
