/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_headings.h - what a person said of a file's headings, for the next such file
 *
 * Of a file without headings nothing is remembered: its first row is somebody.
 */
#ifndef ATELIER_APP_IMPORT_HEADINGS_H
#define ATELIER_APP_IMPORT_HEADINGS_H

#include "import/import_state.h"

/* Looks up what was said of the headings; import->remembered is empty when nothing was.
 */
bool import_headings_find(struct import *import, struct error *err);

/* The mapping becomes what was remembered. */
void import_headings_apply(struct import *import);

/* Whether the mapping is still what was remembered. */
bool import_headings_are_remembered(const struct import *import);

/* Whether the mapping, and whether the first row is somebody, is as it was guessed. */
bool import_headings_are_guessed(const struct import *import);

/* What was remembered is to be removed by the run that follows. */
void import_headings_forget(struct import *import);

/* Inside an open transaction: what is to be forgotten is; and when somebody was written,
 * what a person changed is kept, unless they went back to the guess. */
bool import_headings_keep(struct import *import, bool wrote, struct error *err);

/* That transaction was committed. */
void import_headings_kept(struct import *import);

#endif
