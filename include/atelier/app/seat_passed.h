/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_passed.h - what was knowingly passed on the way to a seat, and what the act is
 * called then
 */
#ifndef ATELIER_APP_SEAT_PASSED_H
#define ATELIER_APP_SEAT_PASSED_H

#include <stdbool.h>

#include "atelier/domain/act.h"

struct seat_passed {
    bool seats; /* it took one that was not there */
    bool quota;
    bool turn; /* somebody waits longer */
};

/* Of several people. */
void seat_passed_add(struct seat_passed *sum, const struct seat_passed *one);

bool seat_passed_any(const struct seat_passed *passed);

/* What the journal calls the act. */
enum act seat_passed_act(const struct seat_passed *passed, enum act act);

#endif
