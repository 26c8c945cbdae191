/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_screen_test.c - the door as a machine and a colleague use it: scanners that do not
 * wait, text that is pasted, another laptop
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "support/suite.h"
#include "support/terminal.h"

#define OPENED "ATELIER_NOW=2027-03-03T08:10:00Z"

enum { PEOPLE = 60, SECOND = 1000, TWENTY_A_SECOND = 50 * 1000 /* microseconds */ };

static char folder[256];
static char database[300];
static const char *const at_the_door[] = { OPENED, NULL };

/* What a command prints, by the clock of that day; the caller clears it. */
static struct buffer
command(const char *words)
{
    struct buffer printed = { 0 };
    char line[1024];
    char part[4096];
    size_t length;

    (void)snprintf(line, sizeof(line), OPENED " %s --database %s %s",
                   getenv("ATELIER_BIN"), database, words);
    FILE *pipe = popen(line, "r");
    ck_assert_ptr_nonnull(pipe);
    while ((length = fread(part, 1, sizeof(part), pipe)) > 0)
        buffer_add_part(&printed, part, length);
    ck_assert_msg(pclose(pipe) == 0, "%s", words);
    return printed;
}

static void
run(const char *words)
{
    struct buffer printed = command(words);

    buffer_clear(&printed);
}

/* A meeting of that day, and so many people who are expected: their registrations are 1
 * to PEOPLE. */
static void
set_up(void)
{
    struct buffer add = { 0 };

    suite_make_folder("door", folder, sizeof(folder));
    (void)snprintf(database, sizeof(database), "%s/a.db", folder);
    run("init");
    run("group add GA --name Group --zone Europe/Paris");
    run("meeting add --group GA --title First --start '2027-03-03 09:30' --end 17:00");
    run("meeting confirm 1");
    buffer_add(&add, "registration add 1");
    for (int i = 1; i <= PEOPLE; i++) {
        char person[80];

        (void)snprintf(person, sizeof(person), "person add --family Name%02d", i);
        run(person);
        buffer_addf(&add, " %d", i);
    }
    run(buffer_text(&add));
    buffer_clear(&add);
}

static struct term *
start(void)
{
    const char *const argv[] = { getenv("ATELIER_BIN"), "--database", database, NULL };
    struct term *term = term_start(argv, at_the_door, 24, 80);

    term_expect(term, "First");
    term_keys(term, "D");
    term_expect(term, "Who is here?");
    return term;
}

static void
end(struct term *term)
{
    term_keys(term, "<Ctrl-Q>");
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
}

/* "0000000195\r" for 1, by the rule of ISO/IEC 7064. */
static void
add_code(int registration, struct buffer *codes)
{
    buffer_addf(codes, "%08d%02d\r", registration, 98 - registration * 100 % 97);
}

static void
expect_marks(int expected)
{
    struct buffer list = command("attendance list 1 --json");
    int found = 0;

    for (const char *at = list.text; at && (at = strstr(at, "\"present\"")); at++)
        found++;
    ck_assert_int_eq(found, expected);
    buffer_clear(&list);
}

START_TEST(codes__are_all_taken__however_fast_they_come)
{
    struct buffer codes = { 0 };
    struct term *term = start();

    for (int i = 1; i <= PEOPLE; i++)
        add_code(i, &codes);
    term_send(term, codes.text, codes.length);
    term_expect(term, "Name60: present, 60 of 60 here.");
    ck_assert(!term_wait(term, "not marked", 0));
    end(term);
    expect_marks(PEOPLE);
    buffer_clear(&codes);
}
END_TEST

START_TEST(codes__come_twenty_a_second__letter_by_letter)
{
    struct buffer codes = { 0 };
    struct term *term = start();

    for (int i = 1; i <= PEOPLE / 2; i++) {
        buffer_reset(&codes);
        add_code(i, &codes);
        for (size_t at = 0; at < codes.length; at++)
            term_send(term, codes.text + at, 1);
        (void)usleep(TWENTY_A_SECOND);
    }
    term_expect(term, "Name30: present, 30 of 60 here.");
    end(term);
    expect_marks(PEOPLE / 2);
    buffer_clear(&codes);
}
END_TEST

static void
send_codes(struct term *term, int from, int to)
{
    struct buffer codes = { 0 };

    for (int i = from; i <= to; i++)
        add_code(i, &codes);
    term_send(term, codes.text, codes.length);
    buffer_clear(&codes);
}

START_TEST(codes__that_come_while_a_colleague_writes__wait_their_turn)
{
    char path[320];
    struct term *term = start();

    (void)snprintf(path, sizeof(path), "%s.queue", database);
    const int queue = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ck_assert_int_eq(flock(queue, LOCK_EX), 0);
    send_codes(term, 1, 10);
    term_expect(term, "A colleague is writing");
    send_codes(term, 11, 20);
    (void)usleep(4 * TWENTY_A_SECOND);
    ck_assert_int_eq(flock(queue, LOCK_UN), 0);
    term_expect(term, "Name20: present, 20 of 60 here.");
    (void)close(queue);
    end(term);
    expect_marks(20);
}
END_TEST

static void
expect_nobody(struct term *term)
{
    end(term);
    expect_marks(0);
}

START_TEST(pasted_lines__mark_nobody__where_the_terminal_says_so)
{
    static const char text[] = "\033[200~Name01\r\nName02\r\n0000000195\r\n\033[201~";
    struct term *term = start();

    term_send(term, text, sizeof(text) - 1);
    term_expect(term, "Name01 Name02");
    expect_nobody(term);
}
END_TEST

START_TEST(pasted_lines__mark_nobody__where_it_does_not)
{
    static const char text[] = "Name01 and Name02\rName03 and Name04\r";
    struct term *term = start();

    term_send(term, text, sizeof(text) - 1);
    term_expect(term, "Many letters came at once");
    expect_nobody(term);
}
END_TEST

START_TEST(two_laptops__agree_within_a_second)
{
    struct term *one = start();
    struct term *other = start();

    term_keys(other, "name07");
    term_expect(other, "> Name07");
    term_keys(one, "name07");
    term_expect(one, "> Name07");
    term_keys(one, "<Enter>");
    ck_assert_msg(term_wait(other, "present 09:10", SECOND), "%s", term_screen(other));
    term_keys(other, "<Enter>");
    term_expect(other, "already");
    end(one);
    end(other);
    expect_marks(1);
}
END_TEST

START_TEST(somebody_registered_elsewhere__is_found_within_a_second)
{
    struct term *term = start();

    run("person add --family Newcomer");
    run("registration add 1 61");
    term_keys(term, "newcom");
    ck_assert_msg(term_wait(term, "> Newcomer", SECOND), "%s", term_screen(term));
    end(term);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, NULL);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, codes__are_all_taken__however_fast_they_come);
    tcase_add_test(tests, codes__come_twenty_a_second__letter_by_letter);
    tcase_add_test(tests, codes__that_come_while_a_colleague_writes__wait_their_turn);
    tcase_add_test(tests, pasted_lines__mark_nobody__where_the_terminal_says_so);
    tcase_add_test(tests, pasted_lines__mark_nobody__where_it_does_not);
    tcase_add_test(tests, two_laptops__agree_within_a_second);
    tcase_add_test(tests, somebody_registered_elsewhere__is_found_within_a_second);
}

SUITE_MAIN("door_screen")
