/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_margin.c - what stands to the left of the lines of a page of text */
#include "report/report_margin.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

void
margin_push(struct margin *margin, const char *first, const char *rest)
{
    assert(margin->count < MARGIN_MOST);
    const size_t at = margin->count++;
    (void)snprintf(margin->marks[at].first, MARGIN_MARK_MOST, "%s", first);
    (void)snprintf(margin->marks[at].rest, MARGIN_MARK_MOST, "%s", rest);
    margin->marks[at].used = strcmp(first, rest) == 0;
}

void
margin_push_item(struct margin *margin, int number)
{
    char first[MARGIN_MARK_MOST] = "- ";
    char rest[MARGIN_MARK_MOST];

    if (number >= 0)
        (void)snprintf(first, sizeof(first), "%d. ", number);
    (void)snprintf(rest, sizeof(rest), "%*s", (int)strlen(first), "");
    margin_push(margin, first, rest);
}

void
margin_pop(struct margin *margin)
{
    margin->count--;
}

bool
margin_waits(const struct margin *margin)
{
    return margin->count > 0 && !margin->marks[margin->count - 1].used;
}

void
margin_add(struct margin *margin, struct buffer *page)
{
    for (size_t i = 0; i < margin->count; i++) {
        buffer_add(page, margin->marks[i].used ? margin->marks[i].rest
                                               : margin->marks[i].first);
        margin->marks[i].used = true;
    }
}

void
margin_add_blank(const struct margin *margin, struct buffer *page)
{
    struct buffer line = { 0 };

    for (size_t i = 0; i < margin->count; i++)
        buffer_add(&line, margin->marks[i].rest);
    while (line.length > 0 && line.text[line.length - 1] == ' ')
        line.length--;
    buffer_add_part(page, buffer_text(&line), line.length);
    buffer_add_char(page, '\n');
    buffer_clear(&line);
}
