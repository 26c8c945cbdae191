/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_ask.h - asks for the path of a file */
#ifndef ATELIER_UI_FILE_ASK_H
#define ATELIER_UI_FILE_ASK_H

#include <stdbool.h>

#include "ui.h"

/* Adds what such a box says that it does, and of what: "Export the list · People", as the
 * file has no name yet that tells it.  ROW_NONE: what the screen shows. */
void file_ask_add_title(struct ui *ui, const char *deed, struct row_ref row,
                        struct buffer *title);

/* The path typed, with ~ made the home folder and Tab completing the names of files; NULL
 * when the person went back.  `start` (may be NULL) is what was typed before.  The caller
 * frees it. */
char *file_ask(struct ui *ui, const char *title, const char *text, const char *start,
               bool required);

/* The same for a new file, for which a name is proposed: Enter takes it, in the home
 * folder or where the session keeps to one, and typing replaces it. */
char *file_ask_new(struct ui *ui, const char *title, const char *text, const char *start,
                   const char *name);

/* The same for a file that is offered: typing replaces its path. */
char *file_ask_offered(struct ui *ui, const char *title, const char *text,
                       const char *offered);

#endif
