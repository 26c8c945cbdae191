/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_ruling.h - what was judged of each row
 *
 * A file may have any number of rows, and memory is the same for all: but for those that
 * were used last the rulings lie in a spool.
 */
#ifndef ATELIER_APP_IMPORT_RULING_H
#define ATELIER_APP_IMPORT_RULING_H

#include "import/import_state.h"

/* For so many rows, nothing of which is judged yet. */
void import_rulings_begin(struct import *import, size_t count);
void import_rulings_clear(struct import *import);

/* What was judged of a row, until the next is asked for. */
const struct import_ruling *import_ruling(const struct import *import, size_t index);
void import_ruling_put(struct import *import, size_t index,
                       const struct import_ruling *ruling);

/* Whether they found no seat, in the last run. */
void import_ruling_set_full(struct import *import, size_t index, bool full);

#endif
