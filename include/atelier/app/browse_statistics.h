/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_statistics.h - how many people were asked to meetings, and how many came */
#ifndef ATELIER_APP_BROWSE_STATISTICS_H
#define ATELIER_APP_BROWSE_STATISTICS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/statistics.h"

/* Empties the statistics and fills them, in order: statistics_clear(). */
bool browse_statistics(struct atelier *at, const struct statistics_wish *wish,
                       struct statistics *statistics, struct error *err);

#endif
