/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_phone.h - the telephone of a cell: with the zero that a spreadsheet dropped,
 * without a remark that stands in its place */
#ifndef ATELIER_DOMAIN_IMPORT_PHONE_H
#define ATELIER_DOMAIN_IMPORT_PHONE_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

/*
 * The telephone of a cell that import_phone_check() lets pass, tidied; NULL when the cell
 * is a remark, or only a dash.  The caller frees it.  380001122 becomes 0380001122, and
 * 33380001122 +33380001122, unless `as_it_is`.  What was changed or left out is added to
 * `told`, in words.
 */
char *import_phone_take(const char *cell, bool as_it_is, struct buffer *told);

#endif
