/* SPDX-License-Identifier: GPL-3.0-or-later */
/* new_file.h - a file that gets its name when it is whole
 *
 * One descriptor from the first byte to the last, and one of its folder: others may write
 * there, and a name that is opened a second time may lead elsewhere.  Where the file
 * system can, it has no name at all before, so that nothing is left behind, however the
 * program ends; elsewhere it is NAME.PID.part meanwhile.
 */
#ifndef ATELIER_BASE_NEW_FILE_H
#define ATELIER_BASE_NEW_FILE_H

#include <sys/stat.h>

#include "atelier/base/error.h"

struct new_file {
    int folder; /* names below are looked up in it, whatever path they come with */
    int file;
    const char *path; /* what it is for: the caller's */
    char *part;       /* its name meanwhile, or NULL */
};

#define NEW_FILE_NONE ((struct new_file){ .folder = -1, .file = -1 })

/* The folder that holds `path`, for new_file_init_in(); -1 and errno. */
int new_file_open_folder(const char *path);

/* An empty one in the folder of `path`, 0600; to be cleared, also after a failure. */
bool new_file_init(struct new_file *file, const char *path, struct error *err);

/* The same in a folder that is open, whose descriptor it takes; -1 fails with errno. */
bool new_file_init_in(struct new_file *file, int folder, const char *path,
                      struct error *err);

/* Gives it another mode, whatever the umask. */
bool new_file_allow(struct new_file *file, mode_t mode, struct error *err);

/* Gives it the owner, the group and the mode of another, as far as we may: root may give
 * it away, a member of the group may leave it to the group. */
bool new_file_give(struct new_file *file, const struct stat *other, struct error *err);

/* Writes it through and gives it a name in the same folder, unless something has that
 * name: ERROR_EXISTS. */
bool new_file_place(struct new_file *file, const char *name, struct error *err);

/* The same, and the older file goes that has the name; ERROR_SYSTEM when it is another
 * one by now. */
bool new_file_replace(struct new_file *file, const char *name, const struct stat *older,
                      struct error *err);

/* Whether both are one file. */
bool new_file_is_same(const struct stat *one, const struct stat *other);

/* Says that somebody put another file in its place.  Returns false. */
bool new_file_refuse_exchanged(const char *name, struct error *err);

/* Whether the name leads to it and to nothing else. */
bool new_file_is_at(const struct new_file *file, const char *name);

/* Forgets it; without a name, it is gone. */
void new_file_clear(struct new_file *file);

/* Writes its folder through to the disk, for what has that name in it. */
bool new_file_sync_folder(const struct new_file *file, const char *name,
                          struct error *err);

#endif
