/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_kind.h - a file of address cards: vCard 2.1, 3.0 and 4.0
 *
 * Cards are read one content line after the other, whatever stands in a line that is not
 * to the letter; photos are never held in memory.
 */
#ifndef ATELIER_APP_VCARD_KIND_H
#define ATELIER_APP_VCARD_KIND_H

#include "import/table_kind.h"

extern const struct table_kind vcard_kind;

#endif
