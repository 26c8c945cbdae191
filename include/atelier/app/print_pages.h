/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_pages.h - certificates of attendance, a programme, a month: printed as a PDF
 */
#ifndef ATELIER_APP_PRINT_PAGES_H
#define ATELIER_APP_PRINT_PAGES_H

#include "atelier/app/atelier.h"
#include "atelier/app/browse_agenda.h"
#include "atelier/app/paper_job.h"
#include "atelier/domain/printed_pages.h"
#include "atelier/domain/row_choice.h"

enum pages_kind {
    PAGES_CERTIFICATES, /* one for each who was marked as present at the meeting */
    PAGES_PROGRAMME,
    PAGES_MONTH
};

struct pages_request {
    enum pages_kind kind;
    int64_t meeting;
    struct row_choice only;  /* of certificates those of these people alone */
    struct agenda_wish wish; /* of a month: which meetings; its first day is the month's
                              */
};

/* What would be printed; the caller clears it.  *count is of the certificates. */
bool pages_read(struct atelier *at, const struct pages_request *request,
                struct printed_pages *pages, int64_t *count, struct error *err);

/* See paper_job.h.  NULL when it cannot be begun.  Texts of the destination are copied.
 */
struct paper_job *pages_job_start(struct atelier *at, const struct pages_request *request,
                                  const struct print_destination *destination,
                                  struct error *err);

#endif
