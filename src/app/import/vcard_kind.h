/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_kind.h - a file of address cards: vCard 2.1, 3.0 and 4.0
 *
 * Read here, since no library in Debian fits: libvformat and libvc know 2.1 and 3.0 and
 * keep a whole card with its photo in memory, libbelcard knows 4.0 and refuses what is
 * not to the letter, and the address books of desktops bring the desktop.
 */
#ifndef ATELIER_APP_VCARD_KIND_H
#define ATELIER_APP_VCARD_KIND_H

#include "import/table_kind.h"

extern const struct table_kind vcard_kind;

#endif
