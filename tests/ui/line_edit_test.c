/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line_edit_test.c - typing, deleting and taking back in one line */
#include "widget/line_edit.h"

#include <string.h>

#include "support/suite.h"

static void
press(struct line_edit *edit, const char *bytes)
{
    struct key_decoder decoder = { 0 };
    struct key key;

    key_decoder_add(&decoder, bytes, strlen(bytes));
    while (key_decoder_next(&decoder, true, &key))
        (void)line_edit_key(edit, &key, NULL);
    key_decoder_clear(&decoder);
}

static void
assert_line(const char *bytes, const char *text)
{
    struct line_edit edit = { 0 };

    press(&edit, bytes);
    ck_assert_str_eq(line_edit_text(&edit), text);
    line_edit_clear(&edit);
}

START_TEST(typed_text__goes_in__at_the_caret)
{
    assert_line("Lyon", "Lyon");
    assert_line("Lon\033[D\033[Dy", "Lyon");
    assert_line("yon\033[HL", "Lyon");
}
END_TEST

START_TEST(backspace__takes__a_whole_grapheme)
{
    assert_line("Łódź\x7f", "Łód");
    assert_line("ae\xcc\x81\x7f", "a");
    assert_line("\x7f\x7fx", "x");
}
END_TEST

START_TEST(words_and_ends__go_at_once)
{
    assert_line("salle des actes\x17", "salle des ");
    assert_line("salle des actes\x15", "");
    assert_line("salle des\033[H\x0b", "");
}
END_TEST

START_TEST(undo__takes_back__a_word_and_a_deletion)
{
    assert_line("salle des\x1a", "salle");
    assert_line("salle\x15\x1a", "salle");
    assert_line("\x1a", "");
}
END_TEST

START_TEST(a_pasted_list__becomes__one_line)
{
    assert_line("\033[200~a@b.org\nc@d.org\n\033[201~", "a@b.org c@d.org");
}
END_TEST

START_TEST(keys_that_are_no_text__are_left__to_the_form)
{
    struct line_edit edit = { 0 };
    struct key key = { .press = PRESS_FUNCTION, .number = 2 };
    bool changed = true;

    ck_assert(!line_edit_key(&edit, &key, &changed));
    ck_assert(!changed);
    line_edit_clear(&edit);
}
END_TEST

static void
assert_selected(const char *bytes, const char *text)
{
    struct line_edit edit = { 0 };

    line_edit_set(&edit, "16/03/2027");
    line_edit_select(&edit);
    press(&edit, bytes);
    ck_assert_str_eq(line_edit_text(&edit), text);
    line_edit_clear(&edit);
}

START_TEST(a_selected_text__is_replaced__unless_one_moves_first)
{
    assert_selected("17/3", "17/3");
    assert_selected("\033[200~17/3\033[201~", "17/3");
    assert_selected("\x7f", "");
    assert_selected("\033[D\x7f", "16/03/207");
    assert_selected("\033[F!", "16/03/2027!");
    assert_selected("17/3\x1a", "16/03/2027"); /* nothing typed is lost */
}
END_TEST

START_TEST(a_full_line__takes_no_more__and_has_not_changed)
{
    struct line_edit edit = { .most = 6 };
    const struct key key = { .press = PRESS_TEXT, .text = "g" };
    bool changed = true;

    press(&edit, "abcdef");
    ck_assert(line_edit_key(&edit, &key, &changed));
    ck_assert(!changed);
    ck_assert_str_eq(line_edit_text(&edit), "abcdef");
    line_edit_select(&edit);
    ck_assert(line_edit_key(&edit, &key, &changed));
    ck_assert(changed);
    ck_assert_str_eq(line_edit_text(&edit), "g");
    line_edit_clear(&edit);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, typed_text__goes_in__at_the_caret);
    tcase_add_test(tests, backspace__takes__a_whole_grapheme);
    tcase_add_test(tests, words_and_ends__go_at_once);
    tcase_add_test(tests, undo__takes_back__a_word_and_a_deletion);
    tcase_add_test(tests, a_pasted_list__becomes__one_line);
    tcase_add_test(tests, keys_that_are_no_text__are_left__to_the_form);
    tcase_add_test(tests, a_full_line__takes_no_more__and_has_not_changed);
    tcase_add_test(tests, a_selected_text__is_replaced__unless_one_moves_first);
}

SUITE_MAIN("line_edit")
