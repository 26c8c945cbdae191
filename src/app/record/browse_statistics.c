/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_statistics.c - the figures of meetings, for whoever may read */
#include "atelier/app/browse_statistics.h"

#include "atelier/store/statistics_table.h"
#include "session/session.h"

bool
browse_statistics(struct atelier *at, const struct statistics_wish *wish,
                  struct statistics *statistics, struct error *err)
{
    statistics_clear(statistics);
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           statistics_table_count(at->db, wish, atelier_now(at), statistics, err);
}
