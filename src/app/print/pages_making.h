/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pages_making.h - what the pages of a document say, one function a document
 *
 * Each fills pages that have the office and the language already; the caller clears them.
 */
#ifndef ATELIER_APP_PAGES_MAKING_H
#define ATELIER_APP_PAGES_MAKING_H

#include "atelier/app/print_pages.h"

/* ERROR_INPUT when nobody was marked as present. */
bool certificate_making_read(struct atelier *at, const struct pages_request *request,
                             struct printed_pages *pages, int64_t *count,
                             struct error *err);
bool programme_making_read(struct atelier *at, const struct pages_request *request,
                           struct printed_pages *pages, struct error *err);
bool month_making_read(struct atelier *at, const struct pages_request *request,
                       struct printed_pages *pages, struct error *err);

#endif
