/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_plain.h - the first screen in the plain view */
#ifndef ATELIER_UI_TODAY_PLAIN_H
#define ATELIER_UI_TODAY_PLAIN_H

#include "screen/today_view.h"
#include "terminal/paint.h"

/* Draws its lines in one column, each as long as it is, the one under the bar among them
 * with the cursor before it; moves the first one that is shown where that needs it. */
void today_plain_draw(struct today *screen, struct area area);

#endif
