/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_office.c - words for what somebody is, which stand beside names */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "name/name_word.h"

static int
compare(const void *key, const void *word)
{
    return strcmp(key, *(const char *const *)word);
}

/* Folded and in order, in the six languages. */
bool
name_word_is_office(struct name_word word)
{
    static const char *const offices[] = {
#define OFFICE(word) word,
#include "name/office_word.def"
#undef OFFICE
    };
    enum { SHORTEST = 3, LONGEST = 24 };
    if (word.length < SHORTEST || word.length > LONGEST)
        return false;
    char *part = memory_copy_part(word.start, word.length);
    char *folded = fold_copy(part);
    bool found = bsearch(folded, offices, sizeof(offices) / sizeof(offices[0]),
                         sizeof(offices[0]), compare) != NULL;
    free(folded);
    free(part);
    return found;
}
