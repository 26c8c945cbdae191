/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_halves.c - a family and a given name with a dash between them
 *
 * Behind a whole name a dash parts an office, a place or a remark from it.  Behind half a
 * name it parts the other half, as lists with “Nom - Prénom” above them write it.
 */
#include "import/import_name_halves.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "import/import_cells.h"
#include "name/name_word.h"

enum { GIVEN_WORDS_MOST = 2 };

/* The two texts beside a sign. */
struct halves {
    char *front;
    char *behind;
};

static bool
find_halves(const char *name, struct halves *halves)
{
    static const char *const signs[] = { " - ", " – ", " — ", " / ", " | ", "; " };

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        const char *sign = strstr(name, signs[i]);
        if (!sign || sign == name)
            continue;
        halves->front = memory_copy_part(name, (size_t)(sign - name));
        halves->behind = memory_copy(sign + strlen(signs[i]));
        return true;
    }
    return false;
}

/* All of it in capitals, particles aside; or one word, if one is enough. */
static bool
is_family(const char *text, bool one_is_enough)
{
    struct name_words words;
    size_t others = 0;
    size_t capitals = 0;

    name_words_find(&words, text);
    for (size_t i = 0; i < words.count; i++)
        if (name_word_is_capitals(words.items[i]))
            capitals++;
        else if (!name_word_is_particle(words.items[i]))
            others++;
    return (capitals > 0 && others == 0) ||
           (one_is_enough && capitals == 0 && others == 1);
}

/* One word or two that begin with a capital, and no office. */
static bool
is_given(const char *text)
{
    struct name_words words;
    size_t length;

    name_words_find(&words, text);
    bool is = words.count > 0 && words.count <= GIVEN_WORDS_MOST &&
              !name_word_is_office(words.items[0]);
    for (size_t i = 0; is && i < words.count; i++)
        is = letter_at(words.items[i].start, &length) == LETTER_CAPITAL;
    return is;
}

static void
join(char **name, const char *family, const char *given)
{
    struct buffer joined = { 0 };

    buffer_addf(&joined, "%s, %s", family, given);
    memory_replace(name, buffer_text(&joined));
    buffer_clear(&joined);
}

void
import_name_halves_join(char **name, enum import_target target)
{
    const bool family_first = target == IMPORT_NAME_FAMILY_FIRST;
    struct halves halves = { 0 };

    if (!strpbrk(*name, "-/|;\xE2") || !find_halves(*name, &halves))
        return;
    /* what is not surely a name in the order of its heading is a usual one */
    const bool ordered = family_first && !strchr(*name, '/');
    if (is_family(halves.front, ordered) && is_given(halves.behind) &&
        !import_cell_reads_organisation(halves.behind) &&
        (ordered || import_cell_begins_given(halves.behind)))
        join(name, halves.front, halves.behind);
    else if (is_family(halves.behind, false) &&
             !import_cell_reads_organisation(halves.behind) && is_given(halves.front) &&
             import_cell_begins_given(halves.front))
        join(name, halves.behind, halves.front);
    free(halves.front);
    free(halves.behind);
}
