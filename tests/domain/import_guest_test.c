/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_guest_test.c - organisations, guests and remarks behind a name in a list */
#include "import_names.h"

#include <string.h>

START_TEST(organisation_behind_a_name__is_kept_as_a_note)
{
    static const char *const texts[] = { "Zoé AUBRY, Ville de Montclair",
                                         "Zoé AUBRY : Ville de Montclair",
                                         "Zoé AUBRY: Ville de Montclair",
                                         "AUBRY Zoé; Ville de Montclair" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, texts[i], "");
        ck_assert_str_eq(row.values[IMPORT_FAMILY], "Aubry");
        ck_assert_str_eq(row.values[IMPORT_GIVEN], "Zoé");
        ck_assert_str_eq(row.values[IMPORT_NOTE], "Ville de Montclair");
        import_row_clear(&row);
    }
}

START_TEST(organisation_behind_both_names__leaves_the_given_name)
{
    static const char *const texts[] = {
        "Aubry, Zoé (Ville de Montclair)", "AUBRY, Zoé (Ville de Montclair)",
        "Aubry, Zoé, Ville de Montclair",  "Aubry, Zoé ; Ville de Montclair",
        "Aubry, Zoé: Ville de Montclair",  "AUBRY Zoé (Ville de Montclair)",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, texts[i], "");
        ck_assert_msg(
            strcmp(shown(row.values[IMPORT_FAMILY]), "Aubry") == 0 &&
                strcmp(shown(row.values[IMPORT_GIVEN]), "Zoé") == 0 &&
                strcmp(shown(row.values[IMPORT_NOTE]), "Ville de Montclair") == 0,
            "“%s”: “%s”, “%s”, “%s”", texts[i], shown(row.values[IMPORT_FAMILY]),
            shown(row.values[IMPORT_GIVEN]), shown(row.values[IMPORT_NOTE]));
        import_row_clear(&row);
    }
}

static void
expect_guest(const char *text, const char *note)
{
    struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, text, "");
    if (strcmp(shown(row.values[IMPORT_FAMILY]), "Dupont") != 0 ||
        strcmp(shown(row.values[IMPORT_GIVEN]), "Paul") != 0 ||
        strcmp(shown(row.values[IMPORT_NOTE]), note) != 0)
        ck_abort_msg("“%s” is family “%s”, given “%s”, note “%s”", text,
                     shown(row.values[IMPORT_FAMILY]), shown(row.values[IMPORT_GIVEN]),
                     shown(row.values[IMPORT_NOTE]));
    ck_assert_msg(row.told && strstr(row.told, note), "%s: %s", text, shown(row.told));
    import_row_judge(&row, NULL, 0);
    ck_assert_msg(row.verdict == IMPORT_NEW, "%s: %s", text, shown(row.reason));
    import_row_clear(&row);
}

START_TEST(somebody_who_comes_with_a_person__is_kept_as_a_note__and_told)
{
    expect_guest("Paul Dupont (+1)", "+1");
    expect_guest("Paul DUPONT +1", "+1");
    expect_guest("DUPONT Paul + 1", "+ 1");
    expect_guest("Paul Dupont [+ 2]", "+ 2");
    expect_guest("Paul Dupont(+1)", "+1");
    expect_guest("Paul Dupont x2", "x2");
    expect_guest("Paul Dupont +1 invité", "+1 invité");
    expect_guest("Paul Dupont (2 personnes)", "2 personnes");
    expect_guest("Paul Dupont plus one", "plus one");
    expect_guest("Paul Dupont + guest", "+ guest");
    expect_guest("Paul Dupont et un collègue", "et un collègue");
    expect_guest("Paul Dupont et son épouse", "et son épouse");
    expect_guest("Paul DUPONT, accompagné d’un élu", "accompagné d’un élu");
    expect_guest("Paul Dupont mit Begleitung", "mit Begleitung");
    expect_guest("Paul Dupont und seine Frau", "und seine Frau");
    expect_guest("Paul Dupont y dos invitados", "y dos invitados");
    expect_guest("Paul Dupont e una collega", "e una collega");
    expect_guest("Paul Dupont met partner", "met partner");
    expect_guest("Paul Dupont et Mme", "et Mme");
    expect_guest("Paul Dupont accompagné de son DGS", "accompagné de son DGS");
    expect_guest("Paul DUPONT+1", "+1");
    expect_guest("Paul Dupont +1 (à confirmer)", "+1 (à confirmer)");
    expect_guest("Paul Dupont (+1 à confirmer)", "+1 à confirmer");
    expect_guest("Paul Dupont (+ 1, à confirmer)", "+ 1, à confirmer");
    expect_guest("Paul Dupont + un accompagnant (sous réserve)",
                 "+ un accompagnant (sous réserve)");
    expect_guest("Paul Dupont et 1 collègue à confirmer", "et 1 collègue à confirmer");
    expect_guest("Paul Dupont +2 (nom à préciser)", "+2 (nom à préciser)");
    expect_guest("Paul Dupont +1 tbc", "+1 tbc");
    expect_guest("Paul Dupont (+1 noch offen)", "+1 noch offen");
    expect_guest("Paul Dupont +1 ?", "+1 ?");
    expect_cells("Dupont (+1)", "Paul", "Dupont", "Paul", false);
    expect_cells("DUPONT", "Paul +1", "Dupont", "Paul", false);
}

static void
expect_remark(const char *text, const char *given, const char *note, const char *coming)
{
    struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, text, "");
    ck_assert_msg(strcmp(shown(row.values[IMPORT_FAMILY]), "Dupont") == 0 &&
                      strcmp(shown(row.values[IMPORT_GIVEN]), given) == 0,
                  "“%s” is family “%s”, given “%s”", text,
                  shown(row.values[IMPORT_FAMILY]), shown(row.values[IMPORT_GIVEN]));
    ck_assert_str_eq(shown(row.values[IMPORT_NOTE]), note);
    ck_assert_str_eq(shown(row.values[IMPORT_COMING]), coming);
    ck_assert_msg(row.told && strstr(row.told, note), "%s: %s", text, shown(row.told));
    import_row_clear(&row);
}

START_TEST(a_remark_behind_a_name__is_kept_as_a_note__and_says_whether_they_come)
{
    expect_remark("Paul Dupont à confirmer", "Paul", "à confirmer", "à confirmer");
    expect_remark("Paul Dupont (à confirmer)", "Paul", "à confirmer", "à confirmer");
    expect_remark("PAUL DUPONT À CONFIRMER", "Paul", "À CONFIRMER", "À CONFIRMER");
    expect_remark("Paul Dupont (sous réserve)", "Paul", "sous réserve", "sous réserve");
    expect_remark("Paul Dupont TBC", "Paul", "TBC", "TBC");
    expect_remark("Paul Dupont noch offen", "Paul", "noch offen", "noch offen");
    expect_remark("Paul Dupont ?", "Paul", "?", "nothing");
    expect_remark("Paul Dupont confirmé", "Paul", "confirmé", "nothing");
    expect_remark("Dupont (nom à préciser)", "nothing", "nom à préciser", "nothing");
    expect_name("Paul Sous", "", "Sous", "Paul");
    expect_name("à confirmer", "", "Confirmer", "À");
}

START_TEST(what_names_somebody__or_says_what_a_person_is__is_no_guest)
{
    expect_doubtful("Paul Dupont et Marie Petit", "");
    expect_doubtful("Paul et Anne Dupont", "");
    static const char *const ones[] = { "Paul Dupont (élu)", "Paul Dupont (stagiaire)",
                                        "Paul Dupont (1)", "Paul Dupont (chauffeur)" };
    for (size_t i = 0; i < sizeof(ones) / sizeof(ones[0]); i++) {
        struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, ones[i], "");
        ck_assert_msg(!row.told, "%s: %s", ones[i], row.told);
        import_row_clear(&row);
    }
    expect_name("Paul Enfant", "", "Enfant", "Paul");
    expect_name("Eva Mann", "", "Mann", "Eva");
    expect("Nom", IMPORT_FAMILY, "=1+1", "", "=1+1", "nothing");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, organisation_behind_a_name__is_kept_as_a_note);
    tcase_add_test(tests, organisation_behind_both_names__leaves_the_given_name);
    tcase_add_test(tests, somebody_who_comes_with_a_person__is_kept_as_a_note__and_told);
    tcase_add_test(tests,
                   a_remark_behind_a_name__is_kept_as_a_note__and_says_whether_they_come);
    tcase_add_test(tests, what_names_somebody__or_says_what_a_person_is__is_no_guest);
}

SUITE_MAIN("import_guest")
