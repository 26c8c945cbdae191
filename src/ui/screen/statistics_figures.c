/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_figures.c - the figures of meetings as the rows of a list, with bars, and in
 * a few lines above it
 */
#include "screen/statistics_figures.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse_statistics.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "terminal/paint.h"

enum { BAR_COLUMNS = 5 };

/* --- rows */

static bool
holds(const struct statistics_row *row, const char *folded)
{
    char *label = fold_copy(row->label ? row->label : "");
    const bool found = strstr(label, folded) != NULL;

    free(label);
    return found;
}

static void
find_rows(struct statistics_figures *figures, const char *words)
{
    const struct statistics *statistics = &figures->statistics;
    char *folded = fold_copy(words ? words : "");

    free(figures->found);
    figures->found = memory_new(statistics->count + 1, sizeof figures->found[0]);
    figures->found_count = 0;
    for (size_t i = 0; i < statistics->count; i++)
        if (holds(&statistics->rows[i], folded))
            figures->found[figures->found_count++] = i;
    free(folded);
}

/* The place among those that are found of the first one from that row on. */
static size_t
place_of(const struct statistics_figures *figures, size_t row)
{
    size_t place = 0;

    while (place < figures->found_count && figures->found[place] < row)
        place++;
    return place;
}

/* The rows [first, end) of those that are found. */
static void
fill(const struct statistics_figures *figures, size_t first, size_t end,
     struct listing_page *page)
{
    const struct listing *listing = statistics_listing(&figures->wish);
    struct statistics some = { 0 };

    some.rows = memory_new(end - first + 1, sizeof some.rows[0]);
    for (size_t i = first; i < end; i++)
        some.rows[some.count++] = figures->statistics.rows[figures->found[i]];
    statistics_fill_page(&some, listing, page);
    for (size_t i = 0; i < page->count; i++) {
        page->rows[i].id = (int64_t)figures->found[first + i] + 1;
        page->rows[i].key.number = page->rows[i].id;
    }
    page->more_before = first > 0;
    page->more_after = end < figures->found_count;
    free(some.rows);
}

static bool
fetch(struct ui *ui, void *context, const struct listing_query *query,
      enum listing_direction direction, const struct listing_key *key, size_t count,
      struct listing_page *page, struct error *err)
{
    (void)ui;
    (void)err;
    struct statistics_figures *figures = context;
    find_rows(figures, query->search);
    const size_t row = key && key->number > 0 ? (size_t)key->number - 1 : 0;
    const size_t at = place_of(figures, row);
    const bool is_there = at < figures->found_count && figures->found[at] == row;
    size_t first = direction == LISTING_FROM    ? at
                   : direction == LISTING_AFTER ? at + is_there
                                                : 0;
    size_t end = direction == LISTING_BEFORE ? at : figures->found_count;

    if (direction == LISTING_LAST || direction == LISTING_BEFORE)
        first = end > count ? end - count : 0;
    else if (end > first + count)
        end = first + count;
    *page = (struct listing_page){ 0 };
    fill(figures, first, end, page);
    return true;
}

static bool
locate(struct ui *ui, void *context, const struct listing_query *query, int64_t id,
       struct listing_key *key, struct error *err)
{
    (void)ui;
    (void)err;
    struct statistics_figures *figures = context;

    *key = (struct listing_key){ .number = id };
    find_rows(figures, query->search);
    const size_t at = id > 0 ? place_of(figures, (size_t)id - 1) : figures->found_count;
    return at < figures->found_count && figures->found[at] == (size_t)id - 1;
}

static bool
count_rows(struct ui *ui, void *context, const struct listing_query *query, int64_t most,
           int64_t *count, struct error *err)
{
    (void)ui;
    (void)most;
    (void)err;
    struct statistics_figures *figures = context;

    find_rows(figures, query->search);
    *count = (int64_t)figures->found_count;
    return true;
}

static const struct list_source source = { fetch, locate, count_rows };

/* The rate as a bar beside its number, and how many came of late as a curve. */
static bool
add_cell(const struct list *list, const struct listing_row *row, size_t column,
         struct buffer *buffer)
{
    const char *cell = row->cells[column];

    if (!cell || strcmp(list->listing->columns[column].name, "rate") != 0)
        return false;
    if (paint_is_plain()) /* there the number alone */
        return false;
    buffer_addf(buffer, "%3s ", cell);
    paint_add_bar(buffer, BAR_COLUMNS, strtoll(cell, NULL, 10), 100);
    const struct statistics_figures *figures = list->context;
    if (figures->curves) {
        buffer_add_char(buffer, ' ');
        statistics_curve_add(figures->curves[row->id - 1], buffer);
    }
    return true;
}

void
statistics_figures_show(struct statistics_figures *figures, struct list *list)
{
    list_init_source(list, statistics_listing(&figures->wish), &source, figures);
    list->add_cell = add_cell;
    list->drawn = "rate";
    list->empty = _("No meeting that took place is counted here yet.");
}

void
statistics_figures_clear(struct statistics_figures *figures)
{
    statistics_clear(&figures->statistics);
    statistics_clear(&figures->months);
    free(figures->found);
    free(figures->curves);
}

/* Most of what people ask for costs a few milliseconds; it is asked again each time. */
bool
statistics_figures_read(struct statistics_figures *figures, struct ui *ui,
                        struct error *err)
{
    struct statistics_wish months = figures->wish;

    months.by = STATISTICS_BY_GROUP;
    months.each = STATISTICS_EACH_MONTH;
    months.never = false;
    return browse_statistics(ui_atelier(ui), &figures->wish, &figures->statistics, err) &&
           browse_statistics(ui_atelier(ui), &months, &figures->months, err) &&
           statistics_curve_read(ui, &figures->wish, &figures->statistics,
                                 &figures->months, &figures->curves, err);
}

const struct statistics_row *
statistics_figures_row(const struct statistics_figures *figures, const struct list *list)
{
    const size_t id = (size_t)list_selected(list);

    return id > 0 && id <= figures->statistics.count ? &figures->statistics.rows[id - 1]
                                                     : NULL;
}

/* --- above them */

void
statistics_figures_add_total(const struct statistics_figures *figures,
                             struct buffer *text)
{
    const struct statistics_row *total = &figures->statistics.total;
    const int rate = statistics_rate(total);

    for (int i = 0; i < FIGURE_COUNT; i++)
        buffer_addf(text, "%s%s\u00a0%" PRId64, i > 0 ? ", " : "",
                    _(statistics_figures[i].label), total->figures[i]);
    if (rate >= 0)
        buffer_addf(text, _("; %d %% came"), rate);
}

void
statistics_figures_add_curve(const struct statistics_figures *figures, int columns,
                             struct buffer *text)
{
    statistics_curve_add_all(&figures->months, columns, text);
}
