/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased_mark_test.c - what stands where somebody was named who is erased */
#include "atelier/domain/erased_mark.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/printed_cards.h"
#include "atelier/domain/printed_pages.h"
#include "atelier/domain/printed_sheet.h"

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

START_TEST(a_text_of_a_document__is_replaced_where_one_stands_in_it__and_else_left)
{
    char *text = memory_copy("Dessin d’erased person");
    char *none = NULL;
    char *plain = memory_copy("Dessin");
    const char *before = plain;
    struct buffer buffer = { 0 };

    erased_mark_say("fr", &text);
    ck_assert_str_eq(text, "Dessin d’personne effacée");
    erased_mark_say("en", &none);
    ck_assert_ptr_null(none);
    erased_mark_say("en", &plain);
    ck_assert_ptr_eq(plain, before);
    buffer_add(&buffer, "personne effacée, erased person");
    erased_mark_say_in("en", &buffer);
    ck_assert_str_eq(buffer_text(&buffer), "erased person, erased person");
    ck_assert(erased_mark_stands_in(buffer_text(&buffer)));
    ck_assert(!erased_mark_stands_in("erased"));
    ck_assert(!erased_mark_stands_in(NULL));
    buffer_clear(&buffer);
    free(plain);
    free(text);
}
END_TEST

START_TEST(paper__calls_them_so_in_its_own_language__wherever_they_stand)
{
    struct printed_pages pages = { .language = memory_copy("fr") };
    struct printed_cards cards = { .language = memory_copy("fr") };
    struct printed_sheet sheet = { .language = memory_copy("fr") };

    printed_pages_add(&pages, BLOCK_FACT, "erased person", "by erased person");
    ck_assert_str_eq(pages.blocks.items[0].text, "personne effacée");
    ck_assert_str_eq(pages.blocks.items[0].more, "by personne effacée");
    printed_cards_add(&cards)->function = memory_copy("erased person");
    cards.heading = memory_copy("After erased person");
    printed_cards_say_erased(&cards);
    ck_assert_str_eq(cards.people.items[0].function, "personne effacée");
    ck_assert_str_eq(cards.heading, "After personne effacée");
    printed_sheet_add_person(&sheet)->organisation = memory_copy("erased person");
    printed_sheet_add_slot(&sheet)->label = memory_copy("erased person");
    printed_sheet_add_signer(&sheet)->name = memory_copy("erased person");
    printed_sheet_add_fact(&sheet)->value = memory_copy("erased person");
    sheet.title = memory_copy("erased person");
    sheet.office.funding = memory_copy("erased person");
    printed_sheet_say_erased(&sheet);
    ck_assert_str_eq(sheet.people.items[0].organisation, "personne effacée");
    ck_assert_str_eq(sheet.slots.items[0].label, "personne effacée");
    ck_assert_str_eq(sheet.signers.items[0].name, "personne effacée");
    ck_assert_str_eq(sheet.facts.items[0].value, "personne effacée");
    ck_assert_str_eq(sheet.title, "personne effacée");
    ck_assert_str_eq(sheet.office.funding, "personne effacée");
    printed_sheet_clear(&sheet);
    printed_cards_clear(&cards);
    printed_pages_clear(&pages);
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
    tcase_add_test(
        tests, a_text_of_a_document__is_replaced_where_one_stands_in_it__and_else_left);
    tcase_add_test(tests, paper__calls_them_so_in_its_own_language__wherever_they_stand);
    tcase_add_test(tests, a_document__calls_them_so_in_its_own_language);
    tcase_add_test(tests, a_word_that_is_looked_for__stands_for_that_of_another_language);
    tcase_add_test(tests, the_mark__is_known__in_whichever_language_it_was_stored);
    tcase_add_test(tests, a_reader__is_shown_their_word__wherever_one_stands);
}

SUITE_MAIN("erased_mark")
