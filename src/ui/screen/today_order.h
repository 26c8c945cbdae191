/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_order.h - in which order the first screen has the lines of each of its parts
 *
 * Next meetings, what there is to decide, to do and what was done stay one under the
 * other: within each the lines go by what is chosen, and a part that shows no such thing
 * stays as it is.
 */
#ifndef ATELIER_UI_TODAY_ORDER_H
#define ATELIER_UI_TODAY_ORDER_H

#include "atelier/base/buffer.h"
#include "ui.h"

enum today_by {
    TODAY_BY_NEXT, /* as each part is usually: what is next or newest first */
    TODAY_BY_DATE,
    TODAY_BY_GROUP,
    TODAY_BY_TITLE,
    TODAY_BY_TAKEN,
    TODAY_BY_WHO,
    TODAY_BY_COUNT
};

struct today_order {
    enum today_by by;
    bool reversed;
};

/* What a line shows of each; NULL: nothing. */
typedef const char *today_shown[TODAY_BY_COUNT];

/* What the line is put in order by, to be freed; NULL: it shows no such thing, or the
 * order is the usual one. */
char *today_order_key(const struct today_order *order, today_shown shown);

struct today_line;

/* Puts lines of one part in order; those without a key come last, as they were. */
void today_order_sort(const struct today_order *order, struct today_line *lines,
                      size_t count);

/* Asks for another order; the present one, chosen again, is turned round.  False: it is
 * as it was. */
bool today_order_choose(struct today_order *order, struct ui *ui);

/* Adds "by Group", or nothing of the usual order. */
void today_order_add(const struct today_order *order, struct buffer *text);

#endif
