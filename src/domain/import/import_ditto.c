/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_ditto.c - cells that stand for what is above them */
#include "import/import_ditto.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"

/* The longest of the words, and some room. */
enum { DITTO_BYTES = 24 };

#define COUNT(LIST) (sizeof(LIST) / sizeof((LIST)[0]))

static bool
is_among(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, words[i]) == 0)
            return true;
    return false;
}

bool
import_cell_is_ditto(const char *cell)
{
    static const char *const marks[] = { "\"",  "″",    "〃",   "\"\"", "''",   "”",
                                         "“",   "’’",   "-\"-", "-//-", "-''-", "=",
                                         "«",   "»",    "„",    ",,",   "<<",   ">>",
                                         "id.", "j.w.", "jw.",  "w.o." };
    static const char *const words[] = {
        "idem",       "ditto",      "dito",         "ibid",           "ebenso",
        "lo mismo",   "come sopra", "cf ci dessus", "voir ci dessus", "ci dessus",
        "siehe oben", "see above",  "zie boven",    "same as above",  "dto",
        "wie oben",   "jak wyzej",  "igual",        "o mesmo",        "idem ci dessus"
    };
    if (strlen(cell) > DITTO_BYTES)
        return false;
    char *tidy = text_tidy(cell);
    char *folded = fold_copy(tidy);
    const bool is =
        is_among(tidy, marks, COUNT(marks)) || is_among(folded, words, COUNT(words));
    free(folded);
    free(tidy);
    return is;
}
