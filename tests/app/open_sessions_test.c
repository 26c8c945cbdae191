/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open_sessions_test.c - how many may be in, who sees them, and how a session ends */
#include "atelier/app/change_settings.h"
#include "atelier/app/open_sessions.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

enum { HOUR = 60 * 60 * 1000 };

static struct atelier *at;
static struct error err;

static void
begin(void)
{
    err = (struct error){ 0 };
    ck_assert_int_eq(unsetenv("SSH_CLIENT"), 0);
    at = office_found();
}

static void
end(void)
{
    office_end(at);
}

static void
set(int64_t each, int64_t all, int64_t hours)
{
    struct settings *settings = record_new(&settings_entity);

    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->sessions_each = each;
    settings->sessions_all = all;
    settings->idle_hours = hours;
    ck_assert_msg(settings_change(at, settings, &err), "%s", err.message);
    record_free(&settings_entity, settings);
}

/* Another process of a login that is staff already. */
static struct atelier *
again(const char *login)
{
    struct atelier *who = office_return(login, OFFICE_NOW);

    ck_assert_ptr_nonnull(who);
    return who;
}

START_TEST(who_has_as_many_open_as_allowed__is_told_which__and_how_one_is_ended)
{
    set(2, NUMBER_NONE, NUMBER_NONE);
    struct atelier *first = office_hire(at, "lea", ROLE_DESK);
    struct atelier *second = again("lea");
    struct atelier *third = again("lea");
    const struct atelier_options by_gateway = {
        .database = database_file_path("atelier.db"),
        .identity = { .login = "lea", .source = IDENTITY_GATEWAY },
        .now = atelier_now(at),
    };

    ck_assert_int_eq(setenv("SSH_CLIENT", "192.0.2.7 51234 22", 1), 0);
    ck_assert(open_sessions_enter(first, &err));
    ck_assert(open_sessions_enter(second, &err));
    ck_assert(!open_sessions_enter(third, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(
        err.message,
        "lea has 2 sessions open, and may have no more: 1 since 10:00 from "
        "192.0.2.7; 2 since 10:00 from 192.0.2.7.  Leave one, or end one with "
        "“atelier who --end NUMBER”.");
    atelier_close(third);
    third = atelier_open(&by_gateway, &err);
    ck_assert(!open_sessions_enter(third, &err)); /* what is typed there is another */
    ck_assert_ptr_nonnull(
        strstr(err.message, "end one with “ssh HOST who --end NUMBER”."));
    atelier_close(second);
    ck_assert(open_sessions_enter(third, &err)); /* in the place that is free */
    atelier_close(first);
    atelier_close(third);
}
END_TEST

START_TEST(when_all_places_are_taken__nobody_comes_in__but_an_administrator)
{
    set(NUMBER_NONE, 1, NUMBER_NONE);
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    struct atelier *binta = office_hire(at, "binta", ROLE_DESK);

    ck_assert(open_sessions_enter(lea, &err));
    ck_assert(!open_sessions_enter(binta, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "1 session is open"));
    ck_assert_ptr_null(strstr(err.message, "lea")); /* that is not for everybody */
    ck_assert(open_sessions_enter(at, &err));
    set(0, 0, NUMBER_NONE);
    ck_assert(atelier_changed(binta));
    ck_assert(open_sessions_enter(binta, &err));
    atelier_close(lea);
    atelier_close(binta);
}
END_TEST

START_TEST(without_a_setting__twenty_of_a_person_may_be_open)
{
    struct atelier *open[21];

    open[0] = office_hire(at, "lea", ROLE_DESK);
    for (int i = 1; i <= 20; i++)
        open[i] = again("lea");
    for (int i = 0; i < 20; i++)
        ck_assert(open_sessions_enter(open[i], &err));
    ck_assert(!open_sessions_enter(open[20], &err));
    for (int i = 0; i <= 20; i++)
        atelier_close(open[i]);
}
END_TEST

START_TEST(administrators_alone__see_who_is_in)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    struct open_session *sessions;
    size_t count;

    ck_assert(open_sessions_enter(lea, &err));
    ck_assert(!open_sessions_list(lea, &sessions, &count, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(open_sessions_list(at, &sessions, &count, &err));
    ck_assert_uint_eq(count, 1);
    ck_assert_str_eq(sessions[0].login, "lea");
    ck_assert(sessions[0].is_screens && !sessions[0].by_gateway);
    free(sessions);
    atelier_close(lea);
    ck_assert(open_sessions_list(at, &sessions, &count, &err));
    ck_assert_uint_eq(count, 0);
    free(sessions);
}
END_TEST

START_TEST(how_long_no_key_has_come__is_seen_to_the_minute)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);
    struct atelier *later = office_return("lea", "2027-03-01 11:10");
    struct buffer idle = { 0 };
    struct open_session *sessions;
    size_t count;

    ck_assert(open_sessions_enter(lea, &err));
    atelier_close(at);
    at = office_return(NULL, "2027-03-01 11:10");
    ck_assert(open_sessions_list(at, &sessions, &count, &err));
    open_sessions_add_idle(at, &sessions[0], &idle);
    ck_assert_str_eq(buffer_text(&idle), "2 h 10");
    free(sessions);
    buffer_clear(&idle);

    ck_assert(open_sessions_enter(later, &err));
    open_sessions_step(later, 0);
    ck_assert(open_sessions_list(at, &sessions, &count, &err));
    open_sessions_add_idle(at, &sessions[1], &idle);
    ck_assert_str_eq(buffer_text(&idle), "");
    free(sessions);
    atelier_close(lea);
    atelier_close(later);
}
END_TEST

START_TEST(a_session_without_a_key__ends_after_the_hours_of_the_settings__and_no_sooner)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);

    ck_assert(open_sessions_enter(lea, &err));
    open_sessions_step(lea, 1000LL * HOUR);
    ck_assert(atelier_is_let_in(lea, &err)); /* nothing is set */
    set(NUMBER_NONE, NUMBER_NONE, 12);
    ck_assert(atelier_changed(lea));
    open_sessions_step(lea, 12LL * HOUR - 1);
    ck_assert(atelier_is_let_in(lea, &err));
    open_sessions_step(lea, 12LL * HOUR);
    ck_assert(!atelier_is_let_in(lea, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "12 hours"));
    atelier_close(lea);
}
END_TEST

START_TEST(ones_own_session_is_ended_by_oneself__another_by_an_administrator)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);
    struct atelier *binta = office_hire(at, "binta", ROLE_ORGANISER);

    ck_assert(open_sessions_enter(lea, &err)); /* 1 */
    ck_assert(!open_sessions_end(binta, 1, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!open_sessions_end(lea, 1, &err)); /* the one that one is in */
    ck_assert(!open_sessions_end(at, 4, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    open_sessions_step(lea, 0);
    ck_assert(atelier_is_let_in(lea, &err));    /* nobody has asked */
    ck_assert(!open_sessions_end(at, 1, &err)); /* it never looks while this waits */
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    open_sessions_step(lea, 0);
    ck_assert(!atelier_is_let_in(lea, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "ada ended this session"));
    atelier_close(lea);
    atelier_close(binta);
}
END_TEST

/* From the list to the answer of the question time passes. */
START_TEST(who_came_into_the_place_of_a_session__is_not_ended_in_its_stead)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);
    struct atelier *binta = office_hire(at, "binta", ROLE_ORGANISER);
    struct open_session *sessions;
    size_t count;

    ck_assert(open_sessions_enter(lea, &err));
    ck_assert(open_sessions_list(at, &sessions, &count, &err));
    ck_assert_uint_eq(count, 1);
    atelier_close(lea);
    ck_assert(open_sessions_enter(binta, &err));
    ck_assert(!open_sessions_end(at, sessions[0].number, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    open_sessions_step(binta, 0);
    ck_assert(atelier_is_let_in(binta, &err));
    free(sessions);
    atelier_close(binta);
}
END_TEST

/* In a process of its own: leaves when asked to, and is gone a while after. */
static void
leave_slowly(int told)
{
    const struct timespec pause = { .tv_nsec = 20000000L };
    struct atelier *lea = again("lea");

    if (!open_sessions_enter(lea, &err) || write(told, "", 1) != 1)
        _exit(1);
    for (int i = 0; i < 500 && atelier_is_let_in(lea, &err); i++) {
        (void)nanosleep(&pause, NULL);
        open_sessions_step(lea, 0);
    }
    atelier_close(lea);
    for (int i = 0; i < 15; i++)
        (void)nanosleep(&pause, NULL);
    _exit(0);
}

/* What is typed there is in use until then. */
START_TEST(a_session_has_ended__when_its_process_is_gone)
{
    int told[2];
    char word;
    int status = -1;

    atelier_close(office_hire(at, "lea", ROLE_DESK));
    ck_assert_int_eq(pipe(told), 0);
    const pid_t child = fork();
    if (child == 0)
        leave_slowly(told[1]);
    (void)close(told[1]);
    ck_assert_int_eq(read(told[0], &word, 1), 1);
    ck_assert_msg(open_sessions_end(at, 1, &err), "%s", err.message);
    ck_assert_int_eq(waitpid(child, &status, WNOHANG), child);
    ck_assert_int_eq(status, 0);
    (void)close(told[0]);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   who_has_as_many_open_as_allowed__is_told_which__and_how_one_is_ended);
    tcase_add_test(tests,
                   when_all_places_are_taken__nobody_comes_in__but_an_administrator);
    tcase_add_test(tests, without_a_setting__twenty_of_a_person_may_be_open);
    tcase_add_test(tests, administrators_alone__see_who_is_in);
    tcase_add_test(tests, how_long_no_key_has_come__is_seen_to_the_minute);
    tcase_add_test(
        tests,
        a_session_without_a_key__ends_after_the_hours_of_the_settings__and_no_sooner);
    tcase_add_test(tests,
                   ones_own_session_is_ended_by_oneself__another_by_an_administrator);
    tcase_add_test(tests,
                   who_came_into_the_place_of_a_session__is_not_ended_in_its_stead);
    tcase_add_test(tests, a_session_has_ended__when_its_process_is_gone);
}

SUITE_MAIN("open_sessions")
