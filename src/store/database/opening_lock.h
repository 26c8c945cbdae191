/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opening_lock.h - nobody opens the database while another file takes its place
 *
 * Between the opening of a file and the first lock that SQLite holds on it, the file may
 * lose its name to another: then the -wal beside it belongs to the other, and closing
 * would remove it.  So whoever comes in holds a shared lock on a byte of FILE.queue until
 * the file is theirs, and whoever replaces the file holds it alone.
 */
#ifndef ATELIER_STORE_OPENING_LOCK_H
#define ATELIER_STORE_OPENING_LOCK_H

#include "database/connection.h"

/*
 * Waits while the file is being replaced.  `make` makes the queue if it is missing.
 * Without the right to open it the file is opened all the same, and is not tidied up
 * at its closing.
 */
bool opening_lock_share(struct database *db, bool make, struct error *err);
void opening_lock_release(struct database *db);

/* Keeps everybody else out, and takes the writers' turn: a descriptor of FILE.queue,
 * which ends both when it is closed.  -1 when somebody is on their way for long
 * (errno EWOULDBLOCK), or when it cannot be opened. */
int opening_lock_alone(const char *path);

#endif
