/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_mend.h - the rows that a person mended, laid over what the file says
 */
#ifndef ATELIER_APP_IMPORT_MEND_H
#define ATELIER_APP_IMPORT_MEND_H

#include "import/import_state.h"

/* The mended row of the file, or NULL; and what was typed of it and is not saved yet. */
const struct import_mend *import_mend_find(const struct import *import, size_t row);
const struct import_mend *import_mend_find_unsaved(const struct import *import,
                                                   size_t row);

/* The cells by which a row of the file is read, and why it holds nobody, or NULL: what a
 * person mended, else what the file says.  Borrowed from one of both. */
const char *const *import_mend_cells(const struct import *import, size_t row,
                                     const struct table_row *cells, size_t *count,
                                     const char **refusal);

/* Says what was left out of a row that could not be read with it. */
void import_mend_note(const struct import *import, size_t index, struct import_row *row);

/* Takes a mended row, in the place of what was mended of it before. */
void import_mend_put(struct import *import, struct import_mend mend);
/* Forgets the one of that row; or all but what is not saved. */
void import_mend_drop(struct import *import, size_t row, bool unsaved);
void import_mend_drop_saved(struct import *import);
void import_mend_free(struct import_mend *mend); /* what it owns */
void import_mend_clear(struct import *import);   /* all of them */

#endif
