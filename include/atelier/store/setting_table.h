/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setting_table.h - the settings of the office */
#ifndef ATELIER_STORE_SETTING_TABLE_H
#define ATELIER_STORE_SETTING_TABLE_H

#include "atelier/domain/setting.h"
#include "atelier/store/database.h"

bool setting_table_load(struct database *db, struct settings *settings,
                        struct error *err);
/* ERROR_CONFLICT when rev moved.  Captured by the journal like any row. */
bool setting_table_save(struct database *db, struct settings *settings, const char *login,
                        instant at, struct error *err);

/* When a setting changed last that the events of calendars print. */
bool setting_table_printed_at(struct database *db, instant *at, struct error *err);

#endif
