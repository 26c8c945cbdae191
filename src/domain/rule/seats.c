/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seats.c - who takes a seat, and how many are free */
#include "atelier/domain/seats.h"

#include "atelier/base/language.h"

void
seat_rule_init(struct seat_rule *rule, bool pending_takes, bool speaker_takes,
               bool staff_takes)
{
    const bool role_takes[REGISTRATION_ROLE_COUNT] = {
        [REGISTRATION_PARTICIPANT] = true,
        [REGISTRATION_SPEAKER] = speaker_takes,
        [REGISTRATION_STAFF] = staff_takes,
    };

    *rule = (struct seat_rule){ 0 };
    for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++) {
        rule->takes[REGISTRATION_ACCEPTED][role] = role_takes[role];
        rule->takes[REGISTRATION_OFFERED][role] = role_takes[role];
        rule->takes[REGISTRATION_PENDING][role] = role_takes[role] && pending_takes;
    }
}

struct seat_rule
seat_rule_added(const struct seat_rule *before, const struct seat_rule *after)
{
    struct seat_rule added;

    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            added.takes[state][role] =
                after->takes[state][role] && !before->takes[state][role];
    return added;
}

bool
seats_check(int64_t seats, const char *field, struct error *err)
{
    return seats == NUMBER_NONE || seats >= 0 ||
           error_set_field(err, ERROR_INPUT, field,
                           _("There cannot be fewer than 0 seats; correct the number."));
}

int64_t
seats_free(const struct seats *seats)
{
    if (seats->seats == NUMBER_NONE)
        return NUMBER_NONE;
    return seats->seats > seats->taken ? seats->seats - seats->taken : 0;
}
