/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_form.h - the cells of a row as a form, to be mended on the spot */
#ifndef ATELIER_UI_IMPORT_FORM_H
#define ATELIER_UI_IMPORT_FORM_H

#include "screen/import_view.h"

/* A field for each column that holds something, the wrong one first in hand.  True when
 * the row was mended; it is to be judged again.  What is typed and not saved is kept, and
 * offered the next time. */
bool import_form_mend(struct ui *ui, struct import_view *view, size_t index);

#endif
