/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_category.h - the categories of a file that the office does not have */
#ifndef ATELIER_APP_IMPORT_CATEGORY_H
#define ATELIER_APP_IMPORT_CATEGORY_H

#include "import/import_state.h"

/* Notes the category of a row that would create an organisation, if it is new: *number is
 * its number, from 1, else 0. */
bool import_category_note(struct import *import, const struct import_row *row,
                          uint32_t *number, struct error *err);

/* Counts the categories of the rows that are taken, once their verdicts have changed. */
void import_category_count(struct import *import);

/*
 * The category of an organisation that a row creates: 0 when the row has none, and when
 * it is new and new ones are not created.  Of an organisation that is there already it is
 * not asked.  Inside the open transaction.
 */
bool import_category_take(struct import *import, const struct import_row *row,
                          int64_t *category, struct import_outcome *outcome,
                          struct error *err);

/* What was noted is forgotten. */
void import_category_clear(struct import *import);

#endif
