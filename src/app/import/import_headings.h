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

/* Inside an open transaction: what a person changed is kept; who went back to the guess
 * has nothing kept. */
bool import_headings_keep(struct import *import, struct error *err);

/* What was remembered is removed from the database. */
bool import_headings_remove(struct import *import, struct error *err);

#endif
