/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_encoding_test.c - in which letters a list is written: found, chosen, or asked about
 */
#include <stdio.h>
#include <string.h>

#include "atelier/app/import_people.h"
#include "atelier/base/buffer.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Nom;Prénom;Courriel\n"
#define HEADER_ASCII "Nom;Prenom;Courriel\n"

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

static struct import *
judged(const char *path)
{
    return sheet_judged(at, path, 0);
}

static const struct {
    const char *text;   /* the rows behind HEADER */
    const char *notes;  /* a part of them, "" when there are none */
    const char *family; /* of the last row */
    const char *encoding;
} decoded[] = {
    { "K\xc3\xa9rouan;Ma\xc3\xablle;\nB\xe9raud;L\xe9o;\n",
      "Line 3 is not UTF-8 like the others", "B\xc3\xa9raud", "UTF-8" },
    { "\xbcuvrard;L\xe9o;\n", "", "Œuvrard", "ISO-8859-15" },
    { "\x8cuvrard;L\xe9o;\n", "", "Œuvrard", "Windows-1252" },
    { "K\x8erouan;Lo;\n", "“KŽrouan” looks wrong", "KŽrouan", "Windows-1252" },
    { "K\x82rouan;Lo;\n", "“K‚rouan” looks wrong", "K‚rouan", "Windows-1252" },
    { "\xa3ukasik;Lo;\n", "“£ukasik” looks wrong", "£ukasik", "Windows-1252" },
    { "Pawe\xb3;Lo;\n", "“Pawe³” looks wrong", "Pawe³", "Windows-1252" },
    { "D\x81r;Lo;\n", "looks wrong", "D\xef\xbf\xbdr", "Windows-1252" },
    { "éKÃ©rouan;Lo;\n", "“éKÃ©rouan” looks wrong", "éKÃ©rouan", "UTF-8" },
    { "éRenÃ©;Lo;\n", "“éRenÃ©” looks wrong", "éRenÃ©", "UTF-8" },
    { "Lépine;d\x19"
      "Or;\n",
      "“d?Or” looks wrong", "Lépine", "UTF-8" },
    { "Saint\x13Léger;\x1cLo\x1d\tA;\n", "“Saint?Léger” looks wrong", "SaintLéger",
      "UTF-8" },
    { "Andr\x82;Lo;\n", "“Andr‚” looks wrong", "Andr‚", "Windows-1252" },
    { "\x83lise;Lo;\n", "“ƒlise” looks wrong", "Ƒlise", "Windows-1252" },
    { "\xafuk;Lo;\n", "“¯uk” looks wrong", "¯uk", "Windows-1252" },
    { "Vald\xd5\x83vreux;K\x8erouan;\n", "looks wrong", "ValdÕƒvreux", "Windows-1252" },
    { "\x8akoda;\x8c"
      "dipe 20 \x89 2,5 \x83;\n",
      "", "Škoda", "Windows-1252" },
    { "Žižek;l·l m³ 2½ «oui» 1º L’Hôte rock’n’roll;\n", "", "Žižek", "UTF-8" },
};

START_TEST(encoding__is_found_by_the_letters__and_what_looks_wrong_is_noted)
{
    char text[200];
    (void)snprintf(text, sizeof text, "Nom;Prenom;Courriel\n%s", decoded[_i].text);
    struct import *import = judged(paper_write("list.csv", text));
    const char *notes = import_notes(import);
    ck_assert_msg(decoded[_i].notes[0] ? strstr(notes, decoded[_i].notes) != NULL
                                       : notes[0] == '\0',
                  "“%s”", notes);
    const bool wrong = strstr(decoded[_i].notes, "looks wrong");
    ck_assert_int_eq(import_wrong_lines(import) > 0, wrong);
    import_take_letters(import); /* a person looked at them */
    ck_assert_int_eq(import_wrong_lines(import), 0);
    size_t last = import_row_count(import) - 1;
    ck_assert_str_eq(sheet_row(import, last)->values[IMPORT_FAMILY], decoded[_i].family);
    ck_assert_str_eq(import_encoding(import), decoded[_i].encoding);
    import_free(import);
}
END_TEST

START_TEST(encoding__that_a_person_chose__is_taken)
{
    static const struct {
        const char *name;
        const char *text;
    } chosen[] = { { "Mac", "K\x8erouan;Ma\x91lle;" },
                   { "x-mac-roman", "K\x8erouan;Ma\x91lle;" },
                   { "Mac OS Roman", "K\x8erouan;Ma\x91lle;" },
                   { "cp850", "K\x82rouan;Ma\x89lle;" },
                   { "CP-850", "K\x82rouan;Ma\x89lle;" },
                   { "IBM 850", "K\x82rouan;Ma\x89lle;" },
                   { "win-1250", "K\xe9rouan;Ma\xeblle;" },
                   { "Windows 1250", "K\xe9rouan;Ma\xeblle;" },
                   { "1250", "K\xe9rouan;Ma\xeblle;" },
                   { "ANSI", "K\xe9rouan;Ma\xeblle;" },
                   { "ISO 8859-2", "K\xe9rouan;Ma\xeblle;" },
                   { "8859-15", "K\xe9rouan;Ma\xeblle;" },
                   { "Latin 9", "K\xe9rouan;Ma\xeblle;" },
                   { "utf8", "Kérouan;Maëlle;" },
                   { "latin1", "K\xe9rouan;Ma\xeblle;" } };
    for (size_t i = 0; i < sizeof chosen / sizeof chosen[0]; i++) {
        struct error err = { 0 };
        char text[100];
        (void)snprintf(text, sizeof text, HEADER_ASCII "%s\n", chosen[i].text);
        struct import_choice choice = { .encoding = chosen[i].name };
        struct import *import = import_open_as(at, paper_write("list.csv", text),
                                               &(struct import_goal){ 0 }, &choice, &err);
        ck_assert_msg(import && import_judge(import, NULL, NULL, &err), "%s",
                      err.message);
        ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Kérouan");
        struct buffer preview = { 0 };
        import_add_previews(import, &chosen[i].name, 1, &preview);
        ck_assert_str_eq(buffer_text(&preview), "Kérouan Maëlle");
        buffer_clear(&preview);
        import_free(import);
    }
}
END_TEST

/* Words that all encodings read alike tell nothing. */
START_TEST(preview__begins__with_what_looks_wrong)
{
    static const char *const names[] = { "Windows-1252", "CP1250" };
    struct buffer previews[2] = { 0 };
    struct error err = { 0 };
    struct import *import =
        import_open(at,
                    paper_write("list.csv", HEADER_ASCII
                                "B\xe9raud;L\xe9o;\nH\xe9lin;Ma\xebl;\nBesn\xe9;Zo\xe9;\n"
                                "Roe;Pawe\xb3;\n"),
                    0, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    import_add_previews(import, names, 2, previews);
    ck_assert_str_eq(buffer_text(&previews[0]), "Pawe³ Béraud Léo Hélin");
    ck_assert_str_eq(buffer_text(&previews[1]), "Paweł Béraud Léo Hélin");
    buffer_clear(&previews[0]);
    buffer_clear(&previews[1]);
    import_free(import);
}
END_TEST

START_TEST(preview__in_an_encoding_that_nobody_knows__is_empty)
{
    static const char *const names[] = { "Klingon", "Windows-1252" };
    struct buffer previews[2] = { 0 };
    struct error err = { 0 };
    struct import *import = import_open(
        at, paper_write("list.csv", HEADER_ASCII "K\xe9rouan;Ma\xeblle;\n"), 0, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    import_add_previews(import, names, 2, previews);
    ck_assert_str_eq(buffer_text(&previews[0]), "");
    ck_assert_str_eq(buffer_text(&previews[1]), "Kérouan Maëlle");
    buffer_clear(&previews[1]);
    import_free(import);
}
END_TEST

START_TEST(encoding__that_nobody_knows__is_refused_with_some_that_are_known)
{
    struct error err = { 0 };
    static const char *const names[] = { "Klingon", "", "CP", "win-12500", "8859-99" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct import_choice choice = { .encoding = names[i] };
        ck_assert_msg(!import_open_as(at, paper_write("list.csv", HEADER "Un;Ana;\n"),
                                      &(struct import_goal){ 0 }, &choice, &err),
                      "“%s”", names[i]);
        ck_assert_msg(strstr(err.message, names[i]) && strstr(err.message, "CP850"), "%s",
                      err.message);
    }
}
END_TEST

START_TEST(utf16_without_a_mark__is_read_either_way)
{
    const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };
    for (size_t i = 0; i < 2; i++) {
        struct import *import =
            judged(paper_write_as("list.csv", HEADER "Kérouan;Zoé;\n", encodings[i], ""));
        ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Kérouan");
        import_free(import);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests,
                        encoding__is_found_by_the_letters__and_what_looks_wrong_is_noted,
                        0, (int)(sizeof decoded / sizeof decoded[0]));
    tcase_add_test(tests, encoding__that_a_person_chose__is_taken);
    tcase_add_test(tests, preview__begins__with_what_looks_wrong);
    tcase_add_test(tests, preview__in_an_encoding_that_nobody_knows__is_empty);
    tcase_add_test(tests,
                   encoding__that_nobody_knows__is_refused_with_some_that_are_known);
    tcase_add_test(tests, utf16_without_a_mark__is_read_either_way);
}

SUITE_MAIN("csv_encoding")
