/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_overfull.h - a workshop with fewer seats than people who sit there */
#ifndef ATELIER_APP_WORKSHOP_OVERFULL_H
#define ATELIER_APP_WORKSHOP_OVERFULL_H

#include "atelier/domain/workshop.h"
#include "session/session.h"

/* Adds how many sit there and who came last, else returns false.  The seats are those of
 * the struct, which may be typed and not saved. */
bool workshop_overfull_warn(struct atelier *at, const struct workshop *workshop,
                            struct buffer *text);

#endif
