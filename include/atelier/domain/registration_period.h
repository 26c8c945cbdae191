/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_period.h - from which day on one can register, and until which */
#ifndef ATELIER_DOMAIN_REGISTRATION_PERIOD_H
#define ATELIER_DOMAIN_REGISTRATION_PERIOD_H

#include "atelier/domain/meeting.h"

enum registration_period { PERIOD_TO_COME, PERIOD_OPEN, PERIOD_OVER };

/* Where that day lies.  Both the first and the last one are days on which one can
 * register; none has no end on its side. */
enum registration_period registration_period_on(const struct meeting *meeting,
                                                struct date day);

#endif
