/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cards_draw.h - badges and place cards on paper, laid out on the page as they say */
#ifndef ATELIER_PRINT_CARDS_DRAW_H
#define ATELIER_PRINT_CARDS_DRAW_H

#include "atelier/domain/printed_cards.h"

/* Writes the document to the descriptor, telling on standard output how far it is. */
bool cards_draw(const struct printed_cards *document, int descriptor, struct error *err);

#endif
