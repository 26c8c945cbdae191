/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_likeness.c - whether two people on paper are one in life
 *
 * Only the people whom a few keys find are compared: a new rule needs them to find its
 * candidates.  See person_likeness() in person.h.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"
#include "atelier/domain/name_kin.h"
#include "atelier/domain/name_spacing.h"
#include "atelier/domain/person.h"

/* A name without case and accents, in the two ways that ü and its kin are spelt. */
struct folded {
    struct buffer plain;
    struct buffer second; /* empty when there is no other way */
};

static void
folded_init(struct folded *folded, const char *name)
{
    *folded = (struct folded){ 0 };
    if (!name)
        return;
    fold_add(&folded->plain, name);
    fold_add_second(&folded->second, name);
}

static void
folded_clear(struct folded *folded)
{
    buffer_clear(&folded->plain);
    buffer_clear(&folded->second);
}

static bool
buffer_same(const struct buffer *a, const struct buffer *b)
{
    return a->length > 0 && strcmp(buffer_text(a), buffer_text(b)) == 0;
}

static bool
folded_same(const struct folded *a, const struct folded *b)
{
    return buffer_same(&a->plain, &b->plain) || buffer_same(&a->plain, &b->second) ||
           buffer_same(&a->second, &b->plain) || buffer_same(&a->second, &b->second);
}

/* Room for one letter of difference; a figure is none: Guest 1 and Guest 2 are two. */
static bool
is_one_letter(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] >= '0' && text[i] <= '9')
            return false;
    return text_count_characters(text, length) <= 1;
}

/* Whether one letter more, less or other makes one of the other: what begins and what
 * ends both is taken off, and at most one letter of each may be left. */
static bool
is_slip(const struct buffer *a, const struct buffer *b)
{
    const char *one = buffer_text(a);
    const char *other = buffer_text(b);
    size_t shorter = a->length < b->length ? a->length : b->length;

    if (text_count_characters(one, a->length) < PERSON_SLIP_LETTERS ||
        text_count_characters(other, b->length) < PERSON_SLIP_LETTERS)
        return false;
    size_t head = 0;
    while (head < shorter && one[head] == other[head])
        head++;
    while (head > 0 &&
           !(text_begins_character(one[head]) && text_begins_character(other[head])))
        head--;
    size_t tail = 0;
    while (tail < shorter - head &&
           one[a->length - tail - 1] == other[b->length - tail - 1])
        tail++;
    while (tail > 0 && !text_begins_character(one[a->length - tail]))
        tail--;
    return is_one_letter(one + head, a->length - head - tail) &&
           is_one_letter(other + head, b->length - head - tail);
}

/* “Mueler” for “Müller”: a slip of the fingers in either spelling. */
static bool
folded_slip(const struct folded *a, const struct folded *b)
{
    return is_slip(&a->plain, &b->plain) || is_slip(&a->plain, &b->second) ||
           is_slip(&a->second, &b->plain) || is_slip(&a->second, &b->second);
}

/* The first character, which can be several bytes. */
static bool
folded_same_initial(const struct folded *a, const struct folded *b)
{
    const char *one = buffer_text(&a->plain);
    const char *other = buffer_text(&b->plain);

    if (one[0] == '\0' || other[0] == '\0')
        return true; /* a missing given name contradicts nothing */
    size_t length = 1;
    while (!text_begins_character(one[length]))
        length++;
    return strncmp(one, other, length) == 0;
}

/* Whether two given names are both missing or the same. */
static bool
given_same(const struct folded *a, const struct folded *b)
{
    if (a->plain.length == 0 || b->plain.length == 0)
        return a->plain.length == b->plain.length;
    return folded_same(a, b);
}

/* “De Santis” and “DeSantis”: one family name, in one word and in several, or one letter
 * from it.  What is written the same in both is not asked here. */
static bool
is_joined_alike(const struct folded *a_family, const struct folded *b_family,
                const struct folded *a_given, const struct folded *b_given)
{
    struct buffer a = { 0 };
    struct buffer b = { 0 };
    const bool a_parted = name_spacing_add_joined(buffer_text(&a_family->plain), &a);
    const bool b_parted = name_spacing_add_joined(buffer_text(&b_family->plain), &b);
    const struct buffer *one = a_parted ? &a : &a_family->plain;
    const struct buffer *other = b_parted ? &b : &b_family->plain;
    const bool is = (a_parted || b_parted) &&
                    ((buffer_same(one, other) && folded_same_initial(a_given, b_given)) ||
                     (folded_same(a_given, b_given) && is_slip(one, other)));

    buffer_clear(&a);
    buffer_clear(&b);
    return is;
}

/* What two people have in common whose names are written in other ways. */
static enum likeness
likeness_of_kin(const struct person *a, const struct person *b)
{
    struct name_kin a_family;
    struct name_kin b_family;
    struct name_kin a_given;
    struct name_kin b_given;
    name_kin_init(&a_family, a->family);
    name_kin_init(&b_family, b->family);
    name_kin_init(&a_given, a->given);
    name_kin_init(&b_given, b->given);
    enum kinship family = name_kin_compare(&a_family, &b_family);
    enum kinship given = name_kin_compare(&a_given, &b_given);
    name_kin_clear(&a_family);
    name_kin_clear(&b_family);
    name_kin_clear(&a_given);
    name_kin_clear(&b_given);
    if (family == KIN_SAME && given == KIN_SAME)
        return LIKENESS_OTHERWISE;
    return family != KIN_NONE && given != KIN_NONE && family + given > KIN_PART + KIN_PART
               ? LIKENESS_COLLEAGUE
               : LIKENESS_NONE;
}

enum likeness
person_likeness(const struct person *a, const struct person *b)
{
    struct folded a_family;
    folded_init(&a_family, a->family);
    struct folded a_given;
    folded_init(&a_given, a->given);
    struct folded b_family;
    folded_init(&b_family, b->family);
    struct folded b_given;
    folded_init(&b_given, b->given);

    bool same_email = a->email && b->email && strcasecmp(a->email, b->email) == 0;
    bool same_family = folded_same(&a_family, &b_family);
    bool same_names = same_family && given_same(&a_given, &b_given);
    bool swapped = folded_same(&a_family, &b_given) && folded_same(&a_given, &b_family);
    enum likeness likeness = LIKENESS_NONE;

    if (same_names && same_email)
        likeness = LIKENESS_SAME;
    else if (same_names || (same_email && (same_family || swapped)))
        likeness = LIKENESS_PROBABLE;
    else if (swapped ||
             (folded_same(&a_given, &b_given) && folded_slip(&a_family, &b_family)) ||
             (same_family && folded_same_initial(&a_given, &b_given)) ||
             is_joined_alike(&a_family, &b_family, &a_given, &b_given) ||
             (same_email && folded_same(&a_given, &b_given)))
        likeness = LIKENESS_POSSIBLE;

    if (likeness < LIKENESS_OTHERWISE) {
        enum likeness of_kin = likeness_of_kin(a, b);
        likeness = of_kin > likeness ? of_kin : likeness;
    }
    folded_clear(&a_family);
    folded_clear(&a_given);
    folded_clear(&b_family);
    folded_clear(&b_given);
    return likeness;
}
