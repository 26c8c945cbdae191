/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_wish.h - the wishes for workshops that a list of a meeting brings */
#ifndef ATELIER_APP_IMPORT_WISH_H
#define ATELIER_APP_IMPORT_WISH_H

#include "import/import_state.h"

/* Reads what there is to wish for, anew. */
bool import_wish_load(struct import *import, struct error *err);
void import_wish_clear(struct import *import);

/* Reads the wishes of a row that was read; it is refused, with the column, where one is
 * none of the meeting, and told where wishes do not count any more. */
bool import_wish_read(const struct import *import, const char *const *cells, size_t count,
                      struct import_row *row);

/* What somebody wished for until now, as it is shown; *wishes is NULL where it is
 * nothing, or the list has no wishes.  The caller frees. */
bool import_wish_known(struct import *import, int64_t person, char **wishes,
                       struct error *err);

/* Whether a column holds wishes that are taken here. */
bool import_has_wishes(const struct import *import);

#endif
