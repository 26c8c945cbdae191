/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_section.h - titles and totals among the rows of a list, and headings that stand
 * there again */
#ifndef ATELIER_APP_IMPORT_SECTION_H
#define ATELIER_APP_IMPORT_SECTION_H

#include "import/import_state.h"

/* Why the cells of a row are no person: a title above others, a total, or the headings
 * again; NULL for a person.  The caller frees it. */
char *import_section_why_no_person(const struct import *import,
                                   const struct table_row *cells);

/* While rows are judged, in their order: remembers a title that says who comes. */
void import_section_note(struct import *import, size_t row,
                         const struct table_row *cells);

/* The title above a row that says that those below it do not come, or NULL; borrowed. */
const char *import_section_away(const struct import *import, size_t row);

void import_section_clear(struct import *import);

#endif
