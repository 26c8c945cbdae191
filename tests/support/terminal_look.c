/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_look.c - what a cell of a terminal shows, and how it looks */
#include "support/terminal_look.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

size_t
terminal_cell_add(const VTermScreenCell *cell, char *text)
{
    size_t length = 0;

    if (cell->chars[0] == 0)
        text[length++] = ' ';
    for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++) {
        uint32_t c = cell->chars[i];

        if (c == (uint32_t)-1)
            return 0; /* the right half of a wide character */
        if (c < 0x80)
            text[length++] = (char)c;
        else if (c < 0x800) {
            text[length++] = (char)(0xc0 | (c >> 6));
            text[length++] = (char)(0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            text[length++] = (char)(0xe0 | (c >> 12));
            text[length++] = (char)(0x80 | ((c >> 6) & 0x3f));
            text[length++] = (char)(0x80 | (c & 0x3f));
        } else {
            text[length++] = (char)(0xf0 | (c >> 18));
            text[length++] = (char)(0x80 | ((c >> 12) & 0x3f));
            text[length++] = (char)(0x80 | ((c >> 6) & 0x3f));
            text[length++] = (char)(0x80 | (c & 0x3f));
        }
    }
    return length;
}

static VTermScreenCell
cell_at(const struct terminal_view *view, int row, int column)
{
    VTermScreenCell cell;

    (void)vterm_screen_get_cell(view->screen, (VTermPos){ row, column }, &cell);
    return cell;
}

/* How many cells the text covers when it begins in this cell; 0 when it does not. */
static int
covers(const struct terminal_view *view, int row, int column, const char *text)
{
    char found[VTERM_MAX_CHARS_PER_CELL * 4];
    int cells = 0;

    while (*text != '\0') {
        if (column + cells >= view->columns)
            return 0;
        VTermScreenCell cell = cell_at(view, row, column + cells++);
        size_t length = terminal_cell_add(&cell, found);

        if (strncmp(text, found, length) != 0)
            return 0;
        text += length;
    }
    return cells;
}

static bool
row_has(const struct terminal_view *view, int row, const char *text)
{
    for (int column = 0; column < view->columns; column++)
        if (covers(view, row, column, text) > 0)
            return true;
    return false;
}

static void
add_word(char *look, size_t size, const char *word)
{
    size_t length = strlen(look);

    (void)snprintf(look + length, size - length, "%s%s", length > 0 ? " " : "", word);
}

static const char *
colour_name(const VTermColor *colour, bool is_default)
{
    static const char *const names[] = { "black", "red",     "green", "yellow",
                                         "blue",  "magenta", "cyan",  "white" };

    if (is_default)
        return "default";
    if (!VTERM_COLOR_IS_INDEXED(colour))
        return "another colour";
    if (colour->indexed.idx < 8)
        return names[colour->indexed.idx];
    static char number[16];
    (void)snprintf(number, sizeof(number), "colour %d", colour->indexed.idx);
    return number;
}

static void
describe(const VTermScreenCell *cell, char *look, size_t size)
{
    bool usual = VTERM_COLOR_IS_DEFAULT_FG(&cell->fg);
    bool usual_behind = VTERM_COLOR_IS_DEFAULT_BG(&cell->bg);

    look[0] = '\0';
    if (cell->attrs.bold)
        add_word(look, size, "bold");
    if (cell->attrs.underline != VTERM_UNDERLINE_OFF)
        add_word(look, size, "underlined");
    if (cell->attrs.reverse)
        add_word(look, size, "reverse");
    if (!usual || !usual_behind) {
        add_word(look, size, colour_name(&cell->fg, usual));
        add_word(look, size, "on");
        add_word(look, size, colour_name(&cell->bg, usual_behind));
    }
    if (look[0] == '\0')
        add_word(look, size, "plain");
}

bool
terminal_look_find(const struct terminal_view *view, const char *line, const char *text,
                   char *look, size_t size)
{
    for (int row = 0; row < view->rows; row++) {
        if (line != NULL && !row_has(view, row, line))
            continue;
        for (int column = 0; column < view->columns; column++) {
            int cells = covers(view, row, column, text);

            for (int i = 0; i < cells; i++) {
                VTermScreenCell cell = cell_at(view, row, column + i);
                char here[80];

                describe(&cell, here, sizeof(here));
                if (i > 0 && strcmp(here, look) != 0)
                    (void)snprintf(here, sizeof(here), "mixed");
                (void)snprintf(look, size, "%s", here);
                if (strcmp(here, "mixed") == 0)
                    break;
            }
            if (cells > 0)
                return true;
        }
    }
    return false;
}
