/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft_due.c - when what is being typed is kept as a draft */
#include "widget/draft_due.h"

#include "terminal/terminal.h"

enum { KEEP_AFTER = 1500 /* milliseconds */ };

void
draft_due_note(int64_t *unkept_since)
{
    if (*unkept_since == 0)
        *unkept_since = terminal_clock();
}

int
draft_due_in(int64_t unkept_since)
{
    if (unkept_since == 0)
        return -1;
    const int64_t left = unkept_since + KEEP_AFTER - terminal_clock();
    return left > 0 ? (int)left : 0;
}
