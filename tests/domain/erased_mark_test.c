/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased_mark_test.c - what stands where somebody was named who is erased */
#include "atelier/domain/erased_mark.h"

#include "support/suite.h"

static void
expect_shown(const char *text, const char *shown)
{
    struct buffer buffer = { 0 };

    erased_mark_show(text, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), shown);
    buffer_clear(&buffer);
}

START_TEST(the_mark__is_known__in_whichever_language_it_was_stored)
{
    ck_assert(erased_mark_is(ERASED_MARK));
    ck_assert(erased_mark_is("personne effacée"));
    ck_assert(!erased_mark_is("personne"));
    ck_assert(!erased_mark_is("Mme erased person"));
    ck_assert(!erased_mark_is(NULL));
}
END_TEST

/* Without a translation the word of the reader is the English one. */
START_TEST(a_reader__is_shown_their_word__wherever_one_stands)
{
    expect_shown(ERASED_MARK, "erased person");
    expect_shown("personne effacée", "erased person");
    expect_shown("Mme personne effacée, erased person et personne effacée.",
                 "Mme erased person, erased person et erased person.");
    expect_shown("Moreau", "Moreau");
    expect_shown("", "");
    expect_shown(NULL, "");
}
END_TEST

START_TEST(a_document__calls_them_so_in_its_own_language)
{
    struct buffer buffer = { 0 };

    erased_mark_show_in("fr_FR", "Says erased person.", &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "Says personne effacée.");
    buffer_reset(&buffer);
    erased_mark_show_in("en", "personne effacée", &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "erased person");
    buffer_reset(&buffer);
    erased_mark_show_in("de", "personne effacée", &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "erased person");
    buffer_reset(&buffer);
    erased_mark_show_in(NULL, NULL, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "");
    buffer_clear(&buffer);
}
END_TEST

static void
expect_other(const char *folded, const char *wanted)
{
    const char *others[ERASED_MARK_OTHERS];
    const size_t count = erased_mark_others(folded, others);

    ck_assert_uint_eq(count, wanted ? 1 : 0);
    if (wanted)
        ck_assert_str_eq(others[0], wanted);
}

START_TEST(a_word_that_is_looked_for__stands_for_that_of_another_language)
{
    expect_other("effacee", "erased");
    expect_other("eff", "erased");
    expect_other("erased", "effacee");
    expect_other("personne", "person");
    expect_other("person", NULL); /* begins both */
    expect_other("ef", NULL);
    expect_other("", NULL);
    expect_other("effacees", NULL);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_document__calls_them_so_in_its_own_language);
    tcase_add_test(tests, a_word_that_is_looked_for__stands_for_that_of_another_language);
    tcase_add_test(tests, the_mark__is_known__in_whichever_language_it_was_stored);
    tcase_add_test(tests, a_reader__is_shown_their_word__wherever_one_stands);
}

SUITE_MAIN("erased_mark")
