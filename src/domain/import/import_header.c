/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_header.c - which column of a spreadsheet means what, by its heading */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/import.h"

const struct choice import_targets[] = {
    [IMPORT_NOTHING] = { "nothing", N_("passed over") },
    [IMPORT_FAMILY] = { "family", N_("Family name") },
    [IMPORT_GIVEN] = { "given", N_("Given name") },
    [IMPORT_NAME_GIVEN_FIRST] = { "name-given-first", N_("Given and family name") },
    [IMPORT_NAME_FAMILY_FIRST] = { "name-family-first", N_("Family and given name") },
    [IMPORT_CIVILITY] = { "civility", N_("Civility") },
    [IMPORT_EMAIL] = { "email", N_("E-mail") },
    [IMPORT_PHONE] = { "phone", N_("Telephone") },
    [IMPORT_ORGANISATION] = { "organisation", N_("Organisation") },
    [IMPORT_FUNCTION] = { "function", N_("Function") },
    [IMPORT_CATEGORY] = { "category", N_("Category") },
    [IMPORT_TERRITORY] = { "territory", N_("Territory") },
    [IMPORT_LANGUAGE] = { "language", N_("Language") },
    [IMPORT_NEEDS] = { "needs", N_("Needs") },
    [IMPORT_NOTE] = { "note", N_("Note") },
    [IMPORT_TARGET_COUNT] = { NULL, NULL },
};

/* A heading means the first line all of whose words it holds, in their order;
 * so what is more telling stands first: "type de structure" is a category, "nom de
 * la structure" an organisation, "job title" no civility. */
static const struct {
    const char *words;
    enum import_target target;
} meanings[] = {
    { "email", IMPORT_EMAIL },
    { "mail", IMPORT_EMAIL },
    { "mel", IMPORT_EMAIL },
    { "courriel", IMPORT_EMAIL },
    { "adresse electronique", IMPORT_EMAIL },
    { "adresse", IMPORT_NOTHING },
    { "address", IMPORT_NOTHING },
    { "code postal", IMPORT_NOTHING },
    { "date", IMPORT_NOTHING },
    { "siret", IMPORT_NOTHING },
    { "site", IMPORT_NOTHING },
    { "telephone", IMPORT_PHONE },
    { "tel", IMPORT_PHONE },
    { "portable", IMPORT_PHONE },
    { "mobile", IMPORT_PHONE },
    { "phone", IMPORT_PHONE },
    { "prenom nom", IMPORT_NAME_GIVEN_FIRST },
    { "nom prenom", IMPORT_NAME_FAMILY_FIRST },
    { "noms prenoms", IMPORT_NAME_FAMILY_FIRST },
    { "nom complet", IMPORT_NAME_GIVEN_FIRST },
    { "full name", IMPORT_NAME_GIVEN_FIRST },
    { "first last name", IMPORT_NAME_GIVEN_FIRST },
    { "first name last name", IMPORT_NAME_GIVEN_FIRST },
    { "last name first name", IMPORT_NAME_FAMILY_FIRST },
    { "given family", IMPORT_NAME_GIVEN_FIRST },
    { "family given", IMPORT_NAME_FAMILY_FIRST },
    { "prenom", IMPORT_GIVEN },
    { "prenoms", IMPORT_GIVEN },
    { "first name", IMPORT_GIVEN },
    { "firstname", IMPORT_GIVEN },
    { "forename", IMPORT_GIVEN },
    { "given", IMPORT_GIVEN },
    { "family", IMPORT_FAMILY },
    { "last name", IMPORT_FAMILY },
    { "lastname", IMPORT_FAMILY },
    { "surname", IMPORT_FAMILY },
    { "patronyme", IMPORT_FAMILY },
    { "job", IMPORT_FUNCTION },
    { "fonction", IMPORT_FUNCTION },
    { "function", IMPORT_FUNCTION },
    { "poste", IMPORT_FUNCTION },
    { "position", IMPORT_FUNCTION },
    { "categorie", IMPORT_CATEGORY },
    { "category", IMPORT_CATEGORY },
    { "type", IMPORT_CATEGORY },
    { "territoire", IMPORT_TERRITORY },
    { "territory", IMPORT_TERRITORY },
    { "region", IMPORT_TERRITORY },
    { "departement", IMPORT_TERRITORY },
    { "organisme", IMPORT_ORGANISATION },
    { "organisation", IMPORT_ORGANISATION },
    { "organization", IMPORT_ORGANISATION },
    { "lorganisme", IMPORT_ORGANISATION }, /* the fold drops apostrophes */
    { "lorganisation", IMPORT_ORGANISATION },
    { "structure", IMPORT_ORGANISATION },
    { "collectivite", IMPORT_ORGANISATION },
    { "entreprise", IMPORT_ORGANISATION },
    { "lentreprise", IMPORT_ORGANISATION },
    { "societe", IMPORT_ORGANISATION },
    { "etablissement", IMPORT_ORGANISATION },
    { "letablissement", IMPORT_ORGANISATION },
    { "institution", IMPORT_ORGANISATION },
    { "employeur", IMPORT_ORGANISATION },
    { "company", IMPORT_ORGANISATION },
    { "employer", IMPORT_ORGANISATION },
    { "civilite", IMPORT_CIVILITY },
    { "civility", IMPORT_CIVILITY },
    { "salutation", IMPORT_CIVILITY },
    { "titre", IMPORT_CIVILITY },
    { "title", IMPORT_CIVILITY },
    { "langue", IMPORT_LANGUAGE },
    { "language", IMPORT_LANGUAGE },
    { "besoin", IMPORT_NEEDS },
    { "besoins", IMPORT_NEEDS },
    { "needs", IMPORT_NEEDS },
    { "regime", IMPORT_NEEDS },
    { "diet", IMPORT_NEEDS },
    { "dietary", IMPORT_NEEDS },
    { "allergie", IMPORT_NEEDS },
    { "allergies", IMPORT_NEEDS },
    { "accessibilite", IMPORT_NEEDS },
    { "remarque", IMPORT_NOTE },
    { "remarques", IMPORT_NOTE },
    { "note", IMPORT_NOTE },
    { "notes", IMPORT_NOTE },
    { "observation", IMPORT_NOTE },
    { "observations", IMPORT_NOTE },
    { "commentaire", IMPORT_NOTE },
    { "commentaires", IMPORT_NOTE },
    { "comment", IMPORT_NOTE },
    { "comments", IMPORT_NOTE },
    { "nom", IMPORT_FAMILY },
    { "name", IMPORT_FAMILY },
    { "participant", IMPORT_NAME_GIVEN_FIRST },
};

/* Whether the words are all in the text, in their order; spaces part both. */
static bool
holds_words(const char *text, const char *words)
{
    for (;;) {
        words += strspn(words, " ");
        text += strspn(text, " ");
        size_t wanted = strcspn(words, " ");
        size_t found = strcspn(text, " ");

        if (wanted == 0)
            return true;
        if (found == 0)
            return false;
        if (found == wanted && memcmp(text, words, wanted) == 0)
            words += wanted;
        text += found;
    }
}

/* A heading folded, all its words parted: "Tél.portable" too.  The caller frees. */
static char *
header_fold(const char *header)
{
    char *folded = fold_copy(!header ? "" : header);

    for (char *byte = folded; *byte != '\0'; byte++)
        if (*byte == '.' || *byte == '@')
            *byte = ' ';
    return folded;
}

enum import_target
import_target_guess(const char *header)
{
    enum import_target target = IMPORT_NOTHING;
    char *folded = header_fold(header);

    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++)
        if (holds_words(folded, meanings[i].words)) {
            target = meanings[i].target;
            break;
        }
    free(folded);
    return target;
}

/* "Nom", "Name": a heading that does not say of which name it speaks. */
static bool
is_bare_name(const char *header)
{
    static const char *const telling[] = { "famille",  "family",  "last",
                                           "lastname", "surname", "patronyme" };
    char *folded = header_fold(header);
    bool bare = true;

    for (size_t i = 0; i < sizeof telling / sizeof telling[0]; i++)
        bare = bare && !holds_words(folded, telling[i]);
    free(folded);
    return bare;
}

static bool
can_be_joined(enum import_target target)
{
    return target == IMPORT_NOTHING || target == IMPORT_PHONE || target == IMPORT_NEEDS ||
           target == IMPORT_NOTE;
}

static size_t
count_target(const struct import_mapping *mapping, enum import_target target)
{
    size_t count = 0;

    for (size_t i = 0; i < mapping->count; i++)
        if (mapping->targets[i] == target)
            count++;
    return count;
}

size_t
import_mapping_guess(struct import_mapping *mapping, const char *const *headers,
                     size_t count)
{
    import_mapping_clear(mapping);
    mapping->targets = memory_new(count, sizeof mapping->targets[0]);
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        enum import_target target = import_target_guess(headers[i]);

        /* The first "E-mail" is the one; a second cannot be joined to it. */
        if (can_be_joined(target) || count_target(mapping, target) == 0)
            mapping->targets[i] = target;
        mapping->count = i + 1;
        known += mapping->targets[i] != IMPORT_NOTHING;
    }
    if (count_target(mapping, IMPORT_GIVEN) == 0)
        for (size_t i = 0; i < count; i++)
            if (mapping->targets[i] == IMPORT_FAMILY && is_bare_name(headers[i]))
                mapping->targets[i] = IMPORT_NAME_GIVEN_FIRST;
    return known;
}

bool
import_mapping_check(const struct import_mapping *mapping, struct error *err)
{
    if (count_target(mapping, IMPORT_FAMILY) +
            count_target(mapping, IMPORT_NAME_GIVEN_FIRST) +
            count_target(mapping, IMPORT_NAME_FAMILY_FIRST) ==
        0)
        return error_set_field(err, ERROR_INPUT, "mapping",
                               _("No column holds the family name; say which one does."));
    for (int target = IMPORT_NOTHING; target < IMPORT_TARGET_COUNT; target++)
        if (!can_be_joined((enum import_target)target) &&
            count_target(mapping, (enum import_target)target) > 1)
            return error_set_field(
                err, ERROR_INPUT, "mapping",
                _("Two columns are said to hold “%s”; choose one of them."),
                _(import_targets[target].label));
    return true;
}

void
import_mapping_clear(struct import_mapping *mapping)
{
    free(mapping->targets);
    *mapping = (struct import_mapping){ 0 };
}
