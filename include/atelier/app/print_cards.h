/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_cards.h - badges and place cards of those who are expected at a meeting
 */
#ifndef ATELIER_APP_PRINT_CARDS_H
#define ATELIER_APP_PRINT_CARDS_H

#include "atelier/app/atelier.h"
#include "atelier/app/paper_job.h"
#include "atelier/domain/printed_cards.h"
#include "atelier/domain/row_choice.h"

struct cards_request {
    int64_t meeting;
    enum card_kind kind;
    struct row_choice only; /* of these registrations alone */
    const char *size;       /* as card_layout.h reads it; NULL: the one of the settings */
};

/* What would be printed; the caller clears it.  Who is remote has no card. */
bool cards_read(struct atelier *at, const struct cards_request *request,
                struct printed_cards *cards, struct error *err);

/* See paper_job.h.  NULL when it cannot be begun.  Texts of the destination are copied.
 */
struct paper_job *cards_job_start(struct atelier *at, const struct cards_request *request,
                                  const struct print_destination *destination,
                                  struct error *err);

#endif
