/* SPDX-License-Identifier: GPL-3.0-or-later */
/* queue.h - writers one after the other, in the order in which they came, and how long
 * they wait: ATELIER_PATIENCE
 *
 * Two locks on FILE.queue that the kernel hands on and that die with their
 * process: the turn, and the place at the head of those who wait.  SQLite's own busy
 * handler is fast and unfair: it lets one writer hog the file while others wait for
 * seconds.
 */
#ifndef ATELIER_STORE_QUEUE_H
#define ATELIER_STORE_QUEUE_H

#include "database/connection.h"

/* Opens FILE.queue; with O_CREAT it gets the owner, group and mode of the database, so
 * that whoever may write that may queue, also after root did.  -1 and errno otherwise. */
int queue_open(const char *path, const char *queue_path, int flags);

/* How many seconds to wait for others: ATELIER_PATIENCE says so, as a script may want to
 * know sooner. */
unsigned queue_patience(void);

/* Waits for its turn; ERROR_DATABASE after its patience, and when another file has taken
 * the place of ours meanwhile.  A database in memory has no queue. */
bool queue_enter(struct database *db, struct error *err);
void queue_leave(struct database *db);

/* The duty to take up the log: of one process at a time, and not waited for. */
bool queue_take_duty(struct database *db);
void queue_leave_duty(struct database *db);

/* Signals that would stop or end a process that others wait for are held back meanwhile.
 */
void queue_hold_signals(struct database *db);
void queue_let_signals(struct database *db);

/* The busy handler beneath the queue, for programs that do not take it. */
int queue_wait_busy(void *database, int tries);

#endif
