/* SPDX-License-Identifier: GPL-3.0-or-later */
/* focus.c - how it is shown where the caret is: alike in every form, dialog and picker */
#include "widget/focus.h"

#include "atelier/base/text.h"

enum style
focus_style(bool here)
{
    return here ? STYLE_BAR : STYLE_PLAIN;
}

static void
restyle_text(int row, int column, int columns, enum style style, const char *text)
{
    const int width = (int)text_width(text);

    if (width > 0)
        paint_restyle(row, column, width < columns ? width : columns, style);
}

void
focus_paint_field(int row, int column, int columns, const char *text, bool here)
{
    paint_text(row, column, columns, STYLE_INPUT, text);
    /* What is typed is plain: a letter then costs one byte and not sixteen. */
    if (here)
        restyle_text(row, column, columns, STYLE_PLAIN, text);
}

void
focus_mark_whole(int row, int column, int columns, const char *text)
{
    restyle_text(row, column, columns, STYLE_BAR, text);
}
