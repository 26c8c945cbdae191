/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_reading.h - how the file of an import is read: which one, what its columns hold
 */
#ifndef ATELIER_UI_IMPORT_READING_H
#define ATELIER_UI_IMPORT_READING_H

#include "ui.h"

/* Actions of the import screen, whose state is a struct import_view. */
void import_reading_open(struct ui *ui, void *state, int64_t argument);
void import_reading_encoding(struct ui *ui, void *state, int64_t argument);
void import_reading_mapping(struct ui *ui, void *state, int64_t argument);
void import_reading_forget(struct ui *ui, void *state, int64_t argument);
void import_reading_headings(struct ui *ui, void *state, int64_t argument);
void import_reading_headless(struct ui *ui, void *state, int64_t argument);
void import_reading_capitals(struct ui *ui, void *state, int64_t argument);
void import_reading_creates(struct ui *ui, void *state, int64_t argument);
void import_reading_role(struct ui *ui, void *state, int64_t argument);

/* Why one of them cannot be done. */
bool
import_reading_looks_wrong(const void *state); /* letters do, and nobody said of them */
const char *import_reading_why_no_encoding(struct ui *ui, void *state, int64_t argument);
const char *import_reading_why_not_remembered(struct ui *ui, void *state,
                                              int64_t argument);
const char *import_reading_why_nothing_new(struct ui *ui, void *state, int64_t argument);
const char *import_reading_why_no_role(struct ui *ui, void *state, int64_t argument);

#endif
