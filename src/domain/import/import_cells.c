/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_cells.c - what the cells of a file without headings say of its columns */
#include "import/import_cells.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "name/name_kind.h"
#include "name/name_word.h"

#define COUNT(LIST) (sizeof(LIST) / sizeof((LIST)[0]))

enum { NAME_WORDS = 5, TELEPHONE_LEAST = 9, TELEPHONE_MOST = 15 };

static int
compare(const void *key, const void *word)
{
    return strcmp(key, *(const char *const *)word);
}

static bool
is_among(const char *folded, size_t length, const char *const *words, size_t count)
{
    char word[32];

    if (length == 0 || length >= sizeof(word))
        return false;
    memcpy(word, folded, length);
    word[length] = '\0';
    return bsearch(word, words, count, sizeof(words[0]), compare) != NULL;
}

bool
import_cell_is_given(const char *folded, size_t length)
{
    return name_is_usual_given(folded, length);
}

bool
import_cell_begins_given(const char *name)
{
    char *folded = fold_copy(name);
    const bool is = import_cell_is_given(folded, strcspn(folded, " "));

    free(folded);
    return is;
}

bool
import_cell_is_organisation(const char *folded)
{
    static const char *const words[] = {
#define ORGANISATION(word) word,
#include "import/organisation_word.def"
#undef ORGANISATION
    };
    for (const char *at = folded; *at; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " ");
        if (is_among(at, length, words, COUNT(words)))
            return true;
        at += length;
    }
    return false;
}

bool
import_cell_reads_organisation(const char *text)
{
    char *folded = fold_copy(text);
    const bool is = import_cell_is_organisation(folded);

    free(folded);
    return is;
}

static bool
is_telephone(const char *tidy)
{
    size_t digits = 0;

    for (const char *at = tidy; *at; at++) {
        digits += isdigit((unsigned char)*at) != 0;
        if (!strchr("0123456789 +.-/()", *at))
            return false;
    }
    return digits >= TELEPHONE_LEAST && digits <= TELEPHONE_MOST;
}

/* DUPONT, LE GOFF. */
static bool
is_capitals(const struct name_words *words)
{
    size_t capitals = 0;

    for (size_t i = 0; i < words->count; i++) {
        if (!name_word_is_capitals(words->items[i]) &&
            !name_word_is_particle(words->items[i]))
            return false;
        capitals += name_word_is_capitals(words->items[i]);
    }
    return capitals > 0;
}

static bool
is_function(const struct name_words *words)
{
    for (size_t i = 0; i < words->count && i < 2; i++)
        if (name_word_is_office(words->items[i]))
            return true;
    return false;
}

void
import_column_add_words(struct import_column *column, const char *cell)
{
    if (!cell || import_cell_is_blank(cell, true))
        return;
    char *tidy = text_tidy(cell);
    char *folded = fold_copy(tidy);
    struct name_words words;
    name_words_find(&words, tidy);
    const bool is_organisation = import_cell_is_organisation(folded);
    const bool named = !strpbrk(tidy, "0123456789@:/") && words.count <= NAME_WORDS &&
                       !is_organisation && !is_function(&words);

    column->telephones += is_telephone(tidy);
    column->functions += !is_organisation && is_function(&words);
    column->nameable += named;
    if (named) {
        const char *last = strrchr(folded, ' ');
        column->capitals += is_capitals(&words);
        column->several += words.count > 1;
        column->begins_given += import_cell_is_given(folded, strcspn(folded, " "));
        column->ends_given += last && import_cell_is_given(last + 1, strlen(last + 1));
    }
    free(folded);
    free(tidy);
}

/* ---- what a column is ---- */

static enum import_target
plain_target(const struct import_column *c)
{
    const size_t most = c->filled / 2 + 1; /* more than half */

    if (c->filled == 0)
        return IMPORT_NOTHING;
    if (c->with_at >= most)
        return c->addressed >= most ? IMPORT_NAME_GIVEN_FIRST : IMPORT_EMAIL;
    if (c->telephones >= most)
        return IMPORT_PHONE;
    if (c->civilities >= most && c->named < most && c->brief >= most)
        return IMPORT_CIVILITY;
    if (c->categories * 3 >= c->filled * 2)
        return IMPORT_CATEGORY;
    if (c->organisations >= most)
        return IMPORT_ORGANISATION;
    return c->functions >= most ? IMPORT_FUNCTION : IMPORT_NOTHING;
}

static bool
is_nameable(const struct import_column *c)
{
    return c->filled > 0 && c->nameable * 4 >= c->filled * 3;
}

/* Both names in one column, and in which order; IMPORT_NOTHING: it does not show. */
static enum import_target
whole_name(const struct import_column *c)
{
    const size_t given =
        c->given_first > c->begins_given ? c->given_first : c->begins_given;
    const size_t family =
        c->family_first > c->ends_given ? c->family_first : c->ends_given;

    if (!is_nameable(c) || c->several * 4 < c->filled * 3 ||
        (given + family) * 3 < c->filled)
        return IMPORT_NOTHING;
    return family > given ? IMPORT_NAME_FAMILY_FIRST : IMPORT_NAME_GIVEN_FIRST;
}

/* How much rather the first of two columns holds the given name than the other. */
static int
given_before(const struct import_column *one, const struct import_column *other)
{
    return (int)one->begins_given - (int)other->begins_given + (int)other->capitals -
           (int)one->capitals;
}

/* Two columns beside each other, one of given names. */
static bool
find_pair(const struct import_mapping *mapping, const struct import_column *columns,
          size_t *first, int *lean)
{
    *lean = 0;
    for (size_t c = 0; c + 1 < mapping->count; c++) {
        if (mapping->targets[c] != IMPORT_NOTHING ||
            mapping->targets[c + 1] != IMPORT_NOTHING || !is_nameable(&columns[c]) ||
            !is_nameable(&columns[c + 1]))
            continue;
        const int before = given_before(&columns[c], &columns[c + 1]);
        if (abs(before) > abs(*lean)) {
            *lean = before;
            *first = c;
        }
    }
    return *lean != 0;
}

static bool
has_target(const struct import_mapping *mapping, enum import_target target)
{
    for (size_t c = 0; c < mapping->count; c++)
        if (mapping->targets[c] == target)
            return true;
    return false;
}

/* A pair is surer than one column; nothing is said where nothing shows. */
static void
take_names(struct import_mapping *mapping, const struct import_column *columns)
{
    size_t whole = mapping->count;
    size_t first;
    int lean;

    for (size_t c = 0; c < mapping->count && whole == mapping->count; c++)
        if (mapping->targets[c] == IMPORT_NOTHING &&
            whole_name(&columns[c]) != IMPORT_NOTHING)
            whole = c;
    if (find_pair(mapping, columns, &first, &lean) &&
        (whole == mapping->count || (whole != first && whole != first + 1))) {
        mapping->targets[first] = lean > 0 ? IMPORT_GIVEN : IMPORT_FAMILY;
        mapping->targets[first + 1] = lean > 0 ? IMPORT_FAMILY : IMPORT_GIVEN;
    } else if (whole < mapping->count) {
        mapping->targets[whole] = whole_name(&columns[whole]);
    }
}

/* Where one column alone says yes or no, the no may be one to coming; of several nobody
 * knows which. */
static void
take_answers(struct import_mapping *mapping, const struct import_column *columns)
{
    size_t answers = 0;
    size_t last = 0;

    for (size_t c = 0; c < mapping->count; c++)
        if (mapping->targets[c] == IMPORT_NOTHING &&
            columns[c].answers > columns[c].filled / 2) {
            answers++;
            last = c;
        }
    if (answers == 1 && columns[last].noes > 0)
        mapping->targets[last] = IMPORT_COMING;
}

void
import_mapping_guess_cells(struct import_mapping *mapping,
                           const struct import_column *columns, size_t count)
{
    import_mapping_clear(mapping);
    mapping->targets = memory_new(count, sizeof(mapping->targets[0]));
    mapping->count = count;
    for (size_t c = 0; c < count; c++) {
        const enum import_target target = plain_target(&columns[c]);
        const bool again = target != IMPORT_PHONE && target != IMPORT_NOTHING &&
                           has_target(mapping, target);
        mapping->targets[c] = !again                   ? target
                              : target == IMPORT_EMAIL ? IMPORT_SECOND_EMAIL
                                                       : IMPORT_NOTHING;
    }
    if (!has_target(mapping, IMPORT_NAME_GIVEN_FIRST))
        take_names(mapping, columns);
    take_answers(mapping, columns);
}
