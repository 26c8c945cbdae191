/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_split.c - which words of a whole name are the family name */
#include "name/name_split.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "name/name_kind.h"

static bool
is_capitals(const struct name_words *words, size_t i)
{
    return name_word_is_capitals(words->items[i]) &&
           name_word_initials(words->items[i]) != INITIALS_SURE;
}

/* Not the “D.” of “John D. Martin”. */
static bool
is_particle(const struct name_words *words, size_t i)
{
    const struct name_word word = words->items[i];
    const bool initial = word.length == 2 && word.start[1] == '.';

    return !initial && name_word_is_particle(word);
}

static bool
is_given(struct name_word word)
{
    char *part = memory_copy_part(word.start, word.length);
    char *folded = fold_copy(part);
    const bool is = name_is_usual_given(folded, strlen(folded));

    free(folded);
    free(part);
    return is;
}

/* The family name of a text that begins with capitals, behind which others begin at
 * `end`.  Small particles before these lead on: “IJSBRAND de Vries”, “MARTIN du Gard
 * Roger”, but “VRIES de Jan”. */
static struct name_range
parted_at(const struct name_words *words, struct name_range all, size_t end)
{
    size_t first = end;

    while (first > all.from && is_particle(words, first - 1) &&
           !is_capitals(words, first - 1))
        first--;
    const bool one_behind = end + 1 == all.to;
    const bool last_is_given = is_given(words->items[all.to - 1]);
    if (first == end || first == all.from ||
        !name_word_is_small_particle(words->items[first]) ||
        (last_is_given && one_behind))
        return (struct name_range){ all.from, end };
    if (one_behind || name_word_is_family(words->items[all.to - 1]))
        return (struct name_range){ first, all.to };
    return (struct name_range){ all.from, all.to - 1 };
}

bool
name_split_by_capitals(const struct name_words *words, struct name_range all,
                       struct name_range *family)
{
    size_t last = all.to - 1;

    if (is_capitals(words, last) && !is_capitals(words, all.from)) {
        *family = (struct name_range){ last, all.to };
        while (family->from > all.from && (is_capitals(words, family->from - 1) ||
                                           is_particle(words, family->from - 1)))
            family->from--;
        /* "de LA FONTAINE": nothing is left for the given name */
        return family->from > all.from;
    }
    /* "DUPONT Anna", "de LA FONTAINE Anna" */
    size_t end = all.from;
    bool some = false;
    for (; end < all.to && (is_capitals(words, end) || is_particle(words, end)); end++)
        some = some || is_capitals(words, end);
    if (!some || end == all.to)
        return false;
    *family = parted_at(words, all, end);
    return true;
}

/* Whether the family name that ends before a particle goes on with it: “de La Tour du
 * Pin”, “von der Leyen zu Fürst”; “María de la Cruz de León” may be two names. */
static bool
goes_on(const struct name_words *words, size_t particle, size_t from)
{
    static const char *const sure[] = { "du", "des", "zu", "zum", "zur", "tot" };
    struct name_word word = words->items[particle];

    if (particle < from + 2 || !is_particle(words, particle - 2) ||
        is_particle(words, particle - 1))
        return false;
    for (size_t i = 0; i < sizeof(sure) / sizeof(sure[0]); i++)
        if (word.length == strlen(sure[i]) &&
            strncmp(word.start, sure[i], word.length) == 0)
            return true;
    return word.length == 2 && strncmp(word.start, "de", 2) == 0 &&
           name_word_is_article(words->items[particle - 2]);
}

/* “García López José”, “Martin du Gard Roger”: where a family name goes on behind its
 * first word, before a word that is left for the given name. */
static size_t
second_end(const struct name_words *words, struct name_range all)
{
    size_t to = all.from + 1;

    while (to + 1 < all.to && name_word_is_small_particle(words->items[to]))
        to++;
    if (to + 1 < all.to && !is_particle(words, all.from) &&
        (to > all.from + 1 || name_word_is_iberian_family(words->items[to])))
        return to + 1;
    return all.from + 1;
}

static bool
leads_on(const struct name_words *words, size_t i)
{
    return is_particle(words, i) || name_word_ends_in_particle(words->items[i]);
}

/* From a word on: its particles behind it, and what they or a joint lead to. */
static struct name_range
family_from(const struct name_words *words, struct name_range all)
{
    size_t to = second_end(words, all);

    while (to < all.to - 1 &&
           (leads_on(words, to - 1) || name_word_joins(words->items[to - 1]) ||
            name_word_joins(words->items[to]) || goes_on(words, to, all.from)))
        to++;
    /* "dos Santos Costa João" */
    if (to > all.from + 1 && to + 1 < all.to &&
        name_word_is_iberian_family(words->items[to - 1]) &&
        name_word_is_iberian_family(words->items[to]))
        to++;
    return (struct name_range){ all.from, to };
}

/* “dos” of “João Pedro dos Santos Costa”, “de” of “Rui de Oliveira Santos”, not “do” of
 * “Maria do Carmo Silva”. */
static bool
begins_iberian(const struct name_words *words, size_t i)
{
    static const char particles[][NAME_LISTED] = { "da", "das", "do", "dos" };
    static const char maria[][NAME_LISTED] = { "maria", "ana", "m" };
    const struct name_word word = words->items[i];
    const struct name_word next = words->items[i + 1];

    if (!name_word_is_small_particle(word) && !name_word_is_capital_particle(word))
        return false;
    if (name_word_is_one_of(word, particles, sizeof(particles) / sizeof(particles[0])))
        return !name_word_is_devotion(next) ||
               !name_word_is_one_of(words->items[i - 1], maria,
                                    sizeof(maria) / sizeof(maria[0]));
    return word.length == 2 && strncasecmp(word.start, "de", 2) == 0 &&
           name_word_is_iberian_family(next);
}

/* The last word with its particles, the one before a joint, and the first of two family
 * names of a Spaniard; of a Portuguese from the first of their particles on. */
static struct name_range
family_to(const struct name_words *words, struct name_range all)
{
    size_t from = all.to - 1;
    bool two = false;

    while (from > all.from + 1) {
        const bool joint = name_word_joins(words->items[from - 1]) && from > all.from + 2;
        const bool first = !two && name_word_is_iberian_family(words->items[from - 1]);
        if (!joint && (first || leads_on(words, from - 1)))
            from--;
        else if (joint || (from > all.from + 3 && goes_on(words, from, all.from + 1)))
            from -= 2;
        else
            break;
        two = two || first;
    }
    for (size_t i = all.from + 1; i < from; i++)
        if (begins_iberian(words, i))
            from = i;
    return (struct name_range){ from, all.to };
}

/* The order that a word tells which is no given name, else the one that is said. */
static enum person_name_order
order_by_kind(const struct name_words *words, struct name_range all,
              enum person_name_order order)
{
    const struct name_word first = words->items[all.from];
    const struct name_word last = words->items[all.to - 1];
    const size_t count = all.to - all.from;

    if (count == 3 && name_word_is_patronymic(words->items[all.from + 1]))
        return NAME_GIVEN_FIRST; /* "Ivan Ivanovich Petrov" */
    if (count == 3 && name_word_is_patronymic(last))
        return NAME_FAMILY_FIRST; /* "Petrov Ivan Ivanovich" */
    if (name_word_is_family(last) != name_word_is_family(first))
        return name_word_is_family(last) ? NAME_GIVEN_FIRST : NAME_FAMILY_FIRST;
    if (count > 2 && name_word_is_iberian_family(first) &&
        name_word_is_iberian_family(words->items[all.from + 1]))
        return NAME_FAMILY_FIRST; /* "García López José" */
    return order;
}

/* Small letters throughout say nothing. */
static bool
some_capital(const struct name_words *words, struct name_range all)
{
    size_t length;
    const struct name_word *last = &words->items[all.to - 1];

    for (const char *at = words->items[all.from].start; at < last->start + last->length;
         at += length)
        if (letter_at(at, &length) == LETTER_CAPITAL)
            return true;
    return false;
}

/* Where the family name lies when only the order of the two is known. */
static struct name_range
order_shows(const struct name_words *words, struct name_range all,
            enum person_name_order order)
{
    size_t length;
    enum initials first = name_word_initials(words->items[all.from]);
    enum initials last = name_word_initials(words->items[all.to - 1]);

    if (all.to == all.from + 2 && name_word_is_capital_particle(words->items[all.from]) &&
        is_capitals(words, all.to - 1))
        return all; /* "DE GAULLE" alone, which is no given name before a family name */
    if (all.to > all.from + 2 && name_word_begins_family(words->items[all.from]))
        return family_from(words, all); /* "Van den Broeck Tom", "LE GALL ANNE" */
    if (name_word_begins_elided(words->items[all.from]))
        return family_from(words, all); /* "d’Ormesson Jean" */
    if (name_word_is_small_particle(words->items[all.from]) && some_capital(words, all)) {
        struct name_range family =
            family_from(words, all); /* "de la Tour", "de la Tour Anna" */
        return family.to == all.to - 1 && is_particle(words, family.to - 1) ? all
                                                                            : family;
    }
    if (letter_at(words->items[all.from].start, &length) == LETTER_EAST_ASIAN ||
        (last == INITIALS_SURE && first == INITIALS_NO))
        order = NAME_FAMILY_FIRST;
    else if (first == INITIALS_SURE && last == INITIALS_NO)
        order = NAME_GIVEN_FIRST;
    else
        order = order_by_kind(words, all, order);
    return order == NAME_FAMILY_FIRST ? family_from(words, all) : family_to(words, all);
}

/* In a list of given names first, two letters before a name are initials. */
static bool
begins_with_initials(const struct name_words *words, struct name_range all,
                     enum person_name_order order)
{
    return order == NAME_GIVEN_FIRST &&
           name_word_initials(words->items[all.from]) == INITIALS_MAYBE &&
           !is_particle(words, all.from) && !is_capitals(words, all.to - 1);
}

void
name_split(const struct name_words *words, struct name_range all,
           enum person_name_order order, struct person_name *name)
{
    struct name_range family = all;

    if (all.to - all.from > 1 && (begins_with_initials(words, all, order) ||
                                  !name_split_by_capitals(words, all, &family)))
        family = order_shows(words, all, order);
    /* "Hans Graf von Maier": behind a given name it belongs to the family name */
    while (family.to == all.to && family.from > all.from + 1 &&
           is_particle(words, family.from) &&
           name_word_is_nobility(words->items[family.from - 1]))
        family.from--;
    name->family = name_words_copy(words, family.from, family.to);
    name->given = family.from > all.from ? name_words_copy(words, all.from, family.from)
                                         : name_words_copy(words, family.to, all.to);
}
