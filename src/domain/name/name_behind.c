/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_behind.c - what stands behind a name and is none: an office, a name at birth */
#include "name/name_behind.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "name/name_word.h"

static bool
begins_small(struct name_word word)
{
    size_t length;
    return letter_at(word.start, &length) == LETTER_SMALL;
}

static bool
says_office(const char *text)
{
    struct name_words words;
    name_words_find(&words, text);
    return words.count > 0 && name_word_is_office(words.items[0]);
}

void
name_behind_add(struct name_behind *behind, const char *text)
{
    if (text_is_blank(text))
        return;
    struct buffer *to =
        says_office(text) && behind->office.length == 0 ? &behind->office : &behind->note;
    buffer_addf(to, "%s%s", to->length > 0 ? "\n" : "", text);
}

/* How many words could be a name, and whether both of the two are there. */
static bool
holds_both_names(const char *text, bool *civility)
{
    struct name_words words;
    size_t capitals = 0;
    size_t others = 0;

    name_words_find(&words, text);
    *civility = false;
    for (size_t i = 0; i < words.count; i++) {
        if (i + 1 < words.count && i == capitals + others &&
            name_word_civility(words.items[i]) != CIVILITY_NO && capitals + others == 0)
            *civility = true;
        else if (name_word_is_capitals(words.items[i]))
            capitals++;
        else if (!name_word_is_particle(words.items[i]))
            others++;
    }
    return *civility ? capitals > 0 && others > 0 : capitals + others > 1;
}

/* "Mme Léa BLANC, adjointe": a comma behind a name that is whole already. */
static bool
is_behind_comma(const char *name, const char *behind, bool is_whole)
{
    struct name_words words;
    bool civility;

    name_words_find(&words, behind);
    if (words.count == 0)
        return false;
    if (name_word_is_office(words.items[0]))
        return true;
    if (!is_whole || !holds_both_names(name, &civility))
        return false;
    return civility || (begins_small(words.items[0]) && words.count > 1 &&
                        !name_word_is_particle(words.items[0]));
}

static void
cut_at_comma(struct name_behind *behind, char *name, bool is_whole)
{
    char *comma = strchr(name, ',');
    if (!comma)
        return;
    char *rest = text_tidy(comma + 1);
    *comma = '\0';
    if (is_behind_comma(name, rest, is_whole)) {
        name_behind_add(behind, rest);
    } else {
        *comma = ',';
    }
    free(rest);
}

static bool
is_dash(struct name_word word)
{
    static const char *const dashes[] = { "-", "–", "—", "|", "/", ":" };

    for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
        if (strlen(dashes[i]) == word.length &&
            strncmp(dashes[i], word.start, word.length) == 0)
            return true;
    return false;
}

/* “DUPONT - MARTIN Claire”, “Jean - Pierre DUPONT”: no whole name stands before the dash,
 * and behind it both letters of a family name and of a given one. */
static bool
is_hyphen(const struct name_words *words, size_t dash)
{
    const size_t first = dash - 1;
    size_t capitals = 0;
    size_t begins = 0;
    size_t length;

    if (words->items[dash].length != 1 || words->items[dash].start[0] != '-' ||
        dash + 2 >= words->count ||
        !(first == 0 ||
          (first == 1 && name_word_civility(words->items[0]) != CIVILITY_NO)))
        return false;
    for (size_t i = dash + 1; i < words->count; i++) {
        capitals += name_word_is_capitals(words->items[i]);
        begins += letter_at(words->items[i].start, &length) == LETTER_CAPITAL;
    }
    const size_t behind = words->count - dash - 1;
    return begins == behind && capitals > 0 && capitals < behind &&
           name_word_is_capitals(words->items[first]) ==
               name_word_is_capitals(words->items[dash + 1]);
}

/* Closes up the first such hyphen. */
static void
close_hyphens(char *name)
{
    struct name_words words;

    name_words_find(&words, name);
    for (size_t i = 1; i < words.count; i++)
        if (is_hyphen(&words, i)) {
            char *dash = name + (words.items[i].start - name);
            memmove(dash - 1, dash, 1);
            memmove(dash, dash + 2, strlen(dash + 2) + 1);
            return;
        }
}

/* Where the given name stands behind the name at birth, "DURAND née PETIT Anne"; the
 * count of words where it does not, "Anna DURAND née PETIT". */
static size_t
given_behind(const struct name_words *words, size_t birth)
{
    size_t names = 0;
    size_t capitals = 0;

    for (size_t i = 0; i < birth; i++) {
        if (name_word_is_particle(words->items[i]) ||
            (i == 0 && name_word_civility(words->items[i]) != CIVILITY_NO))
            continue;
        names++;
        capitals += name_word_is_capitals(words->items[i]);
    }
    if (names == 0 || (names > 1 && capitals < names))
        return words->count;
    size_t at = birth + 1;
    while (at < words->count && name_word_is_particle(words->items[at]))
        at++;
    const bool shouts = at < words->count && name_word_is_capitals(words->items[at]);
    at++;
    while (shouts && at < words->count && name_word_is_capitals(words->items[at]))
        at++;
    return at < words->count ? at : words->count;
}

/* From the name at birth on; a given name behind it comes back to the name. */
static void
cut_birth(struct name_behind *behind, char *name, const struct name_words *words,
          size_t birth, bool is_whole)
{
    const size_t given = is_whole ? given_behind(words, birth) : words->count;
    char *text = name_words_copy(words, birth, given);
    struct name_word before = words->items[birth - 1];
    char *end = name + (before.start + before.length - name);

    name_behind_add(behind, text);
    free(text);
    if (given < words->count) {
        const char *rest = words->items[given].start;
        *end++ = ' ';
        memmove(end, rest, strlen(rest) + 1);
    } else {
        *end = '\0';
    }
}

void
name_behind_cut(struct name_behind *behind, char *name, bool is_whole)
{
    struct name_words words;

    cut_at_comma(behind, name, is_whole);
    if (is_whole)
        close_hyphens(name);
    name_words_find(&words, name);
    for (size_t i = 1; i < words.count; i++) {
        struct name_word word = words.items[i];
        const char *next = word.start + word.length;
        next += strspn(next, " ");
        bool birth =
            name_word_is_birth(word) && (is_whole || begins_small(word)) && *next;
        bool dash = is_dash(word) && (is_whole || says_office(next));
        if (birth) {
            cut_birth(behind, name, &words, i, is_whole);
            return;
        }
        if (!dash)
            continue;
        name_behind_add(behind, next);
        name[words.items[i - 1].start + words.items[i - 1].length - name] = '\0';
        return;
    }
}

static bool
is_article(struct name_word word)
{
    return word.length == 2 &&
           (strncmp(word.start, "le", 2) == 0 || strncmp(word.start, "la", 2) == 0);
}

/* Where the office that begins at a word ends: "le vice-président délégué", "la maire de
 * Dijon" before two words of a name. */
static size_t
office_end(const struct name_words *words, size_t from)
{
    size_t to = from + 1;

    while (to < words->count && begins_small(words->items[to]) &&
           !name_word_is_particle(words->items[to]))
        to++;
    if (to < words->count && name_word_is_small_particle(words->items[to])) {
        size_t of = to;
        while (of < words->count && begins_small(words->items[of]))
            of++;
        size_t left = of < words->count ? words->count - of - 1 : 0;
        to = left >= 2 || left == 0 ? (left ? of + 1 : words->count) : to;
    }
    return to;
}

void
name_behind_take_office(struct name_behind *behind, char *name)
{
    struct name_words words;
    size_t at = 1;

    name_words_find(&words, name);
    while (at + 1 < words.count && !is_article(words.items[at]) &&
           name_word_civility(words.items[at]) != CIVILITY_NO)
        at++;
    if (words.count < 3 || at + 1 >= words.count || !is_article(words.items[at]) ||
        name_word_civility(words.items[0]) == CIVILITY_NO)
        return;
    struct name_word office = words.items[at + 1];
    bool is_office =
        name_word_is_office(office) ||
        (begins_small(office) && !name_word_is_particle(office) && at + 2 < words.count);
    if (!is_office)
        return;
    size_t end = office_end(&words, at + 1);
    char *text = name_words_copy(&words, at + 1, end);
    buffer_reset(&behind->office);
    buffer_add(&behind->office, text);
    free(text);
    char *to = name + (words.items[at].start - name);
    const char *rest =
        end < words.count ? words.items[end].start : words.items[0].start + strlen(name);
    memmove(to, rest, strlen(rest) + 1);
    size_t length = strlen(name);
    while (length > 0 && name[length - 1] == ' ')
        name[--length] = '\0';
}
