/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_letters.c - letters that stand behind a name and are none: MP, OBE */
#include "name/name_letters.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "name/name_kind.h"

enum { NAMES = 2, INITIALS = 2 };

/* As it is written: mp and Mep are something else. */
static bool
is_written(struct name_word word, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(texts[i]) == word.length &&
            strncmp(texts[i], word.start, word.length) == 0)
            return true;
    return false;
}

#define IS_WRITTEN(WORD, LIST) is_written(WORD, LIST, sizeof(LIST) / sizeof((LIST)[0]))

enum name_letters
name_letters_of(struct name_word word)
{
    static const char *const offices[] = { "MP", "MEP", "MSP", "MLA", "TD", "MdEP" };
    static const char *const honours[] = { "OBE", "CBE",  "MBE",   "KBE",   "DBE",
                                           "JP",  "KC",   "QC",    "FRSA",  "RIBA",
                                           "DL",  "CEng", "MRTPI", "FRTPI", "MRICS",
                                           "PC",  "FRICS" };

    return IS_WRITTEN(word, offices)   ? LETTERS_OF_OFFICE
           : IS_WRITTEN(word, honours) ? LETTERS_OF_HONOUR
                                       : LETTERS_NO;
}

static bool
is_usual_given(const struct name_words *words, size_t at)
{
    char *word = name_words_copy(words, at, at + 1);
    char *folded = fold_copy(word);
    const bool is = name_is_usual_given(folded, strlen(folded));

    free(folded);
    free(word);
    return is;
}

enum name_letters
name_letters_behind(const struct name_words *words, size_t from, size_t end)
{
    if (end < from + NAMES + 1)
        return LETTERS_NO;
    const struct name_word word = words->items[end - 1];
    const enum name_letters letters = name_letters_of(word);
    return letters != LETTERS_NO && word.length == INITIALS &&
                   !is_usual_given(words, from)
               ? LETTERS_NO
               : letters;
}
