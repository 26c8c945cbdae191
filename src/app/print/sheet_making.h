/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_making.h - the register of a meeting as an attendance sheet */
#ifndef ATELIER_APP_SHEET_MAKING_H
#define ATELIER_APP_SHEET_MAKING_H

#include "atelier/app/print_sheet.h"

/* All but version and hour, into an empty sheet, which the caller clears.  The hash is of
 * what the register says, in no language, without the blank rows. */
bool sheet_making_read(struct atelier *at, const struct sheet_request *request,
                       struct printed_sheet *sheet, int64_t *hash, struct error *err);

#endif
