/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_two.c - two people in one name */
#include <string.h>

#include "atelier/domain/person_name.h"
#include "name/name_joint.h"
#include "name/name_word.h"

static bool
is_word(struct name_word word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == word.length &&
            strncmp(words[i], word.start, word.length) == 0)
            return true;
    return false;
}

#define IS_WORD(WORD, LIST) is_word(WORD, LIST, sizeof(LIST) / sizeof((LIST)[0]))

/* A sign or a word between two names, or "+1". */
static bool
has_joint(const char *text, bool is_given)
{
    struct name_words words;

    name_words_find(&words, text);
    for (size_t i = 0; i < words.count; i++) {
        struct name_word word = words.items[i];
        bool first = i == 0;
        bool last = i + 1 == words.count;
        if (word.start[0] == '+' && i > 0)
            return true;
        if (!last && word.start[word.length - 1] == ';')
            return true;
        if (!first && !last &&
            name_joint(word) >= (is_given ? JOINT_OF_GIVEN : JOINT_OF_NAMES))
            return true;
    }
    return false;
}

/* “Fam. Schulze”, “Famille Petit”: nobody knows who comes. */
static bool
is_household(const char *title)
{
    static const char *const households[] = { "Fam.",     "Familie", "Famille",
                                              "Famiglia", "Familia", "Family" };
    struct name_words words;

    name_words_find(&words, title);
    return words.count == 1 && IS_WORD(words.items[0], households);
}

/* “Mevr. / Mme” is one woman, in two languages. */
static bool
is_one_sex(const char *civility)
{
    static const char *const women[] = { "Mme",  "Mme.",  "Madame", "Mevr.", "Mevr",
                                         "Mw.",  "Mw",    "Frau",   "Ms",    "Ms.",
                                         "Mrs",  "Mrs.",  "Sra.",   "Sra",   "Sig.ra",
                                         "Pani", "Señora" };
    static const char *const men[] = { "M.",   "M",    "Mr",  "Mr.",  "Monsieur",
                                       "Dhr.", "Dhr",  "Hr.", "Herr", "Sr.",
                                       "Sr",   "Sig.", "Pan", "Señor" };
    struct name_words words;
    size_t female = 0;
    size_t male = 0;
    size_t signs = 0;

    name_words_find(&words, civility);
    for (size_t i = 0; i < words.count; i++) {
        signs += words.items[i].length == 1 && words.items[i].start[0] == '/';
        female += IS_WORD(words.items[i], women);
        male += IS_WORD(words.items[i], men);
    }
    return signs > 0 && signs + female + male == words.count &&
           (female == 0 || male == 0);
}

/* "M. et Mme", "MM.". */
static bool
is_plural(const char *civility)
{
    static const char *const plurals[] = { "MM",        "MM.",      "Mmes",
                                           "Messieurs", "Mesdames", "messieurs",
                                           "mesdames",  "mmes" };
    struct name_words words;
    bool two = false;

    name_words_find(&words, civility);
    for (size_t i = 0; i < words.count; i++)
        two = two || IS_WORD(words.items[i], plurals) ||
              (i > 0 && i + 1 < words.count && name_joint(words.items[i]) != JOINT_NO);
    return two;
}

bool
person_name_is_of_two(const char *civility, const char *given, const char *family)
{
    return (civility &&
            ((is_plural(civility) && !is_one_sex(civility)) || is_household(civility))) ||
           (given && (has_joint(given, true) || is_household(given))) ||
           (family && has_joint(family, false));
}
