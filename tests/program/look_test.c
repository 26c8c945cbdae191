/* SPDX-License-Identifier: GPL-3.0-or-later */
/* look_test.c - what is selected, wrong or alarming looks so, with colours and without
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

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
      " 2 Meet. " },
    { { "NO_COLOR=", "COLORFGBG=15;0" },
      COLOURED,
      "colour 75 on default",
      "colour 179 on default",
      "colour 246 on default",
      " 2 Meet. " },
    { { "COLORFGBG=0;default;15" },
      COLOURED,
      "colour 25 on default",
      "colour 94 on default",
      "colour 241 on default",
      " 2 Meet. " },
    { { "TERM=xterm", "COLORFGBG=15;8" },
      COLOURED,
      "cyan on default",
      "yellow on default",
      "plain",
      " 2 Meet. " },
    { { "TERM=xterm", "COLORFGBG=0;7" },
      COLOURED,
      "blue on default",
      "magenta on default",
      "plain",
      " 2 Meet. " },
    { { "TERM=xterm", "COLORFGBG=default" },
      COLOURED,
      "plain",
      "magenta on default",
      "plain",
      " 2 Meet. " },
    { { "NO_COLOR=1", "COLORFGBG=15;0" }, MONOCHROME, "[2 Meet.]" },
    { { "TERM=vt100" }, MONOCHROME, "[2 Meet.]" },
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

    term_keys(term, "5");
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

    term_keys(term, "5");
    term_expect_look(term, "Family name", "Family name", looks[_i].head);
    term_expect_look(term, "Family name", "Organisation", looks[_i].head);
    term_expect_look(term, NULL, "5 People", looks[_i].section_here);
    term_expect_look(term, "5 People", "4 Groups", looks[_i].section);
    term_expect_look(term, "F10 menu", "F10", looks[_i].key);
    term_expect_look(term, "F10 menu", "menu", "plain");
    program_leave(term);
}
END_TEST

/* A text, one of a few, a text of several lines, yes or no; and an answer of a dialog. */
START_TEST(the_field_with_the_caret__has_its_label_under_the_bar__whatever_it_holds)
{
    static const struct {
        const char *label, *keys;
    } fields[] = { { "Family name *", "" },
                   { "Language", "<Tab><Tab><Tab><Tab><Tab><Tab>" },
                   { "Note", "<Tab><Tab><Tab>" },
                   { "Consent", "<Tab>" } };
    struct term *term = start(&looks[_i]);

    term_keys(term, "5n");
    term_expect(term, "must be filled in");
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        term_keys(term, fields[i].keys);
        term_expect_look(term, fields[i].label, fields[i].label, looks[_i].bar);
        term_expect_look(term, "Keep until", "Keep until", "plain");
        if (i > 0)
            term_expect_look(term, fields[i - 1].label, fields[i - 1].label, "plain");
    }
    term_keys(term, "<Esc>");
    term_expect_gone(term, "must be filled in");
    term_keys(term, "s");
    term_expect_look(term, "> 1 ", "> 1 ", looks[_i].bar);
    term_expect_look(term, NULL, "  3 Given name", "plain");
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
    term_expect_gone(term, "Next meetings");
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

/* The hours of a workshop, with its edge, in the grid of the programme. */
static void
expect_workshop(const char *change, const char *figures, const char *looks_so)
{
    program_sql(change);
    struct term *term = start_at_meetings(&looks[0]);
    term_keys(term, "/parkings<Enter><Enter>");
    term_expect(term, "taken");
    term_keys(term, "<Tab>");
    term_expect_look(term, NULL, figures, looks_so);
    program_leave(term);
}

START_TEST(figures_of_a_workshop__alarm__when_it_is_overbooked_and_takes_place)
{
    char words[80];

    free(program_output("meeting|add|--group|MOB|--title|Parkings|--start|"
                        "2027-03-10T09:30|--end|17:00|--room|1"));
    free(program_output("workshop|add|31|--title|Tariffs|--start|14:00|--end|17:00|"
                        "--seats|2"));
    free(program_output("registration|add|31|5|6"));
    (void)snprintf(words, sizeof words, "workshop|register|%d|5|6",
                   (int)program_number("SELECT max(id) FROM workshop"));
    free(program_output(words));
    expect_workshop("SELECT 1", "2/2", "plain");
    expect_workshop("UPDATE workshop SET seats = 3 WHERE title = 'Tariffs'", "2/3",
                    "plain");
    expect_workshop("UPDATE workshop SET seats = 1 WHERE title = 'Tariffs'", "2/1",
                    looks[0].warning);
    expect_workshop("UPDATE workshop SET state = 1 WHERE title = 'Tariffs'",
                    "is cancelled", "plain");
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
    const char *const calm[] = { NULL, NULL, looks[_i].settled, looks[_i].ended };
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
                         cases[i].alarms ? looks[_i].warning : calm[i]);
        program_leave(term);
    }
}
END_TEST

/* Each state of people on the list of a meeting, where colours are: sign and word are one
 * look, and the same words stand there without. */
START_TEST(a_state__has_its_sign__and_its_colour)
{
    static const struct {
        const char *state, *words;
        size_t look;
    } cases[] = { { "refused", NULL, 0 }, /* below the bar, which has its own look */
                  { "accepted", "✓ accepted", 0 }, { "invited", "? invited", 1 },
                  { "pending", "… pending", 1 },   { "offered", "? offered", 1 },
                  { "waiting", "… waiting", 1 },   { "excused", "✗ excused", 2 },
                  { "declined", "✗ declined", 2 }, { "withdrawn", "✗ withdrawn", 2 } };
    const char *const states[] = { looks[_i].settled, looks[_i].open, looks[_i].ended };
    char sql[300];

    program_sql("UPDATE meeting SET title = 'Trams' WHERE id = (SELECT id FROM meeting"
                " WHERE start > '2027-03-01' ORDER BY start LIMIT 1)");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        (void)snprintf(
            sql, sizeof(sql),
            "UPDATE registration SET state = (SELECT number FROM"
            " registration_state WHERE name = '%s') WHERE id IN (SELECT r.id"
            " FROM registration r JOIN meeting m ON m.id = r.meeting JOIN person"
            " p ON p.id = r.person WHERE m.title = 'Trams'"
            " ORDER BY p.family, p.given LIMIT 1 OFFSET %zu)",
            cases[i].state, i);
        program_sql(sql);
    }
    struct term *term = start_at_meetings(&looks[_i]);
    term_expect_look(term, "Trams", "✓ confirmed", looks[_i].bar);
    term_keys(term, "<Enter>");
    term_expect_look(term, "History", "✓ confirmed", looks[_i].settled);
    term_keys(term, "t");
    for (size_t i = 1; i < sizeof cases / sizeof cases[0]; i++)
        term_expect_look(term, cases[i].words, cases[i].words, states[cases[i].look]);
    program_leave(term);
}
END_TEST

/* The look of "accepted" somewhere on the list of the first meeting to come. */
static void
expect_settled(struct term *term, const char *look)
{
    term_keys(term, "2");
    term_expect(term, "Seats");
    term_keys(term, "<Down><Enter>");
    term_expect(term, "✓ accepted");
    term_keys(term, "<End>"); /* the first that is accepted has no bar */
    term_expect_look(term, "✓ accepted", "✓ accepted", look);
    term_keys(term, "<Esc>");
    term_expect(term, "Seats");
}

START_TEST(colours__are_chosen_in_the_settings__and_kept_for_the_login)
{
    struct term *term = start(&looks[0]);

    expect_settled(term, "colour 63 on default");
    term_keys(term, "8T<Down><Enter>");
    term_expect(term, "Colours: for a dark background.");
    expect_settled(term, "colour 75 on default");
    term_keys(term, "8");
    term_expect(term, "for a dark background");
    program_leave(term);

    term = start(&looks[2]); /* what was chosen counts more than what is guessed */
    expect_settled(term, "colour 75 on default");
    term_keys(term, ":colours of<Enter>");
    term_expect(term, "Which colours");
    term_keys(term, "<Down><Down><Enter>");
    term_expect(term, "Colours: no colours.");
    expect_settled(term, "plain");
    term_keys(term, "2");
    term_expect_look(term, NULL, "[2 Meet.]", "bold");
    program_leave(term);
}
END_TEST

/* Beside their names, in the nearest of what the terminal has; #dc143c is #d7005f. */
START_TEST(colours_of_groups__are_shown__where_there_are_enough)
{
    struct term *term = start(&looks[0]);

    term_keys(term, "4e<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>crims");
    term_expect(term, "> crimson");
    term_expect_look(term, "> crimson", "████", "colour 161 on default");
    term_keys(term, "<Esc><Esc><Esc>");
    program_leave(term);
}
END_TEST

START_TEST(no_colour__wins__over_what_was_chosen)
{
    struct term *term = start(&looks[0]);

    term_keys(term, "8T<Down><Enter>");
    term_expect(term, "Colours: for a dark background.");
    program_leave(term);

    term = program_screens((const char *const[]){ "NO_COLOR=1", NULL });
    expect_settled(term, "plain");
    term_keys(term, "8T");
    term_expect(term, "NO_COLOR asks for none");
    program_leave(term);
}
END_TEST

/* An account that may only look. */
START_TEST(where_nothing_can_be_written__colours_hold__until_the_end)
{
    if (!program_can_be_nobody()) {
        printf("# a file that is read-only: skipped, only root may act as another\n");
        return;
    }
    program_sql(
        "UPDATE staff SET login = 'nobody' WHERE id = (SELECT min(id) FROM staff)");
    ck_assert_int_eq(chmod(program_path("atelier.db"), 0444), 0);
    ck_assert_int_eq(chmod(program_path(""), 0777), 0);
    struct term *term = program_start_as_nobody(NULL);
    term_expect(term, "F10 menu");
    term_keys(term, "8T<Down><Enter>");
    term_expect(term, "until you leave");
    expect_settled(term, "colour 75 on default");
    program_leave(term);
}
END_TEST

/* In every theme: the bar, the row that it left with its state, and the next one. */
START_TEST(a_row_down__sends_few_bytes__with_states_in_colour)
{
    struct term *term = start_at_meetings(&looks[_i]);

    term_keys(term, "<Down><Enter>");
    term_expect(term, "✓ accepted");
    term_settle(term);
    for (int i = 0; i < 6; i++) {
        term_keys(term, "<Down>");
        term_settle(term);
        ck_assert_uint_le(term_bytes(term), 300);
    }
    program_leave(term);
}
END_TEST

static const char *const languages[] = { "LANGUAGE=en", "LANGUAGE=fr" };

START_TEST(the_first_screen__is_sent_in_two_thousand_bytes__in_each_language)
{
    struct term *term = program_screens((const char *const[]){ languages[_i], NULL });

    term_settle(term);
    ck_assert_uint_le(term_bytes(term), 2000);
    /* Neither the palette nor the title of the window is touched. */
    ck_assert(!term_has_written(term, "\033]", 2));
    ck_assert(!term_has_written(term, "\033[22;0;0t", 9));
    program_leave(term);
}
END_TEST

static int
compare_sizes(const void *a, const void *b)
{
    const size_t one = *(const size_t *)a, other = *(const size_t *)b;

    return (one > other) - (one < other);
}

/* The facts of a meeting beside the list of them all, at 140 by 40. */
START_TEST(twenty_rows_down__send_few_bytes__with_the_facts_beside_them)
{
    size_t bytes[20];
    struct term *term = program_screens((const char *const[]){ languages[_i], NULL });

    term_resize(term, 40, 140);
    term_keys(term, "2t");
    term_settle(term);
    term_keys(term, "<Home>");
    term_settle(term);
    for (size_t i = 0; i < 20; i++) {
        term_keys(term, "<Down>");
        term_settle(term);
        bytes[i] = term_bytes(term);
        ck_assert_uint_gt(bytes[i], 0);
    }
    qsort(bytes, 20, sizeof bytes[0], compare_sizes);
    ck_assert_uint_le(bytes[10], 650);
    ck_assert_uint_le(bytes[19], 850);
    program_leave(term);
}
END_TEST

START_TEST(signs__are_ascii__where_the_terminal_is)
{
    struct term *term =
        program_screens((const char *const[]){ "LC_ALL=C", "NO_COLOR=1", NULL });

    term_keys(term, "2");
    term_expect(term, "+ confirmed");
    term_expect(term, "~ draft");
    term_keys(term, "<Down><Enter>");
    term_expect(term, "+ accepted");
    term_expect(term, "? invited");
    program_leave(term);
}
END_TEST

START_TEST(a_refusal__has_a_sign_in_alarm__and_bold_words)
{
    struct term *term = start(&looks[_i]);

    term_keys(term, "5");
    term_expect(term, "Abadie");
    term_keys(term, "%");
    term_expect_look(term, "This key does nothing here", "!", looks[_i].warning);
    term_expect_look(term, NULL, "This key does nothing here", "bold");
    /* What is only said is not a refusal. */
    term_keys(term, "1");
    term_expect(term, "Next meetings");
    term_keys(term, "q");
    term_expect_look(term, NULL, "This is the first screen", "plain");
    program_leave(term);
}
END_TEST

/* Where one may type is underlined, but plain where one does; a mistake is bold. */
START_TEST(a_form__shows__where_to_type_and_what_is_wrong)
{
    struct term *term = start(&looks[_i]);

    term_keys(term, "5");
    term_expect(term, "Abadie");
    term_keys(term, "n");
    term_expect_look(term, NULL, "Family name", looks[_i].bar);
    term_keys(term, "Zwölfer");
    term_expect_look(term, NULL, "Zwölfer", "plain");
    term_keys(term, "<Tab>");
    term_expect_look(term, NULL, "Zwölfer", "underlined");
    term_expect_look(term, NULL, "Family name", "plain");
    term_expect_look(term, NULL, "Given name", looks[_i].bar);
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
    tcase_add_test(tests,
                   figures_of_a_workshop__alarm__when_it_is_overbooked_and_takes_place);
    tcase_add_loop_test(tests, a_meeting_that_does_not_take_place__says_so__in_alarm, 0,
                        LOOKS);
    tcase_add_loop_test(tests, a_state__has_its_sign__and_its_colour, 0, LOOKS);
    tcase_add_loop_test(tests, a_row_down__sends_few_bytes__with_states_in_colour, 0,
                        LOOKS);
    tcase_add_loop_test(tests,
                        twenty_rows_down__send_few_bytes__with_the_facts_beside_them, 0,
                        sizeof languages / sizeof languages[0]);
    tcase_add_loop_test(
        tests, the_first_screen__is_sent_in_two_thousand_bytes__in_each_language, 0, 2);
    tcase_add_test(tests, colours__are_chosen_in_the_settings__and_kept_for_the_login);
    tcase_add_test(tests, colours_of_groups__are_shown__where_there_are_enough);
    tcase_add_test(tests, no_colour__wins__over_what_was_chosen);
    tcase_add_test(tests, where_nothing_can_be_written__colours_hold__until_the_end);
    tcase_add_test(tests, signs__are_ascii__where_the_terminal_is);
    tcase_add_loop_test(tests, a_form__shows__where_to_type_and_what_is_wrong, 0, LOOKS);
    tcase_add_loop_test(
        tests, the_field_with_the_caret__has_its_label_under_the_bar__whatever_it_holds,
        0, LOOKS);
    tcase_add_loop_test(tests, a_refusal__has_a_sign_in_alarm__and_bold_words, 0, LOOKS);
}

SUITE_MAIN("look")
