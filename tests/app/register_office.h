/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_office.h - an office for the tests of the way to a seat: a meeting of two
 * seats, three people, and what each expects
 */
#ifndef ATELIER_TESTS_REGISTER_OFFICE_H
#define ATELIER_TESTS_REGISTER_OFFICE_H

#include <check.h>

#include "atelier/app/browse.h"
#include "atelier/app/register.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

#define SQL_STATES "SELECT family, state FROM registration_view ORDER BY id"
#define SQL_LAST_ACT "SELECT act, reason FROM journal_view ORDER BY id DESC LIMIT 1"
#define SQL_ACTS "SELECT count(*) FROM journal"

enum { SEATS = 2 };

static struct atelier *at;
static struct error err;
static int64_t group;
static int64_t meeting;
static int64_t anna;
static int64_t bruno;
static int64_t chloe;

static inline void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", SEATS);
    anna = office_add_person(at, "Müller", "Anna");
    bruno = office_add_person(at, "Bianchi", "Bruno");
    chloe = office_add_person(at, "Petit", "Chloé");
    err = (struct error){ 0 };
}

static inline void
tear_down(void)
{
    office_end(at);
}

static inline bool
add(struct atelier *who, int64_t person, const char *overbook,
    struct register_outcome *outcome)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = person,
                                              .questions = office_answer(QUESTION_SEAT,
                                                                         overbook) };
    return register_add(who, &request, outcome, &err);
}

static inline bool
act(int64_t registration, enum registration_act what, const char *reason)
{
    struct register_outcome outcome;
    return register_act(at, registration, what, reason, NULL, &outcome, &err);
}

static inline void
fill(void)
{
    office_register(at, meeting, anna);
    office_register(at, meeting, bruno);
}

static inline void
expect_seats(int64_t seats, int64_t taken)
{
    struct seats counted;

    ck_assert(browse_seats(at, meeting, &counted, &err));
    ck_assert_int_eq(counted.seats, seats);
    ck_assert_int_eq(counted.taken, taken);
    office_expect_whole(at);
}

#endif
