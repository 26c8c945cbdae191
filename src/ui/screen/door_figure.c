/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_figure.c - digits of five half rows, two of which fit a cell */
#include "screen/door_figure.h"

#include <inttypes.h>
#include <stdio.h>

#include "atelier/base/buffer.h"
#include "terminal/paint.h"

enum { DIGIT_COLUMNS = 3, DIGIT_GAP = 1, NUMBER_SIZE = 24 };

static const char *const digits[10][DOOR_FIGURE_ROWS] = {
    { "█▀█", "█ █", "▀▀▀" }, { "▀█ ", " █ ", "▀▀▀" }, { "▀▀█", "█▀▀", "▀▀▀" },
    { "▀▀█", " ▀█", "▀▀▀" }, { "█ █", "▀▀█", "  ▀" }, { "█▀▀", "▀▀█", "▀▀▀" },
    { "█▀▀", "█▀█", "▀▀▀" }, { "▀▀█", "  █", "  ▀" }, { "█▀█", "█▀█", "▀▀▀" },
    { "█▀█", "▀▀█", "▀▀▀" },
};

bool
door_figure_can_be_large(void)
{
    return !paint_is_ascii() && !paint_is_plain();
}

static int
print_number(int64_t number, char text[NUMBER_SIZE])
{
    return snprintf(text, NUMBER_SIZE, "%" PRId64, number < 0 ? 0 : number);
}

int
door_figure_columns(int64_t number)
{
    char text[NUMBER_SIZE];

    return print_number(number, text) * (DIGIT_COLUMNS + DIGIT_GAP) - DIGIT_GAP;
}

void
door_figure_draw(int row, int column, int64_t number)
{
    char text[NUMBER_SIZE];
    const int count = print_number(number, text);

    for (int line = 0; line < DOOR_FIGURE_ROWS; line++) {
        struct buffer cells = { 0 };

        for (int i = 0; i < count; i++)
            buffer_addf(&cells, "%s%s", i > 0 ? " " : "", digits[text[i] - '0'][line]);
        paint_text(row + line, column, door_figure_columns(number), STYLE_STRONG,
                   buffer_text(&cells));
        buffer_clear(&cells);
    }
}
