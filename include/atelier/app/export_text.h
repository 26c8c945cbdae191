/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_text.h - what people read of a list or a document as a file, line by line
 *
 * As with any list, it is whole in its place or not there, and however long it is, it
 * costs the memory of a line.
 */
#ifndef ATELIER_APP_EXPORT_TEXT_H
#define ATELIER_APP_EXPORT_TEXT_H

#include <stdbool.h>

#include "atelier/app/atelier.h"

struct export_text;

/* Whether the name of a file ends as one of text does: in .txt. */
bool export_text_of_path(const char *path);

/* NULL when it cannot be begun.  A file that is there stays, ERROR_EXISTS, unless
 * `replace`. */
struct export_text *export_text_open(struct atelier *at, const char *path, bool replace,
                                     struct error *err);

/* What could not be written is said at the end. */
void export_text_add(struct export_text *text, const char *bytes, size_t length);

/* Puts the file in its place and frees it, also when that fails. */
bool export_text_finish(struct export_text *text, bool *replaced, struct error *err);
/* Frees it; nothing of it stays. */
void export_text_discard(struct export_text *text);

#endif
