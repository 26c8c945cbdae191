/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command_test.c - a command that only reads says so, and no other does
 *
 * What only reads leaves the file as it is, on the way in too: that meetings follow new
 * rules of their time zone is written by commands that write.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "command_table.h"
#include "support/suite.h"

/* Verbs, and nouns that stand alone.  One that is not here writes. */
static const char *const reading[] = {
    "agenda", "audit",   "backup", "badges",   "cards",      "certificates", "check",
    "export", "journal", "list",   "meetings", "members",    "open",         "people",
    "print",  "publish", "search", "show",     "statistics", "who",          "why",
};

static bool
reads(const struct command *command)
{
    const char *word = command->verb ? command->verb : command->noun;

    for (size_t i = 0; i < sizeof reading / sizeof reading[0]; i++)
        if (strcmp(word, reading[i]) == 0)
            return true;
    return false;
}

static void
expect_flag(void *context, const struct command *command)
{
    int *count = context;

    if (command->without_database)
        return;
    ++*count;
    ck_assert_msg(command->only_reads == reads(command),
                  "“%s%s%s” %s: correct its only_reads, or the words of this test",
                  command->noun, command->verb ? " " : "",
                  command->verb ? command->verb : "",
                  command->only_reads ? "says that it only reads"
                                      : "does not say that it only reads");
}

START_TEST(what_only_reads__says_so__and_nothing_else_does)
{
    int count = 0;

    command_each(command_tables, expect_flag, &count);
    ck_assert_int_gt(count, 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, what_only_reads__says_so__and_nothing_else_does);
}

SUITE_MAIN("command")
