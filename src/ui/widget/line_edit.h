/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line_edit.h - one line of text under the caret
 *
 * Moves by graphemes, undoes with Ctrl-Z, scrolls sideways when the text is wider than
 * its place.  A zeroed struct is an empty line.
 */
#ifndef ATELIER_UI_LINE_EDIT_H
#define ATELIER_UI_LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "terminal/key.h"

/* LINE_EDIT_SEARCH: of a line that is searched for at every key. */
enum { LINE_EDIT_UNDO = 50, LINE_EDIT_MOST = 4000, LINE_EDIT_SEARCH = 200 };

struct line_edit {
    struct buffer text;
    size_t caret; /* byte offset */
    size_t first; /* byte offset of the first character on the screen */
    struct {
        char *text;
        size_t caret;
    } undo[LINE_EDIT_UNDO];
    size_t undo_count;
    size_t most; /* bytes that may be typed or pasted; 0: LINE_EDIT_MOST */
    bool typing; /* the last change was a typed character: one undo takes the word back */
    bool whole;  /* all of it is selected: typing replaces it, moving keeps it */
};

void line_edit_clear(struct line_edit *edit);
void line_edit_set(struct line_edit *edit, const char *text); /* caret at the end */
const char *line_edit_text(const struct line_edit *edit);

/* Selects all of it, for fields that are rather replaced than amended. */
void line_edit_select(struct line_edit *edit);
/* The caret at the end, nothing selected. */
void line_edit_go_to_end(struct line_edit *edit);

/* At the caret, as one change that can be undone. */
void line_edit_insert(struct line_edit *edit, const char *text);

/* Whether it has room for the text, in place of what is selected. */
bool line_edit_has_room(const struct line_edit *edit, const char *text);
/* How many letters of the text it has room for. */
size_t line_edit_letters_fit(const struct line_edit *edit, const char *text);

/* True when the key was for the line, also where it is full; *changed (may be NULL) when
 * the text changed. A pasted text comes in as one line. */
bool line_edit_key(struct line_edit *edit, const struct key *key, bool *changed);

/* Paints it; with `focus` the real cursor goes to the caret. */
void line_edit_draw(struct line_edit *edit, int row, int column, int columns, bool focus);

#endif
