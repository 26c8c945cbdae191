/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state_mark.h - the sign of a state, and of a clash, on screens and in texts
 *
 * Every sign takes one cell in every font and locale, and none is an emoji.
 */
#ifndef ATELIER_DOMAIN_STATE_MARK_H
#define ATELIER_DOMAIN_STATE_MARK_H

#include "atelier/domain/field.h"

enum state_mark {
    MARK_NONE,
    MARK_YES,
    MARK_ASKED, /* somebody is */
    MARK_TURN,  /* it takes its turn */
    MARK_NO,
    MARK_PAST,  /* nothing is to come any more */
    MARK_OTHER, /* another one does */
    MARK_CLASH, /* of no state: it does not go together with something */
    MARK_COUNT
};

/* Of a state of a registration, a meeting, a presence, a workshop or a choice of one;
 * MARK_NONE where there is none. */
enum state_mark state_mark(const struct choice *choices, int state);

/* "✓", or "+" where there are but ASCII characters; "" of MARK_NONE. */
const char *state_mark_text(enum state_mark mark, bool ascii);

#endif
