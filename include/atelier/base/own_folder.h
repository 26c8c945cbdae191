/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_folder.h - the one folder of a person, to which a session may keep
 *
 * In it a file has a name, and no path: nothing that is typed leads out of it.  Nor does
 * what lies in it: a link, a pipe or a file that has another name elsewhere is neither
 * read nor written.  Whoever gets NULL in place of a folder may name any file.
 */
#ifndef ATELIER_BASE_OWN_FOLDER_H
#define ATELIER_BASE_OWN_FOLDER_H

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "atelier/base/civil.h"
#include "atelier/base/error.h"

enum {
    OWN_FOLDER_MOST = 100 * 1024 * 1024, /* bytes of all its files */
    OWN_FOLDER_DAYS = 30,                /* then a file goes */
    OWN_FOLDER_NAME = 200                /* bytes of a name, at the most */
};

struct own_folder;

/* The folder of that name in the root, made for its owner alone where it is missing.
 * Files older than OWN_FOLDER_DAYS go, as they do in those of other logins that are this
 * process's own too.  NULL and ERROR_SYSTEM when it cannot be, or is
 * not ours alone. */
struct own_folder *own_folder_open(const char *root, const char *name, instant now,
                                   struct error *err);
/* Only to look what lies in it, whoever it is of; NULL and errno. */
struct own_folder *own_folder_look(const char *root, const char *name);
void own_folder_close(struct own_folder *folder); /* NULL is fine */

/* Makes it the folder that the process works in: what is only looked at by its name is
 * looked for there. */
bool own_folder_enter(const struct own_folder *folder, struct error *err);

/* Whether it may be the name of a file in it, and, of one that is written, whether it
 * ends as the files do that people take away.  ERROR_INPUT. */
bool own_folder_check_name(const char *name, struct error *err);
bool own_folder_check_new(const char *name, struct error *err);

/* A file of it, by a name that was checked: -1 and errno.  No link is followed. */
int own_folder_find(const struct own_folder *folder, const char *name, int flags);

/* Whether it is a plain file with no other name; ERROR_INPUT. */
bool own_folder_check_file(const char *name, const struct stat *is, struct error *err);

/* A descriptor of the folder itself, the caller's; -1 and errno. */
int own_folder_descriptor(const struct own_folder *folder);

/* Its names, to be read with readdir(3) and closed with closedir(3); NULL and errno. */
DIR *own_folder_names(const struct own_folder *folder);

/* How many bytes more it takes. */
uint64_t own_folder_room(const struct own_folder *folder);

/* What is said when there is none; returns false. */
bool own_folder_refuse_full(const char *name, struct error *err);

/* Between these two nobody else measures the room or fills it. */
bool own_folder_lock(const struct own_folder *folder);
void own_folder_unlock(const struct own_folder *folder);

#endif
