/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input_file.h - a file that comes into the program */
#ifndef ATELIER_BASE_INPUT_FILE_H
#define ATELIER_BASE_INPUT_FILE_H

#include <stdbool.h>
#include <sys/stat.h>

#include "atelier/base/error.h"
#include "atelier/base/own_folder.h"

/* A descriptor of the file, and what it is; -1 and a sentence when it is missing
 * (ERROR_NOT_FOUND), is not a file, or may not be read.  `within` may be NULL. */
int input_file_open(const struct own_folder *within, const char *path, struct stat *is,
                    struct error *err);

/* What stands there now; false when nothing does. */
bool input_file_look(const struct own_folder *within, const char *path, struct stat *is);

#endif
