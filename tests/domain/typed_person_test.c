/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typed_person_test.c - lines as people type them, and what becomes of their parts */
#include "atelier/domain/typed_person.h"

#include <string.h>

#include "support/suite.h"

static bool
is_known(void *context, const char *organisation)
{
    (void)context;
    return strcmp(organisation, "Acme") == 0 ||
           strcmp(organisation, "Aarhus Kommune") == 0;
}

static bool
is_like_known(void *context, const char *letters)
{
    (void)context;
    return strncmp("aarhus kommune", letters, strlen(letters)) == 0;
}

static const struct typed_organisations known = { is_known, is_like_known, NULL };

static const struct {
    const char *text, *family, *given, *email, *organisation, *function;
    bool is_parted;
} lines[] = {
    { "Luc Roux", "Roux", "Luc", NULL, NULL, NULL, true },
    { "MARTIN Luc", "Martin", "Luc", NULL, NULL, NULL, true },
    { "MARTIN Luc <luc@example.org>", "Martin", "Luc", "luc@example.org", NULL, NULL,
      true },
    { "Pat Smith, p@example.org", "Smith", "Pat", "p@example.org", NULL, NULL, false },
    { "luc.blanc@example.org", "Blanc", "Luc", "luc.blanc@example.org", NULL, NULL,
      false },
    { "info@example.org", NULL, NULL, "info@example.org", NULL, NULL, false },
    { "Durand Marie", "Durand", "Marie", NULL, NULL, NULL, true },
    { "Dupont Zoé", "Dupont", "Zoé", NULL, NULL, NULL, true },
    { "Marie Durand", "Durand", "Marie", NULL, NULL, NULL, true },
    { "Qrst Vwxz", "Vwxz", "Qrst", NULL, NULL, NULL, false },
    { "Petit, Anne", "Petit", "Anne", NULL, NULL, NULL, true },
    { "Mme Anne Petit", "Petit", "Anne", NULL, NULL, NULL, true },
    { "Luc Roux, Ville de Guéret, l.roux@example.org", "Roux", "Luc",
      "l.roux@example.org", "Ville de Guéret", NULL, true },
    { "Roux, Luc, Ville de Guéret", "Roux", "Luc", NULL, "Ville de Guéret", NULL, true },
    { "Luc Roux, Acme", "Roux", "Luc", NULL, "Acme", NULL, true },
    { "Roux, Luc, Nobody Knows", "Roux", "Luc", NULL, "Nobody Knows", NULL, true },
    { "Luc Roux, Ville de Guéret, chargé de mission", "Roux", "Luc", NULL,
      "Ville de Guéret", "chargé de mission", true },
    { "Ville de Guéret", NULL, NULL, NULL, "Ville de Guéret", NULL, false },
    /* A whole name stands before: what follows is no given name. */
    { "Anna Berg, City of Lund, anna@example.org", "Berg", "Anna", "anna@example.org",
      "City of Lund", NULL, true },
    { "Mme Anna Berg, Lund", "Berg", "Anna", NULL, "Lund", NULL, true },
    { "Anna Berg, Lund", "Berg", "Anna", NULL, "Lund", NULL, true },
    { "Vwxz Qrst, aarhus", "Qrst", "Vwxz", NULL, "aarhus", NULL, false },
    { "Vwxz Qrst, nowhere", "Vwxz Qrst", "Nowhere", NULL, NULL, NULL, true },
    { "Vwxz Qrst, aar", "Vwxz Qrst", "Aar", NULL, NULL, NULL, true },
    { "García López, Juan", "García López", "Juan", NULL, NULL, NULL, true },
    { "de la Tour, aarhus", "de la Tour", "Aarhus", NULL, NULL, NULL, true },
    /* Other signs than commas, and none. */
    { "Mme Tara VARGA - Malmö stad", "Varga", "Tara", NULL, "Malmö stad", NULL, true },
    { "Luc Roux – Nobody Knows", "Roux", "Luc", NULL, "Nobody Knows", NULL, true },
    { "Luc Roux; Acme; luc@example.org", "Roux", "Luc", "luc@example.org", "Acme", NULL,
      true },
    { "Roux Luc Aarhus Kommune", "Roux", "Luc", NULL, "Aarhus Kommune", NULL, true },
    { "Roux Luc luc.roux@example.org", "Roux", "Luc", "luc.roux@example.org", NULL, NULL,
      true },
};

static void
compare(const char *text, const char *is, const char *expected)
{
    ck_assert_msg(!is == !expected && (!is || strcmp(is, expected) == 0),
                  "“%s”: %s, not %s", text, is ? is : "nothing",
                  expected ? expected : "nothing");
}

START_TEST(every_part__goes__to_its_field)
{
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        struct typed_person typed = { 0 };

        typed_person_read(&typed, lines[i].text, &known);
        compare(lines[i].text, typed.name.family, lines[i].family);
        compare(lines[i].text, typed.name.given, lines[i].given);
        compare(lines[i].text, typed.email, lines[i].email);
        compare(lines[i].text, typed.organisation, lines[i].organisation);
        compare(lines[i].text, typed.function, lines[i].function);
        ck_assert_msg(typed.is_parted == lines[i].is_parted, "%s", lines[i].text);
        typed_person_clear(&typed);
    }
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, every_part__goes__to_its_field);
}

SUITE_MAIN("typed_person")
