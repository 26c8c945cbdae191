/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_new.h - organisations and categories of a file that the office does not have */
#ifndef ATELIER_APP_IMPORT_NEW_H
#define ATELIER_APP_IMPORT_NEW_H

#include "import/import_state.h"

/* Notes the organisation of a row, if it is new, and then its category, if that is new
 * too: their numbers in their lists, from 1, else 0. */
bool import_new_note(struct import *import, const struct import_row *row,
                     uint32_t numbers[IMPORT_CREATED_COUNT], struct error *err);

/* Counts what the rows bring, once all are judged; then a ruling that takes the place of
 * another. */
void import_new_count(struct import *import);
void import_new_put(struct import *import, size_t index,
                    const struct import_ruling *ruling);

/* What is done with a row: its ruling, but for an organisation that is not created. */
struct import_ruling import_new_ruling(const struct import *import, size_t index);

/* Adds to a row that comes without its organisation that it does. */
void import_new_tell(const struct import *import, size_t index, struct import_row *row);

/*
 * What a row that is written brings: whether its organisation is new and left out, and
 * else the category of the one that it creates, 0 when it has none, or it is new and new
 * ones are not created.  Of an organisation that is there already it is not asked.
 * Inside the open transaction.
 */
bool import_new_take(struct import *import, const struct import_row *row, bool *left,
                     int64_t *category, struct import_outcome *outcome,
                     struct error *err);

/* What was noted is forgotten. */
void import_new_clear(struct import *import);

#endif
