/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state_sign.c - the signs of states, and their colours, in one table */
#include "state_sign.h"

#include "atelier/domain/state_mark.h"

static const enum style styles[MARK_COUNT] = {
    [MARK_NONE] = STYLE_PLAIN,  [MARK_YES] = STYLE_SETTLED, [MARK_ASKED] = STYLE_OPEN,
    [MARK_TURN] = STYLE_OPEN,   [MARK_NO] = STYLE_ENDED,    [MARK_PAST] = STYLE_ENDED,
    [MARK_OTHER] = STYLE_ENDED, [MARK_CLASH] = STYLE_OPEN,
};

bool
state_sign_has(const struct choice *choices)
{
    return state_mark(choices, 0) != MARK_NONE;
}

static void
add_mark(enum state_mark mark, struct buffer *buffer)
{
    if (mark != MARK_NONE && !paint_is_plain())
        buffer_addf(buffer, "%s ", state_mark_text(mark, paint_is_ascii()));
}

void
state_sign_add(const struct choice *choices, int state, struct buffer *buffer)
{
    add_mark(state_mark(choices, state), buffer);
}

void
state_sign_add_clash(struct buffer *buffer)
{
    add_mark(MARK_CLASH, buffer);
}

enum style
state_sign_style(const struct choice *choices, int state)
{
    return styles[state_mark(choices, state)];
}
