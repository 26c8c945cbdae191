/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_refused_test.c - the rows that were left out, as a file to correct and send
 * again
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/import_people.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Nom;Prénom;Courriel;Remarque\n"

static struct atelier *at;

static void
begin(void)
{
    at = office_found();
    office_add_person(at, "Durand", "Paul");
}

static void
end(void)
{
    office_end(at);
}

static struct import *
judged(const char *path)
{
    return sheet_judged(at, path, 0);
}

static char *
saved(struct import *import, const char *path, int64_t expected)
{
    struct error err = { 0 };
    int64_t rows;

    ck_assert_msg(import_save_refused(import, path, &rows, &err), "%s", err.message);
    ck_assert_int_eq(rows, expected);
    return paper_read(path, NULL);
}

START_TEST(refused_rows__are_saved_with_line_and_reason)
{
    struct import *import =
        judged(paper_write("list.csv", HEADER "Lefèvre;Zoé;zoe@example.org;\n"
                                              "Petit;Luc;luc;\"deux; mots\"\n"
                                              "Durand;Paul;;\n"
                                              "Trop;Court\n"));
    char *text = saved(import, database_file_path("left.csv"), 3);

    ck_assert(strncmp(text, "\xef\xbb\xbfNom;Prénom;Courriel;Remarque;", 33) == 0);
    ck_assert_ptr_nonnull(strstr(text, "\r\nPetit;Luc;luc;\"deux; mots\";3;"));
    ck_assert_ptr_nonnull(strstr(text, "\r\nDurand;Paul;;;4;"));
    ck_assert_ptr_nonnull(strstr(text, "\r\nTrop;Court;;;5;"));
    ck_assert_ptr_null(strstr(text, "Lefèvre"));
    free(text);
    import_free(import);
}
END_TEST

START_TEST(refused_rows__once_corrected__can_be_sent_again)
{
    struct import *import = judged(paper_write(
        "list.csv", HEADER "Petit;Luc;luc.fr;\"“deux”\nlignes; \"\"et plus\"\"\"\n"
                           "Roux;Eva;eva;=1+1\n"));
    char *text = saved(import, database_file_path("left.csv"), 2);
    import_free(import);

    import = judged(database_file_path("left.csv"));
    ck_assert_uint_eq(import_row_count(import), 2);
    ck_assert_int_eq(sheet_row(import, 0)->verdict, IMPORT_REFUSED);
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_NOTE],
                     "“deux”\nlignes; \"et plus\"");
    ck_assert_str_eq(sheet_row(import, 1)->values[IMPORT_NOTE], "=1+1");
    import_free(import);

    char *address = strstr(text, ";luc.fr;");
    ck_assert_ptr_nonnull(address);
    address[2] = '@';
    import = judged(paper_write("again.csv", text));
    ck_assert_int_eq(sheet_row(import, 0)->verdict, IMPORT_NEW);
    import_free(import);
    free(text);
}
END_TEST

static void
leave_out_wrong(struct import *import, size_t index)
{
    struct error err = { 0 };
    bool done;

    ck_assert_msg(import_leave_out_wrong(import, index, &done, &err), "%s", err.message);
    ck_assert(done);
}

/* Nobody took the rows: what was cut out of them is to be corrected still. */
START_TEST(cut_row__without_a_seat__is_saved_with_what_was_cut)
{
    const int64_t group = office_add_group(at, "URB");
    const int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 1);
    const char *path = paper_write("list.csv", HEADER "Lefèvre;Zoé;zoe@example.org;\n"
                                                      "Petit;Luc;luc;un mot\n"
                                                      "Roux;Eva;;\n");
    struct import *import = sheet_judged(at, path, meeting);
    leave_out_wrong(import, 1);
    sheet_judge(import);
    ck_assert_int_eq(sheet_run(import).full, 2);
    char *text = saved(import, database_file_path("left.csv"), 2);
    ck_assert_msg(
        strstr(text, "\r\nPetit;Luc;luc;un mot;3;not registered: The meeting is full: "),
        "%s", text);
    ck_assert_msg(strstr(text, "\r\nRoux;Eva;;;4;not registered: The meeting is full: "),
                  "%s", text);
    free(text);
    import_free(import);
}
END_TEST

START_TEST(cut_row__that_is_doubtful__is_saved_with_what_was_cut)
{
    struct import *import =
        judged(paper_write("list.csv", HEADER "Durand;Paul;paul;un mot\n"));
    leave_out_wrong(import, 0);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_DOUBTFUL);
    char *text = saved(import, database_file_path("left.csv"), 1);
    ck_assert_msg(strstr(text,
                         "\r\nDurand;Paul;paul;un mot;2;\"This may be Durand, Paul, "
                         "who is known already; without E-mail “paul”\"\r\n"),
                  "%s", text);
    free(text);
    import_free(import);
}
END_TEST

START_TEST(cells_too_many__are_saved_and_refused_until_somebody_corrects_them)
{
    struct import *import =
        judged(paper_write("list.csv", HEADER "Petit;Luc;;un mot;deux;\"trois; mots\";;\n"
                                              "Roux;Eva;eva;;;\n"));
    char *text = saved(import, database_file_path("left.csv"), 2);
    char *row = strstr(text, "\r\nPetit;Luc;;un mot;2;");
    ck_assert_msg(row && strstr(row, ";deux;\"trois; mots\"\r\nRoux;Eva;eva;;3;"), "%s",
                  text);
    free(text);
    import_free(import);

    import = judged(database_file_path("left.csv"));
    ck_assert_int_eq(sheet_row(import, 0)->verdict, IMPORT_REFUSED);
    text = saved(import, database_file_path("again.csv"), 2);
    ck_assert_msg(strstr(text, ";deux;\"trois; mots\"\r\n"), "%s", text);
    free(text);
    import_free(import);
}
END_TEST

/* A spreadsheet that opens the file must not run what a stranger wrote into a cell. */
START_TEST(formula__is_a_text_in_the_saved_file)
{
    static const char *const formulas[] = {
        "=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1",
    };
    struct import *import;
    char *text = NULL;
    char row[200] = HEADER "Petit;Luc;luc;\"";

    strcat(row, formulas[_i]);
    strcat(row, "\"\n");
    import = judged(paper_write("list.csv", row));
    text = saved(import, database_file_path("left.csv"), 1);

    const char *cell = strstr(text, "luc;");
    ck_assert_ptr_nonnull(cell);
    cell += strlen("luc;");
    cell += strspn(cell, "\"");
    ck_assert_msg(strchr("=+-@\t\r", *cell) == NULL, "the cell begins with %s", cell);
    free(text);
    import_free(import);
}
END_TEST

START_TEST(file__that_is_there__is_not_written_over)
{
    struct import *import = judged(paper_write("list.csv", HEADER "Petit;Luc;luc;\n"));
    const char *path = paper_write("left.csv", "mine");
    struct error err = { 0 };
    int64_t rows;

    ck_assert(!import_save_refused(import, path, &rows, &err));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    char *text = paper_read(path, NULL);
    ck_assert_str_eq(text, "mine");
    free(text);
    import_free(import);
}
END_TEST

START_TEST(folder__that_is_not_there__gets_a_sentence)
{
    struct import *import = judged(paper_write("list.csv", HEADER "Petit;Luc;luc;\n"));
    struct error err = { 0 };
    int64_t rows;

    ck_assert(!import_save_refused(import, "/nowhere/left.csv", &rows, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_ptr_nonnull(strstr(err.message, "/nowhere/left.csv"));
    import_free(import);
}
END_TEST

/* It holds names and addresses. */
START_TEST(saved_file__is_its_owners_alone)
{
    struct import *import = judged(paper_write("list.csv", HEADER "Petit;Luc;luc;\n"));
    const char *path = database_file_path("left.csv");
    struct stat status;

    free(saved(import, path, 1));
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0600);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, refused_rows__are_saved_with_line_and_reason);
    tcase_add_test(tests, refused_rows__once_corrected__can_be_sent_again);
    tcase_add_test(tests, cut_row__without_a_seat__is_saved_with_what_was_cut);
    tcase_add_test(tests, cut_row__that_is_doubtful__is_saved_with_what_was_cut);
    tcase_add_test(tests,
                   cells_too_many__are_saved_and_refused_until_somebody_corrects_them);
    tcase_add_loop_test(tests, formula__is_a_text_in_the_saved_file, 0, 7);
    tcase_add_test(tests, file__that_is_there__is_not_written_over);
    tcase_add_test(tests, folder__that_is_not_there__gets_a_sentence);
    tcase_add_test(tests, saved_file__is_its_owners_alone);
}

SUITE_MAIN("import_refused")
