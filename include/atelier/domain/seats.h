/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seats.h - how many seats a meeting has, how many are taken, who takes one
 *
 * Which states and roles take a seat is data (struct seat_rule, kept
 * in the table seat_rule); the counts come from the one counting function of
 * the store, and every verdict is spoken by seating.h (rule 2).
 */
#ifndef ATELIER_DOMAIN_SEATS_H
#define ATELIER_DOMAIN_SEATS_H

#include "atelier/domain/registration.h"

struct seat_rule {
    bool takes[REGISTRATION_STATE_COUNT][REGISTRATION_ROLE_COUNT];
};

/* An accepted or offered participant takes a seat; the three switches, which are the
 * settings of those names, say whether pending people, speakers and staff do. */
void seat_rule_init(struct seat_rule *rule, bool pending_takes, bool speaker_takes,
                    bool staff_takes);

/* Who takes a seat after, and did not before. */
struct seat_rule seat_rule_added(const struct seat_rule *before,
                                 const struct seat_rule *after);

struct seats {
    int64_t seats; /* NUMBER_NONE: no limit */
    int64_t taken;
    int64_t state[REGISTRATION_STATE_COUNT]; /* people in each state */
};

/* Whether a number of seats is none or at least 0: ERROR_INPUT with that field. */
bool seats_check(int64_t seats, const char *field, struct error *err);

/* Free seats, 0 when overbooked, NUMBER_NONE when there is no limit. */
int64_t seats_free(const struct seats *seats);

#endif
