/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typography_test.c - what is typed, and what is printed of it, in both languages */
#include "atelier/domain/typography.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "support/suite.h"

#define N "\u00A0" /* no line breaks at it */
#define S "\u202F" /* the same, narrow */

static const struct row {
    const char *typed, *printed;
} french[] = {
    { "l'eau", "l’eau" },
    { "aujourd'hui", "aujourd’hui" },
    { "\"ville\"", "«" N "ville" N "»" },
    { "la \"ville\" dense", "la «" N "ville" N "» dense" },
    { "d'\"élan\"", "d’«" N "élan" N "»" },
    { "(\"ville\")", "(«" N "ville" N "»)" },
    { "\"a \"b\" c\"", "«" N "a «" N "b" N "» c" N "»" },
    { "«ville»", "«" N "ville" N "»" },
    { "« ville »", "«" N "ville" N "»" },
    { "«" N "ville" N "»", "«" N "ville" N "»" },
    { "«" S "ville" S "»", "«" S "ville" S "»" },
    { "Pourquoi?", "Pourquoi" S "?" },
    { "Pourquoi ?", "Pourquoi" S "?" },
    { "Pourquoi" S "?", "Pourquoi" S "?" },
    { "Pourquoi" N "?", "Pourquoi" N "?" },
    { "Non !", "Non" S "!" },
    { "Quoi ?!", "Quoi" S "?!" },
    { "Quoi?!", "Quoi" S "?!" },
    { "un ; deux", "un" S "; deux" },
    { "un; deux", "un" S "; deux" },
    { "Noter : ceci", "Noter" N ": ceci" },
    { "Noter: ceci", "Noter" N ": ceci" },
    { "Il dit:\"oui\"", "Il dit" N ":«" N "oui" N "»" },
    { "\"Vraiment?\"", "«" N "Vraiment" S "?" N "»" },
    { "(?)", "(?)" },
    { "? seul", "? seul" },
    { "9:30", "9:30" },
    { "de 9:30 à 10:15 : accueil", "de 9:30 à 10:15" N ": accueil" },
    { "https://example.org/a?b=c:d;e!", "https://example.org/a?b=c:d;e" S "!" },
    { "voir http://example.org/?q='x' !", "voir http://example.org/?q='x"
                                          "’" S "!" },
    { "a.b@example.org : ici", "a.b@example.org" N ": ici" },
    { "www.example.org...", "www.example.org…" },
    { "et cetera...", "et cetera…" },
    { "a..b", "a..b" },
    { "fin....", "fin...." },
    { "Lille - Lyon", "Lille" N "– Lyon" },
    { "Lille -- Lyon", "Lille" N "– Lyon" },
    { "2014--2020", "2014–2020" },
    { "porte-parole", "porte-parole" },
    { "10-12", "10-12" },
    { "--option", "--option" },
    { "10 %", "10" N "%" },
    { "3 €", "3" N "€" },
    { "n° 4", "n°" N "4" },
    { "d’accord", "d’accord" },
    { "bravo :-)", "bravo :-)" },
    { "un écran de 19\" noir", "un écran de 19\" noir" },
    { "a <b> & c", "a <b> & c" },
};

static const struct row english[] = {
    { "Qui paie ?", "Qui paie\u202F?" },
    { "trois lieux : la halle", "trois lieux\u00A0: la halle" },
    { "Who pays? :-)", "Who pays? :-)" },
    { "don't", "don’t" },
    { "\"town\"", "“town”" },
    { "the \"town\", \"city\"", "the “town”, “city”" },
    { "(\"town\")", "(“town”)" },
    { "\"a\" \"b\"", "“a” “b”" },
    { "\"a –\"b\" c\"", "“a –“b” c”" },
    { "\"a ‘\"b\" c\"", "“a ‘“b” c”" },
    { "'town'", "‘town’" },
    { "the cities' plans", "the cities’ plans" },
    { "in '98", "in ’98" },
    { "rock 'n roll", "rock ’n roll" },
    { "“town”", "“town”" },
    { "Why? Because: no; yes!", "Why? Because: no; yes!" },
    { "9:30", "9:30" },
    { "wait...", "wait…" },
    { "one - two", "one" N "– two" },
    { "1998--2004", "1998–2004" },
    { "one---two", "one—two" },
    { "a 19\" screen", "a 19\" screen" },
    { "5' 10\"", "5' 10\"" },
    { "https://example.org/it's", "https://example.org/it's" },
    { "10 %", "10 %" },
    { "«ville»", "«ville»" },
    { "", "" },
};

static struct buffer printed;

static void
set(const char *language, const char *typed)
{
    struct typography setting = typography_of(language);
    buffer_reset(&printed);
    typography_add(&setting, typed, &printed);
}

static void
ck_rows(const char *language, const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        set(language, rows[i].typed);
        ck_assert_msg(strcmp(buffer_text(&printed), rows[i].printed) == 0,
                      "“%s” is printed as “%s”, not “%s”", rows[i].typed,
                      buffer_text(&printed), rows[i].printed);
        /* What is right already stays. */
        char *once = memory_copy(buffer_text(&printed));
        set(language, once);
        ck_assert_msg(strcmp(buffer_text(&printed), once) == 0,
                      "“%s” became “%s” when it was set again", once,
                      buffer_text(&printed));
        free(once);
    }
    buffer_clear(&printed);
}

START_TEST(french__has_its_quotes_and_spaces)
{
    ck_rows("fr", french, sizeof(french) / sizeof(french[0]));
}
END_TEST

START_TEST(english__has_its_quotes)
{
    ck_rows("en", english, sizeof(english) / sizeof(english[0]));
    ck_rows(NULL, english, sizeof(english) / sizeof(english[0]));
}
END_TEST

START_TEST(a_quote__goes_over_what_comes_between)
{
    struct typography setting = typography_of("fr_FR");
    typography_add(&setting, "\"", &printed);
    typography_add(&setting, "ville", &printed);
    typography_add(&setting, "\" et ", &printed);
    typography_pass(&setting);
    typography_add(&setting, " !", &printed);
    ck_assert_str_eq(buffer_text(&printed), "«" N "ville" N "» et " S "!");
    buffer_clear(&printed);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, french__has_its_quotes_and_spaces);
    tcase_add_test(tests, english__has_its_quotes);
    tcase_add_test(tests, a_quote__goes_over_what_comes_between);
}

SUITE_MAIN("typography")
