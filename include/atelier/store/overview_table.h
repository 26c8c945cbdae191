/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overview_table.h - reads what the page of a group, a person, an organisation says
 * besides its fields
 *
 * Each is answered from an index over what belongs to the row, or from the counters of
 * its meetings: how many rows the file holds makes no difference.
 */
#ifndef ATELIER_STORE_OVERVIEW_TABLE_H
#define ATELIER_STORE_OVERVIEW_TABLE_H

#include "atelier/domain/overview.h"
#include "atelier/store/database.h"

bool overview_table_group(struct database *db, int64_t group, instant now,
                          struct date today, struct group_overview *overview,
                          struct error *err);
bool overview_table_person(struct database *db, int64_t person, instant now,
                           struct date today, struct person_overview *overview,
                           struct error *err);
/* Of the years of `today` and before. */
bool overview_table_organisation(struct database *db, int64_t organisation, instant now,
                                 struct date today,
                                 struct organisation_overview *overview,
                                 struct error *err);

#endif
