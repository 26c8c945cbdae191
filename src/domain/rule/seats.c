/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seats.c - who takes a seat, and whether one more can be taken */
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
seats_check(int64_t seats, struct error *err)
{
    return seats == NUMBER_NONE || seats >= 0 ||
           error_set_field(err, ERROR_INPUT, "seats",
                           _("There cannot be fewer than 0 seats; correct the number."));
}

int64_t
seats_free(const struct seats *seats)
{
    if (seats->seats == NUMBER_NONE)
        return NUMBER_NONE;
    return seats->seats > seats->taken ? seats->seats - seats->taken : 0;
}

bool
seats_fit(const struct seats *seats, int64_t more)
{
    int64_t free_seats = seats_free(seats);
    return free_seats == NUMBER_NONE || more <= free_seats || more <= 0;
}

bool
seats_ask(const struct seats *seats, int64_t more, struct questions *questions,
          struct error *err)
{
    int64_t free_seats = seats_free(seats);
    if (free_seats > 0)
        return question_put(questions, QUESTION_SEAT, err,
                            ngettext("%lld seat is free and %lld are needed.",
                                     "%lld seats are free and %lld are needed.",
                                     (unsigned long)free_seats),
                            (long long)free_seats, (long long)more);
    return question_put(questions, QUESTION_SEAT, err,
                        ngettext("The meeting is full: %lld of %lld seat is taken.",
                                 "The meeting is full: %lld of %lld seats are taken.",
                                 (unsigned long)seats->seats),
                        (long long)seats->taken, (long long)seats->seats);
}
