/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write_ahead_log.h - what is committed reaches the disk after the turn, not within it
 *
 * A writer who waited for the disk in its turn would make everybody wait: so many
 * commits a second as the disk has flushes, and no more.  Instead the commit only writes
 * its pages into the log, the turn is handed on, and the log is synced then, by as many
 * at once as there are.  Nothing is called done before that, so what was acknowledged
 * survives a power cut as with synchronous FULL: the log is read from its beginning, and
 * a sync of it covers whatever was committed before.  Colleagues may see an act a moment
 * before the disk has it; an act of theirs that builds on it cannot be safe without it.
 */
#ifndef ATELIER_STORE_WRITE_AHEAD_LOG_H
#define ATELIER_STORE_WRITE_AHEAD_LOG_H

#include "database/connection.h"

/* From now on each commit needs write_ahead_log_sync().  Where there is no such log
 * nothing changes: SQLite syncs what it commits. */
bool write_ahead_log_begin(struct database *db, struct error *err);

/* Waits until the disk has what was committed.  Outside of the turn. */
bool write_ahead_log_sync(struct database *db, struct error *err);

/* Takes a log that has grown long up into the file, so that it begins anew.  Outside of
 * the turn; a log that could not be taken up waits for the next commit. */
void write_ahead_log_take_up(struct database *db);

#endif
