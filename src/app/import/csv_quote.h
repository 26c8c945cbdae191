/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_quote.h - quotation marks that begin a cell and are not around it: "DURAND, Zoé"
 * <zoe@example.org>
 */
#ifndef ATELIER_APP_CSV_QUOTE_H
#define ATELIER_APP_CSV_QUOTE_H

#include <stdint.h>

#include "atelier/base/spool.h"

/* Puts each such cell in quotation marks of its own, or the reader would go on to the
 * next mark, rows below.  *text, from *start on, is exchanged for the result where there
 * are such cells. */
bool csv_quote_mend(struct spool **text, char delimiter, uint64_t *start,
                    struct error *err);

#endif
