/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_command_test.c - which commands are for whoever stands at the door, and that all
 * others say no and print nothing (rule 13)
 *
 * A new command is refused at the door until it stands here: its permission is MAY_READ
 * where none is named.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "atelier/base/buffer.h"
#include "command.h"
#include "command_table.h"
#include "support/suite.h"

static const char *const at_the_door[] = {
    "agenda",
    "attendance add",
    "attendance annul",
    "attendance list",
    "attendance mark",
    "attendance walk-in",
    "programme print",
    "programme show",
    "redo",
    "slot list",
    "undo",
};

/* They open what they need themselves: nothing of it, or with what its owner may. */
static const char *const without_database[] = {
    "docs commands", "docs howto",   "docs keys",       "gateway", "gateway check",
    "gateway files", "gateway keys", "gateway snippet", "init",    "restore",
};

enum { COMMANDS_MOST = 300 };

static const struct command *commands[COMMANDS_MOST];
static int command_count;
static char folder[256];

static void
collect(void *context, const struct command *command)
{
    (void)context;
    ck_assert_int_lt(command_count, COMMANDS_MOST);
    commands[command_count++] = command;
}

static void
name_of(const struct command *command, char name[80])
{
    (void)snprintf(name, 80, "%s%s%s", command->noun, command->verb ? " " : "",
                   command->verb ? command->verb : "");
}

static bool
is_among(const char *const *names, size_t count, const struct command *command)
{
    char name[80];

    name_of(command, name);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

#define IS_AMONG(NAMES, COMMAND)                                                         \
    is_among(NAMES, sizeof(NAMES) / sizeof((NAMES)[0]), COMMAND)

static int
play(const char *words, struct buffer *said)
{
    char line[1024], part[4096];
    size_t length;

    (void)snprintf(line, sizeof line,
                   "ATELIER_NOW=2027-03-01T09:00:00Z %s --database %s/a.db %s 2>&1"
                   " </dev/null",
                   getenv("ATELIER_BIN"), folder, words);
    FILE *pipe = popen(line, "r");
    ck_assert_ptr_nonnull(pipe);
    while ((length = fread(part, 1, sizeof part, pipe)) > 0)
        buffer_add_part(said, part, length);
    const int status = pclose(pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
run(const char *words)
{
    struct buffer said = { 0 };

    ck_assert_msg(play(words, &said) == 0, "%s: %s", words, buffer_text(&said));
    buffer_clear(&said);
}

static void
set_up(void)
{
    suite_make_folder("door", folder, sizeof folder);
    run("init");
    run("staff add --login lea --role door");
    run("group add GA --name Group --zone Europe/Paris");
    run("meeting add --group GA --title First --start '2027-03-01 09:30' --end 17:00");
    run("meeting confirm 1");
    run("meeting add --group GA --title Second --start '2027-03-02 09:30' --end 17:00");
    run("meeting confirm 2");
    run("person add --family Novak --given Jan --email jan@example.org");
    run("registration add 1 1");
    run("registration add 2 1");
}

static void
tear_down(void)
{
    char line[300];

    (void)snprintf(line, sizeof line, "rm -rf '%s'", folder);
    ck_assert_int_eq(system(line), 0);
}

START_TEST(each_command__is_for_the_door__or_is_not)
{
    for (int i = 0; i < command_count; i++) {
        const struct command *command = commands[i];
        char name[80];

        name_of(command, name);
        ck_assert_msg(command->without_database == IS_AMONG(without_database, command),
                      "%s", name);
        ck_assert_msg(command->without_database ||
                          role_may(ROLE_DOOR, command->permission) ==
                              IS_AMONG(at_the_door, command),
                      "“%s”: sort it", name);
    }
}
END_TEST

/* With as many operands as it wants; the role is asked before they are looked at. */
START_TEST(a_command_that_is_not__says_so__and_nothing_else__as_json_too)
{
    for (int i = 0; i < command_count; i++) {
        char words[200], name[80];
        struct buffer said = { 0 };

        if (commands[i]->without_database || IS_AMONG(at_the_door, commands[i]))
            continue;
        name_of(commands[i], name);
        (void)snprintf(words, sizeof words, "--as lea --language en%s %s%.*s",
                       i % 2 ? " --json" : "", name, commands[i]->least * 2, " 1 1 1 1");
        ck_assert_msg(play(words, &said) == 1, "%s: %s", words, buffer_text(&said));
        ck_assert_msg(strstr(buffer_text(&said), "is for the door of a meeting"),
                      "%s: %s", words, buffer_text(&said));
        ck_assert_msg(!strstr(buffer_text(&said), "ovak"), "%s", words);
        buffer_clear(&said);
    }
}
END_TEST

START_TEST(the_doors_commands__are_about_today)
{
    static const struct {
        const char *words;
        int status;
        const char *says;
    } plays[] = {
        { "--as lea attendance mark 1 1", 0, "Novak, Jan: present" },
        { "--as lea attendance mark 2 1", 1, "is for the door" },
        { "--as lea --json attendance list 1", 0, "Novak" },
        { "--as lea attendance list 2", 1, "is for the door" },
        { "--as lea attendance list 1 --expected", 0, "0 of 1 expected" },
        { "--as lea attendance list 2 --expected", 1, "is for the door" },
        { "--as lea programme print 2 --output /dev/null", 1, "is for the door" },
        { "--as lea programme print 1 --output /dev/null", 1, "Nothing is planned" },
        { "--as lea attendance list 1 --csv", 1, "is for the door" },
        { "--as lea attendance list 1 --format xlsx", 1, "is for the door" },
        { "--as lea slot list 1", 0, "" },
        { "--as lea slot list 2", 1, "is for the door" },
        { "--as lea programme show 1", 0, "First" },
        { "--as lea programme show 2", 1, "is for the door" },
        { "--as lea agenda", 0, "First" },
        { "--as lea agenda --person 1", 1, "is for the door" },
        { "--as lea attendance walk-in 1 --family Costa --given Lia", 0,
          "Costa, Lia: present" },
        { "--as lea attendance walk-in 2 --family Costa --given Ana", 1,
          "is for the door" },
        { "--as lea undo", 0, "Undone" },
        { "--as lea attendance annul 1 1 --reason slip", 0, "annulled" },
    };

    for (size_t i = 0; i < sizeof plays / sizeof plays[0]; i++) {
        struct buffer said = { 0 };
        const int status = play(plays[i].words, &said);

        ck_assert_msg(status == plays[i].status &&
                          strstr(buffer_text(&said), plays[i].says),
                      "%s: %d %s", plays[i].words, status, buffer_text(&said));
        ck_assert_msg(!strstr(buffer_text(&said), "Second") &&
                          !strstr(buffer_text(&said), "example.org"),
                      "%s: %s", plays[i].words, buffer_text(&said));
        buffer_clear(&said);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    command_each(command_tables, collect, NULL);
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, each_command__is_for_the_door__or_is_not);
    tcase_add_test(tests, a_command_that_is_not__says_so__and_nothing_else__as_json_too);
    tcase_add_test(tests, the_doors_commands__are_about_today);
}

SUITE_MAIN("door_command")
