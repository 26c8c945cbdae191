/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_report.h - all that a report says, in its last words: for who writes it as a
 * page
 */
#ifndef ATELIER_APP_GATHER_REPORT_H
#define ATELIER_APP_GATHER_REPORT_H

#include "atelier/app/atelier.h"
#include "atelier/domain/report_document.h"

struct report_wish {
    int64_t meeting;
    const char *language; /* NULL: that of the entries, else the one that is spoken */
    bool without_logo;    /* for who shows no picture: its file is not read */
    bool as_final;        /* as it would stand if it were made final now */
    instant made_at;      /* 0: now */
};

/* Fills an empty document, which the caller clears, from one state of the database.  No
 * person is named unless the settings allow it, and of those who came only who agreed to
 * be listed. */
bool report_gather(struct atelier *at, const struct report_wish *wish,
                   struct report_document *document, struct error *err);

/* Calls who was erased so in the language of a document that was kept; report_gather()
 * has done it. */
void report_say_erased(struct report_document *document);

/* The same within a transaction that the caller has open. */
bool report_gather_within(struct atelier *at, const struct report_wish *wish,
                          struct report_document *document, struct error *err);

#endif
