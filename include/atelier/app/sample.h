/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample.h - the sample network: invented people, groups and meetings to try things on
 */
#ifndef ATELIER_APP_SAMPLE_H
#define ATELIER_APP_SAMPLE_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/base/work.h"

enum sample_size { SAMPLE_SMALL, SAMPLE_LARGE };

/* How many bytes it takes. */
int64_t sample_room(enum sample_size size);

/* Fills an empty database; dates are relative to the day given by atelier_now().
 * ERROR_RULE when it is not empty.  `progress` may be NULL; true stops with
 * ERROR_CANCELLED: what is there by then is a part, to be thrown away. */
bool sample_fill(struct atelier *at, enum sample_size size, work_progress *progress,
                 void *context, struct error *err);

#endif
