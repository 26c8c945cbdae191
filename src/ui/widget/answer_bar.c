/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_bar.c - the bar over the few rows of a box */
#include "widget/answer_bar.h"

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
