/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scratch_name.h - where a copy lies for which SQLite has a name and a person has none
 *
 * The name is gone as soon as all have opened it: whoever is told that its disk is full
 * looks for a folder that is there.
 */
#ifndef ATELIER_STORE_SCRATCH_NAME_H
#define ATELIER_STORE_SCRATCH_NAME_H

#include "atelier/base/buffer.h"

/* The pattern of a private folder in the place, for mkdtemp(). */
void scratch_name_add_folder(struct buffer *folder, const char *place);
void scratch_name_add_file(struct buffer *name, const char *folder);

/* The place of such a file, which the caller frees; NULL for every other name. */
char *scratch_name_place(const char *path);

#endif
