/* SPDX-License-Identifier: GPL-3.0-or-later */
/* section_strip.h - the line of sections: their digits and names, in what room there is
 */
#ifndef ATELIER_UI_SECTION_STRIP_H
#define ATELIER_UI_SECTION_STRIP_H

#include "dateline.h"
#include "screen.h"

/* With whose desk it is and the day at its end, as much as there is room for. */
enum dateline section_strip_draw(struct ui *ui);

/* The section whose words are in that column of the line; NULL: none. */
const struct screen *section_strip_at(const struct ui *ui, int column);

#endif
