/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_phone.h - the telephone of a cell: with the zero that a spreadsheet dropped,
 * without a remark that stands in its place */
#ifndef ATELIER_DOMAIN_IMPORT_PHONE_H
#define ATELIER_DOMAIN_IMPORT_PHONE_H

#include <stdbool.h>

#include "atelier/base/buffer.h"
#include "atelier/domain/import.h"

/*
 * The telephone of a cell that import_phone_check() lets pass, cleaned; NULL when the
 * cell is a remark, or only a dash.  The caller frees it.  380001122 becomes 0380001122
 * where a zero is lost, and 33380001122 +33380001122, unless `as_it_is`.  What was
 * changed or left out is added to `told`, in words.
 */
char *import_phone_take(const char *cell, bool as_it_is, enum import_zero zero,
                        struct buffer *told);

/* Why a person should look at the cell, a sentence; NULL when it seems whole. */
char *import_phone_doubt(const char *cell, enum import_zero zero);

/* What nine digits alone are in this row: by its other numbers, else by its e-mail
 * address, else as the mapping says. */
enum import_zero import_phone_zero(const struct import_mapping *mapping,
                                   const char *const *cells);

#endif
