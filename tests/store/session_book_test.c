/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session_book_test.c - who is in is known until their process ends, and no longer */
#include "atelier/store/session_book.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/database_file.h"
#include "support/suite.h"

static struct database *db;

static void
begin(void)
{
    db = database_file_create();
}

static void
end(void)
{
    database_file_remove(db);
}

static struct open_session
describe(const char *login)
{
    struct open_session session = { .begun = 1803891600, .active = 1803891660 };

    (void)snprintf(session.login, sizeof(session.login), "%s", login);
    (void)snprintf(session.from, sizeof(session.from), "192.0.2.7");
    (void)snprintf(session.process, sizeof(session.process), "%ld:1", (long)getpid());
    return session;
}

static struct database *
come(struct open_session *own)
{
    struct error err = { 0 };
    struct database *other =
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);

    ck_assert_msg(other, "%s", err.message);
    session_book_enter(other, own);
    return other;
}

/* The logins that are in, by number: "ada 1, lea 2". */
static void
expect(const char *wanted)
{
    struct open_session_list list = { 0 };
    char text[256] = "";

    session_book_list(db, false, &list);
    for (size_t i = 0; i < list.count; i++)
        (void)snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%s %d",
                       i ? ", " : "", list.items[i].login, list.items[i].number);
    open_session_list_clear(&list);
    ck_assert_str_eq(text, wanted);
}

START_TEST(who_enters__is_seen__with_what_they_say_of_themselves__until_they_leave)
{
    struct open_session ada = describe("ada");
    struct open_session lea = describe("lea");
    struct open_session_list list = { 0 };

    expect("");
    session_book_enter(db, &ada);
    struct database *other = come(&lea);
    expect("ada 1, lea 2");
    session_book_list(other, false, &list);
    ck_assert_uint_eq(list.count, 2);
    ck_assert_str_eq(list.items[0].from, "192.0.2.7");
    ck_assert_int_eq(list.items[0].begun, 1803891600);
    ck_assert_int_eq(list.items[0].active, 1803891660);
    ada.active += 120;
    session_book_note(db, &ada);
    session_book_list(other, false, &list);
    ck_assert_int_eq(list.items[0].active, 1803891780);
    open_session_list_clear(&list);
    database_close(other);
    expect("ada 1");
    ck_assert(!session_book_is_open(db, &lea));
    const struct open_session left = lea;
    other = come(&lea); /* in the place that is free */
    ck_assert_int_eq(lea.place, left.place);
    expect("ada 1, lea 3"); /* and under a number that nobody had */
    ck_assert(session_book_is_open(db, &lea));
    ck_assert(!session_book_is_open(db, &left));
    database_close(other);
}
END_TEST

START_TEST(a_process_that_is_killed__is_in_no_more)
{
    int ready[2];
    char byte;

    ck_assert_int_eq(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        struct open_session lea = describe("lea");
        (void)come(&lea);
        (void)!write(ready[1], "x", 1);
        for (int i = 0; i < 60; i++)
            (void)sleep(1);
        _exit(0);
    }
    ck_assert_int_eq(read(ready[0], &byte, 1), 1);
    expect("lea 1");
    ck_assert_int_eq(kill(child, SIGKILL), 0);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
    expect("");
    (void)close(ready[0]);
    (void)close(ready[1]);
}
END_TEST

START_TEST(who_is_asked_to_end__is_told_by_whom__and_who_comes_after_them_is_not)
{
    struct open_session ada = describe("ada");
    struct open_session lea = describe("lea");
    char login[OPEN_SESSION_LOGIN_MOST];

    session_book_enter(db, &ada);
    struct database *other = come(&lea);
    ck_assert(!session_book_is_asked(other, &lea, login));
    ck_assert(session_book_ask(db, &lea, "ada"));
    ck_assert(session_book_is_asked(other, &lea, login));
    ck_assert_str_eq(login, "ada");
    ck_assert(!session_book_is_asked(db, &ada, login));
    session_book_note(other, &lea); /* asks no less */
    ck_assert(session_book_is_asked(other, &lea, login));
    database_close(other);
    const struct open_session left = lea;
    other = come(&lea);
    ck_assert_int_eq(lea.place, left.place);
    ck_assert(!session_book_is_asked(other, &lea, login));
    ck_assert(session_book_ask(db, &left, "ada")); /* who was found before they left */
    ck_assert(!session_book_is_asked(other, &lea, login));
    ck_assert(session_book_ask(db, &lea, "ada"));
    ck_assert(session_book_is_asked(other, &lea, login));
    database_close(other);
}
END_TEST

START_TEST(a_page_that_somebody_forged__shows_nothing_that_a_terminal_obeys)
{
    struct open_session session;
    static const char forged[] =
        "atelier\tl\x1b[2Jea\t192.0.2.7\tx\t1:1\t1\t7\t8\t9\nrest";
    static const char *const none[] = { "",
                                        "\n",
                                        "other\ta\tb\tc\td\t1\t2\t3\t4\n",
                                        "atelier\tada\n",
                                        "atelier\t\tb\tc\td\t1\t2\t3\t4\n",
                                        "atelier\tada\tb\tc\td\t1\t2\t3\n",
                                        "atelier\tada\tb\tc\td\t1\t2\t3\t-4\n",
                                        "atelier\tada\tb\tc\td\t1\t2\t3\t4" };

    ck_assert(open_session_read(&session, forged, sizeof(forged) - 1));
    ck_assert_str_eq(session.login, "l[2Jea");
    ck_assert(session.by_gateway);
    ck_assert_int_eq(session.begun, 7);
    ck_assert_int_eq(session.active, 8);
    ck_assert_int_eq(session.number, 9);
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
        ck_assert_msg(!open_session_read(&session, none[i], strlen(none[i])), "%s",
                      none[i]);
}
END_TEST

START_TEST(a_new_database__is_made__where_a_book_was_left)
{
    struct open_session ada = describe("ada");
    struct error err = { 0 };
    const char *path = database_file_path("atelier.db");

    session_book_enter(db, &ada);
    database_close(db);
    ck_assert_int_eq(unlink(path), 0);
    db = database_open(path, DATABASE_CREATE, false, &err);
    ck_assert_msg(db, "%s", err.message);
    expect("");
}
END_TEST

/* Whoever may write the database may write a page. */
START_TEST(what_somebody_else_wrote_in_a_page__is_text_and_a_time__or_no_session)
{
    static const char page[] = "atelier\te\xc2\x9bv\xffil\t192.0.2.7\t\xc3\t1:1\t1\t"
                               "-9223372036854775808\t9223372036854775807\t5\n";
    struct open_session session;

    ck_assert(open_session_read(&session, page, sizeof(page) - 1));
    ck_assert_str_eq(session.login, "e?v?il");
    ck_assert_str_eq(session.terminal, "?");
    ck_assert_int_eq(session.begun, 0);
    ck_assert_int_eq(session.active, 0);
    ck_assert(!open_session_read(&session, "atelier\tada", 11));
}
END_TEST

START_TEST(a_request_to_end_without_a_name__is_none)
{
    struct open_session lea = describe("lea");
    char login[OPEN_SESSION_LOGIN_MOST];
    struct database *other = come(&lea);

    ck_assert(session_book_ask(db, &lea, ""));
    ck_assert(!session_book_is_asked(other, &lea, login));
    database_close(other);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(
        tests, who_enters__is_seen__with_what_they_say_of_themselves__until_they_leave);
    tcase_add_test(tests, a_process_that_is_killed__is_in_no_more);
    tcase_add_test(tests,
                   who_is_asked_to_end__is_told_by_whom__and_who_comes_after_them_is_not);
    tcase_add_test(tests,
                   a_page_that_somebody_forged__shows_nothing_that_a_terminal_obeys);
    tcase_add_test(tests, a_new_database__is_made__where_a_book_was_left);
    tcase_add_test(tests,
                   what_somebody_else_wrote_in_a_page__is_text_and_a_time__or_no_session);
    tcase_add_test(tests, a_request_to_end_without_a_name__is_none);
}

SUITE_MAIN("session_book")
