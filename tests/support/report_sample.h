/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_sample.h - a report with something of everything, of people made up */
#ifndef ATELIER_TESTS_REPORT_SAMPLE_H
#define ATELIER_TESTS_REPORT_SAMPLE_H

#include "atelier/domain/report_document.h"

/* Fills an empty one, in "en" or "fr"; the caller clears it. */
void report_sample_fill(struct report_document *document, const char *language);

/* Adds so many findings, each of a sentence with bold words and a quote. */
void report_sample_add_lines(struct report_document *document, int count);

/* Calls change() for every text of it, in turn. */
void report_sample_each_text(struct report_document *document,
                             void (*change)(void *context, char **text), void *context);

#endif
