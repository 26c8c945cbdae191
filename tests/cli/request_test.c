/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request_test.c - what may be asked for through the gateway is a short list of commands
 */
#include "gateway/request.h"

#include <check.h>
#include <stdint.h>
#include <string.h>

#include "command.h"
#include "command_table.h"
#include "support/suite.h"

enum { LISTED = 42 };

static bool
is_known(const char *first, const char *second, const char *third, struct error *err)
{
    char *words[] = { (char[]){ "atelier" }, (char *)(uintptr_t)first,
                      (char *)(uintptr_t)second, (char *)(uintptr_t)third, NULL };
    int count = 1;
    while (count < 4 && words[count])
        count++;
    return request_is_known(count, words, err);
}

static bool
is_one_of(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(*words, word) == 0)
            return true;
    return false;
}

/* A list, an export or an import, what is for paper, the days, the figures, or who is in;
 * a command that is new is none of it. */
static void
expect_command(void *context, const struct command *command)
{
    static const char *const verbs[] = { "list",    "export",   "import",       "people",
                                         "members", "meetings", "sheet",        "badges",
                                         "cards",   "audit",    "certificates", "print",
                                         NULL };
    static const char *const writing[] = { "import", "sheet", NULL };
    static const char *const alone[] = { "agenda", "statistics", "who", NULL };
    int *count = context;
    const bool is_shown =
        strcmp(command->noun, "programme") == 0 || /* shown, as a list is */
        (strcmp(command->noun, "report") == 0 && command->only_reads &&
         strcmp(command->verb, "publish") != 0); /* a folder is no file */
    const bool listed = is_shown        ? true
                        : command->verb ? is_one_of(command->verb, verbs) &&
                                              strcmp(command->noun, "staff") != 0
                                        : is_one_of(command->noun, alone);

    ck_assert_msg(is_known(command->noun, command->verb, NULL, NULL) == listed,
                  "“%s %s” is %sexpected", command->noun,
                  command->verb ? command->verb : "", listed ? "" : "not ");
    *count += listed;
    if (listed && (!command->verb || !is_one_of(command->verb, writing)))
        ck_assert(command->only_reads);
}

START_TEST(lists_exports_and_imports__may_be_asked_for__and_nothing_else)
{
    int count = 0;
    command_each(command_tables, expect_command, &count);
    ck_assert_int_eq(count, LISTED);
}
END_TEST

START_TEST(options_that_say_who_or_where__stand_before_no_request)
{
    struct error err = { 0 };

    ck_assert(is_known("--json", "meeting", "list", NULL));
    ck_assert(is_known("--language=fr", "meeting", "list", NULL));
    ck_assert(is_known("--plain", NULL, NULL, NULL));
    ck_assert(is_known(NULL, NULL, NULL, NULL));
    ck_assert(!is_known("--as=root", "meeting", "list", &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "registration list 12"));
    ck_assert(!is_known("--database=/x", "meeting", "list", NULL));
    ck_assert(!is_known("--confined=/x", "meeting", "list", NULL));
    ck_assert(!is_known("--help", NULL, NULL, NULL));
    ck_assert(!is_known("--", "meeting", "list", NULL));
    ck_assert(!is_known("meeting", NULL, NULL, NULL));
    ck_assert(!is_known("demo", NULL, NULL, NULL));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, lists_exports_and_imports__may_be_asked_for__and_nothing_else);
    tcase_add_test(tests, options_that_say_who_or_where__stand_before_no_request);
}

SUITE_MAIN("request")
