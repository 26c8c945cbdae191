/* SPDX-License-Identifier: GPL-3.0-or-later */
/* database.h - the file, opened safely, and transactions on it
 *
 * One connection, one thread.  It has a write-ahead log, foreign keys and SQLite's
 * defensive mode (configuration.c); a writer takes its turn by a lock on FILE.queue
 * before BEGIN IMMEDIATE (queue.h), and nothing is called done before the disk has it
 * (write_ahead_log.h).  A file on a network, or of another program, is refused.
 */
#ifndef ATELIER_STORE_DATABASE_H
#define ATELIER_STORE_DATABASE_H

#include <sys/stat.h>

#include "atelier/base/civil.h"
#include "atelier/base/error.h"
#include "atelier/base/work.h"

struct database;

enum database_open {
    DATABASE_OPEN,   /* the file must be there: else ERROR_NOT_FOUND */
    DATABASE_CREATE, /* it must not be there; the folder is made when its parent exists */
    DATABASE_BRIEFLY, /* for one command: on a full disk it is read, alone */
    DATABASE_READ     /* no write will be tried; a read-only folder is fine */
};

/*
 * Opens or creates the file and brings it to the present schema (an older one is
 * kept as FILE.before-N).  ERROR_DATABASE with a sentence that names the
 * file and the remedy when it is newer, not ours, damaged, on a network file system,
 * read-only (with DATABASE_OPEN it is then opened for reading, and
 * database_is_read_only() tells), or in a folder of others.  ":memory:" is for tests.
 * `shared` creates it 0660 for a folder 2770, else 0600.
 */
struct database *database_open(const char *path, enum database_open how, bool shared,
                               struct error *err);

/* The same for a file that is there already; how far its upgrade is, is told. */
struct database *database_open_telling(const char *path, enum database_open how,
                                       work_progress *progress, void *context,
                                       struct error *err);
void database_close(struct database *db); /* NULL is fine */
/* Closes it and removes the file with all that lies beside it. */
void database_discard(struct database *db);

/*
 * Begins a new database whose file has no name yet: to be filled first, and then put in
 * its place.  Until then nothing is there, and closed before that it is gone.  `room`:
 * the bytes that it will soon need, 0 for a few.  ERROR_EXISTS when a file is there.
 */
struct database *database_found(const char *path, bool shared, int64_t room,
                                struct error *err);
/* Gives it its name, and opens it there.  When it fails it can only be closed:
 * ERROR_EXISTS when another file came first. */
bool database_place(struct database *db, struct error *err);

/* The real one: no link leads to it. */
const char *database_path(const struct database *db);
bool database_is_read_only(const struct database *db);
/* Whether others than this user may read or write the file, or it is another user's. */
bool database_is_shared(const struct database *db);
/* Says why nothing can be changed, and who can let us.  Returns false. */
bool database_refuse_write(const struct database *db, struct error *err);

/* Whether another file has taken the place of the one that is open: nothing can be
 * written any more, which a transaction refuses by itself. */
bool database_is_replaced(const struct database *db);
/* Says so.  Returns false. */
bool database_refuse_replaced(const struct database *db, struct error *err);

/* Whether the name is of the -wal, -shm, -journal or .queue of a file that is there: what
 * is written under it would be taken for the database's own. */
bool database_owns_name(const char *path);
/* Whether the file is the database of that path or lies beside it, under whatever name.
 */
bool database_has_file(const char *path, const struct stat *file);
/* Says so; `field` is the input that named it, or NULL.  Returns false. */
bool database_refuse_name(const char *path, const char *field, struct error *err);

/* Whether another connection has committed since the last call (a microsecond). */
bool database_changed(struct database *db);

/* Free space of its disk in bytes, or -1. */
int64_t database_free_space(const struct database *db);

/*
 * Asked before a wait for other writers and ten times a second during it, with the
 * milliseconds waited so far: true gives it up with ERROR_CANCELLED.  NULL ends it.  The
 * database may be read meanwhile.
 */
void database_set_waiting(struct database *db,
                          bool (*give_up)(void *context, int64_t waited), void *context);

/*
 * Begins a write.  Waits in the queue; ERROR_DATABASE after 30 s.  Signals that would
 * stop the process while it holds the lock are blocked until the end.  What
 * is written from here to transaction_commit() is one operation of the journal: its
 * changes are captured.
 */
bool transaction_begin(struct database *db, struct error *err);
/* True when the disk has it.  When it fails nothing of it was written, unless the message
 * says that only the disk did not confirm it. */
bool transaction_commit(struct database *db, struct error *err);
void transaction_roll_back(struct database *db); /* fine when there is none */

/* A read that sees one state of the file across several calls; ended by
 * transaction_read_end(). */
bool transaction_read_begin(struct database *db, struct error *err);
void transaction_read_end(struct database *db);

/*
 * Begins or ends the filling of a new file with rows of the program's own making:
 * meanwhile no commit waits for the disk, no row is checked, and memory is used freely.
 * A file whose filling fails is thrown away.  Not within a transaction.
 */
bool database_set_filling(struct database *db, bool filling, struct error *err);

/* While much is read that nobody comes back to, few pages of it are kept: they would stay
 * for as long as the program runs.  What was kept before goes, too. */
void database_set_sparing(struct database *db, bool sparing);

/* Called now and then during long reads; true stops them with ERROR_CANCELLED. NULL ends
 * it. */
void database_set_progress(struct database *db, bool (*stop)(void *context),
                           void *context);

#endif
