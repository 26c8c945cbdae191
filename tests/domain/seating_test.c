/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seating_test.c - who finds a seat under the limits of a meeting, and what blocks others
 */
#include "atelier/domain/seating.h"

#include <string.h>

#include "support/suite.h"

enum { CITY = 1, STATE, REGION }; /* categories */
enum { LILLE = 11, GHENT, TURIN };

static const struct date today = { 2027, 3, 1 };

/* --- a meeting of a few seats */

struct office {
    struct seating seating;
    struct seat_limit_list limits;
    struct seat_limit rows[8];
    struct seating_count_list categories, organisations;
    struct seating_verdict verdict;
};

static void
office_open(struct office *office, int64_t seats)
{
    *office = (struct office){ .seating = { .seats = seats, .today = today } };
    office->limits.items = office->rows;
    office->seating.limits = &office->limits;
    office->seating.categories = &office->categories;
    office->seating.organisations = &office->organisations;
}

static void
office_close(struct office *office)
{
    seating_count_list_clear(&office->categories);
    seating_count_list_clear(&office->organisations);
    seating_verdict_clear(&office->verdict);
}

static struct seat_limit *
limit_of(struct office *office, enum seat_limit_scope scope, int64_t key,
         enum seat_limit_kind kind, int64_t people)
{
    struct seat_limit *limit = &office->rows[office->limits.count++];
    *limit = (struct seat_limit){
        .head.id = (int64_t)office->limits.count,
        .scope = scope,
        .category = scope == SEAT_LIMIT_CATEGORY ? key : 0,
        .organisation = scope == SEAT_LIMIT_ORGANISATION ? key : 0,
        .kind = kind,
        .people = people,
    };
    return limit;
}

/* Seats so many of them; 0 is none. */
static void
seat(struct office *office, int64_t category, int64_t organisation, int64_t people)
{
    office->seating.taken += people;
    if (category)
        seating_count_list_add(&office->categories, category, people);
    if (organisation)
        seating_count_list_add(&office->organisations, organisation, people);
}

static bool
fits(struct office *office, int64_t category, int64_t organisation, int64_t wanted)
{
    const struct seating_candidate candidate = { category, organisation, wanted };

    return seating_judge(&office->seating, &candidate, &office->verdict);
}

static int64_t
free_for(struct office *office, int64_t category, int64_t organisation)
{
    (void)fits(office, category, organisation, 1);
    return office->verdict.free;
}

static void
assert_says(const struct seating_blocker *blocker, const char *name, const char *sentence)
{
    struct buffer text = { 0 };

    seating_blocker_say(blocker, name, &text);
    ck_assert_str_eq(buffer_text(&text), sentence);
    buffer_clear(&text);
}

/* --- the seats alone */

START_TEST(free__without_limits__is_what_is_not_taken)
{
    struct office office;

    office_open(&office, 3);
    seat(&office, CITY, LILLE, 2);
    ck_assert_int_eq(free_for(&office, CITY, LILLE), 1);
    ck_assert(fits(&office, CITY, LILLE, 1));
    ck_assert(!fits(&office, CITY, LILLE, 2));
    ck_assert_uint_eq(office.verdict.count, 1);
    ck_assert_int_eq(office.verdict.blockers[0].kind, SEATING_FULL);
    assert_says(&office.verdict.blockers[0], NULL, "1 seat is free and 2 are needed.");
    seat(&office, 0, 0, 2);
    ck_assert_int_eq(free_for(&office, 0, 0), 0);
    assert_says(&office.verdict.blockers[0], NULL,
                "The meeting is full: 4 of 3 seats taken.");
    office.seating.limits = NULL;
    ck_assert_int_eq(free_for(&office, 0, 0), 0);
    office_close(&office);
}

START_TEST(free__has_no_end__where_no_limit_applies)
{
    struct office office;

    office_open(&office, NUMBER_NONE);
    limit_of(&office, SEAT_LIMIT_CATEGORY, CITY, SEAT_LIMIT_MOST, 2);
    limit_of(&office, SEAT_LIMIT_CATEGORY, CITY, SEAT_LIMIT_HOLD, 5);
    seat(&office, STATE, 0, 1000);
    ck_assert(free_for(&office, STATE, GHENT) == NUMBER_NONE);
    ck_assert(fits(&office, STATE, GHENT, 1000));
    ck_assert_int_eq(free_for(&office, CITY, GHENT), 2);
    office_close(&office);
}

START_TEST(who_wants_no_seat__is_never_blocked)
{
    struct office office;

    office_open(&office, 0);
    limit_of(&office, SEAT_LIMIT_CATEGORY, CITY, SEAT_LIMIT_MOST, 0);
    ck_assert(fits(&office, CITY, 0, 0));
    ck_assert_uint_eq(office.verdict.count, 0);
    ck_assert_int_eq(office.verdict.free, 0);
    office_close(&office);
}

/* --- at most so many */

START_TEST(category_quota__blocks_its_people__and_nobody_else)
{
    struct office office;

    office_open(&office, 10);
    limit_of(&office, SEAT_LIMIT_CATEGORY, CITY, SEAT_LIMIT_MOST, 3);
    seat(&office, CITY, LILLE, 2);
    ck_assert_int_eq(free_for(&office, CITY, GHENT), 1);
    ck_assert(!fits(&office, CITY, GHENT, 2));
    assert_says(&office.verdict.blockers[0], "cities",
                "The quota of cities has 1 seat left and 2 are needed.");
    seat(&office, CITY, GHENT, 1);
    ck_assert(!fits(&office, CITY, GHENT, 1));
    ck_assert_uint_eq(office.verdict.count, 1);
    const struct seating_blocker *blocker = &office.verdict.blockers[0];
    ck_assert_int_eq(blocker->kind, SEATING_CATEGORY_FULL);
    ck_assert_int_eq(blocker->limit, 1);
    ck_assert_int_eq(blocker->category, CITY);
    ck_assert_int_eq(blocker->organisation, 0);
    assert_says(blocker, "cities", "The quota of cities is full: 3 of 3 seats taken.");
    ck_assert_int_eq(free_for(&office, STATE, GHENT), 7);
    ck_assert_int_eq(free_for(&office, 0, 0), 7);
    office_close(&office);
}

START_TEST(organisation_quota__blocks_its_people__and_nobody_else)
{
    struct office office;

    office_open(&office, 10);
    limit_of(&office, SEAT_LIMIT_ORGANISATION, LILLE, SEAT_LIMIT_MOST, 1);
    seat(&office, CITY, LILLE, 1);
    ck_assert(!fits(&office, CITY, LILLE, 1));
    ck_assert_int_eq(office.verdict.blockers[0].kind, SEATING_ORGANISATION_FULL);
    ck_assert_int_eq(office.verdict.blockers[0].organisation, LILLE);
    assert_says(&office.verdict.blockers[0], "Lille",
                "The quota of Lille is full: 1 of 1 seat taken.");
    ck_assert_int_eq(free_for(&office, CITY, GHENT), 9);
    ck_assert_int_eq(free_for(&office, CITY, 0), 9);
    office_close(&office);
}

START_TEST(quota_of_each_organisation__counts_each_alone)
{
    struct office office;

    office_open(&office, 10);
    const struct seat_limit *each =
        limit_of(&office, SEAT_LIMIT_EACH_ORGANISATION, 0, SEAT_LIMIT_MOST, 2);
    seat(&office, CITY, LILLE, 1);
    seat(&office, CITY, GHENT, 2);
    ck_assert_int_eq(free_for(&office, CITY, LILLE), 1);
    ck_assert_int_eq(free_for(&office, CITY, TURIN), 2);
    ck_assert_int_eq(free_for(&office, CITY, 0), 7);
    ck_assert_int_eq(free_for(&office, CITY, GHENT), 0);
    ck_assert_int_eq(office.verdict.blockers[0].kind, SEATING_ORGANISATION_FULL);
    ck_assert_int_eq(office.verdict.blockers[0].organisation, GHENT);
    ck_assert_int_eq(seating_taken(&office.seating, each), 2);
    office_close(&office);
}

START_TEST(all_quotas_that_apply__are_named)
{
    struct office office;

    office_open(&office, 2);
    limit_of(&office, SEAT_LIMIT_CATEGORY, CITY, SEAT_LIMIT_MOST, 1);
    limit_of(&office, SEAT_LIMIT_ORGANISATION, LILLE, SEAT_LIMIT_MOST, 2);
    limit_of(&office, SEAT_LIMIT_EACH_ORGANISATION, 0, SEAT_LIMIT_MOST, 2);
    seat(&office, CITY, LILLE, 2);
    ck_assert(!fits(&office, CITY, LILLE, 1));
    ck_assert_uint_eq(office.verdict.count, 4);
    ck_assert_int_eq(office.verdict.blockers[0].kind, SEATING_FULL);
    ck_assert_int_eq(office.verdict.blockers[1].kind, SEATING_CATEGORY_FULL);
    ck_assert_int_eq(office.verdict.blockers[2].kind, SEATING_ORGANISATION_FULL);
    ck_assert_int_eq(office.verdict.blockers[3].limit, 3);
    office_close(&office);
}

/* --- so many held */

START_TEST(held_seats__are_kept_from_others__until_they_are_filled)
{
    struct office office;

    office_open(&office, 5);
    limit_of(&office, SEAT_LIMIT_CATEGORY, STATE, SEAT_LIMIT_HOLD, 3);
    ck_assert_int_eq(free_for(&office, CITY, LILLE), 2);
    ck_assert_int_eq(free_for(&office, STATE, LILLE), 5);
    ck_assert_int_eq(free_for(&office, 0, 0), 2);
    seat(&office, STATE, 0, 1);
    ck_assert_int_eq(free_for(&office, CITY, LILLE), 2);
    ck_assert(!fits(&office, CITY, LILLE, 3));
    ck_assert_uint_eq(office.verdict.count, 1);
    ck_assert_int_eq(office.verdict.blockers[0].kind, SEATING_HELD);
    ck_assert_int_eq(office.verdict.blockers[0].category, STATE);
    assert_says(&office.verdict.blockers[0], "states",
                "2 seats are still held for states.");
    seat(&office, STATE, 0, 3); /* more than were held */
    ck_assert_int_eq(free_for(&office, CITY, LILLE), 1);
    ck_assert_int_eq(seating_held(&office.seating), 0);
    office_close(&office);
}

START_TEST(hold_of_an_organisation__is_kept_from_its_own_category)
{
    struct office office;

    office_open(&office, 4);
    limit_of(&office, SEAT_LIMIT_ORGANISATION, LILLE, SEAT_LIMIT_HOLD, 1);
    limit_of(&office, SEAT_LIMIT_CATEGORY, CITY, SEAT_LIMIT_HOLD, 2);
    ck_assert_int_eq(free_for(&office, CITY, LILLE), 4);
    ck_assert_int_eq(free_for(&office, CITY, GHENT), 3);
    ck_assert_int_eq(free_for(&office, STATE, LILLE), 2);
    ck_assert_int_eq(free_for(&office, STATE, GHENT), 1);
    ck_assert_int_eq(seating_held(&office.seating), 3);
    ck_assert(!fits(&office, STATE, GHENT, 2));
    ck_assert_uint_eq(office.verdict.count, 2);
    assert_says(&office.verdict.blockers[0], "Lille", "1 seat is still held for Lille.");
    office_close(&office);
}

START_TEST(huge_holds__leave_nothing__to_others)
{
    struct office office;

    office_open(&office, 5);
    limit_of(&office, SEAT_LIMIT_CATEGORY, STATE, SEAT_LIMIT_HOLD, INT64_MAX);
    limit_of(&office, SEAT_LIMIT_CATEGORY, REGION, SEAT_LIMIT_HOLD, INT64_MAX);
    ck_assert_int_eq(free_for(&office, CITY, LILLE), 0);
    ck_assert(seating_held(&office.seating) == INT64_MAX);
    office_close(&office);
}

/* The last seat and no more, none where there are none, and both figures. */
START_TEST(full_meeting__is_told__with_both_figures)
{
    static const struct {
        int64_t seats, taken, wanted;
        const char *words; /* NULL: there is a seat */
    } cases[] = {
        { 2, 1, 1, NULL },
        { 2, 1, 2, "1 seat is free and 2 are needed" },
        { 2, 2, 1, "2 of 2 seats taken" },
        { 2, 2, 0, NULL },
        { 0, 0, 1, "0 of 0 seats taken" },
        { 40, 41, 1, "41 of 40 seats taken" },
        { 1, 1, 1, "1 of 1 seat taken" },
        { 40, 38, 5, "2 seats are free and 5" },
        { NUMBER_NONE, 1000, INT64_MAX, NULL },
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct seating seating = { .seats = cases[i].seats,
                                         .taken = cases[i].taken };
        const struct seating_candidate candidate = { .wanted = cases[i].wanted };
        struct seating_verdict verdict = { 0 };
        struct buffer text = { 0 };

        ck_assert(seating_judge(&seating, &candidate, &verdict) == !cases[i].words);
        if (cases[i].words) {
            seating_blocker_say(&verdict.blockers[0], NULL, &text);
            ck_assert_msg(strstr(buffer_text(&text), cases[i].words) != NULL, "%s",
                          buffer_text(&text));
        }
        buffer_clear(&text);
        seating_verdict_clear(&verdict);
    }
}
END_TEST

START_TEST(full_meeting__does_not_blame__what_is_held)
{
    struct office office;

    office_open(&office, 2);
    limit_of(&office, SEAT_LIMIT_CATEGORY, STATE, SEAT_LIMIT_HOLD, 1);
    seat(&office, CITY, LILLE, 2);
    ck_assert(!fits(&office, CITY, GHENT, 1));
    ck_assert_uint_eq(office.verdict.count, 1);
    ck_assert_int_eq(office.verdict.blockers[0].kind, SEATING_FULL);
    office_close(&office);
}

START_TEST(held_seats_and_too_few__are_both_named)
{
    struct office office;

    office_open(&office, 2);
    limit_of(&office, SEAT_LIMIT_CATEGORY, STATE, SEAT_LIMIT_HOLD, 1);
    ck_assert(!fits(&office, CITY, GHENT, 3));
    ck_assert_uint_eq(office.verdict.count, 2);
    ck_assert_int_eq(office.verdict.blockers[0].kind, SEATING_FULL);
    ck_assert_int_eq(office.verdict.blockers[1].kind, SEATING_HELD);
    office_close(&office);
}

START_TEST(hold__ends_after_its_last_day)
{
    struct office office;

    office_open(&office, 2);
    struct seat_limit *hold =
        limit_of(&office, SEAT_LIMIT_CATEGORY, STATE, SEAT_LIMIT_HOLD, 2);
    hold->until = today;
    ck_assert_int_eq(free_for(&office, CITY, 0), 0);
    ck_assert(seating_holds_on(hold, today));
    assert_says(&office.verdict.blockers[0], "states",
                "2 seats are still held for states, until Mon 01/03/2027.");
    office.seating.today = date_add_days(today, 1);
    ck_assert_int_eq(free_for(&office, CITY, 0), 2);
    ck_assert(!seating_holds_on(hold, office.seating.today));
    ck_assert_int_eq(seating_held(&office.seating), 0);
    office_close(&office);
}

START_TEST(a_second_question__forgets_the_blockers_of_the_first)
{
    struct office office;

    office_open(&office, 1);
    ck_assert(!fits(&office, 0, 0, 2));
    ck_assert(fits(&office, 0, 0, 1));
    ck_assert_uint_eq(office.verdict.count, 0);
    office_close(&office);
}

/* --- against the definition, case by case */

/* Numbers that are the same on every computer. */
static unsigned
draw(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245U + 12345U;
    return (*seed >> 16) % below;
}

enum { CROWD_MOST = 12, LIMITS_MOST = 5, ENOUGH = 40 };

/* People on chairs, one by one, who are counted anew for every question. */
struct crowd {
    struct seating_candidate people[CROWD_MOST + ENOUGH];
    size_t count;
};

static int64_t
count_like(const struct crowd *crowd, int64_t category, int64_t organisation)
{
    int64_t count = 0;
    for (size_t i = 0; i < crowd->count; i++)
        if ((!category || crowd->people[i].category == category) &&
            (!organisation || crowd->people[i].organisation == organisation))
            count++;
    return count;
}

static bool
is_theirs(const struct seat_limit *limit, const struct seating_candidate *person)
{
    return (limit->category && limit->category == person->category) ||
           (limit->organisation && limit->organisation == person->organisation) ||
           (limit->scope == SEAT_LIMIT_EACH_ORGANISATION && person->organisation);
}

/* Whether nobody who sits there sits on a seat too many, if the last one is such a person
 * and the others stay where they are. */
static bool
is_allowed(const struct office *office, const struct crowd *crowd, size_t before,
           const struct seating_candidate *person)
{
    struct crowd old = *crowd;
    old.count = before;
    int64_t kept = 0;
    for (size_t i = 0; i < office->limits.count; i++) {
        const struct seat_limit *limit = &office->rows[i];
        const int64_t organisation = limit->scope == SEAT_LIMIT_EACH_ORGANISATION
                                         ? person->organisation
                                         : limit->organisation;
        if (limit->kind == SEAT_LIMIT_MOST) {
            if (is_theirs(limit, person) &&
                count_like(crowd, limit->category, organisation) > limit->people)
                return false;
        } else if (!is_theirs(limit, person) &&
                   (date_is_none(limit->until) ||
                    date_to_days(limit->until) >= date_to_days(today))) {
            int64_t there = count_like(&old, limit->category, limit->organisation);
            kept += there < limit->people ? limit->people - there : 0;
        }
    }
    return office->seating.seats == NUMBER_NONE ||
           (int64_t)crowd->count + kept <= office->seating.seats;
}

/* How many such people can sit down, one after the other. */
static int64_t
free_by_definition(const struct office *office, const struct crowd *crowd,
                   const struct seating_candidate *person)
{
    struct crowd more = *crowd;
    while (more.count < crowd->count + ENOUGH) {
        more.people[more.count++] = *person;
        if (!is_allowed(office, &more, crowd->count, person))
            return (int64_t)(more.count - crowd->count) - 1;
    }
    return NUMBER_NONE;
}

static void
draw_office(unsigned *seed, struct office *office, struct crowd *crowd)
{
    office_open(office, draw(seed, 6) == 0 ? NUMBER_NONE : (int64_t)draw(seed, 14));
    *crowd = (struct crowd){ .count = draw(seed, CROWD_MOST) };
    for (size_t i = 0; i < crowd->count; i++) {
        struct seating_candidate *person = &crowd->people[i];
        person->category = draw(seed, REGION + 1);
        person->organisation = draw(seed, 4) == 0 ? 0 : LILLE + (int64_t)draw(seed, 3);
        seat(office, person->category, person->organisation, 1);
    }
    for (unsigned count = draw(seed, LIMITS_MOST); count > 0; count--) {
        const enum seat_limit_scope scope = (enum seat_limit_scope)draw(seed, 3);
        const bool holds = scope != SEAT_LIMIT_EACH_ORGANISATION && draw(seed, 2) == 0;
        struct seat_limit *limit = limit_of(
            office, scope,
            (scope == SEAT_LIMIT_CATEGORY ? CITY : LILLE) + (int64_t)draw(seed, 3),
            holds ? SEAT_LIMIT_HOLD : SEAT_LIMIT_MOST, draw(seed, 7));
        if (holds && draw(seed, 2) == 0)
            limit->until = date_add_days(today, (int64_t)draw(seed, 3) - 1);
    }
}

/* What blocks is named, with figures that show it, and nothing else is. */
static void
assert_explained(struct office *office, const struct seating_candidate *person)
{
    const struct seating_verdict *verdict = &office->verdict;
    int64_t left = office->seating.seats == NUMBER_NONE
                       ? INT64_MAX
                       : office->seating.seats - office->seating.taken;
    bool full = false;
    int64_t held = 0;

    for (size_t i = 0; i < verdict->count; i++) {
        const struct seating_blocker *blocker = &verdict->blockers[i];
        ck_assert_int_eq(blocker->wanted, person->wanted);
        if (blocker->kind == SEATING_HELD) {
            const struct seat_limit *hold = &office->rows[blocker->limit - 1];
            ck_assert_int_eq(hold->kind, SEAT_LIMIT_HOLD);
            ck_assert(!is_theirs(hold, person));
            ck_assert_int_gt(blocker->people, blocker->taken);
            held += blocker->people - blocker->taken;
        } else {
            ck_assert_int_lt(blocker->people, blocker->taken + person->wanted);
        }
        full = full || blocker->kind == SEATING_FULL;
    }
    ck_assert_int_eq(full, person->wanted > 0 && person->wanted > left);
    if (held > 0)
        ck_assert(left > 0 && left - held < person->wanted);
}

/* The last free seat is held for the state, and the city has all of its own. */
START_TEST(an_exchange__is_blocked__by_what_did_not_block_the_one_who_left)
{
    struct office office;
    struct seating_verdict before = { 0 };

    office_open(&office, 2);
    limit_of(&office, SEAT_LIMIT_CATEGORY, STATE, SEAT_LIMIT_HOLD, 1);
    limit_of(&office, SEAT_LIMIT_CATEGORY, CITY, SEAT_LIMIT_MOST, 1);
    limit_of(&office, SEAT_LIMIT_EACH_ORGANISATION, 0, SEAT_LIMIT_MOST, 0);
    seat(&office, CITY, LILLE, 1);
    const struct seating_candidate left = { REGION, GHENT, 1 };
    ck_assert(!seating_judge(&office.seating, &left, &before));
    ck_assert(!fits(&office, REGION, GHENT, 1));
    seating_verdict_subtract(&office.verdict, &before);
    ck_assert_uint_eq(office.verdict.count, 0);
    ck_assert(!fits(&office, CITY, TURIN, 1));
    seating_verdict_subtract(&office.verdict, &before);
    ck_assert_uint_eq(office.verdict.count, 2);
    ck_assert_int_eq(office.verdict.blockers[0].kind, SEATING_CATEGORY_FULL);
    ck_assert_int_eq(office.verdict.blockers[1].kind, SEATING_ORGANISATION_FULL);
    seating_verdict_clear(&before);
    office_close(&office);
}

START_TEST(free__is_what_the_definition_says__in_any_small_meeting)
{
    unsigned seed = 2027;
    struct office office;
    struct crowd crowd;
    size_t blocked = 0;

    for (int round = 0; round < 4000; round++) {
        draw_office(&seed, &office, &crowd);
        for (int64_t category = 0; category <= REGION; category++)
            for (int64_t place = 0; place <= 3; place++) {
                const struct seating_candidate person = { category,
                                                          place ? LILLE + place - 1 : 0,
                                                          draw(&seed, 4) };
                const int64_t free_seats = free_by_definition(&office, &crowd, &person);
                const bool ok = seating_judge(&office.seating, &person, &office.verdict);
                ck_assert_int_eq(office.verdict.free, free_seats);
                ck_assert_int_eq(ok, person.wanted == 0 || free_seats == NUMBER_NONE ||
                                         person.wanted <= free_seats);
                assert_explained(&office, &person);
                blocked += !ok;
            }
        office_close(&office);
    }
    ck_assert_uint_gt(blocked, 4000);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, free__without_limits__is_what_is_not_taken);
    tcase_add_test(tests, free__has_no_end__where_no_limit_applies);
    tcase_add_test(tests, who_wants_no_seat__is_never_blocked);
    tcase_add_test(tests, category_quota__blocks_its_people__and_nobody_else);
    tcase_add_test(tests, organisation_quota__blocks_its_people__and_nobody_else);
    tcase_add_test(tests, quota_of_each_organisation__counts_each_alone);
    tcase_add_test(tests, all_quotas_that_apply__are_named);
    tcase_add_test(tests, held_seats__are_kept_from_others__until_they_are_filled);
    tcase_add_test(tests, hold_of_an_organisation__is_kept_from_its_own_category);
    tcase_add_test(tests, huge_holds__leave_nothing__to_others);
    tcase_add_test(tests, full_meeting__is_told__with_both_figures);
    tcase_add_test(tests, full_meeting__does_not_blame__what_is_held);
    tcase_add_test(tests, held_seats_and_too_few__are_both_named);
    tcase_add_test(tests, hold__ends_after_its_last_day);
    tcase_add_test(tests, a_second_question__forgets_the_blockers_of_the_first);
    tcase_add_test(tests,
                   an_exchange__is_blocked__by_what_did_not_block_the_one_who_left);
    tcase_add_test(tests, free__is_what_the_definition_says__in_any_small_meeting);
}

SUITE_MAIN("seating")
