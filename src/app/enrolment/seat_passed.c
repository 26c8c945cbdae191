/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_passed.c - what was knowingly passed on the way to a seat, and what the act is
 * called then */
#include "atelier/app/seat_passed.h"

void
seat_passed_add(struct seat_passed *sum, const struct seat_passed *one)
{
    sum->seats = sum->seats || one->seats;
    sum->quota = sum->quota || one->quota;
    sum->turn = sum->turn || one->turn;
}

bool
seat_passed_any(const struct seat_passed *passed)
{
    return passed->seats || passed->quota || passed->turn;
}

enum act
seat_passed_act(const struct seat_passed *passed, enum act act)
{
    return passed->seats   ? ACT_REGISTRATION_OVERBOOK
           : passed->quota ? ACT_REGISTRATION_PAST_QUOTA
           : passed->turn  ? ACT_REGISTRATION_OVERTAKE
                           : act;
}
