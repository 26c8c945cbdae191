/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_outline.h - what stands in a report, and in which order
 *
 * The order of all of its pages: what the network is, who came, the programme, the
 * projects, what was said (by what it was about), what is open from before, the
 * conclusion, whom to ask.  Each page says how it writes one of them.
 */
#ifndef ATELIER_APP_REPORT_OUTLINE_H
#define ATELIER_APP_REPORT_OUTLINE_H

#include <stdbool.h>

#include "atelier/domain/report_document.h"

struct report_writer {
    /* A section begins; the name is one for an anchor. */
    void (*section)(void *page, const char *name, const char *title);
    void (*section_end)(void *page);
    void (*heading)(void *page, const char *title); /* within it */
    void (*text)(void *page, const char *text);     /* plain, of several lines */
    void (*facts)(void *page, const struct report_fact_list *facts);
    void (*people)(void *page, const char *title,
                   const struct report_organisation_list *list);
    void (*programme)(void *page, const struct report_part_list *parts);
    void (*project)(void *page, const struct report_project *project);
    /* The label says what it is; NULL: no words are wanted. */
    void (*line)(void *page, const struct report_line *line, const char *label,
                 bool has_heading);
    void (*contact)(void *page); /* NULL: elsewhere */
};

void report_outline_write(const struct report_document *document,
                          const struct report_writer *writer, void *page);

/* Whether names stand in it, or numbers alone. */
bool report_outline_has_names(const struct report_organisation_list *list);

/* Whether anything is known of whom to ask. */
bool report_outline_has_contact(const struct report_document *document);

#endif
