/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_table.h - who sits in two workshops */
#ifndef ATELIER_STORE_PROGRAMME_TABLE_H
#define ATELIER_STORE_PROGRAMME_TABLE_H

#include "atelier/store/database.h"

/* Tells everybody with a seat in both, by their names. */
bool programme_table_each_in_both(struct database *db, int64_t workshop, int64_t other,
                                  void (*visit)(void *context, const char *name),
                                  void *context, struct error *err);

#endif
