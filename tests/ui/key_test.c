/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_test.c - bytes as terminals send them, whole and in pieces */
#include "terminal/key.h"

#include <string.h>

#include "support/suite.h"

/* The names of all keys in the bytes, parted by blanks, fed in pieces of `piece` bytes.
 */
static const char *
names_of(const char *bytes, size_t piece)
{
    static char names[512];
    struct key_decoder decoder = { 0 };
    struct key key;
    size_t length = strlen(bytes);

    names[0] = '\0';
    for (size_t i = 0; i < length || i == 0; i += piece) {
        bool last = i + piece >= length;

        key_decoder_add(&decoder, bytes + i, last ? length - i : piece);
        while (key_decoder_next(&decoder, false, &key) ||
               (last && key_decoder_next(&decoder, true, &key))) {
            char name[KEY_NAME_SIZE];

            key_name(&key, name);
            if (names[0] != '\0')
                strcat(names, " ");
            if (key.press == PRESS_PASTE)
                strcat(strcat(names, "paste:"), key.paste);
            else
                strcat(names, name[0] == '\0' ? "?" : name);
        }
    }
    key_decoder_clear(&decoder);
    return names;
}

static void
assert_names(const char *bytes, const char *names)
{
    for (size_t piece = 1; piece <= 16; piece++)
        ck_assert_str_eq(names_of(bytes, piece), names);
}

START_TEST(characters_of_several_bytes__are_one_key__however_cut)
{
    assert_names("é", "é");
    assert_names("a東😀b", "a 東 😀 b");
    /* the first and the last of two, three and four bytes */
    assert_names("\u00a0\u07ff", "\u00a0 \u07ff");
    assert_names("\u0800ก\uffee", "\u0800 ก \uffee");
    assert_names("\U00010000\U0010fffd", "\U00010000 \U0010fffd");
}
END_TEST

START_TEST(function_keys__are_known__in_every_dialect)
{
    assert_names("\033OP\033[11~\033[[A\0331", "F1 F1 F1 F1");
    assert_names("\033OS\033[14~\033[[D", "F4 F4 F4");
    assert_names("\033[15~\033[17~\033[21~\0330\033[24~", "F5 F6 F10 F10 F12");
}
END_TEST

/* A vt100 sends small letters, the console of Linux an Esc and a Tab, rxvt a $. */
START_TEST(keys_of_the_terminal_in_use__are_learnt)
{
    struct key_decoder decoder = { 0 };
    struct key key;
    const char *sent = "\033Ox\033Ot\033\t\033[3$xa";

    key_decoder_learn(&decoder, "\033OP", PRESS_FUNCTION, 1); /* known */
    key_decoder_learn(&decoder, "\177", PRESS_DELETE, 0);     /* no sequence */
    ck_assert_uint_eq(decoder.learnt_count, 0);
    key_decoder_learn(&decoder, "\033Ox", PRESS_FUNCTION, 10);
    key_decoder_learn(&decoder, "\033Ot", PRESS_FUNCTION, 5);
    key_decoder_learn(&decoder, "\033\t", PRESS_BACK_TAB, 0);
    key_decoder_learn(&decoder, "\033[3$", PRESS_DELETE, 0);
    for (const char *at = sent; *at; at++)
        key_decoder_add(&decoder, at, 1);
    ck_assert(key_decoder_next(&decoder, false, &key) && key_is(&key, "F10"));
    ck_assert(key_decoder_next(&decoder, false, &key) && key_is(&key, "F5"));
    ck_assert(key_decoder_next(&decoder, false, &key) && key_is(&key, "Shift-Tab"));
    ck_assert(key_decoder_next(&decoder, false, &key) && key_is(&key, "Del"));
    ck_assert(key_decoder_next(&decoder, false, &key) && key_is(&key, "x"));
    ck_assert(key_decoder_next(&decoder, false, &key) && key_is(&key, "a"));
    ck_assert(!key_decoder_next(&decoder, true, &key));

    /* Its rest is no text either when its Esc came long before. */
    key_decoder_add(&decoder, "\033", 1);
    ck_assert(key_decoder_next(&decoder, true, &key) && key_is(&key, "Esc"));
    key_decoder_add(&decoder, "Ox", 2);
    ck_assert(key_decoder_next(&decoder, true, &key) && key.press == PRESS_UNKNOWN);
    key_decoder_clear(&decoder);
}
END_TEST

/* As an earlier program may have left it; on a vt100 some of them are learnt. */
START_TEST(a_keypad__in_its_own_mode__types_its_digits)
{
    assert_names("\033Op\033Ox\033Oy\033On\033OM", "0 8 9 . Enter");
    assert_names("\033Oj\033Ok\033Om\033Oo", "* + - /");
    assert_names("\033Oz", "?");
}
END_TEST

START_TEST(arrows__are_known__in_both_modes)
{
    assert_names("\033[A\033OA\033[1;5B\033OC\033[D", "Up Up Down Right Left");
    assert_names("\033[H\033[1~\033[7~\033OF\033[4~\033[5~\033[6~",
                 "Home Home Home End End PgUp PgDn");
    assert_names("\033[Z\033[2~\033[3~", "Shift-Tab Ins Del");
}
END_TEST

START_TEST(escape__is_a_key_alone__and_alt_with_a_letter)
{
    assert_names("\033", "Esc");
    assert_names("\033m", "Alt-m");
    assert_names("\033é", "Alt-é");
    assert_names("\033\r", "Esc Enter");
}
END_TEST

START_TEST(escape_and_a_digit__are_two_keys__that_came_together)
{
    assert_names("\0332\0339", "Esc 2 Esc 9");
}
END_TEST

/* The bytes before and behind '|', between which nothing comes for as long as an Esc may
 * take. */
static const char *
names_of_halves(const char *bytes)
{
    static char names[128];
    struct key_decoder decoder = { 0 };
    const char *bar = strchr(bytes, '|');
    struct key key;

    names[0] = '\0';
    key_decoder_add(&decoder, bytes, (size_t)(bar - bytes));
    for (int half = 0; half < 2; half++) {
        while (key_decoder_next(&decoder, false, &key) ||
               key_decoder_next(&decoder, true, &key)) {
            char name[KEY_NAME_SIZE];

            key_name(&key, name);
            strcat(names, names[0] == '\0' ? "" : " ");
            if (key.press == PRESS_PASTE)
                strcat(strcat(names, "paste:"), key.paste);
            else
                strcat(names, name[0] == '\0' ? "?" : name);
        }
        if (half == 0)
            key_decoder_add(&decoder, bar + 1, strlen(bar + 1));
    }
    key_decoder_clear(&decoder);
    return names;
}

START_TEST(the_rest_of_a_sequence__that_comes_too_late__is_no_text_and_no_key)
{
    ck_assert_str_eq(names_of_halves("\033|OBn"), "Esc ? n");
    ck_assert_str_eq(names_of_halves("\033|[15~u"), "Esc ? u");
    ck_assert_str_eq(names_of_halves("\033|[Ax"), "Esc ? x");
    /* cut within */
    ck_assert_str_eq(names_of_halves("\033[|Bx"), "? ? x");
    ck_assert_str_eq(names_of_halves("\033[1;|5Bx"), "? ? x");
    ck_assert_str_eq(names_of_halves("\033[|\033[A"), "? Up");
    ck_assert_str_eq(names_of_halves("\033[|\r"), "? Enter");
    ck_assert_str_eq(names_of_halves("\033O|Px"), "Alt-O ? x");
    ck_assert_str_eq(names_of_halves("\033O|x"), "Alt-O x");
    /* what somebody types after an Esc */
    ck_assert_str_eq(names_of_halves("\033|O"), "Esc O");
    ck_assert_str_eq(names_of_halves("\033|Ox"), "Esc O x");
    ck_assert_str_eq(names_of_halves("\033|4n"), "Esc 4 n");
    ck_assert_str_eq(names_of_halves("\033|["), "Esc [");
}
END_TEST

/* What is pasted is no keys, however late the line brings the rest of what says so. */
START_TEST(a_pasted_text__is_one_key__when_its_beginning_was_cut)
{
    ck_assert_str_eq(names_of_halves("\033|[200~du\033[201~n"), "Esc paste:du n");
    ck_assert_str_eq(names_of_halves("\033[|200~du\033[201~n"), "? paste:du n");
    ck_assert_str_eq(names_of_halves("\033[20|0~du\033[201~n"), "? paste:du n");
    ck_assert_str_eq(names_of_halves("\033[200|~du\033[201~n"), "? paste:du n");
    ck_assert_str_eq(names_of_halves("\033[20|1~du"), "? ? d u");
}
END_TEST

START_TEST(half_a_letter__waits_for_its_rest)
{
    struct key_decoder decoder = { 0 };
    struct key key;

    key_decoder_add(&decoder, "\xc3", 1);
    ck_assert(!key_decoder_next(&decoder, false, &key));
    ck_assert(key_decoder_waits_for_letter(&decoder));
    key_decoder_add(&decoder, "\xa9", 1);
    ck_assert(!key_decoder_waits_for_letter(&decoder));
    ck_assert(key_decoder_next(&decoder, false, &key) && key_is(&key, "é"));
    key_decoder_add(&decoder, "\033", 1);
    ck_assert(!key_decoder_waits_for_letter(&decoder));
    key_decoder_clear(&decoder);
}
END_TEST

START_TEST(an_escape__waits_for_its_rest__unless_time_is_up)
{
    struct key_decoder decoder = { 0 };
    struct key key;

    key_decoder_add(&decoder, "\033", 1);
    ck_assert(!key_decoder_next(&decoder, false, &key));
    ck_assert(key_decoder_waits(&decoder));
    ck_assert(key_decoder_next(&decoder, true, &key));
    ck_assert_int_eq(key.press, PRESS_ESCAPE);
    ck_assert(!key_decoder_waits(&decoder));
    key_decoder_clear(&decoder);
}
END_TEST

START_TEST(a_pasted_text__is_one_key__with_its_line_breaks)
{
    assert_names("a\033[200~x@y.org\nq\033Ou\033[201~b", "a paste:x@y.org\nq\033Ou b");
}
END_TEST

START_TEST(a_zero_byte_in_a_paste__takes_nothing_with_it)
{
    static const char bytes[] = "\033[200~Anna\0Muller\033[201~";
    struct key_decoder decoder = { 0 };
    struct key key = { 0 };

    key_decoder_add(&decoder, bytes, sizeof(bytes) - 1);
    ck_assert(key_decoder_next(&decoder, false, &key));
    ck_assert_int_eq(key.press, PRESS_PASTE);
    ck_assert_str_eq(key.paste, "AnnaMuller");
    key_decoder_clear(&decoder);
}
END_TEST

START_TEST(broken_bytes__are_never__text)
{
    assert_names("\xff\xc3(", "? ? (");
    assert_names("\xc2\x9b", "?");
    assert_names("\xed\xa0\x80z", "? ? ? z");
    assert_names("\xc1\xbf\xf5\x80\x80\x80z", "? ? ? ? ? ? z");
}
END_TEST

START_TEST(control_keys__have__their_letters)
{
    assert_names("\x13\x11\x06\t\r\n\x7f\b",
                 "Ctrl-S Ctrl-Q Ctrl-F Tab Enter Enter Backspace "
                 "Backspace");
}
END_TEST

START_TEST(an_unknown_sequence__is_swallowed_whole)
{
    assert_names("\033[?1;2c5", "? 5");
    assert_names("\033[99~x", "? x");
}
END_TEST

START_TEST(an_answer_of_the_terminal__is_no_key__however_cut)
{
    assert_names("a\033]11;rgb:1e1e/1e1e/1e1e\ad", "a ? d");
    assert_names("\033]10;rgb:0/0/0\033\\d\033P1$r0m\033\\e\033P>|kitty(0.3)\033\\f",
                 "? d ? e ? f");
    assert_names("\033]11;rgb:1\033[A", "? Up"); /* broken off */
    assert_names("\033Pd\033]", "Alt-P d Alt-]");
    assert_names("a\033[0nb", "a ? b");
    assert_names("\033[1;2R", "F3"); /* which is why the cursor's place is not asked */
}
END_TEST

START_TEST(a_click__tells_its_place__and_its_release_nothing)
{
    struct key_decoder decoder = { 0 };
    struct key key;

    key_decoder_add(&decoder, "\033[<0;12;5M\033[<0;12;5m", 20);
    ck_assert(key_decoder_next(&decoder, false, &key));
    ck_assert_int_eq(key.press, PRESS_CLICK);
    ck_assert_int_eq(key.row, 4);
    ck_assert_int_eq(key.column, 11);
    ck_assert(!key_decoder_next(&decoder, true, &key));
    key_decoder_clear(&decoder);
}
END_TEST

START_TEST(a_key__is_found__among_names)
{
    struct key key = { .press = PRESS_TEXT, .text = "n" };

    ck_assert(key_is(&key, "n Ins"));
    ck_assert(key_is(&key, "Ins n"));
    ck_assert(!key_is(&key, "next no"));
    ck_assert(!key_is(&key, NULL));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, characters_of_several_bytes__are_one_key__however_cut);
    tcase_add_test(tests, function_keys__are_known__in_every_dialect);
    tcase_add_test(tests, keys_of_the_terminal_in_use__are_learnt);
    tcase_add_test(tests, a_keypad__in_its_own_mode__types_its_digits);
    tcase_add_test(tests, arrows__are_known__in_both_modes);
    tcase_add_test(tests, escape__is_a_key_alone__and_alt_with_a_letter);
    tcase_add_test(tests, escape_and_a_digit__are_two_keys__that_came_together);
    tcase_add_test(tests,
                   the_rest_of_a_sequence__that_comes_too_late__is_no_text_and_no_key);
    tcase_add_test(tests, an_escape__waits_for_its_rest__unless_time_is_up);
    tcase_add_test(tests, a_pasted_text__is_one_key__with_its_line_breaks);
    tcase_add_test(tests, a_pasted_text__is_one_key__when_its_beginning_was_cut);
    tcase_add_test(tests, half_a_letter__waits_for_its_rest);
    tcase_add_test(tests, a_zero_byte_in_a_paste__takes_nothing_with_it);
    tcase_add_test(tests, broken_bytes__are_never__text);
    tcase_add_test(tests, control_keys__have__their_letters);
    tcase_add_test(tests, an_unknown_sequence__is_swallowed_whole);
    tcase_add_test(tests, an_answer_of_the_terminal__is_no_key__however_cut);
    tcase_add_test(tests, a_click__tells_its_place__and_its_release_nothing);
    tcase_add_test(tests, a_key__is_found__among_names);
}

SUITE_MAIN("key")
