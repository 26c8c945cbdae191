/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_headings_test.c - what a person said of a file's headings, for the next such
 * file
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_people.h"
#include "atelier/app/undo.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Wer;Vorne;Post\n"

static const char kept[] = "SELECT headings, holds, set_by FROM import_heading";
static const char said[] = "wer\nvorne\npost\n|family\ngiven\nemail\n|ada\n";

static struct atelier *at;
static struct atelier *colleague;
static struct error err;

static void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "claire", ROLE_ORGANISER);
}

static void
end(void)
{
    atelier_close(colleague);
    office_expect_whole(at);
    office_end(at);
}

static struct import *
opened(struct atelier *by, const char *text)
{
    struct import *import = import_open(by, paper_write("list.csv", text), 0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    return import;
}

static void
say(struct import *import, enum import_target first, enum import_target second,
    enum import_target third)
{
    struct import_mapping *mapping = import_mapping(import);
    import_set_headless(import, false);
    mapping->targets[0] = first;
    mapping->targets[1] = second;
    mapping->targets[2] = third;
}

static void
run(struct import *import)
{
    sheet_judge(import);
    sheet_run(import);
    import_free(import);
}

static void
expect_said(const struct import *import, const char *expected)
{
    struct buffer text = { 0 };
    import_add_remembered(import, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void
teach(void)
{
    struct import *import = opened(at, HEADER "Lang;Ina;ina@example.org\n");
    ck_assert(import_is_headless(import));
    say(import, IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_EMAIL);
    expect_said(import, "");
    run(import);
}

START_TEST(columns__that_a_person_set__hold_for_the_next_such_file_of_everybody)
{
    teach();
    office_expect(kept, said);
    struct import *import =
        opened(colleague, "Liste;;\n  WER ;VORNE;Post\nKurz;Uwe;uwe@example.org\n");
    ck_assert(!import_is_headless(import));
    ck_assert_int_eq(import_mapping(import)->targets[0], IMPORT_FAMILY);
    ck_assert_int_eq(import_mapping(import)->targets[2], IMPORT_EMAIL);
    expect_said(import, "Columns as they were set on Mon 01/03/2027 by ada.");
    sheet_judge(import);
    ck_assert_uint_eq(import_row_count(import), 1);
    import_mapping(import)->targets[2] = IMPORT_NOTHING;
    expect_said(import, "");
    import_free(import);

    import = opened(at, "Wer;Post;Vorne\nKurz;uwe@example.org;Uwe\n");
    ck_assert_msg(import_is_headless(import), "the headings stand in another order");
    import_free(import);
}
END_TEST

START_TEST(columns__that_were_guessed_or_only_rehearsed__are_not_kept)
{
    struct import_outcome outcome;
    run(opened(at, "Nom;Prénom;Courriel\nLang;Ina;ina@example.org\n"));
    struct import *import = opened(at, HEADER "Lang;Ina;ina@example.org\n");
    say(import, IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_EMAIL);
    sheet_judge(import);
    ck_assert(import_rehearse(import, NULL, NULL, &outcome, &err));
    import_free(import);
    office_expect(kept, "");
}
END_TEST

START_TEST(first_row__that_is_somebody__is_not_kept)
{
    struct import *import = opened(at, "Lang;Ina;ina@example.org\nKurz;Uwe;\n");
    say(import, IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_EMAIL);
    import_set_headless(import, true);
    run(import);
    office_expect(kept, "");
}
END_TEST

START_TEST(columns__that_were_set__outlive_an_undo)
{
    struct journal_entry entry = { 0 };
    teach();
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect(kept, said);
}
END_TEST

START_TEST(columns__set_otherwise_later__are_the_later_ones)
{
    teach();
    struct import *import = opened(colleague, HEADER "Uwe;Kurz;uwe@example.org\n");
    say(import, IMPORT_GIVEN, IMPORT_FAMILY, IMPORT_EMAIL);
    run(import);
    office_expect(kept, "wer\nvorne\npost\n|given\nfamily\nemail\n|claire\n");
}
END_TEST

START_TEST(columns__set_back_to_the_guess__are_forgotten)
{
    static const char text[] = "Nom;Prénom;Post\nLang;Ina;Paris\n";
    struct import *import = opened(at, text);
    say(import, IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_NOTE);
    run(import);
    office_expect("SELECT count(*) FROM import_heading", "1\n");
    import = opened(at, text);
    say(import, IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_NOTHING);
    run(import);
    office_expect(kept, "");
}
END_TEST

START_TEST(forgetting__guesses_again__and_for_the_next_file_only_when_that_is_meant)
{
    teach();
    struct import *import = opened(at, HEADER "Kurz;Uwe;uwe@example.org\n");
    ck_assert_msg(import_forget_columns(import, false, &err), "%s", err.message);
    ck_assert(import_is_headless(import));
    expect_said(import, "");
    office_expect(kept, said);
    import_free(import);

    import = opened(at, HEADER "Kurz;Uwe;uwe@example.org\n");
    ck_assert_msg(import_forget_columns(import, true, &err), "%s", err.message);
    office_expect(kept, "");
    import_free(import);
}
END_TEST

START_TEST(columns__of_a_later_program__are_passed_over)
{
    teach();
    ck_assert(database_file_run("UPDATE import_heading SET holds ="
                                " 'family' || char(10) || 'aura' || char(10) ||"
                                " 'email' || char(10)"));
    struct import *import = opened(at, HEADER "Kurz;Uwe;uwe@example.org\n");
    ck_assert(import_is_headless(import));
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   columns__that_a_person_set__hold_for_the_next_such_file_of_everybody);
    tcase_add_test(tests, columns__that_were_guessed_or_only_rehearsed__are_not_kept);
    tcase_add_test(tests, first_row__that_is_somebody__is_not_kept);
    tcase_add_test(tests, columns__that_were_set__outlive_an_undo);
    tcase_add_test(tests, columns__set_otherwise_later__are_the_later_ones);
    tcase_add_test(tests, columns__set_back_to_the_guess__are_forgotten);
    tcase_add_test(
        tests, forgetting__guesses_again__and_for_the_next_file_only_when_that_is_meant);
    tcase_add_test(tests, columns__of_a_later_program__are_passed_over);
}

SUITE_MAIN("import_headings")
