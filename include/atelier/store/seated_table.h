/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seated_table.h - who took a seat of a meeting or of a workshop last */
#ifndef ATELIER_STORE_SEATED_TABLE_H
#define ATELIER_STORE_SEATED_TABLE_H

#include <stddef.h>

#include "atelier/store/database.h"

/* Whose seats; what is 0 does not matter. */
struct seated_query {
    int64_t meeting;
    int64_t workshop; /* 0: those of the meeting itself */
    int64_t category;
    int64_t organisation;
};

/* The registrations of those who came last, who came last first: at most `most`, into
 * the array, and how many they are. */
bool seated_table_last(struct database *db, const struct seated_query *query, size_t most,
                       int64_t *registrations, size_t *count, struct error *err);

#endif
