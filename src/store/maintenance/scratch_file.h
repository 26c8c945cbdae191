/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scratch_file.h - where SQLite works on a copy that nobody else can reach
 *
 * SQLite opens by name only, and in a folder that others may write to, a name may lead
 * elsewhere from one moment to the next.  So the copy begins as an empty file in a
 * private folder; all that will work on it opens it there, and then the name is taken
 * away: nothing can be exchanged, and nothing is left behind, however the program ends.
 */
#ifndef ATELIER_STORE_SCRATCH_FILE_H
#define ATELIER_STORE_SCRATCH_FILE_H

#include <stdint.h>

#include "atelier/base/interruption.h"
#include "database/connection.h"

struct scratch_file {
    int file;        /* its bytes */
    char *place;     /* the folder in which its folder was */
    sqlite3 *sqlite; /* has read nothing of it yet */
    sqlite3 *writer; /* for scratch_file_take() and scratch_file_trust() */
};

/* Makes one with room for so many bytes; to be cleared, also after a failure. */
bool scratch_file_init(struct scratch_file *scratch, int64_t size, struct error *err);
void scratch_file_clear(struct scratch_file *scratch);

/* Fills it with all pages of a database that others may go on writing. */
bool scratch_file_take(struct scratch_file *scratch, sqlite3 *from, struct error *err);

/* Fills it with the bytes of a file; `name` is what the messages call that. */
bool scratch_file_read(struct scratch_file *scratch, int from, const char *name,
                       const struct interruption *interruption, struct error *err);

/* What was found to be ours is worked on without the caution with which it was read. */
void scratch_file_trust(struct scratch_file *scratch);

/* Before it is written to: nobody sees it before it is whole, so nothing has to be taken
 * back. */
bool scratch_file_prepare(struct scratch_file *scratch, const char *name,
                          struct error *err);

/* Copies its bytes to a file that becomes the database.  That one has a log from the
 * beginning: to turn it to one, its first openers would stand in each other's way. */
bool scratch_file_put(const struct scratch_file *scratch, int to, const char *name,
                      const struct interruption *interruption, struct error *err);

#endif
