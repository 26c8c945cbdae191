/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_row_change.h - what a row of a calendar changes of its meeting, field by field
 */
#ifndef ATELIER_APP_IMPORT_ROW_CHANGE_H
#define ATELIER_APP_IMPORT_ROW_CHANGE_H

#include "atelier/app/import_calendar.h"

/* Lists every field that differs and is worth a word. */
void import_row_change_list(struct calendar_import_row *row, const struct meeting *before,
                            const struct meeting *after);

/* Lists the field as one that stays as it is here, if the calendar has it otherwise. */
void import_row_change_add_stay(struct calendar_import_row *row,
                                const struct field *field, const struct meeting *before,
                                const struct meeting *wanted);

#endif
