/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_editor.h - a longer text is written in the person's own editor
 *
 * Which that is says editor.h, and where there is none own_program.h.
 */
#ifndef ATELIER_UI_OWN_EDITOR_H
#define ATELIER_UI_OWN_EDITOR_H

#include <stddef.h>

#include "ui.h"

/* The key for it, wherever a text stands. */
#define OWN_EDITOR_KEY "Ctrl-R"

enum own_editor_end {
    OWN_EDITOR_NOTHING, /* nothing came of it, which was said; the text is as it was */
    OWN_EDITOR_SAVED,   /* *written is what is meant, be it the same */
    OWN_EDITOR_BROKEN   /* the editor failed, or the line dropped: *written is what it
                         * left, another text, to be kept and looked at; said */
};

/*
 * Puts the screen aside and lets the editor change the text.
 *
 * What it wrote and cannot be taken, as it has more than `most` bytes or is no UTF-8,
 * stays in its file, which is named.  Control characters are left out of the rest.  The
 * caller frees *written, which is NULL after OWN_EDITOR_NOTHING.
 */
enum own_editor_end own_editor_run(struct ui *ui, const char *text, size_t most,
                                   char **written);

#endif
