/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_deciding.h - what a person decides of the doubtful and refused rows of an import
 */
#ifndef ATELIER_UI_IMPORT_DECIDING_H
#define ATELIER_UI_IMPORT_DECIDING_H

#include "ui.h"

/* Actions of the import screen, whose state is a struct import_view. */
void import_deciding_next(struct ui *ui, void *state, int64_t argument);
/* Rows whose reading was stopped are read by it. */
const char *import_deciding_why_not_settled(struct ui *ui, void *state, int64_t argument);
void import_deciding_settle(struct ui *ui, void *state, int64_t argument);
void import_deciding_leave_out(struct ui *ui, void *state, int64_t argument);

/* Why the last cannot be done. */
const char *import_deciding_why_not_left_out(struct ui *ui, void *state,
                                             int64_t argument);

#endif
