/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_second_name.c - another person behind a dash: “HUE Tom - KER Guy”
 *
 * A place or an employer stands there far more often: only a usual given name at one end
 * of two or three words makes them somebody's.
 */
#include "import/import_second_name.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/letter.h"
#include "import/import_cells.h"
#include "name/name_word.h"

enum { WORDS_LEAST = 2, WORDS_MOST = 4 };

/* In brackets stands a name at birth, or by which somebody goes. */
static bool
is_behind_sign(const char *text, const char *beside)
{
    static const char *const signs[] = { "- ", "– ", "— ", "/ ", "| ", ": " };
    const char *at = strstr(text, beside);

    for (size_t i = 0; at && i < sizeof(signs) / sizeof(signs[0]); i++) {
        const size_t length = strlen(signs[i]);
        if ((size_t)(at - text) >= length && strncmp(at - length, signs[i], length) == 0)
            return at[strlen(beside)] == '\0';
    }
    return false;
}

static bool
is_given(const struct name_words *words, size_t at)
{
    char *word = name_words_copy(words, at, at + 1);
    const bool is = import_cell_begins_given(word);

    free(word);
    return is;
}

/* Saint Denis is a place. */
static bool
are_capital(const struct name_words *words)
{
    size_t length;
    bool are = !name_word_is_particle(words->items[0]) ||
               name_word_is_small_particle(words->items[0]) ||
               name_word_begins_family(words->items[0]);

    for (size_t i = 0; are && i < words->count; i++)
        are = name_word_is_small_particle(words->items[i]) ||
              letter_at(words->items[i].start, &length) == LETTER_CAPITAL;
    return are;
}

bool
import_second_name_is(const char *text, const char *beside)
{
    return beside && is_behind_sign(text, beside) && import_second_name_is_whole(beside);
}

bool
import_second_name_is_whole(const char *text)
{
    struct name_words words;

    name_words_find(&words, text);
    return words.count >= WORDS_LEAST && words.count <= WORDS_MOST &&
           are_capital(&words) && !name_word_is_office(words.items[0]) &&
           (is_given(&words, 0) || is_given(&words, words.count - 1)) &&
           !import_cell_reads_organisation(text);
}
