/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_blank.c - what people write into a cell to say that there is nothing */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"

/* The longest of the words below, and some room for signs around it. */
enum { BLANK_BYTES = 24 };

static bool
is_among(const char *folded, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(folded, words[i]) == 0)
            return true;
    return false;
}

#define IS_AMONG(FOLDED, LIST) is_among(FOLDED, LIST, sizeof(LIST) / sizeof((LIST)[0]))

/* Letters and digits alone: n/a, N.A. and n a are one. */
static char *
letters_of(const char *cell)
{
    char *folded = fold_copy(cell);
    char *to = folded;
    for (const char *at = folded; *at; at++)
        if (*at != ' ' && *at != '.' && *at != '@')
            *to++ = *at;
    *to = '\0';
    return folded;
}

bool
import_cell_is_blank(const char *cell, bool is_name)
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
        "sans",  "na",       "nd",      "nr",      "ka",      "so",      "none", "nil",
        "keine", "entfallt", "ninguno", "ninguna", "nessuno", "nessuna", "geen", "vide",
    };
    if (text_is_blank(cell))
        return true;
    if (strlen(cell) > BLANK_BYTES)
        return false;
    if (strspn(cell, "-?./_* \t\r\n\xE2\x80\x93\x94\xA6") == strlen(cell))
        return true; /* with dashes of all lengths and dots of three */
    char *letters = letters_of(cell);
    bool slash = strchr(cell, '/') != NULL;
    bool blank = IS_AMONG(letters, nothing) ||
                 ((!is_name || slash) && IS_AMONG(letters, names_too));
    free(letters);
    return blank;
}
