/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_file.h - the one file of the gateway's keys, which belongs to root
 *
 * It, its folder and all folders above belong to root, nobody else may write there, and
 * none is a link: sshd asks the same.  What is changed is written beside and renamed.
 */
#ifndef ATELIER_CLI_KEY_FILE_H
#define ATELIER_CLI_KEY_FILE_H

#include <stddef.h>
#include <sys/stat.h>

#include "atelier/base/error.h"

/* Where it is unless --keys says otherwise. */
#define KEY_FILE_USUAL "/etc/atelier/authorized_keys"

struct key_file {
    const char *path; /* the caller's */
    int folder;
    int lock;
    bool is_there;
    struct stat older;
    char **lines; /* without their ends; NULL when one was removed */
    size_t count;
    size_t capacity;
};

/* Opens it to be changed, its folder made when there is none yet; nobody else changes it
 * meanwhile.  To be closed, also after a failure. */
bool key_file_open(struct key_file *file, const char *path, struct error *err);
/* Opens it to be read; ERROR_NOT_FOUND when there is none. */
bool key_file_look(struct key_file *file, const char *path, struct error *err);
void key_file_close(struct key_file *file);

void key_file_add(struct key_file *file, const char *line);
void key_file_remove(struct key_file *file, size_t line);
bool key_file_save(struct key_file *file, struct error *err);

/* Whether nobody but root can change what stands there, and who could: ERROR_RULE. */
bool key_file_is_safe(const char *path, struct error *err);

#endif
