/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strange_text_test.c - nothing typed, pasted or stored reaches the terminal as a command
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/program.h"
#include "support/suite.h"

/* A title for the window, a bell, a sign that writes backwards, an old escape, a blank
 * screen, an answer-back; what the terminal must never get. */
#define STRANGE                                                                          \
    "Strange\033]0;owned\007\xe2\x80\xae"                                                \
    "gnahc\xc2\x9b"                                                                      \
    "31m\033[2J\033[6n\005\010\177"

static void
assert_harmless(const struct term *term)
{
    static const char *const never[] = {
        "\033]0;owned", "\007", "\xe2\x80\xae", "\xc2\x9b", "\033[6n", "\005", "\177",
    };

    for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
        ck_assert_msg(!term_has_written(term, never[i], strlen(never[i])),
                      "the terminal got number %zu of what it must not", i);
}

/* Puts the text in every table that a person reads, past the rules of the program. */
static void
store_everywhere(void)
{
    static const char *const columns[] = {
        "person SET family",
        "person SET note",
        "organisation SET name",
        "meeting SET title",
        "meeting SET description",
        "working_group SET name",
        "room SET name",
        "venue SET name",
        "category SET name",
        "affiliation SET function",
        "registration SET function",
        "journal SET summary",
        "staff SET name",
    };

    program_sql("DROP TRIGGER journal_keeps_what_happened");
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
        char sql[512];

        (void)snprintf(sql, sizeof(sql), "UPDATE OR IGNORE %s = '%s' || id", columns[i],
                       STRANGE);
        program_sql(sql);
    }
}

/* Ways through the screens; each begins with a section. */
static const char *const ways[] = {
    "1",
    "2",
    "2<Enter>",
    "4",
    "4<Enter>",
    "5",
    "5<Enter>",
    "4e",
    "6",
    "6<Enter>",
    "5e",
    "7",
    "6e",
    "8",
    "2<Enter><Enter>",
    "4/strange",
    "5<Ctrl-F>strange",
    "4n<Tab><Tab>str",
};

START_TEST(what_is_stored__is_shown_harmless__on_every_screen)
{
    struct term *term;

    store_everywhere();
    term = program_screens(NULL);
    term_keys(term, ways[_i]);
    term_expect(term, "F10 menu");
    term_settle(term);
    assert_harmless(term);
    program_leave(term);
}
END_TEST

START_TEST(what_is_stored__is_printed_harmless__by_commands)
{
    static const char *const commands[] = {
        "person|list",         "organisation|list", "meeting|list",
        "group|list",          "room|list",         "journal",
        "registration|list|1", "person|show|1",     "meeting|show|1",
        "--json|person|list",  "--json|journal",    "--json|meeting|show|1",
    };
    struct term *term;

    store_everywhere();
    term = program_command(commands[_i]);
    ck_assert_int_eq(term_end(term), 0);
    ck_assert(term_has_written(term, "Strange", 7));
    assert_harmless(term);
    term_free(term);
}
END_TEST

START_TEST(what_is_pasted__is_saved_without_what_is_no_text)
{
    static const char paste[] = "\033[200~" STRANGE "\033[201~";
    struct term *term = program_screens(NULL);
    char *output;

    term_keys(term, "5");
    term_expect(term, "Abadie");
    term_keys(term, "n");
    term_expect(term, "must be filled in");
    term_send(term, paste, sizeof(paste) - 1);
    term_expect(term, "Strange");
    assert_harmless(term);
    term_keys(term, "<F2>");
    term_expect(term, "Added: ");
    assert_harmless(term);
    program_leave(term);
    ck_assert_int_eq(program_number("SELECT count(*) FROM person"
                                    " WHERE family GLOB 'Strange*'"),
                     1);
    ck_assert_int_eq(
        program_number("SELECT count(*) FROM person WHERE family GLOB 'Strange*' AND"
                       " (instr(family, char(27)) OR instr(family, char(7))"
                       " OR instr(family, char(8238)) OR instr(family, char(155)))"),
        0);
    output = program_output("check");
    free(output);
}
END_TEST

START_TEST(what_is_typed__is_text_or_nothing)
{
    /* Bytes that are no UTF-8, a lone continuation, the old escape, a delete. */
    static const char typed[] = "Strange\xff\xfe\x80\xc2\x9b\xe2\x80\xae"
                                "er\xf4\x90\x80\x80!";
    struct term *term = program_screens(NULL);

    term_keys(term, "5n");
    term_expect(term, "must be filled in");
    term_send(term, typed, sizeof(typed) - 1);
    term_expect(term, "Strange");
    term_expect(term, "!");
    assert_harmless(term);
    ck_assert(!term_has_written(term, "\xff", 1));
    term_keys(term, "<F2>");
    term_expect(term, "Added: Strange");
    program_leave(term);
    ck_assert_int_eq(program_number("SELECT count(*) FROM person WHERE"
                                    " family GLOB 'Strange*' AND"
                                    " instr(family, char(8238)) = 0"),
                     1);
}
END_TEST

START_TEST(ten_thousand_characters__are_cut_on_the_screen__and_crash_nothing)
{
    struct term *term;

    program_sql("UPDATE person SET family = replace(hex(zeroblob(5000)), '0', 'é')"
                " WHERE id = (SELECT id FROM person ORDER BY sort_key LIMIT 1)");
    program_sql("UPDATE meeting SET title = replace(hex(zeroblob(5000)), '0', '漢')");
    term = program_screens(NULL);
    term_expect(term, "漢漢");
    term_keys(term, "5");
    term_expect(term, "éééé");
    term_expect(term, "…");
    term_keys(term, "<Enter>");
    term_expect(term, "éééé");
    term_keys(term, "e");
    term_expect(term, "must be filled in");
    term_keys(term, "<End>x<F2>");
    term_settle(term);
    term_keys(term, "<Esc>");
    program_leave(term);
}
END_TEST

START_TEST(ten_thousand_typed_characters__are_answered)
{
    struct term *term = program_screens(NULL);
    char text[1001];

    memset(text, 'w', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    term_keys(term, "5n");
    term_expect(term, "must be filled in");
    for (int i = 0; i < 10; i++) {
        term_send(term, text, sizeof(text) - 1);
        term_settle(term);
    }
    term_expect(term, "wwww");
    term_keys(term, "<F2>");
    term_settle(term);
    program_leave(term);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_loop_test(tests, what_is_stored__is_shown_harmless__on_every_screen, 0,
                        (int)(sizeof(ways) / sizeof(ways[0])));
    tcase_add_loop_test(tests, what_is_stored__is_printed_harmless__by_commands, 0, 12);
    tcase_add_test(tests, what_is_pasted__is_saved_without_what_is_no_text);
    tcase_add_test(tests, what_is_typed__is_text_or_nothing);
    tcase_add_test(tests,
                   ten_thousand_characters__are_cut_on_the_screen__and_crash_nothing);
    tcase_add_test(tests, ten_thousand_typed_characters__are_answered);
}

SUITE_MAIN("strange_text")
