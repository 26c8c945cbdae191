/* SPDX-License-Identifier: GPL-3.0-or-later */
/* card_layout.h - how badges and place cards lie on a page: one text says all of it
 *
 * "85 x 54, 2 x 5, 15 x 13.5, 10 x 0": how wide and high one is, how many lie side by
 * side and below each other, the margins at the left and above, and the gaps between
 * them, in millimetres.  What is left out at the end, or left empty between two commas,
 * is found: as many as fit, even margins, no gaps.  A name stands for a whole one.
 */
#ifndef ATELIER_DOMAIN_CARD_LAYOUT_H
#define ATELIER_DOMAIN_CARD_LAYOUT_H

#include <stdint.h>

#include "atelier/base/error.h"
#include "atelier/domain/paper_size.h"

enum card_kind {
    CARD_BADGE, /* with a code that the door reads */
    CARD_PLACE  /* folded, for the table */
};

/* Tenths of a millimetre. */
enum {
    CARD_TENTHS = 10,
    CARD_PAGE_WIDTH = PAPER_SHORT_MM * CARD_TENTHS, /* upright */
    CARD_PAGE_HEIGHT = PAPER_LONG_MM * CARD_TENTHS,
    CARD_LEAST = 20 * CARD_TENTHS,
    CARD_BADGE_WIDTH_LEAST = 50 * CARD_TENTHS, /* its code must have room */
    CARD_BADGE_HEIGHT_LEAST = 45 * CARD_TENTHS
};

/* In tenths of a millimetre but for the two numbers of cards. */
struct card_layout {
    int64_t width, height; /* of one card */
    int64_t across, down;  /* how many on a page */
    int64_t left, top;     /* of the first */
    int64_t gap_x, gap_y;  /* between two */
};

/* NULL or blank: the usual one of the kind.  ERROR_INPUT says what does not fit; it names
 * no field. */
bool card_layout_read(enum card_kind kind, const char *text, struct card_layout *layout,
                      struct error *err);

/* Whether all of it is on the page. */
bool card_layout_fits(const struct card_layout *layout);

#endif
