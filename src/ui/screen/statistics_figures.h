/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_figures.h - the figures of meetings as the rows of a list, with bars, and in
 * a few lines above it
 */
#ifndef ATELIER_UI_STATISTICS_FIGURES_H
#define ATELIER_UI_STATISTICS_FIGURES_H

#include "atelier/domain/statistics.h"
#include "screen/statistics_curve.h"
#include "widget/list.h"

struct statistics_figures {
    struct statistics_wish wish;
    struct statistics statistics;
    struct statistics months; /* of the same meetings, a row each, for the curve */
    statistics_curve *curves; /* one a row; NULL: none is drawn */
    size_t *found;            /* the rows in which the words of the filter are */
    size_t found_count;
};

/* Shows them in the list: a list_init_source(). */
void statistics_figures_show(struct statistics_figures *figures, struct list *list);
void statistics_figures_clear(struct statistics_figures *figures);

bool statistics_figures_read(struct statistics_figures *figures, struct ui *ui,
                             struct error *err);

/* The row under the bar; NULL when there is none. */
const struct statistics_row *
statistics_figures_row(const struct statistics_figures *figures, const struct list *list);

/* What stands above the list: the total in words, and who came each month, or each year,
 * as a curve. */
void statistics_figures_add_total(const struct statistics_figures *figures,
                                  struct buffer *text);
void statistics_figures_add_curve(const struct statistics_figures *figures, int columns,
                                  struct buffer *text);

#endif
