/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_kind_test.c - address cards as each program writes them, and cards that are
 * damaged or nobody's */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/vcard_cards.h"
#include "atelier/app/import_people.h"
#include "atelier/base/buffer.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

static struct atelier *at;

static void
begin(void)
{
    at = office_found();
}

static void
end(void)
{
    office_end(at);
}

static struct import *
judged(const char *text)
{
    return sheet_judged(at, paper_write("people.vcf", text), 0);
}

/* "2: family|given|civility|e-mail|telephone|organisation|function|language|note", or
 * the reason behind the line. */
static void
expect_row(struct import *import, size_t index, const char *expected)
{
    static const enum import_target told[] = {
        IMPORT_FAMILY,       IMPORT_GIVEN,    IMPORT_CIVILITY, IMPORT_EMAIL, IMPORT_PHONE,
        IMPORT_ORGANISATION, IMPORT_FUNCTION, IMPORT_LANGUAGE, IMPORT_NOTE
    };
    const struct import_row *row = sheet_row(import, index);
    struct buffer text = { 0 };
    buffer_addf(&text, "%lld: ", (long long)row->line);
    const bool is_read = row->verdict == IMPORT_NEW || !row->reason;
    if (!is_read)
        buffer_add(&text, row->reason);
    for (size_t i = 0; is_read && i < sizeof told / sizeof told[0]; i++) {
        buffer_add(&text, i ? "|" : "");
        buffer_add(&text, row->values[told[i]]);
    }
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void
expect_person(const char *card, const char *expected)
{
    struct import *import = judged(card);
    ck_assert_uint_eq(import_row_count(import), 1);
    expect_row(import, 0, expected);
    /* What is not taken has a test of its own. */
    if (!strstr(import_notes(import), "Not taken from the cards: "))
        ck_assert_str_eq(import_notes(import), "");
    import_free(import);
}

/* A card of 3.0 with these lines. */
static void
expect_lines(const char *lines, const char *expected)
{
    struct buffer card = { 0 };
    buffer_addf(&card, "BEGIN:VCARD\r\nVERSION:3.0\r\n%sEND:VCARD\r\n", lines);
    expect_person(buffer_text(&card), expected);
    buffer_clear(&card);
}

/* ---- what each program writes ---- */

START_TEST(card__is_read__whichever_program_wrote_it)
{
    expect_person(written[_i].card, written[_i].expected);
}
END_TEST

/* A card with its shown name alone, as telephones write the town hall. */
START_TEST(card__that_shows_an_organisation__is_doubtful)
{
    static const char *const shown[] = { "Collège des élus", "Mairie de Montclair",
                                         "Service technique", "Conseil départemental" };
    struct buffer card = { 0 };

    for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++)
        buffer_addf(&card,
                    "BEGIN:VCARD\nVERSION:3.0\nFN:%s\nEMAIL:a%zu@x.test\nEND:VCARD\n",
                    shown[i], i);
    buffer_add(&card, "BEGIN:VCARD\nVERSION:3.0\nFN:Ville Virtanen\nEND:VCARD\n");
    struct import *import = judged(buffer_text(&card));
    const size_t count = sizeof(shown) / sizeof(shown[0]);
    ck_assert_uint_eq(import_row_count(import), count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct import_row *row = sheet_row(import, i);
        ck_assert_int_eq(row->verdict, IMPORT_DOUBTFUL);
        ck_assert_ptr_nonnull(strstr(row->reason, "an organisation, not a person"));
    }
    ck_assert_int_eq(sheet_row(import, count)->verdict, IMPORT_NEW);
    import_free(import);
    buffer_clear(&card);
}
END_TEST

START_TEST(cards__are_rows_that_name_the_line_of_their_begin)
{
    struct import *import = judged(
        "BEGIN:VCARD\nVERSION:3.0\nPHOTO;ENCODING=b:AAAA\n BBBB\n CCCC\nN:Un;Ana\n"
        "NOTE:a\n b\nEND:VCARD\n\nbegin:vcard\nversion:3.0\nn:Deux;Léo\nend:vcard\n");
    ck_assert_uint_eq(import_row_count(import), 2);
    expect_row(import, 0, "1: Un|Ana|||||||ab");
    expect_row(import, 1, "11: Deux|Léo|||||||");
    ck_assert_int_eq(import_delimiter(import), '\0');
    import_free(import);
}
END_TEST

/* ---- lines ---- */

START_TEST(fold__within_a_letter__tears_nothing)
{
    expect_lines("N:K\xc3\r\n \xa9rouan;Ma\r\n\t\xc3\xablle\r\n",
                 "1: Kérouan|Maëlle|||||||");
}
END_TEST

START_TEST(address__that_is_preferred__is_taken_before_work_and_order)
{
    expect_lines("N:Un;Ana\r\nEMAIL;TYPE=home:h@x.test\r\nEMAIL:o@x.test\r\n"
                 "EMAIL;TYPE=work:w@x.test\r\n",
                 "1: Un|Ana||w@x.test|||||");
    expect_lines(
        "N:Un;Ana\r\nEMAIL;TYPE=work:w@x.test\r\nEMAIL;TYPE=home,pref:h@x.test\r\n",
        "1: Un|Ana||h@x.test|||||");
    expect_lines("N:Un;Ana\r\nEMAIL;TYPE=pref:/o=EX/cn=ana\r\nEMAIL:o@x.test\r\n",
                 "1: Un|Ana||o@x.test|||||");
}
END_TEST

START_TEST(photo__whose_lines_begin_with_no_blank__is_passed_over)
{
    expect_person("BEGIN:VCARD\nVERSION:2.1\nN:Un;Ana\nPHOTO;JPEG;ENCODING=BASE64:\n"
                  "/9j/4AAQSkZJRgABAQAAAQAB\nAAD/2wBDAAgGBgcGBQ==\n\nEND:VCARD\n",
                  "1: Un|Ana|||||||");
}
END_TEST

START_TEST(card__of_more_text_than_somebody_writes__is_refused)
{
    struct buffer card = { 0 };
    buffer_add(&card, "BEGIN:VCARD\nVERSION:3.0\nN:Un;Ana\n");
    for (int i = 0; i < 6; i++) {
        buffer_add(&card, "NOTE:");
        for (int word = 0; word < 10000; word++)
            buffer_add(&card, "lorem ");
        buffer_add(&card, "\n");
    }
    buffer_add(&card, "END:VCARD\n");
    expect_person(buffer_text(&card), "1: The card is too long; shorten its note.");
    buffer_clear(&card);
}
END_TEST

START_TEST(what_is_not_taken__is_named_once_for_all_cards)
{
    struct import *import =
        judged("BEGIN:VCARD\nVERSION:3.0\nN:Un;Ana\nEMAIL:a@x.test\nEMAIL:A@x.test\n"
               "ADR:;;;;;;\nADR;TYPE=home:;;1 rue Haute;Lille;;59000;France\nEND:VCARD\n"
               "BEGIN:VCARD\nVERSION:3.0\nN:Deux;Bao\nEMAIL:b@x.test\nEMAIL:c@x.test\n"
               "EMAIL:d@x.test\nADR:;;2 rue Haute;Lille;;;\nCATEGORIES:maires\n"
               "TEL;TYPE=fax:0199001122\nEND:VCARD\n"
               "BEGIN:VCARD\nVERSION:3.0\nORG:Ville\nCATEGORIES:villes\nEND:VCARD\n");
    ck_assert_str_eq(import_notes(import),
                     "Not taken from the cards: other e-mail addresses (1), fax numbers "
                     "and other telephones (1), postal addresses (2), categories (1).\n");
    import_free(import);
}
END_TEST

START_TEST(telephone__beyond_the_sixth__is_said_to_be_left_out)
{
    struct buffer card = { 0 };
    buffer_add(&card, "BEGIN:VCARD\nVERSION:3.0\nN:Un;Ana\n");
    for (int i = 1; i <= 7; i++)
        buffer_addf(&card, "TEL:019900110%d\n", i);
    buffer_add(&card, "END:VCARD\n");
    struct import *import = judged(buffer_text(&card));
    ck_assert_str_eq(import_notes(import),
                     "Not taken from the cards: fax numbers and other telephones (1).\n");
    import_free(import);
    buffer_clear(&card);
}
END_TEST

START_TEST(telephone__that_is_there_twice__is_taken_once)
{
    expect_lines("N:Un;Ana\r\nTEL:01 99 00 11 22\r\nTEL;TYPE=CELL:0199001122\r\n"
                 "TEL;TYPE=PAGER:0199001133\r\n",
                 "1: Un|Ana|||0199001122||||");
}
END_TEST

START_TEST(name__is_parted_from_fn__when_n_has_no_family_name)
{
    expect_lines("FN:Mme Anne DE LA TOUR\r\n", "1: de la Tour|Anne|Mme||||||");
    expect_lines("N:;;;;\r\nFN:Tour\\, Anne de la\r\n", "1: de la Tour|Anne|||||||");
    expect_lines("FN:ana@x.test\r\nEMAIL:ana@x.test\r\n",
                 "1: The card has no family name; fill in N or FN.");
}
END_TEST

START_TEST(units_of_an_organisation__are_a_column_that_is_passed_over)
{
    struct import *import =
        judged("BEGIN:VCARD\nVERSION:3.0\nN:Un;Ana\nORG:Ville;Eau;Nord\nEND:VCARD\n");
    size_t count;
    const char *const *headers = import_headers(import, &count);
    ck_assert_uint_eq(count, 10);
    ck_assert_str_eq(headers[6], "Department");
    ck_assert_int_eq(import_mapping(import)->targets[6], IMPORT_NOTHING);
    import_mapping(import)->targets[6] = IMPORT_NOTE;
    struct error err = { 0 };
    ck_assert(import_judge(import, NULL, NULL, &err));
    expect_row(import, 0, "1: Un|Ana||||Ville|||Eau, Nord");
    import_free(import);
}
END_TEST

START_TEST(line__of_a_megabyte__is_not_kept)
{
    struct buffer card = { 0 };
    buffer_add(&card, "BEGIN:VCARD\nVERSION:3.0\nN:Un;Ana\nPHOTO;ENCODING=b:");
    for (int i = 0; i < 1 << 20; i++)
        buffer_add_char(&card, 'A');
    buffer_add(&card, "\nTITLE:Maire\nNOTE:");
    for (int i = 0; i < 1 << 17; i++)
        buffer_add_char(&card, 'n');
    buffer_add(&card, "\nEND:VCARD\n");
    struct import *import = judged(buffer_text(&card));
    expect_row(import, 0, "1: Un|Ana|||||||Maire");
    ck_assert_str_eq(import_notes(import),
                     "Line 6 is longer than 64 kB; it was passed over.\n");
    import_free(import);
    buffer_clear(&card);
}
END_TEST

/* ---- letters ---- */

START_TEST(letters__are_read_in_any_encoding)
{
    static const char card[] = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Kérouan;Ma\r\n ëlle\r\n"
                               "END:VCARD\r\n";
    static const struct {
        const char *encoding;
        const char *mark;
    } encodings[] = { { "UTF-8", "" },
                      { "UTF-8", "\xef\xbb\xbf" },
                      { "CP1252", "" },
                      { "UTF-16LE", "\xff\xfe" },
                      { "UTF-16BE", "\xfe\xff" },
                      { "UTF-16LE", "" } };
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        bool marked = *encodings[i].mark;
        struct import *import =
            sheet_judged(at,
                         paper_write_as("people.vcf", card, encodings[i].encoding,
                                        marked ? encodings[i].mark : ""),
                         0);
        expect_row(import, 0, "1: Kérouan|Maëlle|||||||");
        import_free(import);
    }
}
END_TEST

/* ---- nobody, and damage ---- */

static const struct {
    const char *lines;
    const char *reason;
} nobody[] = {
    { "KIND:group\r\nFN:Bureau\r\nMEMBER:urn:uuid:1\r\n", "a list of people" },
    { "X-ADDRESSBOOKSERVER-KIND:group\r\nN:Bureau\r\nFN:Bureau\r\n", "a list of people" },
    { "KIND:org\r\nN:Ville\r\nFN:Ville\r\n", "an organisation" },
    { "X-ABShowAs:COMPANY\r\nN:;;;;\r\nFN:Mairie\r\nORG:Mairie de X\r\n",
      "an organisation" },
    { "N:;;;;\r\nFN:Ville de Périgny\r\nORG:Ville de Périgny;\r\n", "an organisation" },
    { "KIND:location\r\nFN:Salle\r\n", "a place or a thing" },
    { "PHOTO;ENCODING=b:AAAA\r\n", "no family name" },
    { "N:Ville X;;;;\r\nFN:Ville X\r\nORG:Ville X\r\n", "an organisation" },
};

START_TEST(card__of_nobody__is_refused_and_says_why)
{
    struct buffer card = { 0 };
    buffer_addf(&card, "BEGIN:VCARD\r\nVERSION:3.0\r\n%sEND:VCARD\r\n", nobody[_i].lines);
    struct import *import = judged(buffer_text(&card));
    const struct import_row *row = sheet_row(import, 0);
    ck_assert_int_eq(row->verdict, IMPORT_REFUSED);
    ck_assert_msg(row->reason && strstr(row->reason, nobody[_i].reason), "%s",
                  row->reason);
    ck_assert_ptr_null(row->values[IMPORT_FAMILY]); /* saved, it comes back as nobody */
    import_free(import);
    buffer_clear(&card);
}
END_TEST

START_TEST(person__shown_as_a_company__stays_a_person)
{
    expect_lines("X-ABShowAs:COMPANY\r\nN:Un;Ana\r\nORG:Ville\r\n",
                 "1: Un|Ana||||Ville|||");
}
END_TEST

START_TEST(card__without_an_end__is_refused_and_the_next_is_read)
{
    struct import *import = judged("BEGIN:VCARD\nN:Un;Ana\nBEGIN:VCARD\nN:Deux;Léo\n"
                                   "END:VCARD\nBEGIN:VCARD\nN:Trois;Zoé\n");
    ck_assert_uint_eq(import_row_count(import), 3);
    expect_row(import, 0,
               "1: The card has no END:VCARD; complete it, or export it again.");
    expect_row(import, 1, "3: Deux|Léo|||||||");
    ck_assert_int_eq(sheet_row(import, 2)->verdict, IMPORT_REFUSED);
    import_free(import);
}
END_TEST

START_TEST(card_of_an_agent__within_a_card__is_no_card_of_its_own)
{
    expect_person("BEGIN:VCARD\nVERSION:2.1\nN:Un;Ana\nAGENT:\nBEGIN:VCARD\nN:Deux;Léo\n"
                  "TITLE:Secrétaire\nEND:VCARD\nTITLE:Maire\nEND:VCARD\n",
                  "1: Un|Ana|||||||Maire");
    expect_lines(
        "N:Un;Ana\r\nAGENT:BEGIN:VCARD\\nFN:Léo\\nEND:VCARD\\n\r\nTITLE:Maire\r\n",
        "1: Un|Ana|||||||Maire");
}
END_TEST

START_TEST(line__that_belongs_to_no_card__is_named_and_passed_over)
{
    struct import *import = judged("BEGIN:VCARD\nN:Un;Ana\nNOTE:one\ntwo \x01\x02\n"
                                   "END:VCARD\nTITLE:Maire\nEND:VCARD\n");
    ck_assert_uint_eq(import_row_count(import), 1);
    expect_row(import, 0, "1: Un|Ana|||||||one");
    ck_assert_str_eq(import_notes(import),
                     "Line 4 is not a line of an address card; it was passed over.\n"
                     "Line 6 is not a line of an address card; it was passed over.\n"
                     "Line 7 is not a line of an address card; it was passed over.\n");
    import_free(import);
}
END_TEST

START_TEST(refused_cards__can_be_imported_again_as_a_table)
{
    struct import *import =
        judged("BEGIN:VCARD\nVERSION:3.0\nN:Un;Ana\nEMAIL:ana@x.test\n"
               "TEL:0199001122\nORG:Ville;Eau\nTITLE:Maire\nNOTE:a\n"
               "");
    const char *path = "refused.csv";
    struct error err = { 0 };
    int64_t rows;
    path = paper_write(path, "");
    ck_assert_int_eq(remove(path), 0);
    ck_assert_msg(import_save_refused(import, path, &rows, &err), "%s", err.message);
    ck_assert_int_eq(rows, 1);
    struct import *again = sheet_judged(at, path, 0);
    size_t count;
    (void)import_headers(again, &count);
    for (size_t i = 0; i < 10; i++)
        ck_assert_int_eq(import_mapping(again)->targets[i],
                         import_mapping(import)->targets[i]);
    import_free(again);
    import_free(import);
}
END_TEST

START_TEST(name__that_says_more_in_fn__is_completed__and_the_rest_is_told)
{
    struct import *import = judged(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Dr. Anne-Marie van der Berg\\, MBA\nN:Berg;Anne\n"
        "END:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Zaza\nN:Un;Zoé\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Tour\\, Luc de la\nN:Tour;Luc;;M.;PhD\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Mme Eva de Wit\nNICKNAME:Evi\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Horvat\\, "
        "PhD\nN:Horvat;Ana;;;PhD\nEND:VCARD\n");
    expect_row(import, 0, "1: van der Berg|Anne-Marie|Dr.||||||");
    expect_row(import, 1, "6: Un|Zoé|||||||");
    expect_row(import, 2, "11: de la Tour|Luc|M.||||||");
    expect_row(import, 3, "16: de Wit|Eva|Mme||||||");
    ck_assert_str_eq(import_notes(import),
                     "Line 1: “MBA” of the name on the card is not taken.\n"
                     "Line 6: “Zaza” of the name on the card is not taken.\n"
                     "Line 11: “PhD” of the name on the card is not taken.\n"
                     "Line 21: “PhD” of the name on the card is not taken.\n"
                     "Not taken from the cards: nicknames (1).\n");
    import_free(import);
}
END_TEST

/* No blank parts the names of a Chinese or a Japanese in FN. */
START_TEST(name_in_one_word__of_both_names__is_taken_whole)
{
    struct import *import =
        judged("BEGIN:VCARD\nVERSION:3.0\nFN:王小明\nN:王;小明;;;\nEND:VCARD\n"
               "BEGIN:VCARD\nVERSION:3.0\nFN:美咲山田\nN:山田;美咲;;;\nEND:VCARD\n");
    expect_row(import, 0, "1: 王|小明|||||||");
    expect_row(import, 1, "6: 山田|美咲|||||||");
    ck_assert_str_eq(import_notes(import), "");
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, name_in_one_word__of_both_names__is_taken_whole);
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, card__is_read__whichever_program_wrote_it, 0,
                        (int)(sizeof written / sizeof written[0]));
    tcase_add_test(tests, card__that_shows_an_organisation__is_doubtful);
    tcase_add_test(tests, cards__are_rows_that_name_the_line_of_their_begin);
    tcase_add_test(tests, fold__within_a_letter__tears_nothing);
    tcase_add_test(tests, address__that_is_preferred__is_taken_before_work_and_order);
    tcase_add_test(tests, photo__whose_lines_begin_with_no_blank__is_passed_over);
    tcase_add_test(tests, card__of_more_text_than_somebody_writes__is_refused);
    tcase_add_test(tests, what_is_not_taken__is_named_once_for_all_cards);
    tcase_add_test(tests, telephone__beyond_the_sixth__is_said_to_be_left_out);
    tcase_add_test(tests, telephone__that_is_there_twice__is_taken_once);
    tcase_add_test(tests, name__is_parted_from_fn__when_n_has_no_family_name);
    tcase_add_test(tests, name__that_says_more_in_fn__is_completed__and_the_rest_is_told);
    tcase_add_test(tests, units_of_an_organisation__are_a_column_that_is_passed_over);
    tcase_add_test(tests, line__of_a_megabyte__is_not_kept);
    tcase_add_test(tests, letters__are_read_in_any_encoding);
    tcase_add_loop_test(tests, card__of_nobody__is_refused_and_says_why, 0,
                        (int)(sizeof nobody / sizeof nobody[0]));
    tcase_add_test(tests, person__shown_as_a_company__stays_a_person);
    tcase_add_test(tests, card__without_an_end__is_refused_and_the_next_is_read);
    tcase_add_test(tests, card_of_an_agent__within_a_card__is_no_card_of_its_own);
    tcase_add_test(tests, line__that_belongs_to_no_card__is_named_and_passed_over);
    tcase_add_test(tests, refused_cards__can_be_imported_again_as_a_table);
}

SUITE_MAIN("vcard_kind")
