/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html_text.h - texts in a page of the web: none of them can be taken for its code
 */
#ifndef ATELIER_APP_HTML_TEXT_H
#define ATELIER_APP_HTML_TEXT_H

#include "atelier/base/buffer.h"
#include "report/markdown.h"

/* Between tags, or in an attribute in double quotes. */
void html_add(struct buffer *page, const char *text);

/* The text between two pieces of code. */
void html_add_between(struct buffer *page, const char *before, const char *text,
                      const char *behind);

/* A plain text: a paragraph for each part that blank lines part, a new line for each of
 * its lines. */
void html_add_paragraphs(struct buffer *page, const char *text);

/* What may stand in an address behind ?name=: RFC 3986. */
void html_add_encoded(struct buffer *page, const char *text);

/* Headings of the text are all of one level. */
void html_add_markdown(struct buffer *page, const struct markdown *markdown, int level);

#endif
