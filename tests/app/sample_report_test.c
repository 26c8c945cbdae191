/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_report_test.c - the report of the sample's meeting of 16 March 2017: what a
 * published one consists of, as text and as a page */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse_report.h"
#include "atelier/app/export_report.h"
#include "atelier/app/report_writers.h"
#include "atelier/app/sample.h"
#include "atelier/base/language.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;
static struct report_document document;
static struct buffer page;

static void
begin(void)
{
    const struct report_export wish = { .meeting = 1 };

    language_start("en", "/nonexistent");
    at = office_found();
    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    ck_assert_msg(report_export_read(at, &wish, &document, &err), "%s", err.message);
}

static void
end(void)
{
    report_document_clear(&document);
    buffer_clear(&page);
    office_end(at);
}

static size_t
count_kind(enum report_entry_kind kind)
{
    size_t count = 0;

    for (size_t i = 0; i < document.lines.count; i++)
        count += document.lines.items[i].kind == kind;
    return count;
}

START_TEST(it_has_all_that_a_published_one_has)
{
    ck_assert_str_eq(document.language, "fr");
    ck_assert_str_eq(document.standing, "Définitif, vendredi 17 mars 2017");
    ck_assert_uint_ge(document.lines.count, 38);
    ck_assert_uint_ge(count_kind(ENTRY_FINDING), 10);
    ck_assert_uint_ge(count_kind(ENTRY_QUESTION), 5);
    ck_assert_uint_ge(count_kind(ENTRY_ATTENTION), 5);
    ck_assert_uint_ge(count_kind(ENTRY_QUOTE), 5);
    ck_assert_uint_ge(count_kind(ENTRY_RECOMMENDATION), 5);
    ck_assert_uint_ge(count_kind(ENTRY_DECISION), 2);
    ck_assert_uint_eq(count_kind(ENTRY_CONCLUSION), 2);
    ck_assert_uint_eq(document.projects.count, 2);
    ck_assert_uint_ge(document.present.count, 20);
    ck_assert_ptr_nonnull(document.about_office);
    ck_assert_ptr_nonnull(document.contact_email);
    for (size_t i = 0; i < document.present.count; i++)
        ck_assert_uint_eq(document.present.items[i].people.count, 0);
}
END_TEST

/* Of a published one somebody asks who is to do it. */
START_TEST(what_is_recommended__has_an_owner__who_is_no_person)
{
    for (size_t i = 0; i < document.lines.count; i++) {
        const struct report_line *line = &document.lines.items[i];
        if (line->kind == ENTRY_RECOMMENDATION)
            ck_assert_msg(line->owner, "%s", line->text);
    }
    office_expect("SELECT count(*) FROM report_entry WHERE owner_person IS NOT NULL",
                  "0\n");
}
END_TEST

/* Each behind the one before. */
static void
expect_in_order(const char *const *words)
{
    const char *from = buffer_text(&page);

    for (size_t i = 0; words[i]; i++) {
        const char *found = strstr(from, words[i]);
        ck_assert_msg(found, "“%s” is missing, or stands earlier", words[i]);
        from = found + 1;
    }
}

START_TEST(its_parts__stand_in_the_order_of_the_model)
{
    static const char *const text[] = { "Emplois et activités",
                                        "jeudi 16 mars 2017",
                                        "Compte rendu n° 1",
                                        "Réseau des villes riveraines\n---",
                                        "Participants\n---",
                                        "Présents",
                                        "Excusés",
                                        "Projets présentés\n---",
                                        "La halle aux machines",
                                        "Neuf mois",
                                        "Ce qui s’est dit\n---",
                                        "Question",
                                        "> On nous demandait des mètres carrés",
                                        "Point de vigilance",
                                        "Recommandation",
                                        "Décision",
                                        "La halle aux machines",
                                        "Échéance : vendredi 30 juin 2017",
                                        "Conclusion\n---",
                                        "secretariat@riveraines.example.org",
                                        NULL };
    static const char *const html[] = { "<html lang=\"fr\">",
                                        "id=\"network\"",
                                        "id=\"people\"",
                                        "id=\"projects\"",
                                        "id=\"said\"",
                                        "<blockquote>",
                                        "id=\"conclusion\"",
                                        "id=\"contact\"",
                                        "mailto:",
                                        NULL };
    report_text(&document, &page);
    expect_in_order(text);
    buffer_reset(&page);
    report_html(&document, &page);
    expect_in_order(html);
}
END_TEST

/* What was recommended is asked about at the next meetings of the group. */
START_TEST(it_is_remembered)
{
    struct report_view view = { 0 };
    ck_assert(report_view_load(
        at,
        database_file_number("SELECT max(m.id) FROM meeting m JOIN report r ON r.meeting "
                             "= m.id WHERE m.title LIKE 'Données ouvertes%'"),
        &view, &err));
    ck_assert_uint_ge(view.carried.count, 7);
    ck_assert_int_eq(view.to_approve, 1);
    report_view_clear(&view);
    office_expect("SELECT state, count(*) FROM report GROUP BY state", "0|2\n2|1\n");
    office_expect_whole(at);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, it_has_all_that_a_published_one_has);
    tcase_add_test(tests, what_is_recommended__has_an_owner__who_is_no_person);
    tcase_add_test(tests, its_parts__stand_in_the_order_of_the_model);
    tcase_add_test(tests, it_is_remembered);
}

SUITE_MAIN("sample_report")
