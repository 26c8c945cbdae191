/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_file_test.c - files that are no list of people, or lists that are damaged */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/import_people.h"
#include "atelier/base/buffer.h"
#include "atelier/base/text.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Nom;Prénom;Courriel\n"

static struct atelier *at;

static void
begin(void)
{
    at = office_found();
}

static void
end(void)
{
    office_expect("SELECT count(*) FROM person", "0\n");
    office_expect("SELECT count(*) FROM journal WHERE act = 'person.import'", "0\n");
    office_end(at);
}

static void
expect_refusal(const char *path, enum error_kind kind, const char *words)
{
    struct error err = { 0 };

    ck_assert_ptr_null(import_open(at, path, 0, &err));
    ck_assert_msg(err.kind == kind && strstr(err.message, words), "%d: “%s”", err.kind,
                  err.message);
    ck_assert_msg(err.message[strlen(err.message) - 1] == '.', "“%s” is no sentence",
                  err.message);
}

static struct import *
judged(const char *path)
{
    return sheet_judged(at, path, 0);
}

/* ---- no list at all ---- */

START_TEST(file__that_is_a_pdf__is_called_one)
{
    expect_refusal(paper_write("list.csv", "%PDF-1.7\n1 0 obj\n"), ERROR_INPUT, "a PDF");
}
END_TEST

static const char *const pages[] = {
    "<html><table><tr><td>Nom</td></tr></table></html>",
    "\xEF\xBB\xBF\r\n<!DOCTYPE html>\n<table>",
    "<?xml version=\"1.0\"?>\n<Workbook>",
    "  <TABLE border=1><TR><TD>Nom;Prénom",
};

START_TEST(table_of_a_web_page__is_called_one)
{
    expect_refusal(paper_write("list.xls", pages[_i]), ERROR_INPUT, "a web page");
}
END_TEST

START_TEST(file__of_libreoffice__is_called_so)
{
    expect_refusal(paper_write("list.ods",
                               "PK\x03\x04-header-of-thirty-bytes---"
                               "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
                   ERROR_INPUT, "LibreOffice (.ods");
}
END_TEST

START_TEST(file_of_meetings__is_called_a_calendar)
{
    expect_refusal(paper_write("list.csv", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
                   ERROR_INPUT, "a calendar");
}
END_TEST

START_TEST(file__without_a_byte__is_empty)
{
    expect_refusal(paper_write("list.csv", ""), ERROR_INPUT, "is empty");
}
END_TEST

START_TEST(file__of_blank_lines__has_no_rows)
{
    expect_refusal(paper_write("list.csv", "\xef\xbb\xbf\r\n ; ;\r\n\r\n"), ERROR_INPUT,
                   "no rows");
}
END_TEST

START_TEST(file__of_zero_bytes__is_no_text)
{
    expect_refusal(paper_write_bytes("list.csv", "\0\0\0\0\0\0\0\0", 8), ERROR_INPUT,
                   "zero bytes");
}
END_TEST

START_TEST(file__with_a_zero_byte_in_a_name__is_no_text)
{
    static const char bytes[] = HEADER "Dup\0ont;Anne;\n";

    expect_refusal(paper_write_bytes("list.csv", bytes, sizeof bytes - 1), ERROR_INPUT,
                   "zero bytes");
}
END_TEST

START_TEST(file__in_utf16_with_a_zero_character__is_no_text)
{
    static const char bytes[] = "\xff\xfeN\0o\0m\0\n\0D\0u\0\0\0p\0\n\0";

    expect_refusal(paper_write_bytes("list.csv", bytes, sizeof bytes - 1), ERROR_INPUT,
                   "zero bytes");
}
END_TEST

START_TEST(file__with_headings_alone__has_no_people)
{
    expect_refusal(paper_write("list.csv", HEADER), ERROR_INPUT, "only headings");
}
END_TEST

START_TEST(folder__is_no_file)
{
    expect_refusal(database_file_path("."), ERROR_INPUT, "not a file");
}
END_TEST

START_TEST(file__that_is_missing__is_not_found)
{
    expect_refusal(database_file_path("nowhere.csv"), ERROR_NOT_FOUND, "nowhere.csv");
}
END_TEST

START_TEST(file__that_may_not_be_read__is_refused_by_the_system)
{
    const char *path = paper_write("list.csv", HEADER "Dupont;Anne;\n");

    ck_assert_int_eq(chmod(path, 0), 0);
    if (geteuid() != 0)
        expect_refusal(path, ERROR_SYSTEM, "list.csv");
}
END_TEST

START_TEST(pipe__is_not_waited_for)
{
    const char *path = database_file_path("list.csv");

    ck_assert_int_eq(mkfifo(path, 0600), 0);
    expect_refusal(path, ERROR_INPUT, "not a file");
}
END_TEST

START_TEST(name_of_the_file__reaches_no_terminal_raw)
{
    struct error err = { 0 };

    ck_assert_ptr_null(import_open(at, "/nowhere/\x1b[2J\xe2\x80\xae.csv", 0, &err));
    ck_assert_ptr_null(strchr(err.message, '\x1b'));
    ck_assert_ptr_null(strstr(err.message, "\xe2\x80\xae"));
}
END_TEST

/* ---- a list that is damaged ---- */

/* What stands behind the quote would be one long text, and forty people be lost. */
START_TEST(quote__that_is_never_closed__refuses_the_file_and_names_its_line)
{
    expect_refusal(paper_write("list.csv", HEADER "Martin;Zoé;zoe@example.org\n"
                                                  "Dupont;Anne;\"anne@example.org\n"
                                                  "Durand;Paul;paul@example.org\n"),
                   ERROR_INPUT, "line 3");
    expect_refusal(paper_write("list.csv", HEADER "Dupont;Anne;anne@example.org\n\""),
                   ERROR_INPUT, "line 3");
}
END_TEST

START_TEST(quote__inside_a_text__is_a_letter)
{
    struct import *import =
        judged(paper_write("list.csv", HEADER "D\"upont;Anne;anne@example.org\n"));

    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "D\"upont");
    import_free(import);
}
END_TEST

START_TEST(delimiter__is_found__below_a_title_and_beside_a_lone_quote)
{
    const char *path = paper_write("list.csv", "Participants de 5\" et plus\n\n"
                                               "Nom,Prénom\nMüller,\"A; B; C\"\n");
    struct error err = { 0 };
    struct import *import = import_open(at, path, 0, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert_int_eq(import_delimiter(import), ',');
    import_free(import);
}
END_TEST

/* A page of remarks above the table; and rows of which none has a cell but the last. */
START_TEST(delimiter__is_found__far_below_the_first_rows)
{
    struct buffer text = { 0 };
    struct error err = { 0 };

    for (int i = 0; i < 40; i++)
        buffer_addf(&text, "Remarque %d\n", i);
    buffer_add(&text, "Nom,Prénom\nMüller,Anna\nDurand,Zoé\n");
    struct import *import =
        import_open(at, paper_write("list.csv", buffer_text(&text)), 0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert_int_eq(import_delimiter(import), ',');
    import_free(import);
    buffer_clear(&text);
}
END_TEST

START_TEST(delimiter__is_the_one__that_parts_most_rows_alike)
{
    static const struct {
        const char *text;
        char delimiter;
    } files[] = {
        { "Participants, mardi 16 mars 2027\n\nNom;Prénom;E-mail\n"
          "Dupont;Jean;jean@example.org\n",
          ';' },
        { "Liste, à jour, de mars, avril, mai\nNom;Prénom\nDupont;Jean\nRoe;Anna\n",
          ';' },
        { "Participants; mars; avril; mai\nNom,Prénom\nDupont,Jean\nRoe,Anna\n", ',' },
        { "Nom;Note\nDupont;vient lundi, mardi, jeudi\nRoe;mange de tout, ou presque\n",
          ';' },
        { "Participants, mardi\r\n\r\nNom\tPrénom\r\nDupont\tJean\r\n", '\t' },
        { "Nom|Note\nDupont|a, b\nRoe|\"c\nd, e\"\n", '|' },
        { "Nom\nDupont\n", ';' },
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct error err = { 0 };
        struct import *import =
            import_open(at, paper_write("list.csv", files[i].text), 0, &err);

        ck_assert_msg(import != NULL, "%s", err.message);
        ck_assert_msg(import_delimiter(import) == files[i].delimiter, "“%s”",
                      files[i].text);
        import_free(import);
    }
}
END_TEST

START_TEST(row__with_too_few_columns__is_refused_and_the_others_go_on)
{
    struct import *import =
        judged(paper_write("list.csv", HEADER "Dupont;Anne\n"
                                              "Durand;Paul;paul@example.org\n"));

    ck_assert_uint_eq(import_row_count(import), 2);
    ck_assert_int_eq(sheet_row(import, 0)->verdict, IMPORT_REFUSED);
    ck_assert_int_eq(sheet_row(import, 0)->line, 2);
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 0)->reason, "2 of the 3"));
    ck_assert_int_eq(sheet_row(import, 1)->verdict, IMPORT_NEW);
    import_free(import);
}
END_TEST

START_TEST(row__with_a_cell_of_ten_thousand_letters__is_refused_in_its_column)
{
    char text[sizeof HEADER + 10100] = HEADER "Dupont;";
    size_t length = strlen(text);

    memset(text + length, 'a', 10000);
    memcpy(text + length + 10000, ";\n", 3);
    struct import *import = judged(paper_write("list.csv", text));
    ck_assert_int_eq(sheet_row(import, 0)->verdict, IMPORT_REFUSED);
    ck_assert_uint_eq(sheet_row(import, 0)->column, 1);
    ck_assert_uint_lt(strlen(sheet_row(import, 0)->reason), 600);
    import_free(import);
}
END_TEST

START_TEST(name__loses_what_a_terminal_would_obey)
{
    struct import *import = judged(
        paper_write("list.csv", HEADER "\x1b[31mDu\apont\x1b[0m;\xe2\x80\xae"
                                       "An\xc2\x9bne\xe2\x80\x8f;anne@example.org\n"));
    const struct import_row *row = sheet_row(import, 0);

    for (int i = 0; i < IMPORT_TARGET_COUNT; i++) {
        struct buffer printable = { 0 };
        if (row->values[i] == NULL)
            continue;
        text_add_printable(&printable, row->values[i]);
        ck_assert_str_eq(row->values[i], buffer_text(&printable));
        buffer_clear(&printable);
    }
    ck_assert_str_eq(row->values[IMPORT_GIVEN], "Anne");
    import_free(import);
}
END_TEST

/* Windows-1252 knows almost every byte, so what is no UTF-8 is read as that. */
START_TEST(bytes__that_are_no_text_in_any_encoding__become_a_replacement)
{
    struct import *import =
        judged(paper_write("list.csv", "Nom;Pr\xe9nom\nDup\x81ont;Ren\xe9\n"));

    ck_assert_str_eq(import_encoding(import), "Windows-1252");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Dup\xef\xbf\xbdont");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_GIVEN], "René");
    import_free(import);
}
END_TEST

START_TEST(lines__that_end_as_on_old_macintoshes__are_counted)
{
    struct import *import = judged(
        paper_write("list.csv", "Nom;Courriel\rDupont;anne@example.org\rDurand;paul\r"));

    ck_assert_uint_eq(import_row_count(import), 2);
    ck_assert_int_eq(sheet_row(import, 1)->line, 3);
    ck_assert_int_eq(sheet_row(import, 1)->verdict, IMPORT_REFUSED);
    import_free(import);
}
END_TEST

/* The file is read in parts of 16 KiB: rows, line breaks and letters of two bytes lie
 * across their ends somewhere. */
START_TEST(rows__are_whole_wherever_the_parts_of_the_file_meet)
{
    struct buffer text = { 0 };
    char expected[80];
    bool utf16 = _i == 1;

    buffer_add(&text, "Nom;Prénom;Remarque\r\n");
    for (int i = 0; i < 3000; i++)
        buffer_addf(&text, "É%dé;Zoé;\"x%.*s\r\ny\"\r\n", i, i % 4 * 2, "ééé");
    struct import *import = judged(
        utf16 ? paper_write_as("list.csv", buffer_text(&text), "UTF-16LE", "\xff\xfe")
              : paper_write("list.csv", buffer_text(&text)));
    ck_assert_uint_eq(import_row_count(import), 3000);
    for (int i = 2999; i >= 0; i -= 7) {
        const struct import_row *row = sheet_row(import, (size_t)i);
        (void)snprintf(expected, sizeof expected, "É%dé", i);
        ck_assert_str_eq(row->values[IMPORT_FAMILY], expected);
        ck_assert_int_eq(row->line, 2 + 2 * i);
    }
    import_free(import);
    buffer_clear(&text);
}
END_TEST

START_TEST(bars_and_formulas_of_texts__are_undone)
{
    struct import *import =
        judged(paper_write("list.csv", "Nom|Prénom|Téléphone\nUn|Ana|=\"0612345678\"\n"
                                       "Deux|Léo|\"=\"\"0612345679\"\"\"\n"));
    ck_assert_int_eq(import_delimiter(import), '|');
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_PHONE], "0612345678");
    ck_assert_str_eq(sheet_row(import, 1)->values[IMPORT_PHONE], "0612345679");
    import_free(import);
}
END_TEST

/* ---- not quite a table ---- */

START_TEST(cells_in_quotation_marks__are_no_whole_rows)
{
    struct import *import =
        judged(paper_write("list.csv", "\"Nom\";\"Prénom\";\"E-mail\"\r\n"
                                       "\"Un\";\"Ana\";\"a@x.test\"\r\n"));
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Un");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_EMAIL], "a@x.test");
    ck_assert_str_eq(import_notes(import), "");
    import_free(import);
}
END_TEST

START_TEST(whole_rows_in_quotation_marks__are_undone_and_noted)
{
    static const char *const files[] = {
        "\"Nom;Prénom;E-mail\"\r\n\"Un;Ana;a@x.test\"\r\n\"Deux;Léo;\"\r\n",
        "\"Nom,\"\"Prénom\"\",E-mail\"\n\"Un,\"\"Ana\"\",a@x.test\"\n\"Deux,Léo,\"\n",
        "Nom,Prénom,E-mail\n\"Un,\"\"Ana\"\",a@x.test\"\nDeux,Léo,\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct import *import = judged(paper_write("list.csv", files[i]));
        ck_assert_uint_eq(import_row_count(import), 2);
        const struct import_row *row = sheet_row(import, 0);
        ck_assert_int_eq(row->line, 2);
        ck_assert_str_eq(row->values[IMPORT_FAMILY], "Un");
        ck_assert_str_eq(row->values[IMPORT_GIVEN], "Ana");
        ck_assert_str_eq(row->values[IMPORT_EMAIL], "a@x.test");
        ck_assert_str_eq(sheet_row(import, 1)->values[IMPORT_GIVEN], "Léo");
        ck_assert_ptr_nonnull(strstr(import_notes(import), "Whole rows"));
        import_free(import);
    }
}
END_TEST

START_TEST(row_of_one_cell__in_quotation_marks__is_no_wrapped_one)
{
    struct import *import =
        judged(paper_write("list.csv", "\"Nom\";\"Prénom\"\n\"Un\";\"Ana\"\n\"Deux\"\n"));
    ck_assert_ptr_null(strstr(import_notes(import), "Whole rows"));
    import_free(import);
}
END_TEST

START_TEST(names_in_quotation_marks__stay_one_cell)
{
    struct import *import =
        judged(paper_write("list.csv", "Participant\n\"Un, Ana\"\n\"Deux, Léo\"\n"));
    ck_assert_str_eq(sheet_row(import, 1)->values[IMPORT_FAMILY], "Deux");
    ck_assert_str_eq(sheet_row(import, 1)->values[IMPORT_GIVEN], "Léo");
    ck_assert_str_eq(import_notes(import), "");
    import_free(import);
}
END_TEST

START_TEST(file_of_one_column__says_so)
{
    struct error err = { 0 };
    struct import *import = import_open(
        at, paper_write("list.csv", "Nom:Prénom:E-mail\nUn:Ana:a@x.test\n"), 0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    import_set_headless(import, false);
    import_mapping(import)->targets[0] = IMPORT_NOTHING;
    ck_assert(!import_judge(import, NULL, NULL, &err));
    ck_assert_msg(strstr(err.message, "one column only"), "%s", err.message);
    import_free(import);
}
END_TEST

/* Its first heading may do for a name: the other columns would go into it. */
START_TEST(file_of_fixed_width__is_refused)
{
    static const char *const files[] = {
        "Nom     Prénom    E-mail\nUn      Ana       a@x.test\nDeux    Léo       -\n",
        "Nom et prénom    E-mail\nUn Ana           a@x.test\nDeux Léo         b@x.test\n",
    };
    struct error err = { 0 };
    ck_assert_ptr_null(import_open(at, paper_write("list.csv", files[_i]), 0, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_msg(strstr(err.message, "fixed width"), "%s", err.message);
}
END_TEST

/* As we write it: quotation marks say that the blanks are of the name. */
START_TEST(blanks_in_quotation_marks__part_no_columns)
{
    struct error err = { 0 };
    struct import *import = import_open(
        at, paper_write("list.csv", "Nom\n\"Un  Ana\"\n\"Deux  Léo\"\n\"Trois  Zoé\"\n"),
        0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, file__that_is_a_pdf__is_called_one);
    tcase_add_loop_test(tests, table_of_a_web_page__is_called_one, 0,
                        sizeof pages / sizeof pages[0]);
    tcase_add_test(tests, file__of_libreoffice__is_called_so);
    tcase_add_test(tests, file_of_meetings__is_called_a_calendar);
    tcase_add_test(tests, file__without_a_byte__is_empty);
    tcase_add_test(tests, file__of_blank_lines__has_no_rows);
    tcase_add_test(tests, file__of_zero_bytes__is_no_text);
    tcase_add_test(tests, file__with_a_zero_byte_in_a_name__is_no_text);
    tcase_add_test(tests, file__in_utf16_with_a_zero_character__is_no_text);
    tcase_add_test(tests, file__with_headings_alone__has_no_people);
    tcase_add_test(tests, folder__is_no_file);
    tcase_add_test(tests, file__that_is_missing__is_not_found);
    tcase_add_test(tests, file__that_may_not_be_read__is_refused_by_the_system);
    tcase_add_test(tests, pipe__is_not_waited_for);
    tcase_add_test(tests, name_of_the_file__reaches_no_terminal_raw);
    tcase_add_test(tests,
                   quote__that_is_never_closed__refuses_the_file_and_names_its_line);
    tcase_add_test(tests, quote__inside_a_text__is_a_letter);
    tcase_add_test(tests, delimiter__is_found__far_below_the_first_rows);
    tcase_add_test(tests, delimiter__is_the_one__that_parts_most_rows_alike);
    tcase_add_test(tests, delimiter__is_found__below_a_title_and_beside_a_lone_quote);
    tcase_add_test(tests, row__with_too_few_columns__is_refused_and_the_others_go_on);
    tcase_add_test(tests,
                   row__with_a_cell_of_ten_thousand_letters__is_refused_in_its_column);
    tcase_add_test(tests, name__loses_what_a_terminal_would_obey);
    tcase_add_test(tests, bytes__that_are_no_text_in_any_encoding__become_a_replacement);
    tcase_add_test(tests, bars_and_formulas_of_texts__are_undone);
    tcase_add_test(tests, cells_in_quotation_marks__are_no_whole_rows);
    tcase_add_test(tests, whole_rows_in_quotation_marks__are_undone_and_noted);
    tcase_add_test(tests, names_in_quotation_marks__stay_one_cell);
    tcase_add_test(tests, file_of_one_column__says_so);
    tcase_add_loop_test(tests, file_of_fixed_width__is_refused, 0, 2);
    tcase_add_test(tests, blanks_in_quotation_marks__part_no_columns);
    tcase_add_test(tests, lines__that_end_as_on_old_macintoshes__are_counted);
    tcase_add_loop_test(tests, rows__are_whole_wherever_the_parts_of_the_file_meet, 0, 2);
    tcase_add_test(tests, row_of_one_cell__in_quotation_marks__is_no_wrapped_one);
}

SUITE_MAIN("csv_file")
