/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_complete.h - the rest of a file's name, after its beginning */
#ifndef ATELIER_UI_FILE_COMPLETE_H
#define ATELIER_UI_FILE_COMPLETE_H

#include <stddef.h>

#include "atelier/base/buffer.h"
#include "atelier/base/own_folder.h"

/*
 * Adds to `whole` what was typed and as much more as all files that begin so have in
 * common; capitals and accents need not be typed.  A folder ends with /.  `within` is
 * the only folder that is looked into; NULL: the one that is typed.
 *
 * Returns how many files begin so.  When there are several and nothing more in common,
 * their names are added to `names`, two blanks apart.
 */
size_t file_complete(const struct own_folder *within, const char *typed,
                     struct buffer *whole, struct buffer *names);

#endif
