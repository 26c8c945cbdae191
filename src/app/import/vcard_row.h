/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_row.h - one address card as a row: a cell for each thing that an import takes */
#ifndef ATELIER_APP_VCARD_ROW_H
#define ATELIER_APP_VCARD_ROW_H

#include "atelier/domain/import.h"
#include "import/table_store.h"
#include "import/vcard_card.h"

enum { VCARD_COLUMNS = 10 };

/* Pours the headings, and what each column holds. */
void vcard_row_pour_headings(struct table_store *rows);
extern const enum import_target vcard_row_holds[VCARD_COLUMNS];

/* Pours the cells, and adds why the card is nobody's; nothing when it is a person's.
 * `beyond` are the words of the name that no cell has. */
void vcard_row_pour(const struct vcard_card *card, struct table_store *rows,
                    struct buffer *why, struct buffer *beyond);

#endif
