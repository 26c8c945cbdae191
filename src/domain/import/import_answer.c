/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_answer.c - cells that answer with yes or no, or with a mark */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "import/import_folded.h"

/* The longest of the words below, and some room for blanks. */
enum { ANSWER_BYTES = 24 };

static bool
is_among(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text[0] == words[i][0] && strcmp(text, words[i]) == 0)
            return true;
    return false;
}

#define IS_AMONG(TEXT, LIST) is_among(TEXT, LIST, sizeof(LIST) / sizeof((LIST)[0]))

/* “Oui / Yes”, “Nee (Non)”: the same in several languages, with a sign between them. */
static bool
is_all_among(const struct import_folded *cell, const char *const *words, size_t count)
{
    const char *at = cell->folded;

    if (!strchr(at, ' ') || (!strpbrk(cell->cell, "/|(-") && !strstr(cell->cell, "–")))
        return false;
    while (*at) {
        const size_t length = strcspn(at, " ");
        bool found = false;
        for (size_t i = 0; i < count && !found; i++)
            found = strlen(words[i]) == length && memcmp(at, words[i], length) == 0;
        if (!found)
            return false;
        at += length + strspn(at + length, " ");
    }
    return true;
}

#define IS_ALL_AMONG(CELL, LIST)                                                         \
    is_all_among(CELL, LIST, sizeof(LIST) / sizeof((LIST)[0]))

enum import_answer
import_folded_answer(const struct import_folded *cell)
{
    static const char *const yes[] = { "o",    "oui",  "y",         "yes",  "j",
                                       "ja",   "s",    "si",        "x",    "v",
                                       "ok",   "1",    "vrai",      "true", "wahr",
                                       "vero", "waar", "verdadero", "tak",  "prawda" };
    static const char *const no[] = { "n",      "non",  "no",    "nein",   "nee",
                                      "0",      "faux", "false", "falsch", "falso",
                                      "onwaar", "nie",  "falsz" };
    static const char *const yes_marks[] = { "✓", "✔", "☑", "☒", "×", "✗", "✘" };

    if (strlen(cell->cell) > ANSWER_BYTES)
        return IMPORT_ANSWER_NONE;
    if (IS_AMONG(cell->folded, yes) || IS_AMONG(cell->cell, yes_marks) ||
        IS_ALL_AMONG(cell, yes))
        return IMPORT_ANSWER_YES;
    return IS_AMONG(cell->folded, no) || strcmp(cell->cell, "☐") == 0 ||
                   IS_ALL_AMONG(cell, no)
               ? IMPORT_ANSWER_NO
               : IMPORT_ANSWER_NONE;
}

enum import_answer
import_cell_answer(const char *cell)
{
    if (strlen(cell) > ANSWER_BYTES)
        return IMPORT_ANSWER_NONE;
    char *tidy = text_tidy(cell);
    char *folded = fold_copy(tidy);
    const struct import_folded asked = { tidy, folded };
    const enum import_answer answer = import_folded_answer(&asked);
    free(folded);
    free(tidy);
    return answer;
}
