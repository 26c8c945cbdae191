/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_look.h - what a cell of a terminal shows, and how it looks */
#ifndef ATELIER_TESTS_TERMINAL_LOOK_H
#define ATELIER_TESTS_TERMINAL_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include <vterm.h>

struct terminal_view {
    VTermScreen *screen;
    int rows, columns;
};

/* Adds the characters of a cell in UTF-8, a blank where there are none: how many bytes.
 * The right half of a wide character has none. */
size_t terminal_cell_add(const VTermScreenCell *cell, char *text);

/* How a text looks, in a row that holds a line if one is given: "bold red on default",
 * "plain"; "mixed" when its letters differ.  False when it is not there. */
bool terminal_look_find(const struct terminal_view *view, const char *line,
                        const char *text, char *look, size_t size);

#endif
