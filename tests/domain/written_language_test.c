/* SPDX-License-Identifier: GPL-3.0-or-later */
/* written_language_test.c - the language of texts, where it is plain */
#include "atelier/domain/written_language.h"

#include "support/suite.h"

static const char *
language_of(const char *const texts[])
{
    struct written_language written = { 0 };

    for (; *texts; texts++)
        written_language_read(&written, *texts);
    return written_language_code(&written);
}

#define OF(...) language_of((const char *const[]){ __VA_ARGS__, NULL })

START_TEST(a_text__is_in_the_language_of_its_small_words)
{
    ck_assert_str_eq(OF("The towns wait for the fund, and it pays for what is there."),
                     "en");
    ck_assert_str_eq(OF("Les villes attendent le fonds, et il paie les murs dans l’an."),
                     "fr");
    ck_assert_str_eq(OF("LES villes et LE fonds,", "dans UNE halle : qui paie ?"), "fr");
}
END_TEST

START_TEST(a_quote_in_another_language__changes_nothing)
{
    ck_assert_str_eq(OF("Les villes et le fonds sont dans la halle qui est sur la place.",
                        "“The show must go on, and it will.”"),
                     "fr");
}
END_TEST

START_TEST(what_is_not_plain__is_in_no_language)
{
    ck_assert_ptr_null(OF(""));
    ck_assert_ptr_null(OF("Who pays the heirs?"));
    ck_assert_ptr_null(OF("Die Städte warten auf den Fonds, und er zahlt die Mauern."));
    ck_assert_ptr_null(OF("The towns wait for the fund and the walls.",
                          "Les villes attendent le fonds et les murs."));
    ck_assert_ptr_null(OF("Le città e le halle, le case, le strade, le persone."));
    ck_assert_ptr_null(OF("therapist offend android island lest")); /* parts of words */
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_text__is_in_the_language_of_its_small_words);
    tcase_add_test(tests, a_quote_in_another_language__changes_nothing);
    tcase_add_test(tests, what_is_not_plain__is_in_no_language);
}

SUITE_MAIN("written_language")
