/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who_came.c - the figures of everybody who was ever asked, counted and thrown away, and
 * the lists behind them
 */
#include "bench/who_came.h"

#include <stdio.h>

#include "atelier/app/browse.h"
#include "atelier/app/browse_statistics.h"

enum { PAGE = 80 };

struct slowest {
    double (*clock)(void);
    double seconds;
    char *which;
    size_t size;
};

static bool
count(struct atelier *at, enum statistics_by by, enum statistics_each each,
      struct error *err)
{
    const struct statistics_wish wish = { .scope.last = { 9999, 12, 31 },
                                          .by = by,
                                          .each = each };
    struct statistics statistics = { 0 };

    const bool ok = browse_statistics(at, &wish, &statistics, err) &&
                    (statistics.total.figures[FIGURE_PRESENT] > 0 ||
                     error_set(err, ERROR_DATABASE, "Nobody came."));
    statistics_clear(&statistics);
    return ok;
}

bool
who_came_by_category_and_year(struct atelier *at, struct error *err)
{
    return count(at, STATISTICS_BY_CATEGORY, STATISTICS_EACH_YEAR, err);
}

bool
who_came_by_organisation(struct atelier *at, struct error *err)
{
    return count(at, STATISTICS_BY_ORGANISATION, STATISTICS_EACH_NONE, err);
}

static bool
fetch(struct atelier *at, const struct listing_query *query,
      enum listing_direction direction, const struct listing_key *key,
      struct listing_page *page, struct slowest *slowest, struct error *err)
{
    const struct statistics_part *part = query->counted;
    const double begun = slowest->clock();
    const bool ok = listing_fetch(at, query, direction, key, PAGE, page, err);
    const double seconds = slowest->clock() - begun;

    if (seconds > slowest->seconds) {
        slowest->seconds = seconds;
        (void)snprintf(slowest->which, slowest->size, "%s, %s %s",
                       statistics_figures[part->figure].name,
                       statistics_bys[part->by].name, part->key ? part->key : "none");
    }
    return ok;
}

static bool
open_list(struct atelier *at, const struct statistics_part *part, struct slowest *slowest,
          struct error *err)
{
    const struct listing_query query = { .kind = LISTING_COUNTED, .counted = part };
    struct listing_page first = { 0 };
    struct listing_page next = { 0 };
    struct listing_page last = { 0 };

    bool ok = fetch(at, &query, LISTING_FIRST, NULL, &first, slowest, err);
    if (ok && first.count > 0)
        ok = fetch(at, &query, LISTING_AFTER, &first.rows[first.count - 1].key, &next,
                   slowest, err);
    ok = ok && fetch(at, &query, LISTING_LAST, NULL, &last, slowest, err);
    listing_page_clear(&first);
    listing_page_clear(&next);
    listing_page_clear(&last);
    return ok;
}

/* The first and the last row and one between; each of its figures. */
static bool
open_lists(struct atelier *at, const struct statistics_wish *wish,
           const struct statistics *statistics, struct slowest *slowest,
           struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < 3 && statistics->count > 0; i++) {
        const struct statistics_row *row =
            &statistics->rows[i * (statistics->count - 1) / 2];
        for (int f = 0; ok && f < FIGURE_COUNT; f++) {
            const struct statistics_part part = { .scope = wish->scope,
                                                  .figure = (enum figure)f,
                                                  .by = wish->by,
                                                  .key = row->key,
                                                  .period = row->period };
            ok = open_list(at, &part, slowest, err);
        }
    }
    return ok;
}

bool
who_came_slowest_list(struct atelier *at, double (*clock)(void), double *seconds,
                      char which[], size_t size, struct error *err)
{
    struct slowest slowest = { .clock = clock, .which = which, .size = size };
    bool ok = true;

    for (int by = 0; ok && by < STATISTICS_BY_COUNT; by++) {
        const struct statistics_wish wish = { .scope.last = { 9999, 12, 31 },
                                              .by = (enum statistics_by)by };
        struct statistics statistics = { 0 };
        ok = browse_statistics(at, &wish, &statistics, err) &&
             open_lists(at, &wish, &statistics, &slowest, err);
        statistics_clear(&statistics);
    }
    *seconds = slowest.seconds;
    return ok;
}
