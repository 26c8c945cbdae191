/* SPDX-License-Identifier: GPL-3.0-or-later */
/* post_test.c - a change of employer: what it means is asked, and lists follow when told
 */
#include <string.h>

#include "atelier/app/change_post.h"
#include "atelier/app/edit.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/seat_limit.h"
#include "register_office.h"
#include "support/rows.h"

#define SQL_POSTS                                                                        \
    "SELECT o.name, a.function, a.\"from\", a.\"to\", a.main FROM affiliation a"         \
    " JOIN organisation o ON o.id = a.organisation ORDER BY a.id"
#define SQL_LISTS                                                                        \
    "SELECT meeting, organisation_name, function FROM registration ORDER BY id"
#define OLD_POST "Oldtown|Officer|2020-01-01|-|1\n"
#define OLD_LISTS                                                                        \
    "1|Oldtown|Officer\n"                                                                \
    "2|Oldtown|Officer\n"                                                                \
    "3|Oldtown|Officer\n"

static const char old_function[] = "Officer";
static struct post before;
static struct post after;
static struct questions sheet;

/* Anna is an officer in Oldtown, on the lists of a meeting today and of two to come. */
static void
open_office(void)
{
    static char function[] = "Officer", director[] = "Director";

    set_up();
    const int64_t oldtown = office_add(at, &organisation_entity, "name", "Oldtown", NULL);
    const int64_t newtown = office_add(at, &organisation_entity, "name", "Newtown", NULL);
    office_add(at, &affiliation_entity, "person", rows_number(anna), "organisation",
               rows_number(oldtown), "function", old_function, "from", "2020-01-01",
               "main", "1", NULL);
    office_register(at, meeting, anna);
    office_register(at, office_add_meeting(at, group, "2027-03-20 09:30", SEATS), anna);
    office_register(at, office_add_meeting(at, group, "2027-03-01 09:30", SEATS), anna);
    before = (struct post){ oldtown, function };
    after = (struct post){ newtown, director };
    sheet = (struct questions){ 0 };
}

static void
close_office(void)
{
    questions_clear(&sheet);
    tear_down();
}

static bool
change(const char *given)
{
    struct person person;

    err = (struct error){ 0 };
    record_init(&person_entity, &person);
    ck_assert(edit_load(at, &person_entity, anna, &person, &err));
    memory_replace(&person.given, given);
    const bool ok = post_change(at, &person, &before, &after, &sheet, &err);
    record_clear(&person_entity, &person);
    return ok;
}

static void
answer(enum question_post meaning, enum question_coming coming)
{
    question_reply(&sheet, QUESTION_POST, meaning, NULL);
    question_reply(&sheet, QUESTION_COMING, coming, NULL);
}

START_TEST(another_post__is_asked_about__and_nothing_is_written_before)
{
    ck_assert(!change("Anne"));
    ck_assert_int_eq(err.question, QUESTION_POST);
    ck_assert_str_eq(err.message,
                     "Until now: Officer, Oldtown.  From now on: Director, Newtown.");
    question_reply(&sheet, QUESTION_POST, POST_MOVED, NULL);
    ck_assert(!change("Anne"));
    ck_assert_int_eq(err.question, QUESTION_COMING);
    ck_assert_ptr_nonnull(strstr(err.message, "2 meetings to come"));
    office_expect(SQL_POSTS, OLD_POST);
    office_expect(SQL_LISTS, OLD_LISTS);
    office_expect("SELECT given FROM person WHERE id = 1", "Anna\n");
}
END_TEST

/* Rule 7: the list of the meeting that has begun keeps what it shows in any case. */
START_TEST(who_moved__has_one_post__and_lists_to_come_follow_when_told)
{
    answer(POST_MOVED, COMING_FOLLOW);
    ck_assert_msg(change("Anne"), "%s", err.message);
    office_expect(SQL_POSTS, "Oldtown|Officer|2020-01-01|2027-02-28|0\n"
                             "Newtown|Director|2027-03-01|-|1\n");
    office_expect(SQL_LISTS, "1|Newtown|Director\n"
                             "2|Newtown|Director\n"
                             "3|Oldtown|Officer\n");
    office_expect(SQL_LAST_ACT, "person.post|-\n");
    office_expect("SELECT given FROM person WHERE id = 1", "Anne\n");
    office_expect_whole(at);

    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect(SQL_POSTS, OLD_POST);
    office_expect(SQL_LISTS, OLD_LISTS);
    office_expect("SELECT given FROM person WHERE id = 1", "Anna\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(lists__keep_what_they_show__unless_told)
{
    answer(POST_SECOND, COMING_KEEP);
    ck_assert_msg(change("Anna"), "%s", err.message);
    office_expect(SQL_POSTS, "Oldtown|Officer|2020-01-01|-|0\n"
                             "Newtown|Director|2027-03-01|-|1\n");
    office_expect(SQL_LISTS, OLD_LISTS);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_correction__changes_the_post_that_is_there)
{
    after.organisation = before.organisation;
    answer(POST_CORRECTED, COMING_FOLLOW);
    ck_assert_msg(change("Anna"), "%s", err.message);
    office_expect(SQL_POSTS, "Oldtown|Director|2020-01-01|-|1\n");
    office_expect(SQL_LISTS, "1|Oldtown|Director\n"
                             "2|Oldtown|Director\n"
                             "3|Oldtown|Officer\n");
}
END_TEST

/* Nobody asks what a first post means, nor what a function means that was not known. */
START_TEST(a_first_post__is_not_asked_about)
{
    const int64_t newtown = after.organisation;

    before = (struct post){ 0 };
    after.function = NULL;
    anna = bruno;
    ck_assert_msg(change("Bruno"), "%s", err.message);
    before.organisation = newtown;
    after.function = "Director";
    ck_assert_msg(change("Bruno"), "%s", err.message);
    office_expect(SQL_POSTS, OLD_POST "Newtown|Director|2027-03-01|-|1\n");
}
END_TEST

START_TEST(who_left__has_no_post__and_a_function_alone_is_none)
{
    after.organisation = 0;
    ck_assert(!change("Anna"));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.field, "organisation");
    after.function = NULL;
    answer(POST_MOVED, COMING_FOLLOW);
    ck_assert_msg(change("Anna"), "%s", err.message);
    office_expect(SQL_POSTS, "Oldtown|Officer|2020-01-01|2027-02-28|0\n");
    office_expect(SQL_LISTS, OLD_LISTS);
}
END_TEST

START_TEST(a_post_that_a_colleague_changed__is_not_overwritten)
{
    office_change(at, &affiliation_entity, 1, "function", "Mayor", NULL);
    answer(POST_MOVED, COMING_KEEP);
    ck_assert(!change("Anna"));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "Mayor, Oldtown"));
    office_expect(SQL_POSTS, "Oldtown|Mayor|2020-01-01|-|1\n");
}
END_TEST

/* A post typed beside those that are there. */
static bool
add_post(const char *from, const char *to, bool is_main)
{
    struct affiliation post;

    err = (struct error){ 0 };
    record_init(&affiliation_entity, &post);
    post.person = anna;
    post.organisation = after.organisation;
    post.function = memory_copy("Director");
    post.main = is_main;
    ck_assert(date_parse(from, &post.from));
    ck_assert(!to || date_parse(to, &post.to));
    const bool ok = edit_add(at, &affiliation_entity, &post, &sheet, &err);
    record_clear(&affiliation_entity, &post);
    return ok;
}

START_TEST(a_new_post__is_asked_about_too)
{
    ck_assert(!add_post("2027-03-01", NULL, true));
    ck_assert_int_eq(err.question, QUESTION_POST);
    ck_assert_str_eq(err.message,
                     "Until now: Officer, Oldtown.  From now on: Director, Newtown.");
    office_expect(SQL_POSTS, OLD_POST);

    question_reply(&sheet, QUESTION_POST, POST_MOVED, NULL);
    ck_assert_msg(add_post("2027-04-01", NULL, true), "%s", err.message);
    office_expect(SQL_POSTS, "Oldtown|Officer|2020-01-01|2027-03-31|0\n"
                             "Newtown|Director|2027-04-01|-|1\n");
    office_expect_whole(at);
    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect(SQL_POSTS, OLD_POST);

    question_reply(&sheet, QUESTION_POST, POST_SECOND, NULL);
    ck_assert_msg(add_post("2019-04-01", NULL, true), "%s", err.message);
    office_expect(SQL_POSTS, "Oldtown|Officer|2020-01-01|-|0\n"
                             "Newtown|Director|2019-04-01|-|1\n");
}
END_TEST

START_TEST(a_new_post__in_the_place_of_one_that_was_never_held)
{
    question_reply(&sheet, QUESTION_POST, POST_CORRECTED, NULL);
    ck_assert_msg(add_post("2027-03-01", NULL, true), "%s", err.message);
    office_expect(SQL_POSTS, "Newtown|Director|2027-03-01|-|1\n");
    office_expect_whole(at);
}
END_TEST

/* It says nothing of the post that lists show. */
START_TEST(a_post_beside_the_main_one__or_of_the_past__is_not_asked_about)
{
    ck_assert_msg(add_post("2027-03-01", NULL, false), "%s", err.message);
    ck_assert_msg(add_post("2010-03-01", "2012-03-01", true), "%s", err.message);
    office_expect(SQL_POSTS, OLD_POST "Newtown|Director|2027-03-01|-|0\n"
                                      "Newtown|Director|2010-03-01|2012-03-01|1\n");
}
END_TEST

/* The seats of Newtown are taken where the list would show it. */
START_TEST(a_quota_of_the_new_organisation__is_asked)
{
    office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
               "organisation", "organisation", rows_number(after.organisation), "kind",
               "most", "people", "0", NULL);
    answer(POST_MOVED, COMING_FOLLOW);
    ck_assert(!change("Anna"));
    ck_assert_int_eq(err.question, QUESTION_QUOTA);
    office_expect(SQL_LISTS, OLD_LISTS);
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "The mayor asked.");
    ck_assert_msg(change("Anna"), "%s", err.message);
    office_expect(SQL_LAST_ACT, "registration.past_quota|The mayor asked.\n");
    office_expect_whole(at);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, open_office, close_office);
    tcase_add_test(tests, another_post__is_asked_about__and_nothing_is_written_before);
    tcase_add_test(tests, who_moved__has_one_post__and_lists_to_come_follow_when_told);
    tcase_add_test(tests, lists__keep_what_they_show__unless_told);
    tcase_add_test(tests, a_correction__changes_the_post_that_is_there);
    tcase_add_test(tests, a_first_post__is_not_asked_about);
    tcase_add_test(tests, who_left__has_no_post__and_a_function_alone_is_none);
    tcase_add_test(tests, a_post_that_a_colleague_changed__is_not_overwritten);
    tcase_add_test(tests, a_quota_of_the_new_organisation__is_asked);
    tcase_add_test(tests, a_new_post__is_asked_about_too);
    tcase_add_test(tests, a_new_post__in_the_place_of_one_that_was_never_held);
    tcase_add_test(tests, a_post_beside_the_main_one__or_of_the_past__is_not_asked_about);
}

SUITE_MAIN("post")
