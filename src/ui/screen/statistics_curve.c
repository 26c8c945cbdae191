/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_curve.c - how many came one month after the other, as a small curve */
#include "screen/statistics_curve.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse_statistics.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "terminal/paint.h"

/* Of more rows than that no curve is drawn: it would take as long again to count them. */
enum { MONTHS_MOST = 36, STEPS_MOST = 60, CURVES_MOST = 5000 };

/* "2027-03", counted from the year 0. */
static int
month_of(const struct statistics_row *row)
{
    char *rest = NULL;
    const long year = row->period ? strtol(row->period, &rest, 10) : 0;
    const long month = rest && *rest ? strtol(rest + 1, NULL, 10) : 1;

    return (int)(year * 12 + month - 1);
}

static bool
is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

struct recent {
    int months[STATISTICS_STEPS]; /* the newest first */
    int count;
};

static void
add_recent(struct recent *recent, int month)
{
    int at = 0;

    while (at < recent->count && recent->months[at] > month)
        at++;
    if (at == STATISTICS_STEPS || (at < recent->count && recent->months[at] == month))
        return;
    if (recent->count < STATISTICS_STEPS)
        recent->count++;
    for (int i = recent->count - 1; i > at; i--)
        recent->months[i] = recent->months[i - 1];
    recent->months[at] = month;
}

/* From the left on, the oldest first. */
static void
add_to_curve(int64_t curve[static STATISTICS_STEPS], const struct recent *recent,
             const struct statistics_row *row)
{
    for (int i = 0; i < recent->count; i++)
        if (recent->months[i] == month_of(row))
            curve[STATISTICS_STEPS - 1 - i] += row->figures[FIGURE_PRESENT];
}

/* Both come in one order of their keys, the months with several rows of each; they may
 * know keys that are not among the rows. */
static void
make_curves(const struct statistics *statistics, const struct statistics *months,
            const struct recent *recent, statistics_curve *curves)
{
    size_t at = 0;

    for (size_t i = 0; i < statistics->count; i++) {
        const char *key = statistics->rows[i].key;
        while (at < months->count && !is_same(months->rows[at].key, key))
            at++;
        for (; at < months->count && is_same(months->rows[at].key, key); at++)
            add_to_curve(curves[i], recent, &months->rows[at]);
    }
}

bool
statistics_curve_read(struct ui *ui, const struct statistics_wish *wish,
                      const struct statistics *statistics,
                      const struct statistics *months, statistics_curve **curves,
                      struct error *err)
{
    struct statistics_wish late = *wish;
    struct statistics some = { 0 };
    struct recent recent = { 0 };

    free(*curves);
    *curves = NULL;
    for (size_t i = 0; i < months->count; i++)
        add_recent(&recent, month_of(&months->rows[i]));
    if (wish->by == STATISTICS_BY_MEETING || statistics->count > CURVES_MOST ||
        recent.count < 2)
        return true;
    late.each = STATISTICS_EACH_MONTH;
    late.never = false;
    const bool ok = browse_statistics(ui_atelier(ui), &late, &some, err);
    if (ok) {
        *curves = memory_new(statistics->count + 1, sizeof **curves);
        make_curves(statistics, &some, &recent, *curves);
    }
    statistics_clear(&some);
    return ok;
}

void
statistics_curve_add(const statistics_curve values, struct buffer *buffer)
{
    int64_t most = 0;

    for (int i = 0; i < STATISTICS_STEPS; i++)
        most = values[i] > most ? values[i] : most;
    for (int i = 0; i < STATISTICS_STEPS; i++)
        paint_add_step(buffer, values[i], most);
}

/* --- of all rows together */

/* The months of the first and of the last meeting, and how many make a step of a curve;
 * false when all were in one. */
static bool
find_span(const struct statistics *months, int *first, int *last, int *width)
{
    *first = 0;
    *last = -1;
    for (size_t i = 0; i < months->count; i++) {
        const int month = month_of(&months->rows[i]);
        *first = *last < *first || month < *first ? month : *first;
        *last = month > *last ? month : *last;
    }
    *width = *last - *first < MONTHS_MOST ? 1 : 12;
    return *last > *first;
}

void
statistics_curve_add_all(const struct statistics *months, int columns,
                         struct buffer *text)
{
    long long values[STEPS_MOST] = { 0 };
    long long most = 0;
    int first;
    int last;
    int width;

    if (!find_span(months, &first, &last, &width))
        return;
    for (size_t i = 0; i < months->count; i++) {
        const int step = month_of(&months->rows[i]) / width - first / width;
        if (step < STEPS_MOST)
            values[step] += months->rows[i].figures[FIGURE_PRESENT];
    }
    const int steps = last / width - first / width + 1;
    for (int i = 0; i < steps && i < STEPS_MOST; i++)
        most = values[i] > most ? values[i] : most;
    buffer_addf(text,
                width == 1
                    ? _("Present each month, %04d-%02d to %04d-%02d, %lld at most: ")
                    : _("Present each year, %04d-%02d to %04d-%02d, %lld at most: "),
                first / 12, first % 12 + 1, last / 12, last % 12 + 1, most);
    for (int i = 0; i < steps && i < STEPS_MOST && i < columns; i++)
        if (paint_is_plain())
            buffer_addf(text, "%s%lld", i > 0 ? ", " : "", values[i]);
        else
            paint_add_step(text, values[i], most);
}
