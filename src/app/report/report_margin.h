/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_margin.h - what stands to the left of the lines of a page of text: the bars of
 * quotes, the marks of lists and the room below them */
#ifndef ATELIER_APP_REPORT_MARGIN_H
#define ATELIER_APP_REPORT_MARGIN_H

#include <stdbool.h>

#include "atelier/base/buffer.h"
#include "report/markdown.h"

enum { MARGIN_MOST = 2 * MARKDOWN_DEPTH_MOST + 8, MARGIN_MARK_MOST = 24 };

struct margin {
    struct {
        char first[MARGIN_MARK_MOST]; /* of the first line */
        char rest[MARGIN_MARK_MOST];
        bool used;
    } marks[MARGIN_MOST];
    size_t count;
};

/* One more, from the next line on; as many are taken away as were added. */
void margin_push(struct margin *margin, const char *first, const char *rest);
/* "- " or "12. " */
void margin_push_item(struct margin *margin, int number);
void margin_pop(struct margin *margin);

/* Whether a mark waits for its line. */
bool margin_waits(const struct margin *margin);

/* Begins a line. */
void margin_add(struct margin *margin, struct buffer *page);
/* An empty one, which takes no mark. */
void margin_add_blank(const struct margin *margin, struct buffer *page);

#endif
