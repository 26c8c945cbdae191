/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_header_test.c - headings as colleagues write them */
#include "atelier/domain/import.h"

#include <string.h>

#include "support/suite.h"

static void
expect_target(enum import_target target, const char *const *headers)
{
    for (; *headers != NULL; headers++)
        ck_assert_msg(import_target_guess(*headers) == target, "“%s” is %s", *headers,
                      import_targets[import_target_guess(*headers)].name);
}

START_TEST(names__are_recognised__in_both_languages)
{
    expect_target(IMPORT_FAMILY,
                  (const char *const[]){ "Nom", "NOM", "Nom de famille", "nom_de_famille",
                                         "Family name", "Last name", "Lastname",
                                         "Surname", "family", "  Nom * ", "Name", NULL });
    expect_target(IMPORT_GIVEN,
                  (const char *const[]){ "Prénom", "PRENOM", "Prénom(s)", "Prénoms",
                                         "First name", "first_name", "Given name",
                                         "Given names", "Forename", "given", NULL });
    expect_target(IMPORT_NAME_GIVEN_FIRST,
                  (const char *const[]){ "Nom complet", "Full name", "Prénom et nom",
                                         "Prénom NOM", "Participant",
                                         "First and last name", "Given and family name",
                                         NULL });
    expect_target(IMPORT_NAME_FAMILY_FIRST,
                  (const char *const[]){ "Nom, prénom", "NOM Prénom", "Nom et prénom",
                                         "Nom/Prénom", "Last name, first name",
                                         "Family and given name", NULL });
}

START_TEST(contacts__are_recognised__in_both_languages)
{
    expect_target(IMPORT_EMAIL,
                  (const char *const[]){ "Courriel", "E-mail", "e-mail", "Email", "Mail",
                                         "Adresse électronique", "Adresse e-mail", "Mél.",
                                         "Adresse mail professionnelle", "email address",
                                         NULL });
    expect_target(IMPORT_PHONE,
                  (const char *const[]){ "Téléphone", "Tél.", "tel", "Tél.portable",
                                         "Portable", "Mobile", "Mobile phone", "Phone",
                                         "Contact no.", "Contact number",
                                         "N° de téléphone", NULL });
    expect_target(IMPORT_CIVILITY, (const char *const[]){ "Civilité", "Title", "Titre",
                                                          "civility", NULL });
    expect_target(IMPORT_LANGUAGE, (const char *const[]){ "Langue", "Language", NULL });
}

START_TEST(organisations__are_recognised__in_both_languages)
{
    expect_target(IMPORT_ORGANISATION,
                  (const char *const[]){ "Organisme", "Organisation", "Organization",
                                         "Structure", "Collectivité", "Entreprise",
                                         "Nom de l'organisme", "Nom de l’entreprise",
                                         "Nom de la structure", "Company",
                                         "Name of organisation", NULL });
    expect_target(IMPORT_FUNCTION,
                  (const char *const[]){ "Fonction", "Poste", "Function", "Job title",
                                         "Intitulé du poste",
                                         "Fonction dans la structure", NULL });
    expect_target(IMPORT_CATEGORY,
                  (const char *const[]){ "Catégorie", "Category", "Type de structure",
                                         "Type d'organisme", "Organisation type",
                                         "Organisationstyp", "Type of organisation",
                                         NULL });
    expect_target(IMPORT_TERRITORY,
                  (const char *const[]){ "Territoire", "Région", "Territory", NULL });
}

START_TEST(civility_and_name__are__one_name)
{
    expect_target(IMPORT_FAMILY,
                  (const char *const[]){
                      "Civilité / Nom", "Civilité et nom", "Civilité Nom",
                      "Civilité + Nom", "Civilité/Nom", "Civ. Nom", "CIVILITÉ - NOM",
                      "Titre et nom", "Nom et civilité", "Civilité & nom",
                      "Civilité et nom du participant", "Title and name", "Title / Name",
                      "Anrede und Name", "Anrede, Name", "Tratamiento y nombre",
                      "Titolo e nome", "Aanhef en naam", NULL });
    expect_target(IMPORT_NAME_FAMILY_FIRST,
                  (const char *const[]){ "Civ. Nom Prénom", "Civilité, nom et prénom",
                                         "Civilité - NOM - Prénom", "Anrede Name Vorname",
                                         "Aanhef, naam, voornaam", NULL });
    expect_target(IMPORT_NAME_GIVEN_FIRST,
                  (const char *const[]){ "Identité", "IDENTITE",
                                         "Identité du participant", "Civilité prénom nom",
                                         "Title, full name", "Identity", "Identidad",
                                         "Identità", "Anrede, Vorname, Name", NULL });
    expect_target(IMPORT_CIVILITY, (const char *const[]){ "Civilité", "Civ.", "Titre",
                                                          "Anrede", "Salutation", NULL });
    expect_target(
        IMPORT_NOTHING,
        (const char *const[]){ "Pièce d'identité", "Identité de l'acheteur", NULL });
}

START_TEST(what_is_answered_with_yes_or_no__is__no_name)
{
    expect_target(IMPORT_COMING, (const char *const[]){ "Inscrit (O/N)", "Inscrit(e) O/N",
                                                        "Registered (Y/N)", NULL });
    expect_target(IMPORT_NOTHING,
                  (const char *const[]){
                      "Participant (oui/non)", "Nom confirmé (oui / non)", "Venue",
                      "Member [yes/no]", "Teilnehmer (J/N)", "Teilnehmer (ja/nein)",
                      "Participante (S/N)", "Participante (sí/no)",
                      "Partecipante (sì/no)", "Deelnemer (ja/nee)", NULL });
}

START_TEST(whether_they_come__is_recognised)
{
    expect_target(IMPORT_COMING,
                  (const char *const[]){ "Présent", "Présent (O/N)", "Confirmé", "Statut",
                                         "Serez-vous présent(e) ?", "Attendee Status",
                                         "Statut de l'inscription", "RSVP", "Teilnahme",
                                         NULL });
    expect_target(IMPORT_NOTHING, (const char *const[]){ "Présence au déjeuner",
                                                         "Présence jour 2", NULL });
}

START_TEST(polish_headings__are_recognised)
{
    expect_target(IMPORT_FAMILY, (const char *const[]){ "Nazwisko", NULL });
    expect_target(IMPORT_GIVEN, (const char *const[]){ "Imię", "Imiona", NULL });
    expect_target(IMPORT_NAME_GIVEN_FIRST,
                  (const char *const[]){ "Imię i nazwisko", NULL });
    expect_target(IMPORT_NAME_FAMILY_FIRST,
                  (const char *const[]){ "Nazwisko i imię", NULL });
    expect_target(IMPORT_EMAIL, (const char *const[]){ "Adres e-mail", NULL });
    expect_target(IMPORT_ORGANISATION,
                  (const char *const[]){ "Instytucja", "Jednostka", NULL });
    expect_target(IMPORT_FUNCTION, (const char *const[]){ "Stanowisko", NULL });
    expect_target(IMPORT_PHONE,
                  (const char *const[]){ "Numer telefonu", "Port.", "Tfno.",
                                         "Direct line", "Contact number", NULL });
    expect_target(IMPORT_NEEDS, (const char *const[]){ "Special requirements",
                                                       "Access requirements", NULL });
    expect_target(IMPORT_COMING, (const char *const[]){ "State", "État", NULL });
}

START_TEST(a_sentence_that_asks_whether_they_come__is_recognised)
{
    expect_target(IMPORT_COMING, (const char *const[]){
                                     "Participerez-vous à la réunion du 14 décembre ?",
                                     "Je participerai",
                                     "Présence matin",
                                     "Présence le 14/12",
                                     "Présence 16/03",
                                     "Inscription",
                                     "Serez-vous des nôtres ?",
                                     "Serez-vous présent le matin ?",
                                     "Mode de participation",
                                     "Type de participation",
                                     "Are you able to attend?",
                                     "Will you be attending?",
                                     "Will you attend the meeting on 14 December?",
                                     "Will you attend? [Morning]",
                                     "Approval Status",
                                     "Nehmen Sie teil?",
                                     "Nehmen Sie an der Sitzung teil?",
                                     "Ich nehme teil",
                                     "Kommen Sie?",
                                     "¿Asistirá a la reunión?",
                                     "Parteciperà?",
                                     "Parteciperà alla riunione?",
                                     "Bent u aanwezig?",
                                     "Komt u?",
                                     "Comptez-vous venir ?",
                                     "Serez-vous parmi nous ?",
                                     "Vous serez :",
                                     "Can you make it?",
                                     "Can you come on Tuesday?",
                                     "Will you be there?",
                                     "Neemt u deel aan de vergadering?",
                                     "Czy weźmie Pani udział?",
                                     "Obecność",
                                     "Inscripción",
                                     NULL });
    expect_target(IMPORT_NOTHING,
                  (const char *const[]){ "Participerez-vous au déjeuner ?",
                                         "Participerez-vous à l’atelier 2 ?",
                                         "Participerez-vous à distance ?",
                                         "Ne participera pas à la réunion",
                                         "Avez-vous déjà participé ?",
                                         "Feuille de présence",
                                         "Date d’inscription",
                                         "Will you attend the dinner?",
                                         "Warum nehmen Sie teil?",
                                         "¿Asistirá a la cena?",
                                         "Parteciperà al pranzo?",
                                         "Komt u met de trein?",
                                         "Participation aux frais",
                                         "Viendrez-vous accompagné(e) ?",
                                         "Viendrez-vous seule ?",
                                         "Viendrez-vous avec un collègue ?",
                                         "Viendrez-vous en famille ?",
                                         "Comptez-vous venir en train ?",
                                         "Are you coming with a guest?",
                                         "Will you be attending alone?",
                                         "Kommen Sie allein?",
                                         "Kommen Sie in Begleitung?",
                                         "¿Asistirá acompañada?",
                                         "Parteciperà da solo?",
                                         "Komt u alleen?",
                                         NULL });
    expect_target(IMPORT_NOTE,
                  (const char *const[]){ "Remarques sur votre participation", NULL });
}

START_TEST(a_plain_question_of_coming__is_recognised)
{
    expect_target(IMPORT_COMING, (const char *const[]){ "Venez-vous ?",
                                                        "Venez-vous le 16 mars ?",
                                                        "Viens-tu ?",
                                                        "Tu viens ?",
                                                        "Je viens",
                                                        "Vient le 16",
                                                        "Seriez-vous présent ?",
                                                        "Seriez-vous des nôtres ?",
                                                        "Seras-tu là ?",
                                                        "Assistez-vous ?",
                                                        "Participes-tu ?",
                                                        "Êtes-vous disponible ?",
                                                        "Kommst du?",
                                                        "Kommt ihr?",
                                                        "Vieni?",
                                                        "Viene?",
                                                        "Vienes?",
                                                        "¿Vienes?",
                                                        "¿Participa?",
                                                        "¿Acudirá?",
                                                        "Ci sarai?",
                                                        "Parteciperete?",
                                                        "Kom je?",
                                                        "Bent u erbij?",
                                                        "Are you coming?",
                                                        "Attending?",
                                                        "Joining us?",
                                                        NULL });
    expect_target(IMPORT_NOTHING,
                  (const char *const[]){ "Viens-tu manger ?", "Venez-vous en train ?",
                                         "Venez-vous seul ?", "Venez-vous la veille ?",
                                         "Viene in treno?", "¿Vienes a comer?",
                                         "Venez-vous à l’atelier 2 ?", NULL });
    expect_target(IMPORT_ORGANISATION,
                  (const char *const[]){ "De quelle collectivité venez-vous ?", NULL });
}

START_TEST(needs_and_notes__are_recognised__in_both_languages)
{
    expect_target(IMPORT_NEEDS,
                  (const char *const[]){ "Besoins", "Besoins particuliers",
                                         "Régime alimentaire", "Dietary needs", NULL });
    expect_target(IMPORT_NOTE,
                  (const char *const[]){ "Remarque", "Remarques", "Note", "Observations",
                                         "Commentaires", "Obs.", "OBS", "Rem.", "Oss.",
                                         "Bem.", "Opm.", NULL });
}

START_TEST(other_headings__are__passed_over)
{
    expect_target(
        IMPORT_NOTHING,
        (const char *const[]){ "",
                               "  ",
                               "Adresse",
                               "Code postal de la structure",
                               "Date d'inscription",
                               "SIRET",
                               "Site",
                               "Adresse de l'organisme",
                               "€",
                               "nominal",
                               "prénommé",
                               "Type",
                               "Label",
                               "Ticket Type",
                               "Type de billet",
                               "Type d'inscription",
                               "Catégorie de tarif",
                               "Phone 1 - Type",
                               "E-mail 1 - Label",
                               "Mail du supérieur",
                               "Email acheteur",
                               "Email payeur",
                               "E-mail assistant(e)",
                               "Assistant's Phone",
                               "Manager's Name",
                               "Billing email",
                               "Purchaser First Name",
                               "Käufer E-Mail",
                               "Titre de la session",
                               "Titre de l’atelier choisi",
                               "Comment avez-vous connu l’événement ?",
                               "How did you hear of us?",
                               "Ordinateur portable nécessaire ?",
                               "Ordinateur portable",
                               "Souhaitez-vous recevoir le compte rendu par e-mail ?",
                               "Middle Name",
                               "Deuxième prénom",
                               "Attendee #",
                               "ID du participant",
                               "Nombre de participants",
                               "Given Name Yomi",
                               "Business Fax",
                               "Nom complet de l'adresse de messagerie",
                               "Nom de la commune",
                               NULL });
    ck_assert_int_eq(import_target_guess(NULL), IMPORT_NOTHING);
}

START_TEST(headings__are_recognised__in_other_languages)
{
    expect_target(IMPORT_EMAIL,
                  (const char *const[]){ "E-Mail-Adresse", "Correo electrónico",
                                         "Indirizzo e-mail", "Posta elettronica",
                                         "E-mailadres", "Adresse de messagerie",
                                         "Courrier électronique", "EmailAddress",
                                         "Quelle est votre adresse e-mail ?", NULL });
    expect_target(IMPORT_GIVEN, (const char *const[]){ "Vorname", "Voornaam", "FirstName",
                                                       "First Names", NULL });
    expect_target(IMPORT_FAMILY,
                  (const char *const[]){ "Nachname", "Familienname", "Apellidos",
                                         "Cognome", "Achternaam", NULL });
    expect_target(IMPORT_NAME_GIVEN_FIRST,
                  (const char *const[]){ "Vor- und Nachname", "Nombre y apellidos",
                                         "Nome e cognome", "Voor- en achternaam",
                                         "Participants", "Attendee", "Teilnehmer",
                                         NULL });
    expect_target(IMPORT_NAME_FAMILY_FIRST,
                  (const char *const[]){ "Name, Vorname", "Apellidos y nombre",
                                         "Cognome e nome", NULL });
    expect_target(IMPORT_PHONE,
                  (const char *const[]){ "Handynummer", "Teléfono", "Cellulare",
                                         "Telefoonnummer", "GSM", NULL });
    expect_target(IMPORT_ORGANISATION,
                  (const char *const[]){ "Firma", "Einrichtung", "Empresa", "Ente",
                                         "Organisatie", "Raison sociale", "Affiliation",
                                         "Entité", "Nom de l’employeur", NULL });
    expect_target(IMPORT_FUNCTION,
                  (const char *const[]){ "Funktion", "Cargo", "Qualifica", "Functie",
                                         "Qualité", "Titre du poste", NULL });
    expect_target(IMPORT_NEEDS,
                  (const char *const[]){ "Restrictions alimentaires", "Accessibility",
                                         "Allergien", "Alergias", "Intolleranze",
                                         "Dieetwensen", "Des allergies ?", NULL });
    expect_target(IMPORT_NOTE, (const char *const[]){ "Remarks", "Comment", "Bemerkungen",
                                                      "Observaciones", "Osservazioni",
                                                      "Opmerkingen", NULL });
}

START_TEST(mapping__takes__columns_in_any_order)
{
    static const char *const headers[] = { "Organisme", "Courriel", "Nom",  "",
                                           "Prénom",    "E-mail 2", "Tél.", "Portable" };
    static const enum import_target targets[] = {
        IMPORT_ORGANISATION, IMPORT_EMAIL,   IMPORT_FAMILY, IMPORT_NOTHING,
        IMPORT_GIVEN,        IMPORT_NOTHING, IMPORT_PHONE,  IMPORT_PHONE,
    };
    struct import_mapping mapping = { 0 };

    ck_assert_uint_eq(import_mapping_guess(&mapping, headers, 8), 6);
    ck_assert_uint_eq(mapping.count, 8);
    for (size_t i = 0; i < 8; i++)
        ck_assert_int_eq(mapping.targets[i], targets[i]);
    ck_assert(import_mapping_check(&mapping, NULL));
    import_mapping_clear(&mapping);
}

START_TEST(a_lone_nom__holds__both_names)
{
    struct import_mapping mapping = { 0 };

    import_mapping_guess(&mapping, (const char *const[]){ "Nom", "Mail" }, 2);
    ck_assert_int_eq(mapping.targets[0], IMPORT_NAME_GIVEN_FIRST);
    import_mapping_guess(&mapping, (const char *const[]){ "Nom de famille", "Mail" }, 2);
    ck_assert_int_eq(mapping.targets[0], IMPORT_FAMILY);
    import_mapping_clear(&mapping);
}

/* What two columns hold by their headings and cells. */
static void
expect_two(const char *first, const char *first_cell, enum import_target first_target,
           const char *second, const char *second_cell, enum import_target second_target)
{
    struct import_mapping mapping = { 0 };
    struct import_column columns[2] = { { 0 } };
    const char *const headers[] = { first, second };

    for (int i = 0; i < 5; i++) {
        import_column_add(&columns[0], first_cell, NULL, NULL);
        import_column_add(&columns[1], second_cell, NULL, NULL);
    }
    import_mapping_guess_columns(&mapping, NULL, headers, columns, 2);
    ck_assert_msg(
        mapping.targets[0] == first_target && mapping.targets[1] == second_target,
        "“%s” is %s, “%s” is %s", first, import_targets[mapping.targets[0]].name, second,
        import_targets[mapping.targets[1]].name);
    import_mapping_clear(&mapping);
}

START_TEST(a_civility__is__short)
{
    expect_two("Civilité / Nom", "Mme Hélène CORBIN", IMPORT_NAME_GIVEN_FIRST,
               "Inscrit (O/N)", "O", IMPORT_COMING);
    expect_two("Civilité", "Mme Hélène CORBIN", IMPORT_NAME_GIVEN_FIRST, "Mail",
               "a@example.org", IMPORT_EMAIL);
    expect_two("Civilité et nom", "Mme CORBIN", IMPORT_FAMILY, "Prénom", "Hélène",
               IMPORT_GIVEN);
    expect_two("Civilité", "Mme", IMPORT_CIVILITY, "Nom", "Corbin",
               IMPORT_NAME_GIVEN_FIRST);
    expect_two("Civilité", "M. le Maire", IMPORT_CIVILITY, "Nom", "Corbin",
               IMPORT_NAME_GIVEN_FIRST);
    expect_two("Titel", "Prof. Dr.", IMPORT_CIVILITY, "Name", "Roth",
               IMPORT_NAME_GIVEN_FIRST);
    expect_two("Civilité", "M. et Mme", IMPORT_CIVILITY, "Nom", "Corbin",
               IMPORT_NAME_GIVEN_FIRST);
    expect_two("Anrede", "Frau Eva Roth", IMPORT_NAME_GIVEN_FIRST, "E-Mail",
               "a@example.org", IMPORT_EMAIL);
    expect_two("Élu", "M. Jean de la Tour", IMPORT_NAME_GIVEN_FIRST, "Mail",
               "a@example.org", IMPORT_EMAIL);
}

START_TEST(a_short_name__is_no_answer__below_a_heading_of_names)
{
    static const char *const names[] = { "O", "Si", "No", "Ja", "Oui", "X", "A" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        expect_two("Nom", names[i], IMPORT_FAMILY, "Prénom", "Bo", IMPORT_GIVEN);
        expect_two("Last name", "Corbin", IMPORT_FAMILY, "First name", names[i],
                   IMPORT_GIVEN);
        expect_two("Name", names[i], IMPORT_GIVEN, "Surname", names[i], IMPORT_FAMILY);
    }
}

START_TEST(a_column_of_answers__holds__nobody)
{
    static const char *const answers[] = { "O", "non",  "x",  "X",   "1", "Oui",
                                           "Y", "nein", "sí", "nee", "✓", "Présente" };

    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
        expect_two("Inscrit", answers[i], IMPORT_NOTHING, "Nom", "Anne Corbin",
                   IMPORT_NAME_GIVEN_FIRST);
        expect_two("Participant", answers[i], IMPORT_NOTHING, "Mail", "a@example.org",
                   IMPORT_EMAIL);
    }
    expect_two("Inscrits", "Anne Corbin", IMPORT_NAME_GIVEN_FIRST, "Mail",
               "a@example.org", IMPORT_EMAIL);
}

START_TEST(a_first_row_of_data__has__no_known_heading)
{
    struct import_mapping mapping = { 0 };

    ck_assert_uint_eq(
        import_mapping_guess(
            &mapping, (const char *const[]){ "Roe", "Anna", "anna@example.org", "Lyon" },
            4),
        0);
    import_mapping_clear(&mapping);
}

START_TEST(mapping__needs__a_column_for_the_family_name)
{
    struct import_mapping mapping = { 0 };
    struct error err;

    import_mapping_guess(&mapping, (const char *const[]){ "Prénom", "Mail" }, 2);
    ck_assert(!import_mapping_check(&mapping, &err));
    ck_assert_str_eq(err.field, "mapping");
    mapping.targets[0] = IMPORT_NAME_FAMILY_FIRST; /* the person knows better */
    ck_assert(import_mapping_check(&mapping, &err));
    import_mapping_clear(&mapping);
}

START_TEST(mapping__refuses__a_target_twice)
{
    struct import_mapping mapping = { 0 };
    struct error err;

    import_mapping_guess(&mapping, (const char *const[]){ "Nom", "Prénom", "x" }, 3);
    mapping.targets[2] = IMPORT_FAMILY; /* joined */
    ck_assert(import_mapping_check(&mapping, &err));
    mapping.targets[1] = mapping.targets[2] = IMPORT_FUNCTION;
    ck_assert(!import_mapping_check(&mapping, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "Function"));
    import_mapping_clear(&mapping);
}

START_TEST(both_names__are_read__in_whichever_words)
{
    expect_target(IMPORT_NAME_GIVEN_FIRST,
                  (const char *const[]){
                      "Vor- und Zuname", "Vor- und Familienname",
                      "Vorname und Familienname", "Vorname, Zuname",
                      "Voor- en familienaam", "Voornaam en familienaam",
                      "Voornaam, tussenvoegsel, achternaam", "Nombres y apellidos",
                      "Prénom(s) et nom de famille", "Forename and surname",
                      "Given names and surname", "Nomi e cognomi", "Voller Name", NULL });
    expect_target(IMPORT_NAME_FAMILY_FIRST,
                  (const char *const[]){ "Zuname, Vorname", "Familienname und Vorname",
                                         "Surname, forenames", "Name and first name",
                                         "Apellidos, nombres", "Familienaam, voornaam",
                                         "Nom d’usage et prénom", "Nom - Prénom usuel",
                                         NULL });
}

START_TEST(counts_and_kinds_of_participants__are__no_names)
{
    expect_target(IMPORT_NOTHING, (const char *const[]){
                                      "Nombre de stagiaires", "Nombre d’inscrits",
                                      "Catégorie de participant", "Inscrit par", NULL });
}

START_TEST(more_words__are_recognised__in_other_languages)
{
    expect_target(IMPORT_PHONE, (const char *const[]){ "Recapito telefonico", "Durchwahl",
                                                       "Numero di telefono", NULL });
    expect_target(IMPORT_FUNCTION,
                  (const char *const[]){ "Tätigkeit", "Dienstbezeichnung", NULL });
    expect_target(IMPORT_ORGANISATION,
                  (const char *const[]){ "Comune", "Dienststelle", "Gemeente",
                                         "Ente di appartenenza",
                                         "De quelle collectivité venez-vous ?", NULL });
    expect_target(IMPORT_NEEDS,
                  (const char *const[]){
                      "Ernährungsweise", "Régime alimentaire particulier ?", "Besoin PMR",
                      "Besoin PMR (O/N)", "Végétarien", "Sans gluten ?", "Wheelchair",
                      "Avez-vous besoin d’un fauteuil roulant ?", "Rollstuhl ja/nein",
                      "Intolerancias alimentarias", "Voedingswensen", NULL });
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, names__are_recognised__in_both_languages);
    tcase_add_test(tests, contacts__are_recognised__in_both_languages);
    tcase_add_test(tests, organisations__are_recognised__in_both_languages);
    tcase_add_test(tests, civility_and_name__are__one_name);
    tcase_add_test(tests, what_is_answered_with_yes_or_no__is__no_name);
    tcase_add_test(tests, a_civility__is__short);
    tcase_add_test(tests, a_short_name__is_no_answer__below_a_heading_of_names);
    tcase_add_test(tests, a_column_of_answers__holds__nobody);
    tcase_add_test(tests, polish_headings__are_recognised);
    tcase_add_test(tests, whether_they_come__is_recognised);
    tcase_add_test(tests, a_sentence_that_asks_whether_they_come__is_recognised);
    tcase_add_test(tests, a_plain_question_of_coming__is_recognised);
    tcase_add_test(tests, needs_and_notes__are_recognised__in_both_languages);
    tcase_add_test(tests, other_headings__are__passed_over);
    tcase_add_test(tests, headings__are_recognised__in_other_languages);
    tcase_add_test(tests, both_names__are_read__in_whichever_words);
    tcase_add_test(tests, counts_and_kinds_of_participants__are__no_names);
    tcase_add_test(tests, more_words__are_recognised__in_other_languages);
    tcase_add_test(tests, mapping__takes__columns_in_any_order);
    tcase_add_test(tests, a_lone_nom__holds__both_names);
    tcase_add_test(tests, a_first_row_of_data__has__no_known_heading);
    tcase_add_test(tests, mapping__needs__a_column_for_the_family_name);
    tcase_add_test(tests, mapping__refuses__a_target_twice);
}

SUITE_MAIN("import_header")
