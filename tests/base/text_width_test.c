/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_width_test.c - how wide a text is, where it may be cut, how it is wrapped */
#include "atelier/base/text.h"

#include <string.h>

#include "support/suite.h"

START_TEST(letters__are__one_column_wide)
{
    ck_assert_uint_eq(text_width(""), 0);
    ck_assert_uint_eq(text_width("Ada"), 3);
    ck_assert_uint_eq(text_width("Périgueux"), 9);
    ck_assert_uint_eq(text_width("Łódź – O’Brien…"), 15);
    ck_assert_uint_eq(text_width("Θεσσαλονίκη"), 11);
    ck_assert_uint_eq(text_width("שלום"), 4);
    ck_assert_uint_eq(text_width("█░│─✓"), 5);
}

START_TEST(combining_marks__take__no_column)
{
    ck_assert_uint_eq(text_width("Pe\u0301rigueux"), 9);
    ck_assert_uint_eq(text_width("o\u0323\u0302"), 1);
    ck_assert_uint_eq(text_width("a\u200db"), 2);
}

START_TEST(east_asian_writing_and_emoji__are__two_columns_wide)
{
    ck_assert_uint_eq(text_width("東京"), 4);
    ck_assert_uint_eq(text_width("한"), 2);
    ck_assert_uint_eq(text_width("Ａ"), 2);
    ck_assert_uint_eq(text_width("ｱ"), 1);
    ck_assert_uint_eq(text_width("😀"), 2);
}

START_TEST(control_characters__take__no_column)
{
    ck_assert_uint_eq(text_width("\033\a\177\302\205"), 0);
    ck_assert_uint_eq(text_width("\xff"), 1); /* shown as a question mark */
}

static void
expect_cut(const char *text, size_t columns, const char *expected)
{
    struct buffer buffer = { 0 };
    text_add_cut(&buffer, text, columns, false, false);
    if (strcmp(buffer_text(&buffer), expected) != 0)
        ck_abort_msg("“%s” in %zu columns is “%s”, not “%s”", text, columns,
                     buffer_text(&buffer), expected);
    buffer_clear(&buffer);
}

START_TEST(text__that_fits__is_whole)
{
    expect_cut("Périgueux", 9, "Périgueux");
    expect_cut("Périgueux", 20, "Périgueux");
    expect_cut("東京", 4, "東京");
    expect_cut("", 0, "");
}

START_TEST(text__that_does_not_fit__ends_in_an_ellipsis)
{
    expect_cut("Périgueux", 8, "Périgue…");
    expect_cut("Périgueux", 2, "P…");
    expect_cut("Périgueux", 1, "…");
    expect_cut("Périgueux", 0, "");
}

START_TEST(cut__falls__between_two_cells)
{
    expect_cut("東京都", 5, "東京…");
    expect_cut("東京都", 4, "東…");
    expect_cut("東京都", 3, "東…");
    expect_cut("東京都", 2, "…");
    expect_cut("Pe\u0301rigueux", 3, "Pe\u0301…");
    expect_cut("Pe\u0301rigueux", 2, "P…");
    expect_cut("👩\u200d🔬 Ada Moreau", 4, "…"); /* a terminal may show two */
    expect_cut("👩\u200d🔬 Ada Moreau", 5, "👩\u200d🔬…");
    expect_cut("🇫🇷🇩🇪🇫🇷", 5, "🇫🇷🇩🇪…");
}

START_TEST(padded_cut__fills__its_columns_exactly)
{
    static const char *const texts[] = {
        "",       "Ada",         "Périgueux",   "Pe\u0301rigueux",  "東京都庁",
        "a東b京", "Dr 😀 Moreau", "\u0301stray", "Θεσσαλονίκη",      "🇫🇷🇩🇪🇫🇷",
        "한국어", "O’Brien",     "x\u200dy",    "👩\u200d🔬👩\u200d🔬",
    };
    struct buffer buffer = { 0 };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        for (size_t columns = 0; columns < 16; columns++) {
            for (int ascii = 0; ascii < 2; ascii++) {
                buffer_reset(&buffer);
                text_add_cut(&buffer, texts[i], columns, true, ascii);
                ck_assert(text_is_valid(buffer_text(&buffer), buffer.length));
                if (text_width(buffer_text(&buffer)) != columns)
                    ck_abort_msg("“%s” in %zu columns is “%s”", texts[i], columns,
                                 buffer_text(&buffer));
            }
        }
    }
    buffer_clear(&buffer);
}

START_TEST(cut__without_utf8__ends_in_a_tilde)
{
    struct buffer buffer = { 0 };
    text_add_cut(&buffer, "Moreau", 4, false, true);
    ck_assert_str_eq(buffer_text(&buffer), "Mor~");
    buffer_reset(&buffer);
    text_add_cut(&buffer, "Ada", 5, true, true);
    ck_assert_str_eq(buffer_text(&buffer), "Ada  ");
    buffer_clear(&buffer);
}

START_TEST(prefix__is_the_longest__that_fits)
{
    ck_assert_uint_eq(text_prefix("Périgueux", 0), 0);
    ck_assert_uint_eq(text_prefix("Périgueux", 2), strlen("Pé"));
    ck_assert_uint_eq(text_prefix("Périgueux", 90), strlen("Périgueux"));
    ck_assert_uint_eq(text_prefix("東京", 3), strlen("東"));
    ck_assert_uint_eq(text_prefix("e\u0301e\u0301", 1), strlen("e\u0301"));
    ck_assert_uint_eq(text_prefix("", 5), 0);
}

static void
expect_clusters(const char *text, const char *const *clusters)
{
    size_t at = 0;
    for (; *clusters; clusters++) {
        size_t next = text_next(text, at);
        if (next - at != strlen(*clusters) ||
            strncmp(text + at, *clusters, next - at) != 0)
            ck_abort_msg("“%s”: %zu bytes at %zu, not “%s”", text, next - at, at,
                         *clusters);
        if (text_previous(text, next) != at)
            ck_abort_msg("“%s”: from %zu back to %zu, not %zu", text, next,
                         text_previous(text, next), at);
        at = next;
    }
    ck_assert_uint_eq(at, strlen(text));
}

#define EXPECT_CLUSTERS(text, ...)                                                       \
    expect_clusters(text, (const char *const[]){ __VA_ARGS__, NULL })

START_TEST(cursor__steps__over_what_a_reader_calls_a_letter)
{
    EXPECT_CLUSTERS("Été", "É", "t", "é");
    EXPECT_CLUSTERS("e\u0301a o\u0323\u0302", "e\u0301", "a", " ", "o\u0323\u0302");
    EXPECT_CLUSTERS("東京", "東", "京");
    EXPECT_CLUSTERS("a👩\u200d🔬b", "a", "👩\u200d🔬", "b");
    EXPECT_CLUSTERS("🇫🇷🇩🇪", "🇫🇷", "🇩🇪");
    EXPECT_CLUSTERS("❤\ufe0f!", "❤\ufe0f", "!");
    EXPECT_CLUSTERS("\u1112\u1161\u11ab.", "\u1112\u1161\u11ab", ".");
    EXPECT_CLUSTERS("a\xff\xc3z", "a", "\xff", "\xc3", "z");
}

START_TEST(cursor__stays__at_the_ends)
{
    ck_assert_uint_eq(text_next("Ada", 3), 3);
    ck_assert_uint_eq(text_next("", 0), 0);
    ck_assert_uint_eq(text_previous("Ada", 0), 0);
    ck_assert_uint_eq(text_previous("", 0), 0);
}

START_TEST(stray_mark__at_the_start__is_a_letter_of_its_own)
{
    EXPECT_CLUSTERS("\u0301a", "\u0301", "a");
    ck_assert_uint_eq(text_previous("ab \u0301", strlen("ab \u0301")), 2);
}

static void
add_line(void *context, const char *start, size_t length)
{
    buffer_add_part(context, start, length);
    buffer_add(context, "|");
}

static void
expect_wrap(const char *text, size_t columns, const char *expected)
{
    struct buffer lines = { 0 };
    text_wrap(text, columns, add_line, &lines);
    if (strcmp(buffer_text(&lines), expected) != 0)
        ck_abort_msg("“%s” in %zu columns is “%s”, not “%s”", text, columns,
                     buffer_text(&lines), expected);
    buffer_clear(&lines);
}

START_TEST(text__is_wrapped__at_its_blanks)
{
    expect_wrap("", 10, "");
    expect_wrap("one two three", 20, "one two three|");
    expect_wrap("one two three", 13, "one two three|");
    expect_wrap("one two three", 12, "one two|three|");
    expect_wrap("one two three", 7, "one two|three|");
    expect_wrap("one two three", 6, "one|two|three|");
    expect_wrap("Périgueux et Łódź", 9, "Périgueux|et Łódź|");
}

START_TEST(no_line__ends__inside_french_quotes_or_before_a_mark)
{
    expect_wrap("il dit « oui » ; voilà", 16, "il dit « oui » ;|voilà|");
    expect_wrap("il dit « oui » ; voilà", 15, "il dit|« oui » ; voilà|");
    expect_wrap("il dit « oui » ; voilà", 14, "il dit|« oui » ;|voilà|");
    expect_wrap("quoi encore ?", 12, "quoi|encore ?|");
    expect_wrap("« longue »", 5, "« lon|gue »|");
}

START_TEST(paragraphs__stay__apart)
{
    expect_wrap("one\ntwo", 20, "one|two|");
    expect_wrap("one\n\ntwo", 20, "one||two|");
    expect_wrap("one two\nthree four", 5, "one|two|three|four|");
}

START_TEST(long_word__is_cut__at_the_edge)
{
    expect_wrap("abcdefgh", 3, "abc|def|gh|");
    expect_wrap("a bcdefgh", 3, "a|bcd|efg|h|");
    expect_wrap("東京都", 3, "東|京|都|");
    expect_wrap("東京", 1, "東|京|");
    expect_wrap("ab", 0, "a|b|");
    expect_wrap("e\u0301e\u0301", 1, "e\u0301|e\u0301|");
}

START_TEST(long_word__is_cut__behind_a_sign_in_the_second_half)
{
    expect_wrap("irene.abadie@pays-de-la-loire.example.org", 40,
                "irene.abadie@pays-de-la-loire.example.|org|");
    expect_wrap("thais@conseil.example", 16, "thais@conseil.|example|");
    expect_wrap("a.bcdefgh", 6, "a.bcde|fgh|");
}

START_TEST(no_wrapped_line__is_wider__than_asked)
{
    static const char text[] =
        "Les villes du réseau 東京 se retrouvent à Łódź pour deux journées de travail ; "
        "un mottrèslongquinetientpasdutout suit, puis la fin 😀.";
    for (size_t columns = 2; columns < 90; columns++) {
        struct buffer lines = { 0 };
        text_wrap(text, columns, add_line, &lines);
        size_t width = 0;
        for (const char *at = buffer_text(&lines); *at;) {
            const char *end = strchr(at, '|');
            struct buffer line = { 0 };
            buffer_add_part(&line, at, (size_t)(end - at));
            width = text_width(buffer_text(&line));
            if (width > columns)
                ck_abort_msg("“%s” is wider than %zu", buffer_text(&line), columns);
            buffer_clear(&line);
            at = end + 1;
        }
        buffer_clear(&lines);
    }
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, letters__are__one_column_wide);
    tcase_add_test(tests, combining_marks__take__no_column);
    tcase_add_test(tests, east_asian_writing_and_emoji__are__two_columns_wide);
    tcase_add_test(tests, control_characters__take__no_column);
    tcase_add_test(tests, text__that_fits__is_whole);
    tcase_add_test(tests, text__that_does_not_fit__ends_in_an_ellipsis);
    tcase_add_test(tests, cut__falls__between_two_cells);
    tcase_add_test(tests, padded_cut__fills__its_columns_exactly);
    tcase_add_test(tests, cut__without_utf8__ends_in_a_tilde);
    tcase_add_test(tests, prefix__is_the_longest__that_fits);
    tcase_add_test(tests, cursor__steps__over_what_a_reader_calls_a_letter);
    tcase_add_test(tests, cursor__stays__at_the_ends);
    tcase_add_test(tests, stray_mark__at_the_start__is_a_letter_of_its_own);
    tcase_add_test(tests, text__is_wrapped__at_its_blanks);
    tcase_add_test(tests, no_line__ends__inside_french_quotes_or_before_a_mark);
    tcase_add_test(tests, paragraphs__stay__apart);
    tcase_add_test(tests, long_word__is_cut__at_the_edge);
    tcase_add_test(tests, long_word__is_cut__behind_a_sign_in_the_second_half);
    tcase_add_test(tests, no_wrapped_line__is_wider__than_asked);
}

SUITE_MAIN("text_width")
