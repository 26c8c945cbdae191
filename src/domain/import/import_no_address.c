/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_no_address.c - cells that say in words that there is no e-mail address
 *
 * Their words are in French, English, German, Spanish, Italian, Dutch and Polish, folded.
 */
#include "import/import_no_address.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"

#define COUNT(LIST) (sizeof(LIST) / sizeof((LIST)[0]))

/* The first word of such a cell. */
static const char *const begins[] = {
    "pas",         "nen",         "na",       "sans",          "ne",        "n",
    "aucun",       "aucune",      "ni",       "rien",          "non",       "no",
    "not",         "none",        "does",     "without",       "ohne",      "kein",
    "keine",       "keinen",      "nicht",    "hat",           "sin",       "ninguno",
    "ninguna",     "ningun",      "senza",    "nessun",        "nessuno",   "nessuna",
    "geen",        "zonder",      "niet",     "heeft",         "brak",      "nie",
    "bez",         "inconnu",     "inconnue", "unknown",       "unbekannt", "desconocido",
    "desconocida", "sconosciuto", "onbekend", "nieznany",      "manque",    "manquant",
    "manquante",   "missing",     "fehlt",    "falta",         "manca",     "ontbreekt",
    "refuse",      "refus",       "refused",  "verweigert",    "voir",      "see",
    "siehe",       "ver",         "vedi",     "zie",           "cf",        "demander",
    "demande",     "attente",     "bientot",  "prochainement", "tbc",       "tba",
    "tbd",         "pending",     "folgt",    "offen",         "pendiente", "courrier",
    "papier",      "injoignable",
};

/* The first two, where the first alone may begin a name. */
static const char *const pairs[] = {
    "a venir",      "a completer", "a demander",    "a preciser",    "a renseigner",
    "a confirmer",  "a suivre",    "en attente",    "en cours",      "to come",
    "to be",        "to follow",   "by post",       "by mail",       "by phone",
    "par courrier", "par la",      "par telephone", "par son",       "wird nachgereicht",
    "per post",     "noch offen",  "por confirmar", "da confermare", "nog niet",
};

static bool
begins_with(const char *folded, const char *words)
{
    const size_t length = strlen(words);

    return strncmp(folded, words, length) == 0 &&
           (folded[length] == '\0' || folded[length] == ' ');
}

static bool
has_any(const char *folded, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (folded[0] == words[i][0] && begins_with(folded, words[i]))
            return true;
    return false;
}

/* x, 0, 00: a mark, or what a formula found in an empty cell. */
static bool
is_mark(const char *folded)
{
    return folded[strspn(folded, "0")] == '\0' || strcmp(folded, "x") == 0;
}

/* A full stop between letters is one of an address that lost its @. */
static bool
is_like_address(const char *cell)
{
    for (const char *at = cell; *at; at++)
        if (*at == '@' || (at > cell && *at == '.' && isalnum((unsigned char)at[-1]) &&
                           isalnum((unsigned char)at[1])))
            return true;
    return false;
}

bool
import_cell_says_no_address(const char *cell)
{
    if (is_like_address(cell))
        return false;
    char *folded = fold_copy(cell);
    const char *at = folded + strspn(folded, " ([");
    const bool is = is_mark(at) || has_any(at, begins, COUNT(begins)) ||
                    has_any(at, pairs, COUNT(pairs));

    free(folded);
    return is;
}
