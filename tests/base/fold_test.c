/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold_test.c - text as people search and sort it: without case, accents or marks */
#include "atelier/base/fold.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "support/suite.h"

static void
expect_fold(const char *text, const char *expected)
{
    char *fold = fold_copy(text);
    if (strcmp(fold, expected) != 0)
        ck_abort_msg("“%s” folds to “%s”, not to “%s”", text, fold, expected);
    free(fold);
}

/* NULL: there is no second way to spell it. */
static void
expect_second(const char *text, const char *expected)
{
    struct buffer buffer = { 0 };
    bool other = fold_add_second(&buffer, text);
    if (other != (expected != NULL) ||
        strcmp(buffer_text(&buffer), other ? expected : ""))
        ck_abort_msg("“%s” has the second fold “%s”", text, buffer_text(&buffer));
    buffer_clear(&buffer);
}

START_TEST(name__is_found__without_case_or_accents)
{
    expect_fold("Périgueux", "perigueux");
    expect_fold("PÉRIGUEUX", "perigueux");
    expect_fold("Łódź", "lodz");
    expect_fold("ŁÓDŹ", "lodz");
    expect_fold("Besançon", "besancon");
    expect_fold("Đurđević", "durdevic");
    expect_fold("Ghent 2027", "ghent 2027");
    expect_fold("", "");
}

START_TEST(apostrophe__vanishes__whichever_it_is)
{
    expect_fold("O’Brien", "obrien");
    expect_fold("O'Brien", "obrien");
    expect_fold("Oʼbrien", "obrien");
    expect_fold("O`Brien", "obrien");
    expect_fold("O´Brien", "obrien");
    expect_fold("aujourd’hui", "aujourdhui");
    expect_fold("ŉ Kat", "n kat");
}

START_TEST(letter__of_two_letters__is_folded_to_both)
{
    expect_fold("Straße", "strasse");
    expect_fold("STRAẞE", "strasse");
    expect_fold("Œuvre", "oeuvre");
    expect_fold("cœur", "coeur");
    expect_fold("Ærø", "aero");
    expect_fold("Þórður", "thordur");
    expect_fold("ﬁnance", "finance");
}

START_TEST(turkish_i__is__an_i)
{
    expect_fold("İstanbul", "istanbul");
    expect_fold("ISPARTA", "isparta");
    expect_fold("Diyarbakır", "diyarbakir");
}

START_TEST(muller_and_mueller__both__find_the_umlaut)
{
    expect_fold("Müller", "muller");
    expect_second("Müller", "mueller");
    expect_fold("Jönköping", "jonkoping");
    expect_second("Jönköping", "joenkoeping");
    expect_second("Ångström", "aangstroem");
    expect_second("Ærøskøbing", "aeroeskoebing");
    expect_second("MÄRZ", "maerz");
    expect_second("ÖKOBÜRO ÜBER ÅRHUS", "oekobuero ueber aarhus");
    expect_second("ØRESUND", "oeresund");
}

START_TEST(name__spelt_in_one_way__has_no_second_fold)
{
    expect_second("Périgueux", NULL);
    expect_second("Straße", NULL);
    expect_second("", NULL);

    struct buffer buffer = { 0 };
    buffer_add(&buffer, "kept");
    ck_assert(!fold_add_second(&buffer, "Périgueux"));
    ck_assert_str_eq(buffer_text(&buffer), "kept");
    ck_assert_uint_eq(buffer.length, 4);
    buffer_clear(&buffer);
}

/* A Mac writes a letter and its mark as two. */
START_TEST(letter__written_in_parts__folds_like_the_whole_one)
{
    expect_fold("Pe\u0301rigueux", "perigueux");
    expect_fold("Mu\u0308ller", "muller");
    expect_second("Mu\u0308ller", "mueller");
    expect_second("A\u030angstro\u0308m", "aangstroem");
    expect_fold("I\u0307stanbul", "istanbul");
}

START_TEST(punctuation__parts__words_by_one_blank)
{
    expect_fold("Jean-Pierre  DUPONT", "jean pierre dupont");
    expect_fold("  Dupont,\tJean \n", "dupont jean");
    expect_fold("(Eau & climat)", "eau climat");
    expect_fold("Saint‐Étienne", "saint etienne");
    expect_fold("«\u00a0Ville\u00a0»", "ville");
    expect_fold("---", "");
    expect_fold("Gr\u00b2", "gr2");
}

START_TEST(email__is__one_word)
{
    expect_fold("Ada.Moreau@Example.org", "ada.moreau@example.org");
    expect_fold("<ada@example.org>", "ada@example.org");
    expect_fold("ada@example.org.", "ada@example.org");
    expect_fold("M. Moreau", "m moreau");
    expect_fold("@ville", "ville");
    expect_fold("ada@ example", "ada example");
    expect_fold("etc... fin", "etc fin");
}

START_TEST(other_scripts__stay__and_lose_their_case)
{
    expect_fold("Θεσσαλονίκη", "θεσσαλονικη");
    expect_fold("София", "софия");
    expect_fold("СОФИЯ", "софия");
    expect_fold("Йошкар-Ола", "йошкар ола");
    expect_fold("И\u0306ошкар", "йошкар");
    expect_fold("東京", "東京");
    expect_fold("София / Sofia", "софия sofia");
}

START_TEST(final_sigma__is__a_sigma)
{
    char *upper = fold_copy("ΠΕΤΡΟΣ");
    expect_fold("Πέτρος", upper);
    free(upper);
}

START_TEST(invisible_signs__do_not__part_a_word)
{
    expect_fold("Péri\u00adgueux", "perigueux");
    expect_fold("Peri\u200bgueux", "perigueux");
    expect_fold("\u202ePerigueux\u202c", "perigueux");
}

START_TEST(bad_bytes__part__words)
{
    expect_fold("ab\xff"
                "cd",
                "ab cd");
    expect_fold("\xc3", "");
    expect_fold("\xf0\x9f", "");
    expect_fold("caf\xe9", "caf");
    expect_fold("caf\xe9 Müller", "caf muller");
}

/* Bad bytes elsewhere do not change how a letter in parts is read. */
START_TEST(letter_in_parts__beside_a_bad_byte__still_folds)
{
    expect_fold("caf\xe9 Mu\u0308ller", "caf muller");
    expect_second("caf\xe9 Mu\u0308ller", "caf mueller");
}

static void
expect_settled(const char *text)
{
    char *once = fold_copy(text);
    char *twice = fold_copy(once);

    ck_assert_msg(strcmp(once, twice) == 0, "“%s” folds to “%s”, and that to “%s”", text,
                  once, twice);
    free(once);
    free(twice);
}

START_TEST(folding_twice__is__folding_once__for_every_character)
{
    enum { POINTS = 0x110000, SURROGATES = 0xd800, AFTER_SURROGATES = 0xe000 };

    for (int32_t point = 1; point < POINTS; point++) {
        char text[8] = "a";

        if (point == SURROGATES)
            point = AFTER_SURROGATES;
        text[1 + utf8proc_encode_char(point, (utf8proc_uint8_t *)text + 1)] = 'b';
        expect_settled(text);
    }
}

START_TEST(folding_twice__is__folding_once)
{
    static const char *const texts[] = {
        "Périgueux",   "O’Brien",  "Straße",    "Ada.Moreau@example.org",
        "Θεσσαλονίκη", "İstanbul", "Łódź (PL)", "Йошкар-Ола",
        "ǅungla",      "①②",       "ﬃ",         "Ⅻ",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        char *once = fold_copy(texts[i]);
        expect_fold(once, once);
        free(once);
    }
}

START_TEST(folds__are_added__behind_what_was_there)
{
    struct buffer buffer = { 0 };
    buffer_add(&buffer, "a ");
    fold_add(&buffer, "-Ville");
    ck_assert_str_eq(buffer_text(&buffer), "a ville");
    buffer_clear(&buffer);
}

static void
expect_order(const char *const (*names)[2], size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        char *first = fold_sort_key(names[i][0], names[i][1]);
        char *second = fold_sort_key(names[i + 1][0], names[i + 1][1]);
        if (strcmp(first, second) >= 0)
            ck_abort_msg("%s does not come before %s", names[i][0], names[i + 1][0]);
        free(first);
        free(second);
    }
}

START_TEST(people__are_ordered__by_family_name_then_given_name)
{
    static const char *const names[][2] = {
        { "de la Tour", "Zoé" }, { "Dupont", NULL },   { "DUPONT", "Alice" },
        { "Dupont", "Éloi" },    { "Dupont", "Zoé" },  { "Dupont Martin", "Alice" },
        { "Duponte", "Alice" },  { "Élouard", "Ana" }, { "Zimmer", NULL },
    };
    expect_order(names, sizeof(names) / sizeof(names[0]));
}

START_TEST(person_without_a_family_name__comes_first)
{
    char *none = fold_sort_key(NULL, "Zoé");
    char *some = fold_sort_key("Abel", NULL);
    ck_assert_int_lt(strcmp(none, some), 0);
    free(none);
    free(some);
}

static void
expect_before(const char *first, const char *second)
{
    char *a = fold_order_key(first);
    char *b = fold_order_key(second);

    ck_assert_msg(strcmp(a, b) < 0, "%s is not before %s", first, second);
    free(a);
    free(b);
}

START_TEST(numbers__are_ordered__by_their_value)
{
    expect_before("Salle 2", "salle 10");
    expect_before("Room9", "Room10");
    expect_before("Room 009", "Room 10");
    expect_before("Room 0", "Room 1");
    expect_before("2b", "10a");
    expect_before("a 99999999", "a 100000000");
    expect_before("a 999999999", "a 1000000000");
    expect_before("a 999999999999999999", "a 1000000000000000000");
    expect_before("2027-03-16", "2027-10-02");
    expect_before("École 3", "Ecole 20");
    expect_before("Room", "Room 1");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, name__is_found__without_case_or_accents);
    tcase_add_test(tests, apostrophe__vanishes__whichever_it_is);
    tcase_add_test(tests, letter__of_two_letters__is_folded_to_both);
    tcase_add_test(tests, turkish_i__is__an_i);
    tcase_add_test(tests, muller_and_mueller__both__find_the_umlaut);
    tcase_add_test(tests, name__spelt_in_one_way__has_no_second_fold);
    tcase_add_test(tests, letter__written_in_parts__folds_like_the_whole_one);
    tcase_add_test(tests, punctuation__parts__words_by_one_blank);
    tcase_add_test(tests, email__is__one_word);
    tcase_add_test(tests, other_scripts__stay__and_lose_their_case);
    tcase_add_test(tests, final_sigma__is__a_sigma);
    tcase_add_test(tests, invisible_signs__do_not__part_a_word);
    tcase_add_test(tests, bad_bytes__part__words);
    tcase_add_test(tests, letter_in_parts__beside_a_bad_byte__still_folds);
    tcase_add_test(tests, folding_twice__is__folding_once);
    tcase_add_test(tests, folding_twice__is__folding_once__for_every_character);
    tcase_add_test(tests, folds__are_added__behind_what_was_there);
    tcase_add_test(tests, people__are_ordered__by_family_name_then_given_name);
    tcase_add_test(tests, person_without_a_family_name__comes_first);
    tcase_add_test(tests, numbers__are_ordered__by_their_value);
}

SUITE_MAIN("fold")
