/* SPDX-License-Identifier: GPL-3.0-or-later */
/* connection_fail.h - what is said when the file does not answer, and what to do then
 *
 * Each sets the error, and returns false.
 */
#ifndef ATELIER_STORE_CONNECTION_FAIL_H
#define ATELIER_STORE_CONNECTION_FAIL_H

#include <sqlite3.h>
#include <stdbool.h>

#include "atelier/base/error.h"

struct database;

/* What SQLite's last answer stands for: busy, full, read-only, damaged, not a database,
 * stopped ... with the file and the remedy. */
bool connection_fail(struct database *db, struct error *err);

/* The same for a handle; `path` is named.  `system_errno` counts where SQLite kept none.
 */
bool connection_fail_handle(sqlite3 *sqlite, int system_errno, const char *path,
                            struct error *err);

/* The same for a result that belongs to no struct database; `path` is named.
 */
bool connection_fail_code(int code, int system_errno, const char *path,
                          struct error *err);

/* Says that the file can only be read, which of the files is in the way, and whose it is.
 */
bool connection_fail_read_only(const char *path, struct error *err);

/* That the name leads to another file by now. */
bool connection_refuse_replaced(const struct database *db, struct error *err);

/* Whether it failed for want of room on the disk, or of what one may take of it. */
bool connection_has_no_room(int code, int system_errno);

#endif
