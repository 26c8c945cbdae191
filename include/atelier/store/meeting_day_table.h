/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day_table.h - the events of meetings of several days, as calendars know them */
#ifndef ATELIER_STORE_MEETING_DAY_TABLE_H
#define ATELIER_STORE_MEETING_DAY_TABLE_H

#include "atelier/domain/meeting_day.h"
#include "atelier/store/database.h"

/* What the open transaction did to meetings and their slots is done to their events.  To
 * be called once, when all else is written. */
bool meeting_day_table_settle(struct database *db, instant now, struct error *err);

#endif
