/* SPDX-License-Identifier: GPL-3.0-or-later */
/* excerpt_test.c - the sentence around a word, with the word marked */
#include "atelier/base/excerpt.h"

#include <stdlib.h>

#include "atelier/base/text.h"
#include "support/suite.h"

/* The excerpt with marked words in brackets. */
static void
expect(const char *line, const char *typed, size_t columns, const char *expected)
{
    struct excerpt excerpt = { .count = 0 };
    struct buffer shown = { 0 };
    size_t at = 0;

    excerpt_make(line, typed, columns, &excerpt);
    const char *text = buffer_text(&excerpt.text);
    for (size_t i = 0; i < excerpt.count; i++) {
        const struct excerpt_mark *mark = &excerpt.marks[i];
        buffer_add_part(&shown, text + at, mark->start - at);
        buffer_add_char(&shown, '[');
        buffer_add_part(&shown, text + mark->start, mark->length);
        buffer_add_char(&shown, ']');
        at = mark->start + mark->length;
    }
    buffer_add(&shown, text + at);
    ck_assert_str_eq(buffer_text(&shown), expected);
    ck_assert_msg(text_width(text) <= columns, "“%s” is wider than %zu", text, columns);
    buffer_clear(&shown);
    excerpt_clear(&excerpt);
}

START_TEST(a_short_text__is_shown_whole)
{
    expect("Who pays for it", "pay", 40, "Who [pays] for it");
    expect("Who pays for it", "nobody", 40, "Who pays for it");
    expect("Who pays for it", "", 40, "Who pays for it");
    expect("", "pay", 40, "");
    expect("Who pays", "w p", 8, "[Who] [pays]");
}
END_TEST

START_TEST(a_word__is_marked_however_it_is_spelt)
{
    expect("La MOBILITÉ, d’abord", "mobilite", 40, "La [MOBILITÉ], d’abord");
    expect("La mobilite", "Mobilité", 40, "La [mobilite]");
    expect("Frau Müller", "mueller", 40, "Frau [Müller]");
    expect("l’agglomération d'ici", "agglo", 40, "l’[agglomération] d'ici");
    expect("l’agglomération", "l'agglo", 40, "[l’agglomération]");
    expect("« Eau »/air; eau-forte", "eau", 40, "« [Eau] »/air; [eau]-forte");
    expect("a tableau", "eau", 40, "a tableau");
    expect("写 报告 здесь", "здес", 40, "写 报告 [здесь]");
}
END_TEST

START_TEST(a_long_text__is_cut_at_the_ends_of_words)
{
    static const char line[] = "Nothing of it is said at first. Who pays for the road "
                               "when the towns have no money is the question.";

    expect(line, "nothing", 24, "[Nothing] of it is said …");
    expect(line, "pays", 29, "… Who [pays] for the road …");
    expect(line, "question", 33, "… have no money is the [question].");
    expect(line, "money", 24, "… no [money] is the …");
    expect(line, "zzz", 20, "Nothing of it is …");
}
END_TEST

START_TEST(a_word_longer_than_its_place__is_cut)
{
    expect("aaaaaaaaaaaaaaaaaaaaaaaa", "a", 10, "[aaaaaaaa] …");
    expect("b aaaaaaaaaaaaaaaaaaaaaaaa c", "aa", 10, "… [aaaaaa] …");
    expect("报告报告报告报告报告", "报", 9, "[报告报] …");
}
END_TEST

/* A comma, a guillemet, and what a no-break space joins take their place as well. */
START_TEST(the_word__is_seen__in_whatever_place_there_is)
{
    static const char *const lines[] = {
        "Personne ne m’a demandé mon diplôme, on m’a demandé si je finissais.",
        "Une école de neuf mois « sans aucun diplôme » pour tous ceux qui viennent.",
        "Que vaut au bout du compte un tel diplôme\xC2\xA0? Nul ne le sait encore ici.",
    };

    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
        for (size_t columns = 16; columns < 80; columns++) {
            struct excerpt excerpt = { .count = 0 };
            excerpt_make(lines[i], "diplome", columns, &excerpt);
            ck_assert_msg(excerpt.count == 1, "%zu columns: %s", columns,
                          buffer_text(&excerpt.text));
            ck_assert_uint_le(text_width(buffer_text(&excerpt.text)), columns);
            excerpt_clear(&excerpt);
        }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_short_text__is_shown_whole);
    tcase_add_test(tests, a_word__is_marked_however_it_is_spelt);
    tcase_add_test(tests, a_long_text__is_cut_at_the_ends_of_words);
    tcase_add_test(tests, the_word__is_seen__in_whatever_place_there_is);
    tcase_add_test(tests, a_word_longer_than_its_place__is_cut);
}

SUITE_MAIN("excerpt")
