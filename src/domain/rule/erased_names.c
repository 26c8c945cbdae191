/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased_names.c - the names of somebody who is erased, found and replaced in any text */
#include "atelier/domain/erased_names.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"

void
erased_names_clear(struct erased_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i].fold);
    free(names->items);
    *names = (struct erased_names){ 0 };
}

static void
add_fold(struct erased_names *names, const char *fold, bool capital)
{
    if (*fold == '\0')
        return;
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i].fold, fold) == 0)
            return;
    names->items = memory_grow(names->items, &names->capacity, names->count + 1,
                               sizeof names->items[0]);
    struct erased_name *added = &names->items[names->count++];
    *added = (struct erased_name){ .capital = capital };
    memory_replace(&added->fold, fold);
    if (strlen(fold) > names->longest)
        names->longest = strlen(fold);
}

/* By both of its folds: Müller is written Mueller, too. */
static void
add(struct erased_names *names, const char *text, bool capital)
{
    struct buffer second = { 0 };
    char *plain = fold_copy(text);

    add_fold(names, plain, capital);
    if (fold_add_second(&second, text))
        add_fold(names, buffer_text(&second), capital);
    buffer_clear(&second);
    free(plain);
}

void
erased_names_add_full(struct erased_names *names, const char *family, const char *given)
{
    struct buffer text = { 0 };

    if (!family || !given)
        return;
    buffer_addf(&text, "%s %s", family, given);
    add(names, buffer_text(&text), false);
    buffer_reset(&text);
    buffer_addf(&text, "%s %s", given, family);
    add(names, buffer_text(&text), false);
    size_t length;
    if (letter_at(family, &length) == LETTER_EAST_ASIAN) { /* unparted */
        buffer_reset(&text);
        buffer_addf(&text, "%s%s", family, given);
        add(names, buffer_text(&text), false);
    }
    buffer_clear(&text);
}

void
erased_names_add_alone(struct erased_names *names, const char *family)
{
    if (family)
        add(names, family, true);
}

void
erased_names_add_text(struct erased_names *names, const char *text)
{
    if (text)
        add(names, text, false);
}

bool
erased_names_may_be_in(const struct erased_names *names, const char *text)
{
    bool may = false;

    if (!text || names->count == 0)
        return false;
    struct buffer folds = { 0 };
    fold_add(&folds, text);
    for (size_t i = 0; !may && i < names->count; i++)
        may = strstr(buffer_text(&folds), names->items[i].fold) != NULL;
    buffer_clear(&folds);
    return may;
}

/* --- words */

/* How many bytes of a word stand there: 0 at what parts words. */
static size_t
word_character(const char *text)
{
    const unsigned char byte = (unsigned char)*text;
    size_t length = 0;

    if (byte < 0x80)
        return isalnum(byte) ? 1 : 0;
    if (letter_at(text, &length) != LETTER_NONE)
        return length;
    /* Quotation marks, dashes and spaces part words, marks on letters do not. */
    const bool parts = byte == 0xC2 || (byte == 0xE2 && (unsigned char)text[1] == 0x80) ||
                       (byte == 0xE3 && (unsigned char)text[1] == 0x80);
    return parts ? 0 : length;
}

static const char *
end_of_word(const char *text)
{
    size_t length;

    while (*text && (length = word_character(text)) > 0)
        text += length;
    return text;
}

static const char *
next_word(const char *text)
{
    while (*text && word_character(text) == 0) {
        size_t length = 1;
        if ((unsigned char)*text >= 0x80)
            (void)letter_at(text, &length);
        text += length;
    }
    return text;
}

static bool
is_one(const struct erased_names *names, const char *part, size_t length, bool *longer)
{
    struct buffer copy = { 0 };
    size_t first;
    bool is = false;

    buffer_add_part(&copy, part, length);
    char *fold = fold_copy(buffer_text(&copy));
    *longer = strlen(fold) < names->longest;
    const bool small = letter_at(part, &first) == LETTER_SMALL;
    for (size_t i = 0; !is && i < names->count; i++)
        is = strcmp(names->items[i].fold, fold) == 0 &&
             !(names->items[i].capital && small);
    free(fold);
    buffer_clear(&copy);
    return is;
}

/* Where the longest of the names ends that begins with this word; NULL: none does. */
static const char *
match(const struct erased_names *names, const char *word)
{
    const char *found = NULL;
    const char *end = end_of_word(word);
    bool longer = true;

    while (longer && end > word) {
        if (is_one(names, word, (size_t)(end - word), &longer))
            found = end;
        const char *next = next_word(end);
        if (*next == '\0')
            break;
        end = end_of_word(next);
    }
    return found;
}

bool
erased_names_replace(const struct erased_names *names, const char *text, const char *word,
                     struct buffer *replaced)
{
    const size_t begin = replaced->length;
    bool any = false;

    if (!erased_names_may_be_in(names, text) || *text == '\0')
        return false;
    for (const char *rest = text; *rest;) {
        const char *start = next_word(rest);
        buffer_add_part(replaced, rest, (size_t)(start - rest));
        if (*start == '\0')
            break;
        const char *end = match(names, start);
        any = any || end;
        if (end)
            buffer_add(replaced, word);
        else
            buffer_add_part(replaced, start,
                            (size_t)((end = end_of_word(start)) - start));
        rest = end;
    }
    if (!any) {
        replaced->length = begin;
        replaced->text[begin] = '\0';
    }
    return any;
}
