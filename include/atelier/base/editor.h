/* SPDX-License-Identifier: GPL-3.0-or-later */
/* editor.h - the person's own editor: which it is, and the file that it is given
 *
 * VISUAL says it, else EDITOR, else the first of editor, nano and vi that is there.  The
 * words of the variable are parted at blanks and given to the program as they are: no
 * shell reads them.
 */
#ifndef ATELIER_BASE_EDITOR_H
#define ATELIER_BASE_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/error.h"

struct editor_call {
    char **words; /* the path of the program, its arguments, the file; NULL ends them */
    char *name;   /* the program, as it was named */
    char *folder; /* of the file, for its owner alone */
    char *path;   /* the file */
};

/* ERROR_NOT_FOUND with a sentence that says how to name an editor, when there is none or
 * the one that is named is not there; ERROR_SYSTEM when the file cannot be made,
 * and then nothing of it stays.  The file, new and for its owner alone, holds the text
 * and a line end.  To be cleared, also after a failure. */
bool editor_call_init(struct editor_call *call, const char *text, struct error *err);

/* What stands in the file now, without line ends behind it; the caller frees. ERROR_INPUT
 * when that is longer than so many bytes or is no UTF-8, ERROR_NOT_FOUND when it is gone
 * or another kind of file. */
bool editor_call_read(const struct editor_call *call, size_t most, char **text,
                      struct error *err);

/* The editor was told to end: what it saved beside the file, as nano and Vim do, is taken
 * for it. */
void editor_call_rescue(const struct editor_call *call);

/* Removes the folder with all that is in it: what an editor leaves beside the file is the
 * person's text, too. */
void editor_call_remove(const struct editor_call *call);

void editor_call_clear(struct editor_call *call);

#endif
