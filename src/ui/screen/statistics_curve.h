/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_curve.h - how many came one month after the other, as a small curve */
#ifndef ATELIER_UI_STATISTICS_CURVE_H
#define ATELIER_UI_STATISTICS_CURVE_H

#include "atelier/domain/statistics.h"
#include "ui.h"

/* The last months in which people met, the oldest first. */
enum { STATISTICS_STEPS = 6 };
typedef int64_t statistics_curve[STATISTICS_STEPS];

/* Frees the curves, and makes anew that of each row; they stay NULL where none is drawn:
 * of single meetings, of very many rows, of one month.  `months` are the same meetings, a
 * row for each month. */
bool statistics_curve_read(struct ui *ui, const struct statistics_wish *wish,
                           const struct statistics *statistics,
                           const struct statistics *months, statistics_curve **curves,
                           struct error *err);

void statistics_curve_add(const statistics_curve values, struct buffer *buffer);

/* That of all rows, in words as well; nothing of one month. */
void statistics_curve_add_all(const struct statistics *months, int columns,
                              struct buffer *text);

#endif
