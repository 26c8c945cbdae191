/* SPDX-License-Identifier: GPL-3.0-or-later */
/* configuration.c - how a connection of ours works, but for its log */
#include "database/configuration.h"

#include "database/queue.h"

/* STORAGE.md, Recommended; of a file that is in use the log is write_ahead_log.c's. */
const char configuration_sql[] = "PRAGMA foreign_keys = ON;"
                                 "PRAGMA synchronous = FULL;"
                                 "PRAGMA ignore_check_constraints = OFF;"
                                 "PRAGMA trusted_schema = OFF;"
                                 "PRAGMA cell_size_check = ON;"
                                 "PRAGMA secure_delete = ON;"
                                 "PRAGMA cache_size = -4000;"
                                 "PRAGMA temp_store = MEMORY;"
                                 "PRAGMA mmap_size = 0;"
                                 "PRAGMA journal_size_limit = 67108864;"
                                 "PRAGMA wal_autocheckpoint = 4000;";

bool
configuration_begin(struct database *db, struct error *err)
{
    sqlite3_extended_result_codes(db->sqlite, 1);
    sqlite3_busy_handler(db->sqlite, queue_wait_busy, db);
    int on = 0;
    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
    return connection_execute(db, configuration_sql, err);
}
