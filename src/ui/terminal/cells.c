/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cells.c - a text as curses' cells, which it takes many at once
 *
 * Given bytes, curses puts each letter together, judges it and makes a cell of it by
 * itself, which takes four times as long.
 */
#include "terminal/cells.h"

#include <stdlib.h>
#include <wchar.h>

static bool
combine(cchar_t *cell, wchar_t mark)
{
    for (size_t i = 1; i < CCHARW_MAX; i++)
        if (cell->chars[i] == L'\0') {
            cell->chars[i] = mark;
            return true;
        }
    return false;
}

int
cells_of(const char *text, const struct look *look, cchar_t *cells, int most)
{
    cchar_t blank;
    mbstate_t state = { 0 };
    int count = 0;

    (void)setcchar(&blank, L" ", look->attributes, look->pair, NULL);
    while (*text) {
        wchar_t letter = (wchar_t)(unsigned char)*text;
        size_t length = 1;

        if (letter > 0x7E) {
            length = mbrtowc(&letter, text, MB_CUR_MAX, &state);
            if (length > MB_CUR_MAX)
                return -1;
        }
        text += length;
        const int width = letter <= 0x7E ? 1 : wcwidth(letter);
        if (width < 0 ||
            (width == 0 && (count == 0 || !combine(&cells[count - 1], letter))))
            return -1;
        if (width == 0)
            continue;
        if (count == most)
            return -1;
        cells[count] = blank;
        cells[count++].chars[0] = letter;
    }
    return count;
}
