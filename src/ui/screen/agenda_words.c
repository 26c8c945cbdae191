/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_words.c - the words of an entry on several rows */
#include "screen/agenda_words.h"

#include <string.h>

#include "atelier/base/text.h"

/* So many words fewer that they stand in the rows, with a sign that there were more: " ·"
 * between two of them goes too.  Never fewer than one. */
static void
cut_words(struct buffer *words, struct area area)
{
    const char *more = paint_is_ascii() ? "~" : "…";
    struct buffer tried = { 0 };
    char *last;

    while (words->length > 0 && (last = strrchr(words->text, ' '))) {
        const bool follows_point =
            last - words->text >= 3 && memcmp(last - 3, " ·", 3) == 0;

        words->length = (size_t)(last - words->text) - (follows_point ? 3 : 0);
        words->text[words->length] = '\0';
        buffer_reset(&tried);
        buffer_addf(&tried, "%s%s", words->text, more);
        if (paint_wrapped_lines(area.columns, buffer_text(&tried)) <= area.rows)
            break;
    }
    buffer_add(words, more);
    buffer_clear(&tried);
}

int
agenda_paint_words(struct area area, const char *text)
{
    const size_t columns = (size_t)area.columns;
    struct buffer ascii = { 0 }, fitting = { 0 };

    if (paint_is_ascii()) { /* some letters are two there */
        text_add_ascii(&ascii, text);
        text = buffer_text(&ascii);
    }
    while (*text) {
        const size_t length = strcspn(text, " ");
        struct buffer word = { 0 };

        buffer_add_part(&word, text, length);
        if (text_width(buffer_text(&word)) > columns)
            text_add_cut(&fitting, buffer_text(&word), columns, false, paint_is_ascii());
        else
            buffer_add(&fitting, buffer_text(&word));
        buffer_clear(&word);
        text += length;
        if (*text)
            buffer_add_char(&fitting, *text++);
    }
    const int lines = paint_wrapped_lines(area.columns, buffer_text(&fitting));
    if (lines > area.rows && area.rows > 0)
        cut_words(&fitting, area);
    (void)paint_wrapped(area, 0, STYLE_PLAIN, buffer_text(&fitting));
    buffer_clear(&fitting);
    buffer_clear(&ascii);
    return lines;
}
