/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_plain.h - the words of an entry without the signs of Markdown
 *
 * What is searched, and what a search shows.  The pages of a report read Markdown whole
 * (markdown.h of app); here one line is wanted, at once, of each of thousands.
 */
#ifndef ATELIER_DOMAIN_ENTRY_PLAIN_H
#define ATELIER_DOMAIN_ENTRY_PLAIN_H

#include "atelier/base/buffer.h"

/* Adds the text as one line: no signs of emphasis, headings, quotes, lists and code, of a
 * link the words alone.  NULL adds nothing. */
void entry_plain_add(const char *text, struct buffer *buffer);

/* The same, but each line stays one, with the sign of a list before it. */
void entry_plain_add_lines(const char *text, struct buffer *buffer);

#endif
