/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_blank.c - what people write into a cell to say that there is nothing */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "import/import_folded.h"

/* The longest of the words below, and some room for signs around it. */
enum { BLANK_BYTES = 24, FOLDED_BYTES = 32 };

static bool
is_among(const char *folded, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (folded[0] == words[i][0] && strcmp(folded, words[i]) == 0)
            return true;
    return false;
}

#define IS_AMONG(FOLDED, LIST) is_among(FOLDED, LIST, sizeof(LIST) / sizeof((LIST)[0]))

/* Letters and digits alone: n/a, N.A. and n a are one. */
static void
keep_letters(const char *folded, char letters[static FOLDED_BYTES])
{
    size_t length = 0;
    for (const char *at = folded; *at && length + 1 < FOLDED_BYTES; at++)
        if (*at != ' ' && *at != '.' && *at != '@')
            letters[length++] = *at;
    letters[length] = '\0';
}

static bool
is_long(const char *cell)
{
    return strlen(cell) > BLANK_BYTES;
}

/* “Geen / Aucun”: nothing, in several languages. */
static bool
is_blank_in_each(const char *cell, bool is_name)
{
    size_t parts = 0;

    for (const char *at = cell; *at; parts++) {
        const size_t length = strcspn(at, "/");
        char *part = memory_copy_part(at, length);
        char *tidy = text_tidy(part);
        const bool blank = strlen(tidy) > 1 && import_cell_is_blank(tidy, is_name);
        free(tidy);
        free(part);
        if (!blank)
            return false;
        at += length + (at[length] == '/');
    }
    return parts > 1;
}

bool
import_folded_is_blank(const struct import_folded *asked, bool is_name)
{
    static const char *const nothing[] = {
        "neant",         "nc",
        "aucun",         "aucune",
        "sansobjet",     "nonrenseigne",
        "nonrenseignee", "noncommunique",
        "notavailable",  "notapplicable",
        "keineangabe",   "noprocede",
        "nonpervenuto",  "nietbekend",
        "nvt",
    };
    static const char *const names_too[] = {
        "sans",    "na",      "nd",      "nr",       "ka",        "so",
        "none",    "nil",     "keine",   "entfallt", "ninguno",   "ninguna",
        "nessuno", "nessuna", "geen",    "vide",     "anonymous", "anonyme",
        "anonym",  "anonimo", "anonima", "anoniem",
    };
    const char *cell = asked->cell;
    if (text_is_blank(cell))
        return true;
    if (is_long(cell))
        return false;
    if (strspn(cell, "-?./_* \t\r\n\xE2\x80\x93\x94\xA6") == strlen(cell))
        return true; /* with dashes of all lengths and dots of three */
    char letters[FOLDED_BYTES];
    keep_letters(asked->folded, letters);
    bool slash = strchr(cell, '/') != NULL;
    return IS_AMONG(letters, nothing) ||
           ((!is_name || slash) && IS_AMONG(letters, names_too)) ||
           (slash && is_blank_in_each(cell, is_name));
}

bool
import_cell_is_blank(const char *cell, bool is_name)
{
    if (text_is_blank(cell))
        return true;
    if (is_long(cell))
        return false;
    char *folded = fold_copy(cell);
    const struct import_folded asked = { cell, folded };
    const bool blank = import_folded_is_blank(&asked, is_name);
    free(folded);
    return blank;
}
