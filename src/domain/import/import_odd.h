/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_odd.h - values that are read, and yet may be what a spreadsheet left in place of
 * words: TRUE, 50 %, Nguy?n */
#ifndef ATELIER_DOMAIN_IMPORT_ODD_H
#define ATELIER_DOMAIN_IMPORT_ODD_H

#include "atelier/domain/import.h"

/* Why a name of the row may be none, a sentence; or NULL. */
char *import_odd_name(const struct import_row *row);

/* The same of what else should be words: function, organisation, territory, note. *target
 * says which. */
char *import_odd_words(const struct import_row *row, enum import_target *target);

/* jan, mars, mrz, mrt: a month as spreadsheets shorten it, or whole; folded. */
bool import_is_month(const char *folded, size_t length);

/* mars-12, 1-Mar, 01. Mrz: a spreadsheet took what was typed for a day or a month. */
bool import_text_is_date(const char *text);

#endif
