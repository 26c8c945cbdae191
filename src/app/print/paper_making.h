/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper_making.h - begins what paper_job.h goes on with */
#ifndef ATELIER_APP_PAPER_MAKING_H
#define ATELIER_APP_PAPER_MAKING_H

#include "atelier/app/atelier.h"
#include "atelier/app/paper_job.h"

/* The wire is what is printed; the count is told at the end.  NULL when it cannot be
 * begun.
 */
struct paper_job *paper_job_start(struct atelier *at, const struct buffer *wire,
                                  int64_t count,
                                  const struct print_destination *destination,
                                  struct error *err);

#endif
