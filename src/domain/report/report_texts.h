/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_texts.h - the texts of a report and of what its lists hold, one after the other
 *
 * Named once, for who frees them and who brings them over the wire.
 */
#ifndef ATELIER_DOMAIN_REPORT_TEXTS_H
#define ATELIER_DOMAIN_REPORT_TEXTS_H

#include "atelier/domain/report_document.h"

enum { REPORT_TEXTS_MOST = 32 };

/* Where the texts stand; each fills what it has, and answers how many. */
typedef char **report_texts[REPORT_TEXTS_MOST];
size_t report_texts_of_document(struct report_document *document, report_texts texts);
size_t report_texts_of_fact(struct report_fact *fact, report_texts texts);
size_t report_texts_of_organisation(struct report_organisation *organisation,
                                    report_texts texts);
size_t report_texts_of_person(struct report_person *person, report_texts texts);
size_t report_texts_of_part(struct report_part *part, report_texts texts);
size_t report_texts_of_project(struct report_project *project, report_texts texts);
size_t report_texts_of_line(struct report_line *line, report_texts texts);

#endif
