/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replacement.h - another file takes the place of the database while nobody is in it
 *
 * From the beginning to the end nobody comes in, nobody has the turn to write, and the
 * file that is there is locked for good: who has it open keeps us out, and who came too
 * late to be kept out finds that its name leads elsewhere (opening_lock.h).  What lies
 * beside it (-wal, -shm, -journal) is only touched in between.
 */
#ifndef ATELIER_STORE_REPLACEMENT_H
#define ATELIER_STORE_REPLACEMENT_H

#include "atelier/base/new_file.h"
#include "database/connection.h"

/* What the file that was there is called then: FILE.before-N after an upgrade to schema
 * N, FILE.replaced after a restore; a second one ends in -N besides. */
#define REPLACEMENT_BEFORE "before"
#define REPLACEMENT_REPLACED "replaced"

struct replacement {
    const char *path;
    int queue;
    sqlite3 *old; /* holds the lock; its -wal is taken up.  NULL: there was no file */
    bool damaged; /* so that nothing can be read of it */
    int copied; /* its bytes, while they are needed, or -1: closing them frees the lock */
};

/* ERROR_DATABASE, with the names of those who are in, when it is in use; and when that
 * cannot be found out; ERROR_RULE when nothing of ours could take its place.  To be
 * ended, also after a failure. */
bool replacement_begin(struct replacement *replacement, const char *path,
                       struct error *err);

/* Puts the file in the place.  What was there is kept as FILE.SUFFIX, or the first
 * FILE.SUFFIX-N that is free; *kept is that name (the caller's), NULL when nothing was
 * there. */
bool replacement_put(struct replacement *replacement, struct new_file *file,
                     const char *suffix, char **kept, struct error *err);

void replacement_end(struct replacement *replacement);

#endif
