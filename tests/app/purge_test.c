/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purge_test.c - people whom nothing keeps any more are erased, each by an act */
#include <check.h>
#include <string.h>

#include "atelier/app/change_settings.h"
#include "atelier/app/erase.h"
#include "atelier/app/plan.h"
#include "atelier/app/purge.h"
#include "atelier/app/sample.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/staff.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

enum { LOOKED_AT = 60 };

static struct atelier *at;
static struct error err;
static struct purge_outcome outcome;
static int64_t group;

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    err = (struct error){ 0 };
    outcome = (struct purge_outcome){ 0 };
}

static void
tear_down(void)
{
    purge_outcome_clear(&outcome);
    office_end(at);
}

static void
set_years(int64_t keep_years, int64_t roll_years)
{
    struct settings settings;

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    settings.keep_years = keep_years;
    settings.roll_years = roll_years;
    ck_assert(settings_change(at, &settings, &err));
    record_clear(&settings_entity, &settings);
}

static int64_t
add(const char *family, const char *keep_until)
{
    return office_add(at, &person_entity, "family", family, "given", "Ada", "keep_until",
                      keep_until, NULL);
}

static void
purge(bool dry_run)
{
    purge_outcome_clear(&outcome);
    ck_assert_msg(
        purge_people(at, "kept long enough", dry_run, NULL, NULL, &outcome, &err), "%s",
        err.message);
}

static const struct purged *
of(int64_t person)
{
    for (size_t i = 0; i < outcome.count; i++)
        if (outcome.items[i].person == person)
            return &outcome.items[i];
    return NULL;
}

START_TEST(their_own_day__decides__where_they_have_one)
{
    const int64_t past = add("Okafor", "2027-02-28");
    const int64_t today = add("Ito", "2027-03-01");
    const int64_t none = add("Roe", NULL);

    purge(true);
    ck_assert_uint_eq(outcome.count, 1);
    ck_assert_uint_eq(outcome.erased, 1);
    ck_assert(of(past)->own_day && !of(past)->stays);
    ck_assert(!of(today) && !of(none));
    office_expect("SELECT count(*) FROM person WHERE given = 'Ada'", "3\n");
    const int64_t acts = database_file_number("SELECT count(*) FROM journal");
    purge(false);
    ck_assert_uint_eq(outcome.erased, 1);
    office_expect("SELECT count(*) FROM person WHERE given = 'Ada'", "2\n");
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM journal"), acts + 1);
    purge(false);
    ck_assert_uint_eq(outcome.count, 0); /* whoever is erased is not due again */
    office_expect_whole(at);
}
END_TEST

START_TEST(the_years_of_the_office__count__from_the_last_meeting)
{
    const int64_t old = office_add_person(at, "Okafor", "Ada");
    const int64_t lately = office_add_person(at, "Ito", "Ken");
    const int64_t wanted = add("Roe", "2030-01-01");
    const int64_t meeting =
        office_add_meeting(at, group, "2027-02-15 09:30", NUMBER_NONE);

    for (int i = 0; i < 3; i++)
        office_register(at, meeting, (const int64_t[]){ old, lately, wanted }[i]);
    ck_assert(plan_act(at, meeting, MEETING_HOLD, NULL, &err));
    set_years(2, NUMBER_NONE);
    atelier_close(at);
    at = office_return(NULL, "2029-02-16 09:00");
    const int64_t later = office_add_meeting(at, group, "2029-02-20 09:30", NUMBER_NONE);
    office_register(at, later, lately);
    purge(true);
    ck_assert_uint_eq(outcome.count, 1);
    ck_assert(of(old) && !of(old)->own_day && of(old)->until.day == 15);
    ck_assert(!of(lately) && !of(wanted));
}
END_TEST

START_TEST(whoever_something_keeps__stays__and_it_is_said_what)
{
    const int64_t coming = add("Okafor", "2027-01-01");
    const int64_t member = add("Ito", "2027-01-01");
    const int64_t roll = add("Roe", "2027-01-01");
    const int64_t colleague = add("Lovelace", "2027-01-01");
    const int64_t held = office_add_meeting(at, group, "2027-02-15 09:30", NUMBER_NONE);

    office_register(at, office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE),
                    coming);
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(member), NULL);
    office_register(at, held, roll);
    ck_assert(plan_act(at, held, MEETING_HOLD, NULL, &err));
    set_years(NUMBER_NONE, 10);
    office_add(at, &staff_entity, "login", "alove", "name", "Ada Lovelace", NULL);
    for (int run = 0; run < 2; run++) { /* the real run says what the dry one did */
        purge(run == 0);
        ck_assert_uint_eq(outcome.count, 4);
        ck_assert_uint_eq(outcome.erased, 0);
        ck_assert(strstr(of(coming)->stays, "which is to come"));
        ck_assert(strstr(of(member)->stays, "belong to a group"));
        ck_assert(strstr(of(roll)->stays, "Years to keep lists"));
        ck_assert(strstr(of(colleague)->stays, "A colleague"));
    }
    office_expect("SELECT count(*) FROM person WHERE given = 'Ada'", "4\n");
}
END_TEST

/* What one look finds of each, and what erasing them would meet. */
START_TEST(what_a_look_finds__is_what_erasing_would_meet)
{
    size_t refused = 0;
    size_t rolls = 0;

    office_end(at);
    at = office_found();
    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    set_years(NUMBER_NONE, 20);
    for (int64_t person = 1; person <= LOOKED_AT; person++) {
        struct erase_outcome look = { 0 };
        struct erase_outcome whole = { 0 };
        struct error why = { 0 };
        const struct erase_request request = { .person = person, .reason = "kept" };
        const bool may = erase_look(at, person, &look, &err);
        ck_assert(erase_try(at, &request, &whole, &why) == may);
        ck_assert(may || strcmp(err.message, why.message) == 0);
        ck_assert_str_eq(buffer_text(&look.rolls), buffer_text(&whole.rolls));
        refused += !may;
        rolls += look.rolls.length > 0;
        erase_outcome_clear(&look);
        erase_outcome_clear(&whole);
    }
    ck_assert(refused > 0 && refused < LOOKED_AT && rolls > 0);
}
END_TEST

static bool
stop(void *context, int64_t done, int64_t total)
{
    (void)context;
    (void)total;
    return done == 1;
}

START_TEST(what_is_stopped__leaves_whole_acts)
{
    (void)add("Okafor", "2027-01-01");
    (void)add("Ito", "2027-01-02");
    ck_assert(!purge_people(at, "long enough", false, stop, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_uint_eq(outcome.erased, 1);
    office_expect("SELECT family FROM person WHERE given = 'Ada'", "Ito\n");
    office_expect_whole(at);
}
END_TEST

/* Those that would be erased are counted while one only looks. */
static bool
stop_at_third(void *context, int64_t done, int64_t total)
{
    (void)context;
    (void)total;
    return done == 2;
}

START_TEST(a_look_that_is_stopped__says_that_nobody_was_erased)
{
    (void)add("Okafor", "2027-02-26");
    (void)add("Ito", "2027-02-27");
    (void)add("Roe", "2027-02-28");

    ck_assert(!purge_people(at, "kept", true, stop_at_third, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_str_eq(err.message, "Stopped; nothing was changed.");
    ck_assert_uint_eq(outcome.erased, 2);
}
END_TEST

START_TEST(purging__is_for_administrators)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    ck_assert(!purge_people(lea, "why", true, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(lea);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, their_own_day__decides__where_they_have_one);
    tcase_add_test(tests, the_years_of_the_office__count__from_the_last_meeting);
    tcase_add_test(tests, whoever_something_keeps__stays__and_it_is_said_what);
    tcase_add_test(tests, what_a_look_finds__is_what_erasing_would_meet);
    tcase_add_test(tests, what_is_stopped__leaves_whole_acts);
    tcase_add_test(tests, a_look_that_is_stopped__says_that_nobody_was_erased);
    tcase_add_test(tests, purging__is_for_administrators);
}

SUITE_MAIN("purge")
