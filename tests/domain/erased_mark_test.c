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

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, the_mark__is_known__in_whichever_language_it_was_stored);
    tcase_add_test(tests, a_reader__is_shown_their_word__wherever_one_stands);
}

SUITE_MAIN("erased_mark")
