/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_stay.h - the category and territory that an organisation keeps, whatever a list
 * says of them; private to the import's files */
#ifndef ATELIER_APP_IMPORT_STAY_H
#define ATELIER_APP_IMPORT_STAY_H

#include "import/import_state.h"

/* Marks a row that is about somebody certain, or new, and says of an organisation that is
 * known what it is not. */
bool import_stay_judge(struct import *import, struct import_row *row, struct error *err);

/* Tells of a row that is marked what stays. */
bool import_stay_tell(struct import *import, struct import_row *row, struct error *err);

void import_stay_clear(struct import *import);

#endif
