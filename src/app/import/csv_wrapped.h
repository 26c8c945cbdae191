/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_wrapped.h - rows that a spreadsheet wrote into one cell each: "Nom;Prénom;E-mail"
 */
#ifndef ATELIER_APP_CSV_WRAPPED_H
#define ATELIER_APP_CSV_WRAPPED_H

#include "import/table_kind.h"

/* Undoes the quotation marks around whole rows, and notes it.  *text, from *start on, is
 * exchanged for the result where there are such rows. */
bool csv_wrapped_undo(struct table_file *file, struct spool **text, uint64_t *start,
                      struct error *err);

#endif
