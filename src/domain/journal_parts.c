/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_parts.c - what an act was about in two parts: who, and at which meeting */
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/domain/journal.h"

static const char between[] = " · ";

void
journal_add_where(const char *title, struct buffer *summary)
{
    buffer_add(summary, between);
    buffer_add(summary, title);
}

bool
journal_part_summary(const char *summary, size_t *who, const char **where)
{
    const char *found = strstr(summary, between);

    if (!found)
        return false;
    *who = (size_t)(found - summary);
    *where = found + strlen(between);
    return true;
}
