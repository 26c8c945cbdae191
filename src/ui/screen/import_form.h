/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_form.h - the cells of a refused row as a form, to be mended on the spot */
#ifndef ATELIER_UI_IMPORT_FORM_H
#define ATELIER_UI_IMPORT_FORM_H

#include "atelier/app/import_people.h"
#include "ui.h"

/* A field for each column that holds something, the wrong one first in hand.  True when
 * the row was mended; it is to be judged again. */
bool import_form_mend(struct ui *ui, struct import *import, size_t index);

#endif
