/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_nobody.c - rows that hold nobody, or two people
 *
 * A list ends in a total and holds remarks and seats without a name.  Their words, in
 * French, English, German, Spanish, Italian and Dutch, are folded.
 */
#include "import/import_nobody.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/person_name.h"
#include "import/import_cells.h"
#include "import/import_odd.h"

#define COUNT(LIST) (sizeof(LIST) / sizeof((LIST)[0]))

/* Whether a text is these words, or goes on with others behind them. */
static bool
begins_with(const char *folded, const char *words)
{
    size_t length = strlen(words);

    return strncmp(folded, words, length) == 0 &&
           (folded[length] == '\0' || folded[length] == ' ');
}

static bool
begins_as_remark(const char *folded)
{
    static const char *const begins[] = {
#define REMARK(words) words,
#define ALONE(word)
#include "import/remark_word.def"
#undef ALONE
#undef REMARK
    };
    for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
        if (begins[i][0] == folded[0] && begins_with(folded, begins[i]))
            return true;
    return false;
}

/* One of these and nothing but figures: they may be names too, beside another one. */
static bool
is_remark_alone(const char *folded)
{
    static const char *const words[] = {
#define REMARK(words)
#define ALONE(word) word,
#include "import/remark_word.def"
#undef ALONE
#undef REMARK
    };
    size_t length = strcspn(folded, " ");

    if (folded[length + strspn(folded + length, " 0123456789./")])
        return false;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strlen(words[i]) == length && strncmp(folded, words[i], length) == 0)
            return true;
    return false;
}

/* 8 participants. */
static bool
counts(const char *folded, const char *text)
{
    const size_t digits = strspn(folded, "0123456789");

    return digits > 0 && (folded[digits] == ' ' || !folded[digits]) &&
           !import_text_is_date(text);
}

bool
import_text_is_total(const char *text)
{
    static const char *const begins[] = {
        "aantal",        "anzahl",    "effectif",      "effectifs",   "eindtotaal",
        "endsumme",      "gesamt",    "gesamtanzahl",  "gesamtsumme", "gesamtzahl",
        "grand total",   "headcount", "insgesamt",     "nb",          "nbre",
        "nombre",        "number of", "numero de",     "numero di",   "numero total",
        "numero totale", "soit",      "somme",         "sous total",  "soustotal",
        "sub total",     "subtotaal", "subtotal",      "subtotale",   "suma",
        "summe",         "totaal",    "total",         "totale",      "totali",
        "totals",        "totaux",    "zwischensumme",
    };
    char *folded = fold_copy(text);
    bool is = counts(folded, text) && import_title_of(text) == IMPORT_TITLE_NONE;

    for (size_t i = 0; !is && i < COUNT(begins); i++)
        is = begins_with(folded, begins[i]);
    free(folded);
    return is;
}

/* “Xxxx”, “YYY”: one letter again and again, that begins no name. */
static bool
is_placeholder(const char *text)
{
    enum { LETTERS_LEAST = 3 };

    if (!strchr("xyzXYZ", text[0]))
        return false;
    char *folded = fold_copy(text);
    const size_t length = strlen(folded);
    const bool is = length >= LETTERS_LEAST && strchr("xyz", folded[0]) &&
                    strspn(folded, (char[]){ folded[0], '\0' }) == length;

    free(folded);
    return is;
}

static bool
is_remark(const char *text)
{
    char *folded = fold_copy(text);
    bool remark = folded[0] && (counts(folded, text) || begins_as_remark(folded) ||
                                is_remark_alone(folded));

    free(folded);
    return remark;
}

/* Words of sentences, of which no name is made: “Cotisation réduite pour les étudiants”
 * below a list.  Per, Will and Son are names. */
static bool
is_word_of_sentences(const char *word, size_t length)
{
    static const char *const words[] = {
#define SENTENCE(word) word,
#include "import/sentence_word.def"
#undef SENTENCE
    };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (words[i][0] == word[0] && strlen(words[i]) == length &&
            strncmp(words[i], word, length) == 0)
            return true;
    return false;
}

static bool
is_sentence(const char *text)
{
    enum { WORDS_LEAST = 4 };
    char *folded = fold_copy(text);
    size_t words = 0;
    bool says = false;
    size_t length;

    for (const char *at = folded; *at; at += length, at += strspn(at, " "), words++) {
        length = strcspn(at, " ");
        says = says || is_word_of_sentences(at, length);
    }
    free(folded);
    return says && words >= WORDS_LEAST;
}

static const char *
whole_name(const struct import_row *row)
{
    return row->values[IMPORT_NAME_GIVEN_FIRST] ? row->values[IMPORT_NAME_GIVEN_FIRST]
                                                : row->values[IMPORT_NAME_FAMILY_FIRST];
}

/* “Le Maire ou son représentant”, “Bürgermeister oder Vertretung”: whoever comes. */
static bool
is_either(const char *name)
{
    static const char *const joints[] = {
        " ou son ",
        " ou sa ",
        " ou leur ",
        " ou ses ",
        " or his ",
        " or her ",
        " or their ",
        " or representative ",
        " or deputy ",
        " ou representant",
        " ou suppleant",
        " oder vertret",
        " oder stellvertret",
        " oder dessen ",
        " oder deren ",
        " o su ",
        " o suo ",
        " o sua ",
        " o suplente ",
        " o delegato ",
        " of zijn ",
        " of haar ",
        " of diens ",
        " of vervang",
    };
    struct buffer padded = { 0 };

    if (!strstr(name, " o") && !strstr(name, " O"))
        return false; /* each of the joints begins so */
    char *part = memory_copy_part(name, strcspn(name, "(")); /* who is named may come */
    char *folded = fold_copy(part);
    bool is = false;

    buffer_addf(&padded, " %s ", folded);
    for (size_t i = 0; !is && i < COUNT(joints); i++)
        is = strstr(buffer_text(&padded), joints[i]);
    buffer_clear(&padded);
    free(folded);
    free(part);
    return is;
}

/* Nothing but its name is said of whoever is in the row. */
static bool
stands_alone(const struct import_row *row)
{
    static const enum import_target others[] = { IMPORT_CIVILITY, IMPORT_EMAIL,
                                                 IMPORT_PHONE, IMPORT_ORGANISATION,
                                                 IMPORT_FUNCTION };

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (row->values[others[i]])
            return false;
    return !row->values[IMPORT_GIVEN] || whole_name(row); /* which is both */
}

/* “Collège des experts” alone in a row: wherever the word stands among family names, and
 * at the beginning of both names, where Marc Bureau has his own. */
static bool
is_of_several(const char *name, bool whole)
{
    char *folded = fold_copy(name);
    char *space = strchr(folded, ' ');

    if (space && whole)
        *space = '\0';
    const bool is = space && import_cell_is_organisation(folded);
    free(folded);
    return is;
}

/* Total and remark stand where the whole name does, or the family name. */
static bool
names_nobody(const struct import_row *row)
{
    const char *whole = whole_name(row);
    const char *name = whole ? whole : row->values[IMPORT_FAMILY];

    return name && (is_remark(name) || is_either(name) || is_placeholder(name) ||
                    (stands_alone(row) &&
                     (is_sentence(name) || is_of_several(name, whole != NULL))));
}

/* The de of “Ville de Bourges”, du, des and d’, in small letters. */
static bool
begins_with_de(const char *text)
{
    static const char *const begins[] = { "de ", "du ", "des ", "d'", "d’" };

    for (size_t i = 0; text && i < COUNT(begins); i++)
        if (strncmp(text, begins[i], strlen(begins[i])) == 0)
            return true;
    return false;
}

/* Whether a name of which this is the first word is an organisation's: Ville, Scot and
 * Polo are given names too, other short words initials, and Sem a Dutchman's. */
static bool
begins_organisation(const char *folded, bool goes_on_with_de)
{
    enum { SURE_LEAST = 4, WORD_LEAST = 3 };
    static const char *const unsure[] = { "polo", "scot", "ville" };
    const size_t length = strlen(folded);
    bool sure = length >= SURE_LEAST;

    for (size_t i = 0; sure && i < COUNT(unsure); i++)
        sure = strcmp(folded, unsure[i]) != 0;
    return length >= WORD_LEAST && strcmp(folded, "sem") != 0 &&
           (sure || goes_on_with_de) && import_cell_is_organisation(folded);
}

static bool
is_legal_form(const char *name)
{
    static const char *const forms[] = { "asbl", "eurl", "gmbh", "llc", "ltd", "sarl" };
    char *folded = fold_copy(name);
    bool is = false;

    for (size_t i = 0; i < COUNT(forms); i++)
        is = is || strcmp(folded, forms[i]) == 0;
    free(folded);
    return is;
}

static bool
is_usual_given(const char *name)
{
    char *folded = fold_copy(name);
    const bool is = import_cell_is_given(folded, strlen(folded));

    free(folded);
    return is;
}

/* “Collège des élus” of a card without name parts, “Mairie” in a column of given names:
 * the first word is an organisation's, where Marc Bureau has a given name, whichever
 * comes first. */
static bool
names_organisation(const struct import_row *row)
{
    const char *given = row->values[IMPORT_GIVEN];
    const char *family = row->values[IMPORT_FAMILY];
    const char *turned = row->values[IMPORT_NAME_FAMILY_FIRST];
    const char *name = turned ? turned : given ? given : family;

    if (!name || row->values[IMPORT_CIVILITY] ||
        (given ? import_cell_begins_given(given) : !strchr(name, ' ')) ||
        (family && is_usual_given(family)))
        return false;
    const size_t length = strcspn(name, " ");
    const char *rest = name + length + strspn(name + length, " ");
    char *word = memory_copy_part(name, length);
    char *folded = fold_copy(word);
    const bool is = begins_organisation(folded, begins_with_de(*rest ? rest : family)) ||
                    (given && family && is_legal_form(family));
    free(folded);
    free(word);
    return is;
}

/* no-reply@example.org */
static bool
is_nobodys_address(const char *email)
{
    static const char *const begins[] = { "no-reply",      "noreply",
                                          "no_reply",      "donotreply",
                                          "do-not-reply",  "ne-pas-repondre",
                                          "nepasrepondre", "mailer-daemon" };
    if (!email || !strchr("nNdDmM", *email))
        return false;
    for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
        if (strncasecmp(email, begins[i], strlen(begins[i])) == 0)
            return true;
    return false;
}

const char *
import_says_two_people(void)
{
    return _("This seems to name two people; give each a row of their own.");
}

const char *
import_row_why_no_person(const struct import_row *row)
{
    if (names_nobody(row))
        return _("This seems to be a total, a remark or a seat without a name, not a "
                 "person.");
    if (names_organisation(row))
        return _("This seems to be an organisation, not a person; leave it out, or take "
                 "the row as it is.");
    if (person_name_is_of_two(row->values[IMPORT_CIVILITY], row->values[IMPORT_GIVEN],
                              row->values[IMPORT_FAMILY]))
        return import_says_two_people();
    if (is_nobodys_address(row->values[IMPORT_EMAIL]))
        return _("Nobody reads what is written to this address; correct it, or take the "
                 "row as it is.");
    return row->asked ? row->asked : row->odd;
}
