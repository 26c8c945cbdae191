/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_kind.c - words that are a family name, or that of a father, wherever they stand:
 * Jónsdóttir, Pérez, Ivanovich */
#include "name/name_kind.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"

enum { FOLDED_MOST = 48 };

/* False: the word is longer than any of these. */
static bool
fold(struct name_word word, char folded[static FOLDED_MOST])
{
    if (word.length < NAME_SHORT_WORD && name_word_fold_short(word, folded))
        return true;
    char *part = memory_copy_part(word.start, word.length);
    char *copy = fold_copy(part);
    const size_t length = strlen(copy);
    if (length < FOLDED_MOST)
        memcpy(folded, copy, length + 1);
    free(copy);
    free(part);
    return length < FOLDED_MOST;
}

static bool
ends_as(const char *folded, const char (*endings)[NAME_LISTED], size_t count)
{
    const size_t length = strlen(folded);

    for (size_t i = 0; i < count; i++) {
        const size_t ending = strlen(endings[i]);
        if (length > ending && strcmp(folded + length - ending, endings[i]) == 0)
            return true;
    }
    return false;
}

#define ENDS_AS(FOLDED, LIST) ends_as(FOLDED, LIST, sizeof(LIST) / sizeof((LIST)[0]))

static bool
is_one_of(const char *folded, const char (*words)[NAME_LISTED], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(folded, words[i]) == 0)
            return true;
    return false;
}

#define IS_ONE_OF(FOLDED, LIST) is_one_of(FOLDED, LIST, sizeof(LIST) / sizeof((LIST)[0]))

static int
compare(const void *key, const void *name)
{
    return strcmp(key, name);
}

bool
name_is_usual_given(const char *folded, size_t length)
{
    static const char names[][NAME_LISTED] = {
#define GIVEN(name) name,
#include "name/given_name.def"
#undef GIVEN
    };
    char word[FOLDED_MOST];

    if (length == 0 || length >= sizeof(word))
        return false;
    memcpy(word, folded, length);
    word[length] = '\0';
    return bsearch(word, names, sizeof(names) / sizeof(names[0]), sizeof(names[0]),
                   compare) != NULL;
}

bool
name_word_is_patronymic(struct name_word word)
{
    static const char endings[][NAME_LISTED] = {
        "ovich", "evich", "ovitch", "evitch", "ovna", "evna", "inichna",
        "ович",  "евич",  "ївна",   "івна",   "овна", "евна", "ична",
    };
    static const char whole[][NAME_LISTED] = { "ильич", "фомич", "кузьмич", "лукич" };
    char folded[FOLDED_MOST];

    return fold(word, folded) && (IS_ONE_OF(folded, whole) || ENDS_AS(folded, endings));
}

bool
name_word_is_family(struct name_word word)
{
    static const char endings[][NAME_LISTED] = { "dottir", "shvili", "opoulos", "opoulou",
                                                 "oglu" };
    char folded[FOLDED_MOST];

    return word.length > sizeof("oglu") && fold(word, folded) && ENDS_AS(folded, endings);
}

bool
name_word_is_devotion(struct name_word word)
{
    static const char words[][NAME_LISTED] = {
        "anjos",      "ascensao", "assuncao",   "carmo",     "ceu",         "conceicao",
        "consolacao", "dores",    "encarnacao", "esperanca", "fatima",      "gloria",
        "graca",      "gracas",   "lourdes",    "lurdes",    "luz",         "neves",
        "paz",        "penha",    "piedade",    "prazeres",  "purificacao", "rosario",
        "saude",      "socorro",
    };
    char folded[FOLDED_MOST];

    return fold(word, folded) && IS_ONE_OF(folded, words);
}

bool
name_word_is_iberian_family(struct name_word word)
{
    static const char of_spain[][NAME_LISTED] = {
        "aguilar", "blanco",   "castillo", "castro", "delgado", "garcia", "guerrero",
        "herrera", "iglesias", "lozano",   "medina", "molina",  "moreno", "munoz",
        "navarro", "ortega",   "ortiz",    "romero", "rubio",   "ruiz",   "serrano",
    };
    static const char of_portugal[][NAME_LISTED] = {
        "almeida",   "azevedo",   "barbosa",  "cardoso",    "carvalho", "costa",
        "cunha",     "fernandes", "ferreira", "figueiredo", "fonseca",  "freitas",
        "goncalves", "gomes",     "lopes",    "magalhaes",  "marques",  "mendes",
        "monteiro",  "moreira",   "nunes",    "oliveira",   "pereira",  "ribeiro",
        "rodrigues", "santos",    "silva",    "simoes",     "soares",   "sousa",
        "souza",     "tavares",   "teixeira",
    };
    static const char given[][NAME_LISTED] = { "inez" };
    static const char endings[][NAME_LISTED] = { "ez" };
    char folded[FOLDED_MOST];

    if (!fold(word, folded))
        return false;
    if (IS_ONE_OF(folded, of_spain) || IS_ONE_OF(folded, of_portugal))
        return true;
    return strlen(folded) > 3 && ENDS_AS(folded, endings) && !IS_ONE_OF(folded, given);
}
