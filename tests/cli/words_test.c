/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words_test.c - what is typed behind a command is text: bytes that are none are refused,
 * and it is said where they stand
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "command_table.h"
#include "support/suite.h"
#include "words.h"

/* Latin-1, UTF-16's mark, half of a letter, a slash in disguise, half of a pair. */
static const char *const no_text[] = { "Ren\xe9", "\xff\xfe", "\xc3", "\xc0\xaf",
                                       "\xed\xa0\x80" };

enum { BYTES = sizeof(no_text) / sizeof(no_text[0]), WORDS_MOST = 8 };

struct line {
    char *words[WORDS_MOST + 1];
    int count;
};

static void
add(struct line *line, const char *word)
{
    ck_assert_int_lt(line->count, WORDS_MOST);
    line->words[line->count++] = strdup(word);
}

static void
begin(struct line *line, const struct command *command)
{
    *line = (struct line){ 0 };
    add(line, "atelier");
    add(line, command->noun);
    if (command->verb)
        add(line, command->verb);
}

/* Reads the line, which is refused for its bytes, and forgets it. */
static void
expect_refused(struct line *line, const char *named)
{
    struct cli_options options = { 0 };
    struct invocation inv = { .tables = command_tables };
    struct error err = { 0 };
    char *words[WORDS_MOST + 1];

    memcpy(words, line->words, sizeof(words));
    const enum words_request request =
        words_read(line->count, line->words, &options, &inv, &err);
    ck_assert_msg(request == WORDS_WRONG && err.kind == ERROR_INPUT &&
                      strstr(err.message, "is not UTF-8 text") &&
                      strstr(err.message, named),
                  "%s %s %s: %s", words[1], words[2] ? words[2] : "", named, err.message);
    free(inv.given);
    free(inv.words);
    for (int i = 0; i < line->count; i++)
        free(words[i]);
}

static void
expect_option_refused(const struct command *command, const char *option, int *count)
{
    char dashed[64];
    char joined[96];

    (void)snprintf(dashed, sizeof(dashed), "--%s", option);
    for (size_t i = 0; i < BYTES; i++) {
        struct line line;
        begin(&line, command);
        add(&line, dashed);
        add(&line, no_text[i]);
        expect_refused(&line, dashed);
        begin(&line, command);
        (void)snprintf(joined, sizeof(joined), "%s=%s", dashed, no_text[i]);
        add(&line, joined);
        expect_refused(&line, dashed);
    }
    ++*count;
}

/* The names of files are any bytes. */
static bool
is_text(const char *argument)
{
    return argument && !strstr(argument, "FILE");
}

static void
expect_options_refused(void *context, const struct command *command)
{
    int *count = context;
    struct command_option option;

    for (size_t i = 0; command_option_at(command, i, &option); i++)
        if (is_text(option.argument))
            expect_option_refused(command, option.name, count);
    for (size_t i = 0; command_takes_fields(command) && i < command->entity->field_count;
         i++) {
        char name[48];
        const struct field *field = &command->entity->fields[i];
        if (!command_takes_field(command, field))
            continue;
        (void)snprintf(name, sizeof(name), "%s", field->name);
        for (char *at = name; (at = strchr(at, '_'));)
            *at = '-';
        expect_option_refused(command, name, count);
    }
}

START_TEST(bytes_that_are_no_text__are_refused__behind_any_option)
{
    int count = 0;

    command_each(command_tables, expect_options_refused, &count);
    ck_assert_int_gt(count, 100);
}
END_TEST

static void
expect_operands_refused(void *context, const struct command *command)
{
    int *count = context;

    if (!is_text(command->operands) || command->most == 0)
        return;
    for (size_t i = 0; i < BYTES; i++) {
        struct line line;
        begin(&line, command);
        add(&line, no_text[i]);
        for (int more = 1; more < command->least; more++)
            add(&line, "1");
        expect_refused(&line, "\xe2\x80\x9c");
    }
    ++*count;
}

START_TEST(bytes_that_are_no_text__are_refused__as_operands)
{
    int count = 0;

    command_each(command_tables, expect_operands_refused, &count);
    ck_assert_int_gt(count, 30);
}
END_TEST

START_TEST(bytes_that_are_no_text__are_refused__for_every_command)
{
    static const struct command list = { .noun = "person", .verb = "list" };
    static const char *const names[] = { "--as", "--language" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct line line;
        begin(&line, &list);
        add(&line, names[i]);
        add(&line, no_text[0]);
        expect_refused(&line, names[i]);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, bytes_that_are_no_text__are_refused__behind_any_option);
    tcase_add_test(tests, bytes_that_are_no_text__are_refused__as_operands);
    tcase_add_test(tests, bytes_that_are_no_text__are_refused__for_every_command);
}

SUITE_MAIN("words")
