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

bool
seat_rule_widens(const struct seat_rule *before, const struct seat_rule *after)
{
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            if (after->takes[state][role] && !before->takes[state][role])
                return true;
    return false;
}

bool
seats_check_most(int64_t people, const char *field, const char *label, struct error *err)
{
    enum { SEATS_MOST = 100000 };

    return people == NUMBER_NONE || people <= SEATS_MOST ||
           error_set_field(err, ERROR_INPUT, field,
                           /* TRANSLATORS: label of a field, number */
                           _("%s: %d is the most that can be typed; correct the number."),
                           label, SEATS_MOST);
}

bool
seats_check(int64_t seats, const char *field, const char *label, struct error *err)
{
    if (seats != NUMBER_NONE && seats < 0)
        return error_set_field(err, ERROR_INPUT, field,
                               _("There cannot be fewer than 0 seats; correct the "
                                 "number."));
    return seats_check_most(seats, field, label, err);
}

int64_t
seats_free(const struct seats *seats)
{
    if (seats->seats == NUMBER_NONE)
        return NUMBER_NONE;
    return seats->seats > seats->taken ? seats->seats - seats->taken : 0;
}
