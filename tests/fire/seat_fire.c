/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_fire.c - sixteen people register, withdraw, accept and decline at random where
 * seats are limited in every way; then all is counted anew, by other means
 *
 * Nobody gives a reason, so no limit may be passed; and nobody may wait for a seat that
 * is free for them.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/register.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/seat_limit.h"
#include "fire/fire.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

enum { STAFF = 16, MEETINGS = 3, PEOPLE = 60, CATEGORIES = 3, ORGANISATIONS = 9 };

static struct atelier *at;
static int64_t meetings[MEETINGS]; /* none, propose, automatic */
static int64_t people[PEOPLE];

/* --- where it happens */

static void
limit(int64_t meeting, const char *scope, const char *field, int64_t of, const char *kind,
      const char *number)
{
    const char *whose = of != 0 ? rows_number(of) : NULL;

    office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope", scope,
               "kind", kind, "people", number, whose ? field : NULL, whose, NULL);
}

static void
set_up(void)
{
    static const char *const lists[MEETINGS] = { "none", "propose", "automatic" };
    static const char *const names[CATEGORIES] = { "Town", "Region", "State" };
    int64_t categories[CATEGORIES];
    int64_t organisations[ORGANISATIONS];
    char name[24];

    at = office_found();
    const int64_t group = office_add_group(at, "URB");
    for (size_t i = 0; i < CATEGORIES; i++)
        categories[i] = office_add(at, &category_entity, "name", names[i], NULL);
    for (size_t i = 0; i < ORGANISATIONS; i++) {
        (void)snprintf(name, sizeof name, "Office %zu", i);
        organisations[i] = office_add(at, &organisation_entity, "name", name, "category",
                                      rows_number(categories[i % CATEGORIES]), NULL);
    }
    for (size_t i = 0; i < PEOPLE; i++) {
        (void)snprintf(name, sizeof name, "Müller %zu", i);
        people[i] = office_add_person(at, name, "Anna");
        if (i % 10 != 0) /* some work for nobody */
            office_add(at, &affiliation_entity, "person", rows_number(people[i]),
                       "organisation", rows_number(organisations[i % ORGANISATIONS]),
                       "main", "1", NULL);
    }
    for (size_t i = 0; i < MEETINGS; i++) {
        meetings[i] = office_add_meeting(at, group, "2027-03-16 09:30", 20);
        office_change(at, &meeting_entity, meetings[i], "waiting_list", lists[i], NULL);
        limit(meetings[i], "category", "category", categories[0], "most", "6");
        limit(meetings[i], "category", "category", categories[1], "hold", "5");
        limit(meetings[i], "organisation", "organisation", organisations[2], "most", "1");
        /* Of no category that has a hold: whoever leaves the seats of two holds at once
         * leaves one seat, and two that are held. */
        limit(meetings[i], "organisation", "organisation", organisations[5], "hold", "2");
        limit(meetings[i], "each-organisation", NULL, 0, "most", "3");
    }
    atelier_close(at);
    at = NULL;
}

static void
tear_down(void)
{
    office_end(at);
}

/* --- what staff do */

static bool
is_expected(bool ok, const struct error *err)
{
    return ok || err->kind == ERROR_RULE || err->kind == ERROR_QUESTION ||
           err->kind == ERROR_NOT_FOUND || err->kind == ERROR_CONFLICT;
}

static bool
enter(int64_t meeting, int64_t person, struct error *err)
{
    const struct register_request request = { .meeting = meeting, .person = person };
    struct register_outcome outcome;

    return register_add(at, &request, &outcome, err);
}

static bool
act(int64_t meeting, int64_t person, enum registration_act what, struct error *err)
{
    struct register_outcome outcome;
    int64_t registration = 0;

    return register_find(at, meeting, person, &registration, err) &&
           register_act(at, registration, what, NULL, NULL, &outcome, err);
}

static bool
do_something(unsigned *dice, struct error *err)
{
    static const enum registration_act acts[] = {
        REGISTRATION_WITHDRAW, REGISTRATION_DECLINE, REGISTRATION_ACCEPT,
        REGISTRATION_REVIVE,   REGISTRATION_EXCUSE,
    };
    enum { ACTS = sizeof acts / sizeof acts[0], ENTRIES = 6 };
    const int64_t meeting = meetings[(unsigned)rand_r(dice) % MEETINGS];
    const int64_t person = people[(unsigned)rand_r(dice) % PEOPLE];
    const unsigned choice = (unsigned)rand_r(dice) % (ACTS + ENTRIES);

    return choice < ACTS ? act(meeting, person, acts[choice], err)
                         : enter(meeting, person, err);
}

static _Noreturn void
work(unsigned seed, unsigned deeds)
{
    unsigned dice = seed;
    unsigned done = 0;

    at = office_return(NULL, OFFICE_NOW);
    for (unsigned i = 0; i < deeds; i++) {
        struct error err = { 0 };
        const bool ok = do_something(&dice, &err);
        if (!is_expected(ok, &err)) {
            (void)fprintf(stderr, "%s\n", err.message);
            _exit(EXIT_FAILURE);
        }
        done += ok;
    }
    atelier_close(at);
    _exit(done > 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* --- the count by other means: people one by one, no table of counts */

#define SEATED "r.live = 1 AND r.state IN ('accepted', 'offered')"

#define SQL_PAST_SEATS                                                                   \
    "SELECT count(*) FROM meeting m WHERE m.seats < (SELECT count(*) FROM"               \
    " registration_view r WHERE r.meeting = m.id AND " SEATED ")"

#define OF_QUOTA                                                                         \
    "(SELECT count(*) FROM registration_view r WHERE r.meeting = l.meeting AND " SEATED  \
    " AND (l.category IS NULL OR r.category = l.category)"                               \
    " AND (l.organisation IS NULL OR r.organisation = l.organisation)"
#define SQL_PAST_QUOTAS                                                                  \
    "SELECT count(*) FROM seat_limit_view l WHERE l.kind = 'most' AND l.people <"        \
    " CASE l.scope WHEN 'each-organisation' THEN " OF_QUOTA                              \
    " AND r.organisation IS NOT NULL GROUP BY r.organisation ORDER BY 1 DESC LIMIT 1)"   \
    " ELSE " OF_QUOTA ") END"

/* Seats that are held and not filled are taken by nobody else. */
#define UNFILLED                                                                         \
    "(SELECT coalesce(sum(max(l.people - (SELECT count(*) FROM registration_view r"      \
    " WHERE r.meeting = l.meeting AND " SEATED                                           \
    " AND (l.category IS NULL OR r.category = l.category)"                               \
    " AND (l.organisation IS NULL OR r.organisation = l.organisation)), 0)), 0)"         \
    " FROM seat_limit_view l WHERE l.kind = 'hold' AND l.meeting = m.id)"
#define SQL_HELD_TAKEN                                                                   \
    "SELECT count(*) FROM meeting m WHERE m.seats < " UNFILLED                           \
    " + (SELECT count(*) FROM"                                                           \
    " registration_view r WHERE r.meeting = m.id AND " SEATED ")"

#define SQL_TWICE                                                                        \
    "SELECT count(*) FROM (SELECT 1 FROM registration WHERE live = 1"                    \
    " GROUP BY meeting, person HAVING count(*) > 1)"

/* Somebody of no organisation and no category, whom only seats and holds keep back. */
#define SQL_WAITS_FOR_NOTHING                                                            \
    "SELECT count(*) FROM registration_view w JOIN meeting m ON m.id = w.meeting"        \
    " WHERE w.state = 'waiting' AND w.organisation IS NULL AND m.seats > " UNFILLED      \
    " + (SELECT count(*) FROM registration_view r WHERE r.meeting = m.id AND " SEATED    \
    ")"

#define SQL_REASONS                                                                      \
    "SELECT count(*) FROM journal WHERE act IN ('registration.overbook',"                \
    " 'registration.past_quota', 'registration.overtake')"

static void
expect_none(const char *what, const char *sql)
{
    const int64_t found = database_file_number(sql);

    ck_assert_msg(found == 0, "%s: %lld", what, (long long)found);
}

START_TEST(seats_limited_in_every_way__are_passed_by_nobody)
{
    const unsigned deeds = fire_rounds(4000, 60);
    const unsigned seed = fire_seed();
    const double begun = fire_clock();
    pid_t staff[STAFF];

    for (unsigned i = 0; i < STAFF; i++) {
        staff[i] = fork();
        ck_assert_int_ge(staff[i], 0);
        if (staff[i] == 0)
            work(seed + i, deeds);
    }
    for (unsigned i = 0; i < STAFF; i++) {
        int status = 0;
        ck_assert_int_eq(waitpid(staff[i], &status, 0), staff[i]);
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS);
    }
    fire_figure("deeds, of 16 people", "%u in %.0f s", STAFF * deeds,
                fire_clock() - begun);
    fire_figure("acts", "%lld",
                (long long)database_file_number("SELECT count(*) FROM journal"));
    fire_figure("seats given from the list", "%lld",
                (long long)database_file_number("SELECT count(*) FROM journal WHERE act ="
                                                " 'registration.promote'"));
    expect_none("more people than seats", SQL_PAST_SEATS);
    expect_none("quotas passed", SQL_PAST_QUOTAS);
    expect_none("held seats taken by others", SQL_HELD_TAKEN);
    expect_none("people registered twice", SQL_TWICE);
    expect_none("people who wait though a seat is free", SQL_WAITS_FOR_NOTHING);
    expect_none("reasons", SQL_REASONS);
    at = office_return(NULL, OFFICE_NOW);
    office_expect_whole(at);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, seats_limited_in_every_way__are_passed_by_nobody);
}

SUITE_MAIN("seats")
