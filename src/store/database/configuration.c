/* SPDX-License-Identifier: GPL-3.0-or-later */
/* configuration.c - how a connection of ours works, but for its log */
#include "database/configuration.h"

#include "atelier/base/memory.h"
#include "database/memory_pool.h"
#include "database/queue.h"
#include "listing/cell_shows.h"

/* What the program allocates until its first screen is there. */
enum { BEGINNING = 850 * 1024, FIRST_PAGES = 60 };

/*
 * What SQLite advises for files that others may have made (sqlite.org/security.html), and
 * what it takes for an act to survive a power cut and for a removed row to be gone.  No
 * mmap: there an error of the disk ends the process (sqlite.org/mmap.html).  Of a file
 * that is in use the log is write_ahead_log.c's.
 */
const char configuration_sql[] =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA ignore_check_constraints = OFF;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA secure_delete = ON;" CONFIGURATION_CACHE "PRAGMA temp_store = MEMORY;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA journal_size_limit = 67108864;"
    "PRAGMA wal_autocheckpoint = 4000;";

void
configuration_prepare(void)
{
    if (sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) != SQLITE_OK)
        return; /* too late */
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    memory_prepare(BEGINNING);
    memory_pool_prepare();
    /* The pages that a connection reads first are allocated at once.  With a buffer for
     * them SQLite would keep hardly more pages than have room in it. */
    (void)sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, FIRST_PAGES);
}

bool
configuration_begin(struct database *db, struct error *err)
{
    sqlite3_extended_result_codes(db->sqlite, 1);
    sqlite3_busy_handler(db->sqlite, queue_wait_busy, db);
    int on = 0;
    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
    return cell_shows_install(db, err) && connection_execute(db, configuration_sql, err);
}
