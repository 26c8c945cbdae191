/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_writers.h - the report of a meeting, written as a page
 *
 * Each knows the document and nothing else, and adds to the buffer.  The headings are in
 * the document's language, whichever is spoken.
 */
#ifndef ATELIER_APP_REPORT_WRITERS_H
#define ATELIER_APP_REPORT_WRITERS_H

#include "atelier/base/buffer.h"
#include "atelier/domain/printed_pages.h"
#include "atelier/domain/report_document.h"

/* One page of the web that stands alone: no script, nothing that is fetched. */
void report_html(const struct report_document *document, struct buffer *page);

/* The pages around one that is published: addresses, and what they are called. */
struct report_way {
    const char *home;
    const char *home_name;
    const char *above;
    const char *above_name;
};

/* The same page with a way back to those; NULL: it stands alone. */
void report_html_in_site(const struct report_document *document,
                         const struct report_way *way, struct buffer *page);

/* CommonMark. */
void report_markdown(const struct report_document *document, struct buffer *page);

/* Lines of 80 columns. */
void report_text(const struct report_document *document, struct buffer *page);

/* Fills empty pages, for atelier-print. */
void report_pages(const struct report_document *document, struct printed_pages *pages);

#endif
