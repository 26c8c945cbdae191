/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_asked.h - what the meeting asks into which a list comes, and which columns
 * answer */
#ifndef ATELIER_APP_IMPORT_ASKED_H
#define ATELIER_APP_IMPORT_ASKED_H

#include "import/import_state.h"

/* Reads what the meeting asks, anew: nothing where answers are not to be read by whoever
 * imports, who would write over them unseen. */
bool import_asked_load(struct import *import, struct error *err);
void import_asked_clear(struct import *import);

/* What the heading of a column asks, accents, case and marks aside; NULL: the meeting
 * does not ask it. */
const struct meeting_question *import_asked_by(const struct import *import,
                                               size_t column);

/* Takes the columns whose headings are questions of the meeting as their answers; returns
 * how many of them nothing else was known of. */
size_t import_asked_guess(struct import *import);

#endif
