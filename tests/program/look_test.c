/* SPDX-License-Identifier: GPL-3.0-or-later */
/* look_test.c - what is selected, wrong or alarming looks so, with colours and without
 */
#include <stdio.h>

#include "support/program.h"
#include "support/suite.h"

#define COLOURED                                                                         \
    "white on blue", "bold underlined", "white on blue", "black on white", "bold",       \
        "bold white on red"
#define MONOCHROME                                                                       \
    "reverse", "bold underlined", "reverse", "bold", "bold", "bold", "plain", "plain",   \
        "plain"

/* What a terminal makes of the styles of ui/terminal/paint.h. */
static const struct look {
    const char *env[2];
    const char *bar, *head, *section, *section_here, *key, *warning;
    const char *settled, *open, *ended; /* states */
    const char *meetings;               /* the section when it is chosen */
} looks[] = {
    { { "TERM=xterm-256color" },
      COLOURED,
      "colour 63 on default",
      "colour 130 on default",
      "colour 243 on default",
      " 2 Meetings " },
    { { "NO_COLOR=", "COLORFGBG=15;0" },
      COLOURED,
      "colour 75 on default",
      "colour 179 on default",
      "colour 246 on default",
      " 2 Meetings " },
    { { "COLORFGBG=0;default;15" },
      COLOURED,
      "colour 25 on default",
      "colour 94 on default",
      "colour 241 on default",
      " 2 Meetings " },
    { { "TERM=xterm", "COLORFGBG=15;8" },
      COLOURED,
      "cyan on default",
      "yellow on default",
      "plain",
      " 2 Meetings " },
    { { "TERM=xterm", "COLORFGBG=0;7" },
      COLOURED,
      "blue on default",
      "magenta on default",
      "plain",
      " 2 Meetings " },
    { { "TERM=xterm", "COLORFGBG=default" },
      COLOURED,
      "plain",
      "magenta on default",
      "plain",
      " 2 Meetings " },
    { { "NO_COLOR=1", "COLORFGBG=15;0" }, MONOCHROME, "[2 Meetings]" },
    { { "TERM=vt100" }, MONOCHROME, "[2 Meetings]" },
};
enum { LOOKS = sizeof looks / sizeof looks[0] };

static struct term *
start(const struct look *look)
{
    const char *const env[] = { look->env[0], look->env[1], NULL };

    return program_screens(env);
}

START_TEST(the_selected_row__stands_out__and_the_others_do_not)
{
    struct term *term = start(&looks[_i]);

    term_keys(term, "4");
    term_expect_look(term, "Irène", "> Abadie", looks[_i].bar);
    term_expect_look(term, "Irène", "Irène", looks[_i].bar);
    term_expect_look(term, "Thaïs", "Abadie", "plain");
    term_expect_look(term, "Thaïs", "Thaïs", "plain");
    term_keys(term, "<Down>");
    term_expect_look(term, "Thaïs", "> Abadie", looks[_i].bar);
    term_expect_look(term, "Irène", "  Abadie", "plain");
    program_leave(term);
}
END_TEST

START_TEST(heads_sections_and_keys__are_told__from_the_rows)
{
    struct term *term = start(&looks[_i]);

    term_keys(term, "4");
    term_expect_look(term, "Family name", "Family name", looks[_i].head);
    term_expect_look(term, "Family name", "Organisation", looks[_i].head);
    term_expect_look(term, NULL, "4 People", looks[_i].section_here);
    term_expect_look(term, "4 People", "3 Groups", looks[_i].section);
    term_expect_look(term, "F10 menu", "F10", looks[_i].key);
    term_expect_look(term, "F10 menu", "menu", "plain");
    program_leave(term);
}
END_TEST

/* The list of meetings; the first screen has some of them too, and is gone. */
static struct term *
start_at_meetings(const struct look *look)
{
    struct term *term = start(look);

    term_keys(term, "2");
    term_expect_look(term, NULL, look->meetings, look->section_here);
    term_expect_gone(term, "Last acts");
    return term;
}

static void
take_seats(int people)
{
    char sql[300];

    (void)snprintf(sql, sizeof sql,
                   "DELETE FROM head_count WHERE meeting = (SELECT id FROM meeting WHERE"
                   " title = 'Roomy'); INSERT INTO head_count SELECT m.id, 0, t.state,"
                   " t.role, 0, %d FROM meeting m, seat_rule t WHERE m.title = 'Roomy'"
                   " LIMIT 1",
                   people);
    program_sql(sql);
}

/* The first meeting of the list gets fewer seats than people. */
START_TEST(figures_of_a_meeting__alarm__when_it_is_overbooked)
{
    struct term *term;

    program_sql("UPDATE meeting SET seats = 987, title = 'Roomy' WHERE id = (SELECT id"
                " FROM meeting_view WHERE state = 'confirmed' AND start > '2027-03-01'"
                " ORDER BY start LIMIT 1)");
    take_seats(654);
    term = start_at_meetings(&looks[_i]);
    term_expect_look(term, "Roomy", "654", looks[_i].bar);
    term_keys(term, "<Down>");
    term_expect_look(term, "Roomy", "654", "plain");
    term_expect_look(term, "Roomy", "987", "plain");
    program_leave(term);

    take_seats(987);
    term = start_at_meetings(&looks[_i]);
    term_keys(term, "<Down>");
    term_expect_look(term, "Roomy", "987", "bold");
    program_leave(term);

    take_seats(988);
    term = start(&looks[_i]);
    term_expect_look(term, "988/987", ">!", looks[_i].bar);
    term_expect_look(term, "Roomy", "988/987", looks[_i].warning);
    program_leave(term);

    term = start_at_meetings(&looks[_i]);
    term_expect_look(term, "Roomy", "988", looks[_i].warning);
    term_expect_look(term, "Roomy", "987", looks[_i].warning);
    term_expect_look(term, "Roomy", ">!", looks[_i].bar);
    term_expect_look(term, "Roomy", "Roomy", looks[_i].bar);
    term_keys(term, "<Enter>");
    term_expect_look(term, NULL, "988 of 987", looks[_i].warning);
    program_leave(term);
}
END_TEST

START_TEST(a_meeting_that_does_not_take_place__says_so__in_alarm)
{
    static const struct {
        const char *state, *words;
        bool alarms;
    } cases[] = { { "cancelled", "cancelled: Strike", true },
                  { "postponed", "postponed: Strike", true },
                  { "confirmed", "confirmed: Strike", false },
                  { "held", "held: Strike", false } };
    char sql[300];

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        (void)snprintf(sql, sizeof(sql),
                       "UPDATE meeting SET title = 'Trams', reason = 'Strike', state ="
                       " (SELECT number FROM meeting_state WHERE name = '%s') WHERE id = "
                       "(SELECT id FROM meeting WHERE start >"
                       " '2027-03-01' ORDER BY start LIMIT 1)",
                       cases[i].state);
        program_sql(sql);
        struct term *term = start_at_meetings(&looks[_i]);
        term_expect(term, "Trams");
        term_keys(term, "<Enter>");
        term_expect_look(term, NULL, cases[i].words,
                         cases[i].alarms ? looks[_i].warning : "plain");
        program_leave(term);
    }
}
END_TEST

START_TEST(a_refusal__has_a_sign_in_alarm__and_bold_words)
{
    struct term *term = start(&looks[_i]);

    term_keys(term, "4");
    term_expect(term, "Abadie");
    term_keys(term, "X");
    term_expect_look(term, "This key does nothing here", "!", looks[_i].warning);
    term_expect_look(term, NULL, "This key does nothing here", "bold");
    /* What is only said is not a refusal. */
    term_keys(term, "1");
    term_expect(term, "Last acts");
    term_keys(term, "q");
    term_expect_look(term, NULL, "This is the first screen", "plain");
    program_leave(term);
}
END_TEST

/* Where one may type is underlined, but plain where one does; a mistake is bold. */
START_TEST(a_form__shows__where_to_type_and_what_is_wrong)
{
    struct term *term = start(&looks[_i]);

    term_keys(term, "4");
    term_expect(term, "Abadie");
    term_keys(term, "n");
    term_expect_look(term, NULL, "Family name", "bold");
    term_keys(term, "Zwölfer");
    term_expect_look(term, NULL, "Zwölfer", "plain");
    term_keys(term, "<Tab>");
    term_expect_look(term, NULL, "Zwölfer", "underlined");
    term_expect_look(term, NULL, "Family name", "plain");
    term_expect_look(term, NULL, "Given name", "bold");
    term_keys(term, "<Up><Ctrl-U><F2>");
    term_expect_look(term, NULL, "! This must be filled", "bold");
    program_leave(term);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_loop_test(tests, the_selected_row__stands_out__and_the_others_do_not, 0,
                        LOOKS);
    tcase_add_loop_test(tests, heads_sections_and_keys__are_told__from_the_rows, 0,
                        LOOKS);
    tcase_add_loop_test(tests, figures_of_a_meeting__alarm__when_it_is_overbooked, 0,
                        LOOKS);
    tcase_add_loop_test(tests, a_meeting_that_does_not_take_place__says_so__in_alarm, 0,
                        LOOKS);
    tcase_add_loop_test(tests, a_form__shows__where_to_type_and_what_is_wrong, 0, LOOKS);
    tcase_add_loop_test(tests, a_refusal__has_a_sign_in_alarm__and_bold_words, 0, LOOKS);
}

SUITE_MAIN("look")
