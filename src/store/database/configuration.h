/* SPDX-License-Identifier: GPL-3.0-or-later */
/* configuration.h - how a connection of ours works, but for its log */
#ifndef ATELIER_STORE_CONFIGURATION_H
#define ATELIER_STORE_CONFIGURATION_H

#include "database/connection.h"

/* What is kept of the pages that were read, and how little while database_set_sparing().
 */
#define CONFIGURATION_CACHE "PRAGMA cache_size = -4000;"
#define CONFIGURATION_CACHE_SPARING "PRAGMA cache_size = -400;"

/* The pragmas alone, for a connection that worked otherwise for a while. */
extern const char configuration_sql[];

/* Before the first connection: nobody asks SQLite how much memory it takes, so it need
 * not count each piece, one thread alone calls it, so it need not lock anything, its
 * small pieces are memory_pool.h's, and the pages that it reads first have their place.
 * Later ones come too late, and nothing happens. */
void configuration_prepare(void);

/* What each connection begins with. */
bool configuration_begin(struct database *db, struct error *err);

#endif
