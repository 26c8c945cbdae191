/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_new_test.c - organisations that the office does not have: listed, and created or
 * not */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_draft.h"
#include "atelier/app/undo.h"
#include "atelier/domain/category.h"
#include "list_office.h"
#include "support/database_file.h"

#define HEADER "Nom;Courriel;Organisme;Fonction;Catégorie\n"

static const char posts[] =
    "SELECT p.family, o.name, a.function FROM person p"
    " LEFT JOIN affiliation a ON a.person = p.id AND a.\"to\" IS NULL"
    " LEFT JOIN organisation o ON o.id = a.organisation ORDER BY p.id";
static const char three[] = HEADER "Roy;r@example.org;Ville de Gap;Maire;Villes\n"
                                   "Blanc;b@example.org;ville de gap;;Villes\n"
                                   "Noir;n@example.org;Métropole X;;\n";

static struct import *
judged_to_create(const char *text, enum import_creation creates)
{
    struct import *import = judged(text);
    ck_assert_msg(import_set_creates(import, creates, &err), "%s", err.message);
    return import;
}

static void
expect_new(const struct import *import, const char *expected)
{
    struct buffer text = { 0 };
    import_add_new_names(import, IMPORT_CREATED_ORGANISATION, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void
add_durand(void)
{
    struct import *import = judged(
        "Nom;Courriel;Organisme;Fonction\nDurand;d@example.org;Ville de Lyon;Maire\n");
    sheet_run(import);
    import_free(import);
}

START_TEST(organisation__that_the_office_does_not_have__is_listed_once_with_its_rows)
{
    add_durand();
    struct import *import = judged(HEADER "Roy;r@example.org;Ville de Gap;;\n"
                                          "Vert;v@example.org;Ville de Lyon;;\n"
                                          "Blanc;b@example.org;VILLE de  Gap;;\n"
                                          "Petit;luc;Syndicat;;\n"
                                          "Noir;n@example.org;Métropole X;;\n");
    expect_new(import, "2 organisations are new: Ville de Gap (2), Métropole X (1)");
    ck_assert(import_leave_out_row(import, 4, NULL));
    expect_new(import, "1 organisation is new: Ville de Gap (2)");
    ck_assert(import_leave_out_row(import, 0, NULL));
    ck_assert(import_leave_out_row(import, 0, NULL));
    expect_new(import, "1 organisation is new: Ville de Gap (1)");
    import_undecide(import, 4);
    sheet_judge(import);
    expect_new(import, "2 organisations are new: Ville de Gap (1), Métropole X (1)");
    ck_assert_int_eq(sheet_run(import).organisations, 2);
    sheet_judge(import);
    expect_new(import, "");
    import_free(import);
}
END_TEST

/* The office has “Ville”; a list of its towns says “Villes”. */
START_TEST(category_in_the_plural__is_the_one_in_the_singular)
{
    office_add(at, &category_entity, "name", "Ville", NULL);
    office_add(at, &category_entity, "name", "Communauté de communes", NULL);
    struct import *import =
        judged(HEADER "Roy;r@example.org;Gap;;Villes\nBlanc;b@example.org;Lyon;;VILLE\n"
                      "Noir;n@example.org;Drôme;;Communautés de communes\n"
                      "Petit;p@example.org;X;;Vile\n");
    struct buffer text = { 0 };
    import_add_new_names(import, IMPORT_CREATED_CATEGORY, &text);
    ck_assert_str_eq(buffer_text(&text), "1 category is new: Vile (1)");
    buffer_clear(&text);
    sheet_run(import);
    office_expect("SELECT o.name, c.name FROM organisation o"
                  " LEFT JOIN category c ON c.id = o.category ORDER BY o.id",
                  "Gap|Ville\nLyon|Ville\nDrôme|Communauté de communes\nX|-\n");
    import_free(import);
}
END_TEST

/* “Brun” is no part of “Brunet”. */
START_TEST(samples__name_each_text_once)
{
    struct import *import = judged("Nom;Organisme\nBrunet;Gap\nBrun;Gap\nRun;Gap\n");
    struct buffer text = { 0 };
    import_add_samples(import, 0, 3, &text);
    buffer_add(&text, " / ");
    ck_assert_str_eq(buffer_text(&text), "Brunet, Brun, Run / ");
    buffer_reset(&text);
    import_add_samples(import, 1, 3, &text);
    ck_assert_str_eq(buffer_text(&text), "Gap");
    buffer_clear(&text);
    import_free(import);
}
END_TEST

START_TEST(organisations__of_many_rows__are_all_found_again)
{
    enum { COUNT = 300 };
    struct buffer text = { 0 };
    buffer_add(&text, "Nom;Organisme\n");
    for (int twice = 0; twice < 2; twice++)
        for (int i = 0; i < COUNT; i++)
            buffer_addf(&text, "%s%d;Ville %d\n", twice ? "Roux" : "Noir", i, i);
    struct import *import = judged(buffer_text(&text));
    size_t listed = 0;
    const struct import_new_name *name = NULL;
    while ((name = import_new_next(import, IMPORT_CREATED_ORGANISATION, name))) {
        ck_assert_int_eq(name->rows, 2);
        listed++;
    }
    ck_assert_uint_eq(listed, COUNT);
    ck_assert_uint_eq(import_new_names(import, IMPORT_CREATED_ORGANISATION), COUNT);
    import_free(import);
    buffer_clear(&text);
}
END_TEST

START_TEST(nothing_created__people_come_without_what_is_new_and_rows_say_so)
{
    add_durand();
    struct import *import =
        judged_to_create(HEADER "Roy;r@example.org;Ville de Gap;Maire;Villes\n"
                                "Vert;v@example.org;Ville de Lyon;Élu;\n",
                         IMPORT_CREATES_NOTHING);
    expect_new(import, "1 organisation is new: Ville de Gap (1)");
    ck_assert(import_row_comes_without(import, 0));
    ck_assert(!import_row_comes_without(import, 1));
    sheet_expect_reason(import, 0,
                        "comes without “Ville de Gap”, which is new and is not created");
    const struct import_outcome outcome = sheet_run(import);
    ck_assert_int_eq(outcome.added, 2);
    ck_assert_int_eq(outcome.organisations, 0);
    ck_assert_int_eq(outcome.categories, 0);
    office_expect(posts, "Durand|Ville de Lyon|Maire\nRoy|-|-\nVert|Ville de Lyon|Élu\n");
    office_expect("SELECT (SELECT count(*) FROM organisation),"
                  " (SELECT count(*) FROM category)",
                  "1|0\n");
    import_free(import);
}
END_TEST

START_TEST(nothing_created__somebody_who_is_known_keeps_the_post)
{
    add_durand();
    struct import *import = judged_to_create("Nom;Courriel;Organisme;Fonction;Téléphone\n"
                                             "Durand;d@example.org;Ville de Gap;Élu;\n",
                                             IMPORT_CREATES_NOTHING);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_SAME);
    int64_t counts[IMPORT_VERDICT_COUNT];
    import_counts(import, counts);
    ck_assert_int_eq(counts[IMPORT_CHANGED], 0);
    sheet_expect_reason(import, 0,
                        "“Ville de Gap” is new and is not created; organisation and "
                        "function stay as they are");
    ck_assert_int_eq(sheet_run(import).changed, 0);
    office_expect(posts, "Durand|Ville de Lyon|Maire\n");
    ck_assert(import_set_creates(import, IMPORT_CREATES_ORGANISATIONS, &err));
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_CHANGED);
    import_free(import);

    import = judged_to_create("Nom;Courriel;Organisme;Fonction;Téléphone\n"
                              "Durand;d@example.org;Ville de Gap;Élu;0102030405\n",
                              IMPORT_CREATES_NOTHING);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_CHANGED);
    ck_assert_int_eq(sheet_run(import).changed, 1);
    office_expect(posts, "Durand|Ville de Lyon|Maire\n");
    office_expect("SELECT phone FROM person", "0102030405\n");
    import_free(import);
}
END_TEST

START_TEST(each_choice__is_one_act_and_undone_as_one)
{
    static const int64_t organisations[] = { 2, 2, 0 };
    static const int64_t categories[] = { 0, 1, 0 };

    for (int c = 0; c < IMPORT_CREATION_COUNT; c++) {
        struct import *import = judged_to_create(three, (enum import_creation)c);
        struct journal_entry entry = { 0 };
        const struct import_outcome outcome = sheet_run(import);
        ck_assert_int_eq(outcome.added, 3);
        ck_assert_int_eq(outcome.organisations, organisations[c]);
        ck_assert_int_eq(outcome.categories, categories[c]);
        ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
        ck_assert_str_eq(entry.act, "person.import");
        office_expect("SELECT (SELECT count(*) FROM person),"
                      " (SELECT count(*) FROM organisation),"
                      " (SELECT count(*) FROM category)",
                      "0|0|0\n");
        journal_entry_clear(&entry);
        import_free(import);
    }
}
END_TEST

START_TEST(choice__is_kept__taken_back__and_carried_over)
{
    struct import *import = judged(three);
    char *before = import_draft_text(import);
    ck_assert(import_set_creates(import, IMPORT_CREATES_NOTHING, &err));
    char *after = import_draft_text(import);
    ck_assert(import_draft_go_back(import, before, &err));
    ck_assert_int_eq(import_creates(import), IMPORT_CREATES_ORGANISATIONS);
    ck_assert(import_draft_go_back(import, after, &err));
    ck_assert_int_eq(import_creates(import), IMPORT_CREATES_NOTHING);
    struct import *again = import_open_again(import, "UTF-8", &err);
    ck_assert_int_eq(import_creates(again), IMPORT_CREATES_NOTHING);
    import_free(again);
    free(before);
    free(after);
    import_free(import);
}
END_TEST

START_TEST(choice_of_categories__as_earlier_drafts_wrote_it__holds)
{
    struct import *import = judged(three);
    char *text = import_draft_text(import);
    char *line = strstr(text, "creates\torganisations\n");
    ck_assert_ptr_nonnull(line);
    struct buffer earlier = { 0 };
    buffer_add_part(&earlier, text, (size_t)(line - text));
    buffer_add(&earlier, "categories\t1\n");
    buffer_add(&earlier, strchr(line, '\n') + 1);
    ck_assert(import_draft_go_back(import, buffer_text(&earlier), &err));
    ck_assert_int_eq(import_creates(import), IMPORT_CREATES_CATEGORIES);
    buffer_clear(&earlier);
    free(text);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(
        tests, organisation__that_the_office_does_not_have__is_listed_once_with_its_rows);
    tcase_add_test(tests, category_in_the_plural__is_the_one_in_the_singular);
    tcase_add_test(tests, samples__name_each_text_once);
    tcase_add_test(tests, organisations__of_many_rows__are_all_found_again);
    tcase_add_test(tests,
                   nothing_created__people_come_without_what_is_new_and_rows_say_so);
    tcase_add_test(tests, nothing_created__somebody_who_is_known_keeps_the_post);
    tcase_add_test(tests, each_choice__is_one_act_and_undone_as_one);
    tcase_add_test(tests, choice__is_kept__taken_back__and_carried_over);
    tcase_add_test(tests, choice_of_categories__as_earlier_drafts_wrote_it__holds);
}

SUITE_MAIN("import_new")
