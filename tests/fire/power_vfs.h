/* SPDX-License-Identifier: GPL-3.0-or-later */
/* power_vfs.h - files that lose what was not synced when the power goes
 *
 * A layer between SQLite and the system.  Everybody reads what was written, as from the
 * system's cache; what is on the disk for certain is kept apart, and changes when a file
 * is synced.  After so many steps the power goes: of what was not synced a random part
 * is on the disk, sector by sector, a new file may have no name yet, a removed one may
 * still have it, and the process ends.
 */
#ifndef ATELIER_TESTS_POWER_VFS_H
#define ATELIER_TESTS_POWER_VFS_H

#include <stdbool.h>
#include <stddef.h>

enum { POWER_CUT_STATUS = 77 }; /* of the process that it ended */

/* What the cuts did; in memory that outlives the process. */
struct power_figures {
    size_t in_write, in_sync, in_truncate, in_delete;
    size_t sectors_kept, sectors_dropped;
    size_t lengths_dropped; /* files that were not yet, or still, as long */
    size_t names_lost, names_back;
};

/* From now on SQLite's files of this process are such; the power goes at the step of that
 * number.  Writes are most of the steps; they need not count.  Once in a process. */
void power_vfs_begin(size_t steps, bool writes_count, unsigned dice,
                     struct power_figures *figures);

#endif
