/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deed.c - what staff do under fire: register, withdraw, mark and undo at random */
#include "fire/deed.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/attend.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "fire/fire.h"
#include "support/office.h"
#include "support/rows.h"

enum { DEED_MINUTES = 90 };

static void
name_staff(char login[16], unsigned staff)
{
    (void)snprintf(login, 16, "staff%02u", staff);
}

void
deed_prepare(struct atelier *at, struct deed_place *place)
{
    static const char *const days[DEED_MEETINGS] = {
        "2027-03-16 09:30",
        "2027-04-13 09:30",
        "2027-05-11 09:30",
    };
    const int64_t group = office_add_group(at, "URB");

    for (size_t i = 0; i < DEED_MEETINGS; i++) {
        char end[LOCAL_TIME_TEXT_SIZE];
        struct local_time time;
        place->meetings[i] = office_add_meeting(at, group, days[i], DEED_SEATS);
        /* Made by hand: the first mark would make it, by an act of its own. */
        ck_assert(local_time_parse(days[i], &time));
        local_time_format(local_time_add_minutes(time, DEED_MINUTES), end);
        office_add(at, &slot_entity, "meeting", rows_number(place->meetings[i]), "label",
                   "Morning", "start", days[i], "end", end, NULL);
    }
    for (size_t i = 0; i < DEED_PEOPLE; i++) {
        char family[24];
        (void)snprintf(family, sizeof(family), "Müller %zu", i);
        place->people[i] = office_add_person(at, family, "Anna");
    }
    for (unsigned i = 0; i < DEED_STAFF; i++) {
        char login[16];
        name_staff(login, i);
        office_add(at, &staff_entity, "login", login, "role", "desk", NULL);
    }
}

struct atelier *
deed_enter(const char *database, unsigned staff, struct error *err)
{
    struct local_time now;
    char login[16];

    (void)local_time_parse(OFFICE_NOW, &now);
    name_staff(login, staff);
    const struct atelier_options options = {
        .database = database,
        .identity = office_self(),
        .as = login,
        .now = local_time_to_instant(now),
    };
    return atelier_open(&options, err);
}

/* Whether something was written. */
static bool
enrol(struct atelier *at, int64_t meeting, int64_t person, struct deed *deed,
      struct error *err)
{
    const struct register_request request = { .meeting = meeting, .person = person };
    struct register_outcome outcome = { 0 };
    const bool ok = register_add(at, &request, &outcome, err) && !outcome.already;

    deed->row = outcome.registration;
    return ok;
}

static bool
withdraw(struct atelier *at, int64_t meeting, int64_t person, struct deed *deed,
         struct error *err)
{
    struct register_outcome outcome = { 0 };

    return register_find(at, meeting, person, &deed->row, err) &&
           register_act(at, deed->row, REGISTRATION_WITHDRAW, NULL, NULL, &outcome, err);
}

static bool
mark(struct atelier *at, int64_t meeting, int64_t person, struct deed *deed,
     struct error *err)
{
    const struct attend_request request = { .meeting = meeting, .person = person };
    struct attend_outcome outcome;

    attend_outcome_init(&outcome);
    const bool ok = attend_mark(at, &request, &outcome, err) && !outcome.already;
    deed->row = outcome.mark.head.id;
    attend_outcome_clear(&outcome);
    return ok;
}

static bool
undo(struct atelier *at, struct deed *deed, struct error *err)
{
    struct journal_entry entry = { 0 };
    const bool ok = undo_last(at, NULL, &entry, err);

    deed->row = entry.id;
    journal_entry_clear(&entry);
    return ok;
}

void
deed_do(struct atelier *at, const struct deed_place *place, unsigned *dice,
        struct deed *deed)
{
    static const enum deed_kind kinds[] = { DEED_REGISTER, DEED_REGISTER, DEED_REGISTER,
                                            DEED_WITHDRAW, DEED_WITHDRAW, DEED_MARK,
                                            DEED_MARK,     DEED_MARK,     DEED_UNDO };
    const int64_t meeting = place->meetings[rand_r(dice) % DEED_MEETINGS];
    const int64_t person = place->people[rand_r(dice) % DEED_PEOPLE];
    const double begun = fire_clock();
    struct error err = { 0 };
    bool ok = false;

    deed->kind = kinds[(size_t)rand_r(dice) % (sizeof(kinds) / sizeof(kinds[0]))];
    if (deed->kind == DEED_REGISTER)
        ok = enrol(at, meeting, person, deed, &err);
    else if (deed->kind == DEED_WITHDRAW)
        ok = withdraw(at, meeting, person, deed, &err);
    else if (deed->kind == DEED_MARK)
        ok = mark(at, meeting, person, deed, &err);
    else
        ok = undo(at, deed, &err);
    deed->seconds = fire_clock() - begun;
    deed->result = ok                           ? DEED_DONE
                   : err.kind == ERROR_DATABASE ? DEED_FAILED
                   : err.kind == ERROR_SYSTEM   ? DEED_FAILED
                                                : DEED_REFUSED;
    (void)snprintf(deed->why, sizeof(deed->why), "%.150s", err.message);
}
