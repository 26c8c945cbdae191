/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_answered.h - the answers to what a meeting asks that a list of it brings */
#ifndef ATELIER_APP_IMPORT_ANSWERED_H
#define ATELIER_APP_IMPORT_ANSWERED_H

#include "import/import_state.h"

/* Whether a column holds answers that are taken here. */
bool import_has_answers(const struct import *import);

/* Reads the answers of a row that was read; it is refused, with the column, where one is
 * none to its question. */
bool import_answer_read(const struct import *import, const char *const *cells,
                        size_t count, struct import_row *row);

/* What somebody answered until now to what the row answers, as it is shown; *answers is
 * NULL where it is nothing.  The caller frees. */
bool import_answer_known(struct import *import, const struct import_row *row,
                         int64_t person, char **answers, struct error *err);

#endif
