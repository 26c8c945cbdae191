/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who_came.c - the figures of everybody who was ever asked, counted and thrown away */
#include "bench/who_came.h"

#include "atelier/app/browse_statistics.h"

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
