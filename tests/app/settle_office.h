/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_office.h - an office for the tests of freed seats: a meeting of two, five
 * people, a town and a region, and what each expects
 */
#ifndef ATELIER_TESTS_SETTLE_OFFICE_H
#define ATELIER_TESTS_SETTLE_OFFICE_H

#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/seat_limit.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"
#include <check.h>
#include <stdio.h>
#include <string.h>

/* Who stands where: the seat, then the list in its order. */
#define SQL_LIST                                                                         \
    "SELECT family, state, rank FROM registration_view WHERE live = 1"                   \
    " ORDER BY rank IS NOT NULL, rank, id"
#define SQL_GIVEN                                                                        \
    "SELECT entity, summary FROM journal_view WHERE act = 'registration.promote'"        \
    " ORDER BY id DESC LIMIT 1"
#define SQL_GIVEN_COUNT "SELECT count(*) FROM journal WHERE act = 'registration.promote'"

enum { SEATS = 2, PEOPLE = 5 };

static struct atelier *at;
static struct error err;
static int64_t meeting;
static int64_t towns;   /* a category */
static int64_t regions; /* another */
static int64_t town;    /* an organisation of the one */
static int64_t region;
static int64_t people[PEOPLE]; /* Ada, Bob, Cem, Dia, Eva */
static struct register_outcome outcome;
static struct journal_entry entry;

static inline void
set_up(void)
{
    static const char *const names[PEOPLE] = { "Ada", "Bob", "Cem", "Dia", "Eva" };

    at = office_found();
    const int64_t group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", SEATS);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    towns = office_add(at, &category_entity, "name", "Town", NULL);
    regions = office_add(at, &category_entity, "name", "Region", NULL);
    town = office_add(at, &organisation_entity, "name", "Lyon", "category",
                      rows_number(towns), NULL);
    region = office_add(at, &organisation_entity, "name", "Bretagne", "category",
                        rows_number(regions), NULL);
    for (size_t i = 0; i < PEOPLE; i++)
        people[i] = office_add_person(at, names[i], NULL);
    err = (struct error){ 0 };
}

static inline void
tear_down(void)
{
    journal_entry_clear(&entry);
    office_expect_whole(at);
    office_end(at);
}

static inline void
let_work_for(int64_t person, int64_t organisation)
{
    office_add(at, &affiliation_entity, "person", rows_number(person), "organisation",
               rows_number(organisation), "main", "1", NULL);
}

static inline void
enter(int64_t person, enum registration_state expected)
{
    const struct register_request request = { .meeting = meeting, .person = person };

    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    ck_assert_int_eq(outcome.state, expected);
}

static inline int64_t
find(int64_t person)
{
    int64_t registration = 0;

    ck_assert(register_find(at, meeting, person, &registration, &err));
    return registration;
}

static inline bool
act(int64_t person, enum registration_act what)
{
    return register_act(at, find(person), what, NULL, NULL, &outcome, &err);
}

/* Two have the seats, three wait. */
static inline void
fill(void)
{
    for (size_t i = 0; i < PEOPLE; i++)
        enter(people[i], i < SEATS ? REGISTRATION_ACCEPTED : REGISTRATION_WAITING);
}

static inline void
expect_given(size_t count, int64_t person, enum registration_state state)
{
    ck_assert_uint_eq(outcome.given.count, count);
    if (count == 0)
        return;
    ck_assert_int_eq(outcome.given.person, person);
    ck_assert_int_eq(outcome.given.state, state);
}

static inline int64_t
limit_to(int64_t category, const char *kind, const char *number, const char *until)
{
    return office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
                      "category", "category", rows_number(category), "kind", kind,
                      "people", number, "until", until, NULL);
}

#endif
