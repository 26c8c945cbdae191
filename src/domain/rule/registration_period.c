/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_period.c - from which day on one can register, and until which */
#include "atelier/domain/registration_period.h"

enum registration_period
registration_period_on(const struct meeting *meeting, struct date day)
{
    if (!date_is_none(meeting->closes) && date_compare(day, meeting->closes) > 0)
        return PERIOD_OVER;
    if (!date_is_none(meeting->opens) && date_compare(day, meeting->opens) < 0)
        return PERIOD_TO_COME;
    return PERIOD_OPEN;
}
