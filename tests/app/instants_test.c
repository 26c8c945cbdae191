/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants_test.c - a zone's rules change, and meetings keep their hour on the wall */
#include "instants_office.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/domain/meeting.h"
#include "support/database_file.h"

START_TEST(a_day_in_which_clocks_leave_out_midnight__begins_an_hour_later_by_them)
{
    const struct date day = { 2027, 3, 28 };
    struct local_time first;

    change_rules("CET-1CEST,M3.5.0/0,M10.5.0/3");
    ck_assert(atelier_local_time(at, atelier_midnight(at, day), NULL, &first, &err));
    ck_assert_int_eq(date_compare(first.date, day), 0);
    ck_assert_int_eq(first.hour, 1);
    ck_assert(atelier_local_time(at, atelier_midnight(at, day) - 1, NULL, &first, &err));
    ck_assert_int_eq(first.date.day, 27);
}
END_TEST

static size_t
count_problems(struct atelier *who, const char *first)
{
    struct check_report report = { 0 };

    ck_assert_msg(upkeep_check(who, false, &report, &err), "%s", err.message);
    size_t count = report.count;
    if (count > 0)
        ck_assert_msg(strstr(report.problems[0], first), "%s", report.problems[0]);
    check_report_clear(&report);
    return count;
}

START_TEST(the_instants__follow__in_one_act)
{
    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    office_add_meeting(at, group, "2027-07-02 09:00", 10);
    office_add_meeting(at, group, "2027-12-01 09:00", 10);
    change_rules(NO_SUMMER);
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 08:00\n07-02 08:00\n12-01 08:00\n");
    office_expect("SELECT end_at - start_at FROM meeting", "7200\n7200\n7200\n");
    office_expect("SELECT start, ics_sequence, rev FROM meeting",
                  "2027-07-01 09:00|0|2\n2027-07-02 09:00|0|2\n2027-12-01 09:00|0|1\n");
    office_expect(SQL_ACTS, "ada|Europe/Paris\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_meeting_that_is_over__took_place_when_it_did)
{
    office_add_meeting(at, group, "2026-07-01 09:00", 10);
    change_rules(NO_SUMMER);
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 07:00\n");
    office_add_meeting(at, group, "2027-03-01 09:00", 10);
    made_zone_write(PARIS, ALL_SUMMER);
    come_back("2027-03-01 10:01"); /* a minute after its end */
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 07:00\n03-01 08:00\n");
    office_expect(SQL_ACTS, "");
    office_expect_whole(at);
}
END_TEST

/* Two hours from 9:00; the clock stands at the middle of what only one of the two rules
 * says is over. */
START_TEST(a_meeting_that_is_over_by_one_of_the_rules__follows)
{
    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    made_zone_write(PARIS, NO_SUMMER);
    come_back("2027-07-01 09:30");
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 08:00\n");
    made_zone_write(PARIS, SUMMER);
    come_back("2027-07-01 09:30");
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 07:00\n");
}
END_TEST

START_TEST(what_is_planned_by_the_rules_of_today__needs_no_comparing)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    (void)atelier_changed(lea);
    come_back(OFFICE_NOW);
    instants_follow_rules(at);
    ck_assert(!atelier_changed(lea));
    atelier_close(lea);
}
END_TEST

/* As an upgrade leaves it. */
START_TEST(a_zone_that_nobody_compared__is_compared_once)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    office_add_meeting(at, group, "2027-12-01 09:00", 10);
    ck_assert(database_file_run("UPDATE zone_rule SET fingerprint = NULL"));
    ck_assert(database_file_run("UPDATE meeting SET start_at = start_at + 60"
                                " WHERE id = 2"));
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 07:00\n12-01 08:00\n");
    (void)atelier_changed(lea);
    instants_follow_rules(at);
    ck_assert(!atelier_changed(lea));
    atelier_close(lea);
}
END_TEST

START_TEST(other_zones__stay)
{
    made_zone_write("Africa/Cairo", "EET-2");
    office_change(at, entity_find("working_group"), group, "zone", "Africa/Cairo", NULL);
    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    office_change(at, entity_find("working_group"), group, "zone", PARIS, NULL);
    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    change_rules(NO_SUMMER);
    instants_follow_rules(at);
    office_expect("SELECT zone, rev FROM meeting", "Africa/Cairo|1\nEurope/Paris|2\n");
    office_expect(SQL_ACTS, "ada|Europe/Paris\n");
}
END_TEST

START_TEST(who_comes_second__finds_nothing_to_do)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    atelier_close(lea);
    change_rules(NO_SUMMER);
    lea = office_return("lea", OFFICE_NOW);
    instants_follow_rules(lea);
    office_expect(SQL_ACTS, "lea|Europe/Paris\n");
    (void)atelier_changed(lea);
    instants_follow_rules(at);
    ck_assert(!atelier_changed(lea));
    come_back(OFFICE_NOW);
    instants_follow_rules(at);
    ck_assert(!atelier_changed(lea));
    office_expect(SQL_ACTS, "lea|Europe/Paris\n");
    atelier_close(lea);
}
END_TEST

static int turn; /* held by somebody else */
static struct atelier *first;

/* Who holds the turn ends, and another is quicker. */
static bool
be_second(void *context, int64_t waited)
{
    (void)context;
    (void)waited;
    if (turn >= 0) {
        (void)close(turn);
        turn = -1;
        instants_follow_rules(first);
    }
    return false;
}

START_TEST(of_two_at_once__one_has_the_act)
{
    atelier_close(office_hire(at, "lea", ROLE_ORGANISER));
    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    change_rules(NO_SUMMER);
    first = office_return("lea", OFFICE_NOW);
    turn = open(database_file_path("atelier.db.queue"), O_RDWR);
    ck_assert_int_eq(flock(turn, LOCK_EX), 0);
    atelier_set_waiting(at, be_second, NULL);
    instants_follow_rules(at);
    ck_assert_int_eq(turn, -1);
    office_expect(SQL_ACTS, "lea|Europe/Paris\n");
    office_expect("SELECT rev FROM meeting", "2\n");
    atelier_close(first);
}
END_TEST

START_TEST(who_may_not_plan__leaves_it_and_check_says_what_to_do)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    ck_assert_uint_eq(count_problems(at, ""), 0);
    atelier_close(desk);
    made_zone_write(PARIS, NO_SUMMER);
    desk = office_return("lea", OFFICE_NOW);
    instants_follow_rules(desk);
    office_expect(SQL_STARTS, "07-01 07:00\n");
    ck_assert_uint_eq(count_problems(desk, "an account that may plan"), 1);
    come_back(OFFICE_NOW);
    instants_follow_rules(at);
    ck_assert_uint_eq(count_problems(desk, ""), 0);
    atelier_close(desk);
}
END_TEST

/* Each part of a rule counts, and the meeting is on the day that it moves. */
static const struct {
    const char *rule;
    const char *start;
    const char *instant;
} rules[] = {
    { "CET-2CEST-3,M3.5.0,M10.5.0/3", "2027-12-01 09:00", "12-01 07:00\n" },
    { "CET-1CEST-3,M3.5.0,M10.5.0/3", "2027-07-01 09:00", "07-01 06:00\n" },
    { "CET-1CEST,M4.5.0,M10.5.0/3", "2027-04-01 09:00", "04-01 08:00\n" },
    { "CET-1CEST,M3.5.0,M10.4.0/3", "2027-10-28 09:00", "10-28 08:00\n" },
    { "CET-1CEST,M3.5.0,M10.5.6/3", "2027-10-30 09:00", "10-30 08:00\n" },
    { "CET-1CEST,M3.5.0/10,M10.5.0/3", "2027-03-28 09:00", "03-28 08:00\n" },
    { "CET-1CEST,J200,M10.5.0/3", "2027-07-01 09:00", "07-01 08:00\n" },
};

START_TEST(a_part_of_a_rule__is_a_rule)
{
    office_add_meeting(at, group, rules[_i].start, 10);
    come_back(OFFICE_NOW);
    instants_follow_rules(at); /* compared, as they are */
    office_expect(SQL_ACTS, "");
    change_rules(rules[_i].rule);
    instants_follow_rules(at);
    office_expect(SQL_STARTS, rules[_i].instant);
}
END_TEST

START_TEST(a_zone_that_is_gone__waits_and_check_names_it)
{
    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    made_zone_end();
    made_zone_begin();
    made_zone_write("Africa/Cairo", "EET-2");
    come_back(OFFICE_NOW);
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 07:00\n");
    ck_assert_uint_eq(count_problems(at, PARIS), 1);
    made_zone_write(PARIS, NO_SUMMER);
    come_back(OFFICE_NOW);
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 08:00\n");
}
END_TEST

/* --- hours that come twice, or never */

/* Planned by the rules of now; which of two hours is said. */
static void
plan(const char *start, enum question_clock clock)
{
    struct meeting *meeting = record_new(&meeting_entity);
    struct questions sheet = { 0 };
    unsigned warnings;

    question_reply(&sheet, QUESTION_CLOCK, clock, NULL);
    ck_assert(local_time_parse(start, &meeting->start));
    ck_assert(plan_prepare(at, group, meeting, &err));
    ck_assert_msg(plan_add(at, meeting, &sheet, &warnings, &err), "%s", err.message);
    questions_clear(&sheet);
    record_free(&meeting_entity, meeting);
}

static const struct {
    const char *before;
    const char *wall;
    enum question_clock clock;
    const char *after;
    const char *instant;
} hours[] = {
    /* still twice: the answer holds */
    { SUMMER, "2027-10-31 02:30", CLOCK_EARLIER, LONG_SUMMER, "10-31 00:30\n" },
    { SUMMER, "2027-10-31 02:30", CLOCK_LATER, LONG_SUMMER, "10-31 01:30\n" },
    /* twice from now on: the hour that it was */
    { NO_SUMMER, "2027-10-31 02:30", CLOCK_EARLIER, SUMMER, "10-31 01:30\n" },
    { ALL_SUMMER, "2027-10-31 02:30", CLOCK_LATER, SUMMER, "10-31 00:30\n" },
    { "WGT+3", "2027-10-31 02:30", CLOCK_EARLIER, SUMMER, "10-31 01:30\n" },
    /* once from now on */
    { SUMMER, "2027-10-31 02:30", CLOCK_EARLIER, NO_SUMMER, "10-31 01:30\n" },
    /* never any more */
    { NO_SUMMER, "2027-03-28 02:30", CLOCK_EARLIER, SUMMER, "03-28 01:30\n" },
    { ALL_SUMMER, "2027-03-28 02:30", CLOCK_LATER, SUMMER, "03-28 00:30\n" },
};

START_TEST(an_hour_that_comes_twice_or_never__is_the_nearest_to_what_it_was)
{
    made_zone_write(PARIS, hours[_i].before);
    come_back(OFFICE_NOW);
    plan(hours[_i].wall, hours[_i].clock);
    change_rules(hours[_i].after);
    instants_follow_rules(at);
    office_expect(SQL_STARTS, hours[_i].instant);
    office_expect("SELECT start FROM meeting", strstr(hours[_i].wall, "10-31")
                                                   ? "2027-10-31 02:30\n"
                                                   : "2027-03-28 02:30\n");
    ck_assert_uint_eq(count_problems(at, ""), 0);
}
END_TEST

/* --- old rules that come back */

START_TEST(a_program_that_was_open_meanwhile__is_put_right_by_the_next)
{
    office_add_meeting(at, group, "2027-07-01 09:00", 10); /* it knows the old rules */
    made_zone_write(PARIS, NO_SUMMER);
    struct atelier *other = office_return(NULL, OFFICE_NOW);
    instants_follow_rules(other);
    office_add_meeting(at, group, "2027-07-02 09:00", 10);
    office_expect(SQL_STARTS, "07-01 08:00\n07-02 07:00\n");
    atelier_close(other);
    come_back(OFFICE_NOW);
    instants_follow_rules(at);
    office_expect(SQL_STARTS, "07-01 08:00\n07-02 08:00\n");
}
END_TEST

START_TEST(an_undo__takes_the_time_back_but_not_the_rules)
{
    struct journal_entry entry = { 0 };
    int64_t id = office_add_meeting(at, group, "2027-07-01 09:00", 10);

    office_change(at, &meeting_entity, id, "start", "2027-12-01 09:00", "end",
                  "2027-12-01 11:00", NULL);
    change_rules(NO_SUMMER);
    instants_follow_rules(at);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "meeting.move");
    office_expect(SQL_STARTS, "07-01 08:00\n");
    office_expect_whole(at);
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(the_act__is_in_no_undos_way)
{
    struct journal_entry entry = { 0 };
    int64_t id = office_add_meeting(at, group, "2027-07-01 09:00", 10);

    office_change(at, &meeting_entity, id, "start", "2027-07-02 10:00", "end",
                  "2027-07-02 12:00", NULL);
    change_rules(NO_SUMMER);
    instants_follow_rules(at);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_STARTS, "07-01 08:00\n");
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_STARTS, "07-02 09:00\n");
    office_expect_whole(at);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect("SELECT count(*) FROM meeting", "0\n");
    change_rules(SUMMER);
    instants_follow_rules(at);
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_STARTS, "07-01 07:00\n");
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(the_act__is_not_undone)
{
    struct journal_entry entry = { 0 };

    office_add_meeting(at, group, "2027-07-01 09:00", 10);
    change_rules(NO_SUMMER);
    instants_follow_rules(at);
    const int64_t act = database_file_number("SELECT max(id) FROM journal");
    ck_assert(!undo_act(at, act, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "change their times"), "%s", err.message);
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_str_eq(entry.act, "meeting.add");
    journal_entry_clear(&entry);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(
        tests, a_day_in_which_clocks_leave_out_midnight__begins_an_hour_later_by_them);
    tcase_add_test(tests, the_instants__follow__in_one_act);
    tcase_add_test(tests, a_meeting_that_is_over__took_place_when_it_did);
    tcase_add_test(tests, a_meeting_that_is_over_by_one_of_the_rules__follows);
    tcase_add_test(tests, what_is_planned_by_the_rules_of_today__needs_no_comparing);
    tcase_add_test(tests, a_zone_that_nobody_compared__is_compared_once);
    tcase_add_test(tests, other_zones__stay);
    tcase_add_test(tests, who_comes_second__finds_nothing_to_do);
    tcase_add_test(tests, of_two_at_once__one_has_the_act);
    tcase_add_test(tests, who_may_not_plan__leaves_it_and_check_says_what_to_do);
    tcase_add_test(tests, a_zone_that_is_gone__waits_and_check_names_it);
    tcase_add_loop_test(tests, a_part_of_a_rule__is_a_rule, 0,
                        (int)(sizeof(rules) / sizeof(rules[0])));
    tcase_add_loop_test(tests,
                        an_hour_that_comes_twice_or_never__is_the_nearest_to_what_it_was,
                        0, (int)(sizeof(hours) / sizeof(hours[0])));
    tcase_add_test(tests, a_program_that_was_open_meanwhile__is_put_right_by_the_next);
    tcase_add_test(tests, an_undo__takes_the_time_back_but_not_the_rules);
    tcase_add_test(tests, the_act__is_in_no_undos_way);
    tcase_add_test(tests, the_act__is_not_undone);
}

SUITE_MAIN("instants")
