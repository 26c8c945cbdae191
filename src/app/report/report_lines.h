/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_lines.h - a report in lines of text: what the plain page and the Markdown page
 * have in common
 *
 * They differ in how they write a heading, a table and the words of a paragraph.
 */
#ifndef ATELIER_APP_REPORT_LINES_H
#define ATELIER_APP_REPORT_LINES_H

#include "atelier/domain/report_document.h"
#include "report/report_margin.h"

struct report_lines;

struct report_lines_style {
    void (*heading)(struct report_lines *lines, int level, const char *text);
    /* A paragraph of one run after the other, and one of plain words. */
    void (*runs)(struct report_lines *lines, const struct markdown_run *runs,
                 size_t count);
    void (*plain)(struct report_lines *lines, const char *text);
    void (*strong)(struct report_lines *lines, const char *text);
    void (*code)(struct report_lines *lines, const char *text);
    const char *rule; /* across the page */
    const char *step; /* to the left of an entry that belongs to another one */
};

struct report_lines {
    const struct report_document *document;
    const struct report_lines_style *style;
    struct buffer *page;
    struct margin margin;
    int lists; /* that are open */
    bool begun;
};

/* Parts what follows from what was written by an empty line. */
void report_lines_part(struct report_lines *lines);

/* All of it. */
void report_lines_write(struct report_lines *lines);

#endif
