/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_column.c - what the cells of a column are like */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/letter.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "atelier/domain/phone_number.h"
#include "name/name_word.h"

enum { TELEPHONE_DIGITS = 4, BRIEF_WORDS = 3, BRIEF_BYTES = 24 };

/* FNV-1a: enough to tell a dozen values apart. */
static uint32_t
hash(const char *text)
{
    uint32_t hash = 0x811c9dc5U;

    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x01000193U;
    return hash;
}

static void
count_distinct(struct import_column *column, const char *tidy)
{
    char *folded = fold_copy(tidy);
    uint32_t key = hash(folded);
    free(folded);
    for (size_t i = 0; i < column->distinct; i++)
        if (column->seen[i] == key)
            return;
    if (column->distinct < IMPORT_DISTINCT_MOST)
        column->seen[column->distinct++] = key;
}

/* O, non, x, 1: an answer, whatever the heading asks. */
static bool
is_answer(const char *tidy)
{
    static const char *const answers[] = {
        "o",         "n",         "oui",     "non",      "y",      "yes",     "no",
        "j",         "ja",        "nein",    "nee",      "s",      "si",      "x",
        "v",         "ok",        "1",       "0",        "vrai",   "faux",    "true",
        "false",     "wahr",      "falsch",  "p",        "a",      "abs",     "pres",
        "present",   "presente",  "absent",  "absente",  "excuse", "excusee", "confirme",
        "confirmee", "confirmed", "inscrit", "inscrite",
    };
    static const char *const marks[] = { "✓", "✔", "✗", "✘", "☑", "☐", "☒", "×" };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (strncmp(tidy, marks[i], strlen(marks[i])) == 0)
            return true;
    char *folded = fold_copy(tidy);
    bool found = false;
    for (size_t i = 0; !found && i < sizeof(answers) / sizeof(answers[0]); i++)
        found = strcmp(folded, answers[i]) == 0;
    free(folded);
    return found;
}

/* "Mme Hélène CORBIN", but not "M. le Maire", "Prof. Dr." or "M. et Mme". */
static bool
is_named(const struct name_words *words)
{
    size_t i = 0;
    while (i < words->count && name_word_civility(words->items[i]) != CIVILITY_NO)
        i++;
    if (i == 0 || i == words->count)
        return false;
    size_t length;
    bool article = words->items[i].length == 2 && words->items[i].start[0] == 'l';
    return letter_at(words->items[i].start, &length) == LETTER_CAPITAL ||
           (name_word_is_small_particle(words->items[i]) && !article);
}

void
import_column_add(struct import_column *column, const char *cell, bool is_category)
{
    if (!cell || import_cell_is_blank(cell, true))
        return;
    char *tidy = text_tidy(cell);
    size_t digits = 0;
    size_t letters = 0;
    for (const char *at = tidy; *at; at++) {
        digits += isdigit((unsigned char)*at) != 0;
        letters += isalpha((unsigned char)*at) || ((unsigned char)*at & 0xC0) == 0xC0;
    }
    struct name_words words;
    name_words_find(&words, tidy);
    column->filled++;
    column->with_at += strchr(tidy, '@') != NULL;
    column->numbered += digits >= TELEPHONE_DIGITS;
    bool abroad;
    bool zero = phone_number_has_zero(tidy, &abroad);
    column->abroad += digits >= TELEPHONE_DIGITS && abroad && !zero;
    column->lettered += letters > 0;
    bool brief = words.count <= BRIEF_WORDS && strlen(tidy) <= BRIEF_BYTES;
    column->brief += brief;
    column->civilities +=
        brief && words.count > 0 && name_word_civility(words.items[0]) != CIVILITY_NO;
    column->named += is_named(&words);
    column->answers += is_answer(tidy);
    column->categories += is_category;
    count_distinct(column, tidy);
    free(tidy);
}
