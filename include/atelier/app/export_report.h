/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_report.h - the report of a meeting as a file: as text, as a page, as a PDF
 *
 * A final report is written as it was kept when it became final, whatever was renamed
 * since; its PDF has the bytes that were kept.  Any other is gathered as it is now, in
 * the language in which its entries are written, else the one that is spoken.
 */
#ifndef ATELIER_APP_EXPORT_REPORT_H
#define ATELIER_APP_EXPORT_REPORT_H

#include "atelier/app/atelier.h"
#include "atelier/app/paper_job.h"
#include "atelier/domain/field.h"
#include "atelier/domain/report_document.h"

enum report_form {
    REPORT_AS_TEXT,
    REPORT_AS_MARKDOWN,
    REPORT_AS_HTML,
    REPORT_AS_PDF,
    REPORT_FORM_COUNT
};
extern const struct choice report_forms[]; /* by enum, then { NULL } */

/* As the name of a file ends: .txt, .md, .html, .pdf; -1: as none of them. */
int report_form_of_name(const char *name);

struct report_export {
    int64_t meeting;
    enum report_form form;
    int64_t version; /* one that was made final; 0: as the report is now */
};

/* What would be written, into an empty document, which the caller clears.
 * ERROR_NOT_FOUND: no such version was made final. */
bool report_export_read(struct atelier *at, const struct report_export *wish,
                        struct report_document *document, struct error *err);

/*
 * Writes it.  A PDF of which no bytes are kept is printed by a child: then *job is what
 * the caller goes on with as paper_job.h says, else NULL and all is done.  *replaced: an
 * older file was there.
 */
bool report_export(struct atelier *at, const struct report_export *wish,
                   const struct print_destination *destination, struct paper_job **job,
                   bool *replaced, struct error *err);

#endif
