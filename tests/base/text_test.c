/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_test.c - UTF-8 text: is it sound, is it safe, how may it be written */
#include "atelier/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

#define OVERLONG_SLASH "\xc0\xaf"
#define SURROGATE "\xed\xa0\x80"
#define PAST_UNICODE "\xf4\x90\x80\x80"

static const char *const broken[] = {
    "\x80",         "\xff",         "caf\xe9",  "\xc3",         "\xe2\x82",
    "\xf0\x9f\x98", OVERLONG_SLASH, SURROGATE,  "\xc3(",        "\xe2\x28\xa1",
    PAST_UNICODE,   "\xf8\x88\x80", "\xc1\x81", "\xe0\x80\xaf",
};

START_TEST(sound_text__is__valid)
{
    static const char *const sound[] = {
        "",       "Ada",         "Périgueux",    "東京", "👩‍🔬",
        "\u200f", "\x01\x1b[2J", "\xef\xbf\xbd",
    };
    for (size_t i = 0; i < sizeof(sound) / sizeof(sound[0]); i++)
        if (!text_is_valid(sound[i], strlen(sound[i])))
            ck_abort_msg("“%s” is refused", sound[i]);
}

START_TEST(broken_text__is_refused__wherever_the_bad_byte_stands)
{
    for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
        char text[40];
        snprintf(text, sizeof(text), "%s", broken[i]);
        if (text_is_valid(text, strlen(text)))
            ck_abort_msg("text %zu is taken", i);
        snprintf(text, sizeof(text), "é%sé", broken[i]);
        if (text_is_valid(text, strlen(text)))
            ck_abort_msg("text %zu is taken between letters", i);
    }
}

START_TEST(zero_byte__is__no_text)
{
    ck_assert(!text_is_valid("a\0b", 3));
    ck_assert(!text_is_valid("\0", 1));
    ck_assert(text_is_valid("a\0b", 1));
}

/* A character whose last byte lies past the given length is not read past it. */
START_TEST(validity__looks__no_further_than_the_length)
{
    ck_assert(!text_is_valid("é", 1));
    ck_assert(!text_is_valid("€", 2));
    ck_assert(text_is_valid("a€", 1));
}

static void
expect_tidy(const char *text, const char *expected)
{
    char *tidy = text_tidy(text);
    if (strcmp(tidy, expected) != 0)
        ck_abort_msg("“%s” becomes “%s”, not “%s”", text, tidy, expected);
    free(tidy);
}

START_TEST(tidy_text__has__single_blanks_and_none_at_its_ends)
{
    expect_tidy("", "");
    expect_tidy("   ", "");
    expect_tidy("  Ada \t\r\n Moreau\u00a0 ", "Ada Moreau");
    expect_tidy("\u3000東京\u2003タワー\u2028", "東京 タワー");
    expect_tidy("a\302\205b", "a b");
}

START_TEST(tidy_text__has__letters_in_one_piece)
{
    expect_tidy("Pe\u0301rigueux", "Périgueux");
    expect_tidy("A\u030angstro\u0308m", "Ångström");
    expect_tidy("o\u0323\u0302", "ộ");
    expect_tidy("o\u0302\u0323", "ộ");
    expect_tidy("\u1112\u1161\u11ab", "한");
    expect_tidy("\u2126", "Ω");    /* the ohm sign is the letter */
    expect_tidy("ﬁ ² Ⅻ", "ﬁ ² Ⅻ"); /* what means something else stays */
}

START_TEST(tidy_text__has__no_command_in_it)
{
    expect_tidy("\033[31mAda\033[0m", "[31mAda[0m");
    expect_tidy("\033]0;title\aAda", "]0;titleAda");
    expect_tidy("A\bd\177a\x01", "Ada");
    expect_tidy("\302\2332J", "2J");
    expect_tidy("\302\2350;x\302\234", "0;x");
}

START_TEST(tidy_text__has__nothing_invisible_that_deceives)
{
    expect_tidy("\u202egro.elpmaxe\u202c", "gro.elpmaxe");
    expect_tidy("\u2066Ada\u2069\u200e\u200f\u061c", "Ada");
    expect_tidy("\ufeffNom", "Nom");
    expect_tidy("Peri\u200bgueux\u00ad\u2060", "Perigueux");
    expect_tidy("\U000e0041\U000e007f", "");
    expect_tidy("\ue000\U000f0000", "");
    expect_tidy("\ufff9x\ufffb", "x");
}

START_TEST(joiners__that_scripts_and_emoji_need__stay)
{
    expect_tidy("می\u200cخواهم", "می\u200cخواهم");
    expect_tidy("👩\u200d🔬", "👩\u200d🔬");
    expect_tidy("❤\ufe0f", "❤\ufe0f");
    expect_tidy("שלום", "שלום");
}

START_TEST(tidy_text__shows__where_bad_bytes_were)
{
    expect_tidy("caf\xe9", "caf\ufffd");
    expect_tidy("\xe2\x82", "\ufffd\ufffd");
    expect_tidy("caf\xe9 Pe\u0301rigueux", "caf\ufffd Périgueux");
}

START_TEST(tidying__takes__a_zero_byte_out)
{
    char *tidy = text_tidy_bytes("Ada\0 Moreau tail", 11);
    ck_assert_str_eq(tidy, "Ada Moreau");
    free(tidy);
    tidy = text_tidy_bytes("Łódź", 6); /* the last letter lies across the end */
    ck_assert_str_eq(tidy, "Łód\ufffd");
    free(tidy);
}

START_TEST(tidying_twice__is__tidying_once)
{
    static const char *const texts[] = {
        "  Ada\t Moreau ",     "o\u0302\u0323", "\u0301a", "a\u200b\u0301", "e\x01\u0301",
        "\u1112\u200b\u1161 ", "\ufb1d x",      "caf\xe9", "a \u0301",      "\u0344",
        "a\u00a0\u0308",       "\xc3\xa9\xcc",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        char *once = text_tidy(texts[i]);
        ck_assert(text_is_valid(once, strlen(once)));
        expect_tidy(once, once);
        free(once);
    }
}

static void
expect_lines(const char *text, const char *expected)
{
    char *tidy = text_tidy_lines(text);
    ck_assert_str_eq(tidy, expected);
    free(tidy);
}

START_TEST(tidy_lines__keep__their_breaks)
{
    expect_lines("one\ntwo\n\nthree", "one\ntwo\n\nthree");
    expect_lines("\n one \t two  \n  three \n\n", "one two\nthree");
    expect_lines("one\r\ntwo\r\n", "one\ntwo");
    expect_lines("e\u0301\n\033[1mx", "é\n[1mx");
    expect_lines(" \n \n", "");
}

static void
expect_indented(const char *text, const char *expected)
{
    char *tidy = text_tidy_indented(text);
    ck_assert_str_eq(tidy, expected);
    expect_lines(tidy, text_is_blank(tidy) ? "" : "- a\n- b\n\nc d");
    free(tidy);
}

START_TEST(tidy_indented__keeps__the_blanks_before_a_line)
{
    expect_indented("  - a \n  - b\n\nc  d \n", "- a\n  - b\n\nc d");
    expect_indented("- a\r\n\t- b\r\r  \tc d", "- a\n    - b\n\n      c d");
    expect_indented("- a\n   \u200B- b\n  \n \u00A0c \td\n   ", "- a\n   - b\n\n  c d");
    expect_indented(" \n  ", "");
}

START_TEST(old_mac_line_break__is__a_line_break)
{
    expect_lines("one\rtwo\r\rthree", "one\ntwo\n\nthree");
}

START_TEST(blank__is__what_nobody_sees)
{
    ck_assert(text_is_blank(NULL));
    ck_assert(text_is_blank(""));
    ck_assert(text_is_blank(" \t\r\n\v\f\u00a0\u2003\u3000\u2028"));
    ck_assert(!text_is_blank(" x "));
    ck_assert(!text_is_blank("é"));
    ck_assert(!text_is_blank("\xff"));
}

static void
expect_printable(const char *text, const char *expected)
{
    struct buffer buffer = { 0 };
    text_add_printable(&buffer, text);
    ck_assert_str_eq(buffer_text(&buffer), expected);
    buffer_clear(&buffer);
}

START_TEST(printable_text__takes__no_command_to_the_terminal)
{
    expect_printable("\033[2JAda", "?[2JAda");
    expect_printable("\033]52;c;eA==\a", "?]52;c;eA==?");
    expect_printable("\302\23331m\177\b", "?31m??");
    expect_printable("\x9b"
                     "31m",
                     "?31m");
    expect_printable("one\ntwo\tthree\rfour", "one two three four");
    expect_printable("a\u2028b\u2029c\302\205d", "a b c?d");
    expect_printable("\u202egro\u200f\ufeff", "?gro??");
}

START_TEST(printable_text__leaves__writing_as_it_is)
{
    expect_printable("Périgueux, Łódź, 東京, שלום, O’Brien",
                     "Périgueux, Łódź, 東京, שלום, O’Brien");
    expect_printable("Pe\u0301rigueux", "Pe\u0301rigueux");
    expect_printable("👩\u200d🔬", "👩\u200d🔬");
    expect_printable("\ufffd", "\ufffd");
    expect_printable("a\u00a0b", "a b");
}

/* Whatever bytes come, what goes out is sound and holds no control character. */
START_TEST(printable_text__is_safe__for_each_two_bytes)
{
    struct buffer buffer = { 0 };
    for (int first = 1; first < 256; first++) {
        for (int second = 0; second < 256; second++) {
            char text[] = { (char)first, (char)second, '\0' };
            buffer_reset(&buffer);
            text_add_printable(&buffer, text);
            const char *out = buffer_text(&buffer);
            bool safe = text_is_valid(out, buffer.length) && buffer.length > 0;
            for (const char *c = out; *c && safe; c++)
                safe = (unsigned char)*c >= 0x20 && *c != 0x7f &&
                       !((unsigned char)*c == 0xc2 && (unsigned char)c[1] < 0xa0);
            if (!safe)
                ck_abort_msg("%02x %02x comes out as “%s”", (unsigned)first,
                             (unsigned)second, out);
        }
    }
    buffer_clear(&buffer);
}

static void
expect_ascii(const char *text, const char *expected)
{
    struct buffer buffer = { 0 };
    text_add_ascii(&buffer, text);
    if (strcmp(buffer_text(&buffer), expected) != 0)
        ck_abort_msg("“%s” becomes “%s”, not “%s”", text, buffer_text(&buffer), expected);
    buffer_clear(&buffer);
}

START_TEST(ascii__stands_in__for_letters_that_have_one)
{
    expect_ascii("Périgueux", "Perigueux");
    expect_ascii("Pe\u0301rigueux", "Perigueux");
    expect_ascii("Łódź ß œuvre Ærø İstanbul ı", "Lodz ss oeuvre AEro Istanbul i");
    expect_ascii("O’Brien – « oui » … 5 €", "O'Brien - \" oui \" ... 5 EUR");
    expect_ascii("ﬁn ² ½", "fin 2 1/2");
    expect_ascii("東京", "??");
    expect_ascii("← → ↑ ↓", "<- -> ^ v");
    expect_ascii("„Straße“ ‹x› −3 °", "\"Strasse\" <x> -3 ?");
    expect_ascii("Ada\nMoreau\t2", "Ada Moreau 2");
}

START_TEST(ascii__is__ascii_whatever_comes)
{
    expect_ascii("\033[2J\177", "?[2J?");
    expect_ascii("\xff\xc3", "??");
    expect_ascii("\302\233", "?");

    struct buffer buffer = { 0 };
    for (int point = 0x80; point < 0x10000; point++) {
        char text[4] = { 0 };
        if (point < 0x800) {
            text[0] = (char)(0xc0 | point >> 6);
            text[1] = (char)(0x80 | (point & 0x3f));
        } else {
            text[0] = (char)(0xe0 | point >> 12);
            text[1] = (char)(0x80 | (point >> 6 & 0x3f));
            text[2] = (char)(0x80 | (point & 0x3f));
        }
        buffer_reset(&buffer);
        text_add_ascii(&buffer, text);
        for (const char *c = buffer_text(&buffer); *c; c++)
            if (*c < 0x20 || *c > 0x7e)
                ck_abort_msg("U+%04X comes out as “%s”", (unsigned)point,
                             buffer_text(&buffer));
    }
    buffer_clear(&buffer);
}

/* What another program stored is read as it is, and moves no cursor. */
START_TEST(json__reaches_a_terminal__harmless_and_means_the_same)
{
    static const struct {
        const char *json;
        const char *safe;
    } cases[] = {
        { "{\"a\": \"Łódź 東京\"}\n", "{\"a\": \"Łódź 東京\"}\n" },
        { "\"\xc2\x9b"
          "31m\"",
          "\"\\u009b31m\"" },
        { "\"\xe2\x80\xae\xe2\x81\xa6\"", "\"\\u202e\\u2066\"" },
        { "\"\x7f\"", "\"\\u007f\"" },
        { "\"\xf3\xa0\x80\x81\"", "\"\\udb40\\udc01\"" }, /* U+E0001 */
        { "\"\xff\"", "\"\xef\xbf\xbd\"" },               /* no text at all */
    };
    struct buffer buffer = { 0 };

    text_add_json(&buffer, cases[_i].json);
    ck_assert_str_eq(buffer_text(&buffer), cases[_i].safe);
    buffer_clear(&buffer);
}
END_TEST

START_TEST(aside__stands_in_brackets__unless_it_has_its_own)
{
    struct buffer text = { 0 };

    text_add_aside(&text, "Paris");
    text_add_aside(&text, "Roads (2)");
    ck_assert_str_eq(buffer_text(&text), " (Paris), Roads (2)");
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, aside__stands_in_brackets__unless_it_has_its_own);
    tcase_add_loop_test(tests, json__reaches_a_terminal__harmless_and_means_the_same, 0,
                        6);
    tcase_add_test(tests, sound_text__is__valid);
    tcase_add_test(tests, broken_text__is_refused__wherever_the_bad_byte_stands);
    tcase_add_test(tests, zero_byte__is__no_text);
    tcase_add_test(tests, validity__looks__no_further_than_the_length);
    tcase_add_test(tests, tidy_text__has__single_blanks_and_none_at_its_ends);
    tcase_add_test(tests, tidy_text__has__letters_in_one_piece);
    tcase_add_test(tests, tidy_text__has__no_command_in_it);
    tcase_add_test(tests, tidy_text__has__nothing_invisible_that_deceives);
    tcase_add_test(tests, joiners__that_scripts_and_emoji_need__stay);
    tcase_add_test(tests, tidy_text__shows__where_bad_bytes_were);
    tcase_add_test(tests, tidying__takes__a_zero_byte_out);
    tcase_add_test(tests, tidying_twice__is__tidying_once);
    tcase_add_test(tests, tidy_lines__keep__their_breaks);
    tcase_add_test(tests, tidy_indented__keeps__the_blanks_before_a_line);
    tcase_add_test(tests, old_mac_line_break__is__a_line_break);
    tcase_add_test(tests, blank__is__what_nobody_sees);
    tcase_add_test(tests, printable_text__takes__no_command_to_the_terminal);
    tcase_add_test(tests, printable_text__leaves__writing_as_it_is);
    tcase_add_test(tests, printable_text__is_safe__for_each_two_bytes);
    tcase_add_test(tests, ascii__stands_in__for_letters_that_have_one);
    tcase_add_test(tests, ascii__is__ascii_whatever_comes);
}

SUITE_MAIN("text")
