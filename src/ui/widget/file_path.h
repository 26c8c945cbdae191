/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_path.h - files as people name them: ~/list.csv */
#ifndef ATELIER_UI_FILE_PATH_H
#define ATELIER_UI_FILE_PATH_H

#include "atelier/base/buffer.h"
#include "atelier/base/own_folder.h"

/* The path with a leading ~ made the home folder; the caller frees it. */
char *file_path_expand(const char *typed);

/* Adds a path with the home folder as ~. */
void file_path_add_short(struct buffer *buffer, const char *path);

/* Adds the whole path of a file that is there, or its name in the one folder, the home
 * folder as ~; one too long for a message is cut at its front, as its end says more. */
void file_path_add(struct buffer *buffer, const struct own_folder *within,
                   const char *path);

#endif
