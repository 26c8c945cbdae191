/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_large.h - the same network grown large: a million registrations */
#ifndef ATELIER_APP_SAMPLE_LARGE_H
#define ATELIER_APP_SAMPLE_LARGE_H

#include "atelier/base/work.h"
#include "session/session.h"

/* Adds what is missing to 20,000 people, 3,000 organisations, 200 groups, 2,000 meetings
 * and 1,000,000 registrations, to a filled small sample. */
bool sample_large_fill(struct atelier *at, work_progress *progress, void *context,
                       struct error *err);

#endif
