/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_column.c - what the cells of a column are like */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
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

void
import_column_add(struct import_column *column, const char *cell, bool is_category)
{
    if (!cell || text_is_blank(cell))
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
    column->lettered += letters > 0;
    bool brief = words.count <= BRIEF_WORDS && strlen(tidy) <= BRIEF_BYTES;
    column->brief += brief;
    column->civilities +=
        brief && words.count > 0 && name_word_civility(words.items[0]) != CIVILITY_NO;
    column->categories += is_category;
    count_distinct(column, tidy);
    free(tidy);
}
