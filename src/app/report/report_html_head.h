/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_html_head.h - what comes before and behind the report on its page of the web */
#ifndef ATELIER_APP_REPORT_HTML_HEAD_H
#define ATELIER_APP_REPORT_HTML_HEAD_H

#include "atelier/app/report_writers.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/report_document.h"

/* How every page of the office looks: a style element. */
extern const char report_html_style[];

/* The head, the look and the header, with what schema.org calls an Event: its scope is
 * open until the end of the page. */
void report_html_begin(const struct report_document *document,
                       const struct report_way *way, struct buffer *page);

/* A paragraph that is a link for letters. */
void report_html_add_mail(struct buffer *page, const char *email);

/* The footer: whom to ask, how to share, and until when it is true. */
void report_html_end(const struct report_document *document, struct buffer *page);

#endif
