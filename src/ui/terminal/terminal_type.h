/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_type.h - which description of a terminal serves for the one that is there */
#ifndef ATELIER_UI_TERMINAL_TYPE_H
#define ATELIER_UI_TERMINAL_TYPE_H

#include <stdbool.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"

enum { TERMINAL_TYPE_SIZE = 65 }; /* bytes of a name, with its end */

/*
 * Finds a description that this computer has.
 *
 * `named` is what TERM says, or NULL.  Of a name that is not known here, or of none, it
 * is that of a terminal that is like it, or the plainest one.  It is curses' present one
 * then, which terminal_brief() reads and leaves.  False when TERM is no name
 * at all, or is that of a terminal that cannot place text; the error says what to do
 * instead.
 */
bool terminal_type_find(const char *named, char found[TERMINAL_TYPE_SIZE],
                        struct error *err);

/* Adds what is to be told of the choice; false when it is what TERM says. */
bool terminal_type_explain(const char *named, const char *found, struct buffer *text);

/* What the terminal in use sends for a key that has that name in terminfo(5), "kf10";
 * NULL when that is not known. */
const char *terminal_type_sends(const char *key);

#endif
