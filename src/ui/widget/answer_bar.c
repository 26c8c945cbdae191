/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_bar.c - the bar over the few rows of a box */
#include "widget/answer_bar.h"

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"

bool
answer_bar_key(size_t *selected, size_t count, const struct key *key)
{
    if (key_is(key, "Down Right Tab"))
        *selected = (*selected + 1) % count;
    else if (key_is(key, "Up Left Shift-Tab"))
        *selected = (*selected + count - 1) % count;
    else if (key_is(key, "Home"))
        *selected = 0;
    else if (key_is(key, "End"))
        *selected = count - 1;
    else
        return false;
    return true;
}

size_t
answer_bar_first(size_t selected, size_t room)
{
    return selected < room ? 0 : selected - room + 1;
}

void
answer_bar_draw_rest(struct area inside, size_t first, size_t shown, size_t count)
{
    const size_t below = count > first + shown ? count - first - shown : 0;
    struct buffer text = { 0 };

    if (first > 0)
        buffer_addf(&text, ngettext("%s↑ %zu more", "%s↑ %zu more", (unsigned long)first),
                    " ", first);
    if (below > 0) {
        buffer_add(&text, first > 0 ? "  " : " ");
        buffer_addf(&text, ngettext("↓ %zu more", "↓ %zu more", (unsigned long)below),
                    below);
    }
    if (text.length > 0) {
        buffer_add_char(&text, ' ');
        paint_text(inside.top + inside.rows, inside.left,
                   (int)text_width(buffer_text(&text)), STYLE_PLAIN, buffer_text(&text));
    }
    buffer_clear(&text);
}
