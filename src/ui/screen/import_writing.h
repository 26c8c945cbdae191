/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_writing.h - the rows of an import are written, and those left out saved
 */
#ifndef ATELIER_UI_IMPORT_WRITING_H
#define ATELIER_UI_IMPORT_WRITING_H

#include "ui.h"

/* Actions of the import screen, whose state is a struct import_view. */
void import_writing_run(struct ui *ui, void *state, int64_t argument);
const char *import_writing_why_none_left_out(struct ui *ui, void *state,
                                             int64_t argument);
void import_writing_save(struct ui *ui, void *state, int64_t argument);

#endif
