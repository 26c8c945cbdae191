/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_format_test.c - the columns of files that other programs write, weighed together
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/import.h"
#include "import/column_assignment.h"

#include "support/suite.h"

enum { COLUMNS_MOST = 48, ROWS_MOST = 20 };

/* A line of a file, parted by `|`; the caller frees the copy. */
static size_t
cut(char *line, const char **cells)
{
    size_t count = 0;
    char *rest = line;

    for (char *cell; (cell = strsep(&rest, "|"));) {
        ck_assert_uint_lt(count, COLUMNS_MOST);
        cells[count++] = cell;
    }
    return count;
}

static bool
is_bracketed(const void *cell, const char *folded)
{
    (void)folded;
    return ((const char *)cell)[0] == '[';
}

/* What each column is taken for: "family|given|nothing"; values in [] are categories that
 * the office has. */
static void
expect_columns(const char *wanted, const char *const *lines)
{
    const char *headers[COLUMNS_MOST];
    struct import_column columns[COLUMNS_MOST] = { 0 };
    char *head = memory_copy(lines[0]);
    size_t count = cut(head, headers);
    for (size_t i = 1; lines[i]; i++) {
        const char *cells[COLUMNS_MOST];
        char *line = memory_copy(lines[i]);
        ck_assert_uint_eq(cut(line, cells), count);
        for (size_t c = 0; c < count; c++)
            import_column_add(&columns[c], cells[c], is_bracketed, cells[c]);
        free(line);
    }
    struct import_mapping mapping = { 0 };
    import_mapping_guess_columns(&mapping, NULL, headers, columns, count);
    struct buffer found = { 0 };
    for (size_t c = 0; c < count; c++)
        buffer_addf(&found, "%s%s", c ? "|" : "",
                    mapping.targets[c] == IMPORT_NOTHING
                        ? "-"
                        : import_targets[mapping.targets[c]].name);
    ck_assert_str_eq(buffer_text(&found), wanted);
    buffer_clear(&found);
    import_mapping_clear(&mapping);
    free(head);
}

#define LINES(...) ((const char *const[]){ __VA_ARGS__, NULL })

START_TEST(helloasso__gives__the_participant_not_the_payer)
{
    expect_columns("-|-|coming|family|given|-|-|-|organisation|-|-|-|email",
                   LINES("Numéro de commande|Date de commande|Statut de la commande|"
                         "Nom participant|Prénom participant|Nom payeur|Prénom payeur|"
                         "Email payeur|Raison sociale|Moyen de paiement|Billet|Tarif|"
                         "Adresse email",
                         "12|01/03/2027|Validé|Un|Ana|Deux|Bob|b@example.org|Ville|CB|"
                         "Plein|10|a@example.org"));
}

START_TEST(eventbrite__has__no_categories)
{
    expect_columns("-|-|given|family|email|-|-|-|-|-|phone|function|organisation",
                   LINES("Order #|Order Date|First Name|Last Name|Email|Quantity|"
                         "Ticket Type|Attendee #|Group|Order Type|Cell Phone|Job Title|"
                         "Company",
                         "1|1/3/2027|Alix|Roe|a@example.org|1|General Admission|7||"
                         "Eventbrite|0699001122|Planner|City"));
}

START_TEST(google_contacts__give__values_not_types)
{
    expect_columns("-|given|-|family|-|-|language|note|-|email|-|second-email|-|phone|-|"
                   "organisation|function",
                   LINES("Name|Given Name|Additional Name|Family Name|Yomi Name|"
                         "Given Name Yomi|Language|Notes|E-mail 1 - Type|"
                         "E-mail 1 - Value|E-mail 2 - Type|E-mail 2 - Value|"
                         "Phone 1 - Type|Phone 1 - Value|Organization 1 - Type|"
                         "Organization 1 - Name|Organization 1 - Title",
                         "Ana Roe|Ana||Roe|||||* Work|a@example.org|Home|"
                         "ana@example.com|Mobile|+33 6 99 00 11 22||City|Planner"));
}

START_TEST(outlook__gives__the_address_not_its_type)
{
    expect_columns(
        "civility|given|-|family|-|organisation|function|phone|-|-|email|-|-|-",
        LINES("Titre|Prénom|Deuxième prénom|Nom|Suffixe|Société|"
              "Titre professionnel|Tél. mobile|Assistant(e)|"
              "Téléphone de l'assistant(e)|Adresse de messagerie|"
              "Type de messagerie|Nom complet de l'adresse de messagerie|"
              "Catégories",
              "Mme|Ana||Roe||City|Planner|0699001122|Bob|0699001133|"
              "a@example.org|SMTP|Ana Roe|Rouge"));
    expect_columns("civility|given|-|family|-|organisation|function|-|phone|email|-|-|-",
                   LINES("Title|First Name|Middle Name|Last Name|Suffix|Company|"
                         "Job Title|Assistant's Phone|Mobile Phone|E-mail Address|"
                         "E-mail Type|E-mail Display Name|Manager's Name",
                         "Ms|Ana||Roe||City|Planner|0699|0699001122|a@example.org|SMTP|"
                         "Ana Roe|Bob"));
}

START_TEST(thunderbird__gives__the_primary_address)
{
    expect_columns(
        "given|family|-|-|email|second-email|phone|-|phone|function|organisation|note",
        LINES("First Name|Last Name|Display Name|Nickname|Primary Email|"
              "Secondary Email|Work Phone|Fax Number|Mobile Number|Job Title|"
              "Organization|Notes",
              "Ana|Roe|Ana Roe||a@example.org|ana@example.com|0199001122||"
              "0699001122|Planner|City|"));
}

START_TEST(forms__are__asked_in_sentences)
{
    expect_columns(
        "-|email|family|given|organisation|-|needs|-|-",
        LINES("Horodateur|Adresse e-mail|Nom|Prénom|Structure|"
              "Souhaitez-vous recevoir le compte rendu par e-mail ?|"
              "Restrictions alimentaires|Comment avez-vous connu l’événement ?|"
              "Ordinateur portable nécessaire ?",
              "2027/03/01 9:00:00|a@example.org|Roe|Ana|City|Oui|Sans noix|"
              "Par une collègue|Non"));
}

START_TEST(indico__gives__the_affiliation)
{
    expect_columns("given|family|organisation|function|phone|email",
                   LINES("First Name|Last Name|Affiliation|Position|Phone|E-mail",
                         "Ana|Roe|City|Planner|0699001122|a@example.org"));
}

START_TEST(meetup__has__whole_names_and_no_civility)
{
    expect_columns(
        "name-given-first|-|-|coming|-",
        LINES("Name|User ID|Title|RSVP|Guests", "Ana Roe|user 12|Organizer|Yes|2"));
}

START_TEST(linkedin__has__addresses_of_two_kinds)
{
    expect_columns("given|family|-|email|organisation|function|-",
                   LINES("First Name|Last Name|URL|Email Address|Company|Position|"
                         "Connected On",
                         "Ana|Roe|https://example.org/ana|a@example.org|City|Planner|"
                         "01 Mar 2027"));
}

START_TEST(teams__has__whole_names)
{
    expect_columns("name-family-first|-|-|-|email|-|-",
                   LINES("Nom|Première participation|Dernière sortie|"
                         "Durée de la réunion|E-mail|ID du participant (UPN)|Rôle",
                         "AUBRY Léo (Ville X)|9:00|10:00|1 h|l@example.org|"
                         "l@example.org|Présentateur"));
}

START_TEST(bare_name__beside_a_last_name__is_the_given_one)
{
    static const char *const heads[] = { "name|lastname",      "Name|Surname",
                                         "Nom|Nom de famille", "Nombre|Apellidos",
                                         "Nome|Cognome",       "First|Last",
                                         "Naam|Achternaam",    "name|family name" };

    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
        expect_columns("given|family", LINES(heads[i], "john|doedel"));
    expect_columns("family|given", LINES("Surname|Name", "Verdini|Luca"));
    expect_columns("family|given", LINES("Nom|Prénom", "Roe|Ana"));
    expect_columns("family|given", LINES("Name|Vorname", "Roe|Ana"));
    expect_columns("-|family|given", LINES("Participant|Nom|Prénom", "Ana Roe|Roe|Ana"));
    expect_columns("name-given-first|-", LINES("Name|Nickname", "Ana Roe|A"));
    expect_columns("-|family|given", LINES("Nom de naissance|Nom|Prénom", "Doe|Roe|Ana"));
}

START_TEST(cells__contradict__a_heading)
{
    expect_columns("family|-|email",
                   LINES("Nom de famille|Mail|Mail bis", "Roe|Oui|a@b.fr"));
    expect_columns("family|-", LINES("Nom de famille|Portable", "Roe|Oui", "Doe|Non"));
    expect_columns("family|-", LINES("Nom de famille|Title", "Roe|Mayor of the city"));
    expect_columns("family|civility", LINES("Nom de famille|Title", "Roe|Dr"));
    expect_columns("family|-",
                   LINES("Nom de famille|Civilité",
                         "Roe|Madame la Présidente du conseil de surveillance"));
    expect_columns("-|family|given", LINES("Nombre|Nom|Prénom", "2|Roe|Ana"));
}

/* One bad address is refused by its row; it is not lost with its column. */
START_TEST(plain_heading_of_addresses__stays__where_none_is_better)
{
    expect_columns("family|email",
                   LINES("Nom de famille|Courriel", "Roe|roe.example.org"));
    expect_columns("family|-", LINES("Nom de famille|Mail du groupe", "Roe|Oui"));
}

START_TEST(cells__tell__what_a_heading_does_not)
{
    expect_columns("family|email", LINES("Nom de famille|Contact", "Roe|a@example.org"));
    expect_columns("family|category",
                   LINES("Nom de famille|Type", "Roe|[Ville]", "Doe|[EPCI]"));
    expect_columns("family|-", LINES("Nom de famille|Type", "Roe|VIP", "Doe|[EPCI]"));
}

START_TEST(category__repeats__few_values)
{
    const char *lines[ROWS_MOST] = { "Nom de famille|Catégorie" };
    char texts[ROWS_MOST][24];

    for (size_t i = 1; i < ROWS_MOST - 1; i++) {
        (void)snprintf(texts[i], sizeof(texts[i]), "Roe|value %zu", i % 5);
        lines[i] = texts[i];
    }
    expect_columns("family|category", lines);
    for (size_t i = 1; i < ROWS_MOST - 1; i++)
        (void)snprintf(texts[i], sizeof(texts[i]), "Roe|value %zu", i);
    expect_columns("family|-", lines);
}

/* The first column would take what the second alone can be. */
START_TEST(years_below_a_function__are_no_function)
{
    static const char *const periods[] = {
        "2024-2027",
        "2020–2026",
        "2026",
        "15/03/2026",
        "du 1/1/2024 au 31/12/2027",
        "1er mars 2024",
        "depuis 2020",
        "jusqu’en 2026",
        "3 ans",
        "since Mar 2020",
        "2 years",
        "seit 2020",
        "vom 1.1.2024 bis 31.12.2027",
        "desde 2020",
        "dal 2020 al 2026",
        "sinds 2020",
    };
    static const char *const functions[] = { "3e adjoint", "Maire 2020-2026",
                                             "Élue depuis 2020", "DG5", "maire" };
    static const char *const heads[] = { "Nom|Prénom|Mandat", "Nom|Prénom|Fonction",
                                         "Last name|First name|Position",
                                         "Nachname|Vorname|Funktion" };
    char row[100];

    for (size_t h = 0; h < sizeof(heads) / sizeof(heads[0]); h++) {
        for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
            (void)snprintf(row, sizeof(row), "Morel|Ana|%s", periods[i]);
            expect_columns("family|given|-", LINES(heads[h], row, row));
        }
        for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
            (void)snprintf(row, sizeof(row), "Morel|Ana|%s", functions[i]);
            expect_columns("family|given|function", LINES(heads[h], row, row));
        }
    }
    expect_columns("family|given|-", LINES("Nom|Prénom|Amtszeit", "Morel|Ana|2024-2027"));
    expect_columns("family|given|-", LINES("Nom|Prénom|Période", "Morel|Ana|2024-2027"));
    expect_columns("family|given|-", LINES("Nom|Prénom|Term", "Morel|Ana|2024-2027"));
}

START_TEST(assignment__finds__the_best_sum)
{
    static const int scores[] = { 100, 90, 0, 95, 0, 0 };
    size_t choice[2];

    column_assignment(scores, 2, 3, choice);
    ck_assert_uint_eq(choice[0], 1);
    ck_assert_uint_eq(choice[1], 0);
}

START_TEST(two_hundred_columns__take__few_looks)
{
    enum { TARGETS = IMPORT_TARGET_COUNT, COLUMNS = 200 };
    int *scores = memory_new((size_t)TARGETS * COLUMNS, sizeof(*scores));
    size_t choice[TARGETS];

    for (size_t i = 0; i < (size_t)TARGETS * COLUMNS; i++)
        scores[i] = (int)(i * 7919 % 120);
    ck_assert_uint_le(column_assignment(scores, TARGETS, COLUMNS, choice),
                      (size_t)TARGETS * TARGETS * (COLUMNS + TARGETS));
    for (size_t t = 0; t < TARGETS; t++)
        ck_assert_uint_ne(choice[t], ASSIGNED_NONE);
    free(scores);
}

/* The cells say whether it is a role in a group, what somebody does, or a part in a
 * meeting. */
START_TEST(role__is_told__from_a_function_and_a_part_in_a_meeting)
{
    expect_columns("family|given|role",
                   LINES("Apellidos|Nombre|Rol", "Un|Ana|Vocal", "Deux|Bob|Suplente"));
    expect_columns("family|given|function",
                   LINES("Apellidos|Nombre|Rol", "Un|Ana|Alcalde", "Deux|Bob|Técnica"));
    expect_columns("family|given|role",
                   LINES("Cognome|Nome|Ruolo", "Un|Ana|Titolare", "Deux|Bob|Supplente"));
    expect_columns("family|given|function",
                   LINES("Nom|Prénom|Rôle", "Un|Ana|Maire", "Deux|Bob|Agent"));
    expect_columns("given|family|-",
                   LINES("First|Last|Role", "Ana|Un|Speaker", "Bob|Deux|Attendee"));
    expect_columns("family|given|role|function",
                   LINES("Nachname|Vorname|Rolle|Funktion", "Un|Ana|Mitglied|Leiterin",
                         "Deux|Bob|Vorsitz|Referent"));
}

START_TEST(roles__are_seen__whatever_stands_above_them)
{
    expect_columns("family|given|role",
                   LINES("Apellidos|Nombre|Cargo", "Un|Ana|Vocal", "Deux|Bob|Presidenta",
                         "Tres|Zoe|Suplente"));
    expect_columns("family|given|role",
                   LINES("Nom|Prénom|Qualité (titulaire/suppléant)", "Un|Ana|Titulaire",
                         "Deux|Bob|Suppléant(e)"));
    expect_columns("family|given|role", LINES("Nom|Prénom|Statut", "Un|Ana|titulaire",
                                              "Deux|Bob|suppléante", "Trois|Zoe|"));
    expect_columns("family|given|role", LINES("Nom|Prénom|Collège", "Un|Ana|titulaire",
                                              "Deux|Bob|suppléante"));
    expect_columns(
        "family|given|function",
        LINES("Nom|Prénom|Fonction", "Un|Ana|Président", "Deux|Bob|Présidente"));
    expect_columns(
        "family|given|function",
        LINES("Nom|Prénom|Fonction", "Un|Ana|Suppléante", "Deux|Bob|Directrice"));
    expect_columns("family|given|-", LINES("Nom|Prénom|Type de billet", "Un|Ana|Membre",
                                           "Deux|Bob|Membre"));
}

START_TEST(blank_column__leaves_its_field__to_one_that_is_filled)
{
    expect_columns("family|given|organisation|-",
                   LINES("Cognome|Nome|Ente|Firma", "Un|Ana|Comune di Prova|"));
    expect_columns("family|given|-|organisation",
                   LINES("Cognome|Nome|Firma|Ente", "Un|Ana||Comune di Prova"));
    expect_columns("family|given|organisation", LINES("Cognome|Nome|Ente", "Un|Ana|"));
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, role__is_told__from_a_function_and_a_part_in_a_meeting);
    tcase_add_test(tests, roles__are_seen__whatever_stands_above_them);
    tcase_add_test(tests, blank_column__leaves_its_field__to_one_that_is_filled);
    tcase_add_test(tests, helloasso__gives__the_participant_not_the_payer);
    tcase_add_test(tests, eventbrite__has__no_categories);
    tcase_add_test(tests, google_contacts__give__values_not_types);
    tcase_add_test(tests, outlook__gives__the_address_not_its_type);
    tcase_add_test(tests, thunderbird__gives__the_primary_address);
    tcase_add_test(tests, forms__are__asked_in_sentences);
    tcase_add_test(tests, indico__gives__the_affiliation);
    tcase_add_test(tests, meetup__has__whole_names_and_no_civility);
    tcase_add_test(tests, linkedin__has__addresses_of_two_kinds);
    tcase_add_test(tests, teams__has__whole_names);
    tcase_add_test(tests, bare_name__beside_a_last_name__is_the_given_one);
    tcase_add_test(tests, cells__contradict__a_heading);
    tcase_add_test(tests, plain_heading_of_addresses__stays__where_none_is_better);
    tcase_add_test(tests, cells__tell__what_a_heading_does_not);
    tcase_add_test(tests, category__repeats__few_values);
    tcase_add_test(tests, years_below_a_function__are_no_function);
    tcase_add_test(tests, assignment__finds__the_best_sum);
    tcase_add_test(tests, two_hundred_columns__take__few_looks);
}

SUITE_MAIN("import_format")
