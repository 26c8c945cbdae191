/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_complete.h - the rest of a file's name, after its beginning */
#ifndef ATELIER_UI_FILE_COMPLETE_H
#define ATELIER_UI_FILE_COMPLETE_H

#include <stddef.h>

#include "atelier/base/buffer.h"

/*
 * Adds to `whole` what was typed and as much more as all files that begin so have in
 * common; capitals and accents need not be typed.  A folder ends with /.
 *
 * Returns how many files begin so.  When there are several and nothing more in common,
 * their names are added to `names`, two blanks apart.
 */
size_t file_complete(const char *typed, struct buffer *whole, struct buffer *names);

#endif
