/* SPDX-License-Identifier: GPL-3.0-or-later */
/* civility.c - civilities and titles, and which spellings of them are one */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/person_name.h"
#include "name/name_word.h"

enum { SPELLINGS_MOST = 6 };

/* Folded; one civility a line.  Its translations are others: letters follow them. */
static const char civilities[][SPELLINGS_MOST][NAME_LISTED] = {
    { "m", "mr", "monsieur", "mister" },
    { "mm", "messieurs" },
    { "mme", "madame" },
    { "mmes", "mesdames" },
    { "mlle", "mademoiselle" },
    { "mrs" },
    { "ms" },
    { "miss" },
    { "mx" },
    { "dr", "docteur", "doctor", "doktor", "dre" },
    { "pr", "prof", "professeur", "professor", "professeure", "professore" },
    { "prof.ssa", "professoressa" },
    { "me", "maitre" },
    { "sir" },
    { "rev", "reverend" },
    { "herr", "herrn", "hr" },
    { "frau", "fr" },
    { "frl", "fraulein" },
    { "ing", "ingenieur" },
    { "dipl ing" },
    { "dr ing" },
    { "mag" },
    { "senor" },
    { "sr" },
    { "sra", "senora" },
    { "srta", "senorita" },
    { "dna", "dona" },
    { "lic" },
    { "sig", "signor", "signore" },
    { "sig.ra", "signora" },
    { "sig.na", "signorina" },
    { "dott", "dottore" },
    { "dott.ssa", "dottoressa" },
    { "avv", "avvocato" },
    { "dhr", "mijnheer", "meneer" },
    { "mevr", "mw", "mevrouw" },
    { "mej", "mejuffrouw" },
    { "drs" },
    { "ir" },
    { "mgr", "monseigneur" },
    { "mudr" },
    { "judr" },
    { "phdr" },
    { "rndr" },
    { "mvdr" },
    { "paeddr" },
    { "dr.ssa" },
    { "dra", "doctora" },
    { "profa", "profesora" },
    { "cllr", "councillor" },
    { "inz" },
    { "arch" },
    { "geom" },
    { "arq" },
    { "lady" },
    { "hon", "honourable", "honorable" },
    { "jhr", "jonkheer" },
    { "excmo" },
    { "s.e.m" },
    { "excma" },
    { "exmo" },
    { "exma" },
    { "ilmo" },
    { "ilma" },
    { "cav" },
    { "univ prof" },
    { "priv doz", "privatdozent", "privatdozentin" },
    { "pfarrer" },
    { "pfarrerin" },
    { "kommerzialrat" },
    { "hofrat" },
    { "soeur" },
    { "grafin" },
    { "freiherr", "frhr" },
    { "freifrau", "frfr" },
};

/* Short enough to be an initial or a name: only before a whole name. */
static const char doubtful[][NAME_LISTED] = { "m",   "fr",  "ing",  "mag",  "lic", "ir",
                                              "mej", "inz", "arch", "geom", "arq" };

static size_t
find(const char *folded)
{
    size_t count = sizeof(civilities) / sizeof(civilities[0]);

    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < SPELLINGS_MOST && *civilities[i][j]; j++)
            if (civilities[i][j][0] == folded[0] && civilities[i][j][1] == folded[1] &&
                strcmp(civilities[i][j], folded) == 0)
                return i;
    return count;
}

static enum civility
civility_of(const char *folded)
{
    for (size_t i = 0; i < sizeof(doubtful) / sizeof(doubtful[0]); i++)
        if (doubtful[i][0] == folded[0] && strcmp(doubtful[i], folded) == 0)
            return CIVILITY_MAYBE;
    return find(folded) < sizeof(civilities) / sizeof(civilities[0]) ? CIVILITY_SURE
                                                                     : CIVILITY_NO;
}

/* D.ª, Dª., Sr.ª, Prof.ª: with the sign of the ending, which letters alone have not. */
static bool
has_ending_sign(struct name_word word)
{
    static const char stems[][NAME_LISTED] = {
        "d", "sr", "dr", "prof", "exm", "ex", "excm", "ilm", "eng", "arq", "srt", "arqt"
    };
    static const char signs[][NAME_LISTED] = { "ª", "º" };
    const size_t sign = strlen(signs[0]);
    size_t length = word.length;

    while (length > 0 && word.start[length - 1] == '.')
        length--;
    if (length <= sign || (strncmp(word.start + length - sign, signs[0], sign) != 0 &&
                           strncmp(word.start + length - sign, signs[1], sign) != 0))
        return false;
    return name_word_is_one_of((struct name_word){ word.start, length - sign }, stems,
                               sizeof(stems) / sizeof(stems[0]));
}

enum civility
name_word_civility(struct name_word word)
{
    char small[NAME_SHORT_WORD];

    if (word.length > 0 && word.start[0] >= '0' && word.start[0] <= '9')
        return CIVILITY_NO; /* a telephone, a code: there are many in a file */
    if (name_word_fold_short(word, small))
        return civility_of(small);
    if (has_ending_sign(word))
        return CIVILITY_SURE;
    char *part = memory_copy_part(word.start, word.length);
    char *folded = fold_copy(part);
    const enum civility civility = civility_of(folded);
    free(folded);
    free(part);
    return civility;
}

#define IS_ONE_OF(WORD, LIST)                                                            \
    name_word_is_one_of(WORD, LIST, sizeof(LIST) / sizeof((LIST)[0]))

bool
name_words_lead_civility(const struct name_words *words, size_t i)
{
    static const char styles[][NAME_LISTED] = { "rt", "right", "very", "most" };
    static const char styled[][NAME_LISTED] = { "hon", "honourable", "honorable", "rev",
                                                "reverend" };
    static const char articles[][NAME_LISTED] = { "the", "s.e", "h.e" };
    static const char ranks[][NAME_LISTED] = { "pd", "apl",  "ao", "a.o",
                                               "o",  "priv", "tit" };
    static const char ranked[][NAME_LISTED] = { "dr", "prof", "professor",
                                                "professorin" };
    static const char gentlemen[][NAME_LISTED] = { "sr", "ilmo", "excmo", "exmo",
                                                   "senor" };

    if (i + 1 >= words->count)
        return false;
    const struct name_word word = words->items[i];
    const struct name_word next = words->items[i + 1];
    if (IS_ONE_OF(word, styles))
        return IS_ONE_OF(next, styled);
    if (IS_ONE_OF(word, ranks) && (i == 0 || name_word_civility(words->items[i - 1])))
        return IS_ONE_OF(next, ranked);
    if (IS_ONE_OF(word, articles))
        return name_word_civility(next) != CIVILITY_NO ||
               name_words_lead_civility(words, i + 1);
    return i > 0 && word.length == 2 && strncmp(word.start, "D.", 2) == 0 &&
           IS_ONE_OF(words->items[i - 1], gentlemen);
}

bool
name_word_is_nobility(struct name_word word)
{
    static const char words[][NAME_LISTED] = {
        "graf",   "grafin", "freiherr", "frhr",       "frfr",  "freifrau",
        "freiin", "baron",  "prinz",    "prinzessin", "furst", "furstin",
        "edler",  "edle",   "ritter",   "baronin"
    };

    return name_word_is_one_of(word, words, sizeof(words) / sizeof(words[0]));
}

bool
name_word_is_title(struct name_word word)
{
    static const char words[][NAME_LISTED] = {
        "abbe",       "labbe",     "baron",    "baronin",    "baroness",  "baronne",
        "brother",    "capitaine", "captain",  "cdt",        "col",       "colonel",
        "commandant", "comte",     "comtesse", "dame",       "dom",       "don",
        "father",     "frere",     "furst",    "furstin",    "general",   "graf",
        "lieutenant", "lord",      "lt",       "hauptmann",  "imam",      "pasteur",
        "pastor",     "pater",     "rabbi",    "rabbin",     "schwester", "bruder",
        "mere",       "pere",      "prinz",    "prinzessin", "sister",    "suor",
        "padre",
    };

    static const char ranks[][NAME_LISTED] = {
        "adjudant", "adjudant chef",      "amiral",      "colonelle", "contre amiral",
        "generale", "lieutenant colonel", "lieutenante", "lt col",    "lt colonel",
        "oberst",   "oberstleutnant",     "vice amiral",
    };

    return name_word_is_one_of(word, words, sizeof(words) / sizeof(words[0])) ||
           name_word_is_one_of(word, ranks, sizeof(ranks) / sizeof(ranks[0]));
}

static bool
word_is_same(struct name_word one, struct name_word other)
{
    char *one_part = memory_copy_part(one.start, one.length);
    char *other_part = memory_copy_part(other.start, other.length);
    char *one_folded = fold_copy(one_part);
    char *other_folded = fold_copy(other_part);
    size_t known = find(one_folded);
    bool same = strcmp(one_folded, other_folded) == 0 ||
                (known < sizeof(civilities) / sizeof(civilities[0]) &&
                 known == find(other_folded));
    free(one_folded);
    free(other_folded);
    free(one_part);
    free(other_part);
    return same;
}

bool
civility_is_same(const char *one, const char *other)
{
    if (!one || !other)
        return one == other;
    char *one_tidy = text_tidy(one);
    char *other_tidy = text_tidy(other);
    struct name_words a;
    struct name_words b;
    name_words_find(&a, one_tidy);
    name_words_find(&b, other_tidy);
    bool same = a.count == b.count;
    for (size_t i = 0; i < a.count && same; i++)
        same = word_is_same(a.items[i], b.items[i]);
    free(one_tidy);
    free(other_tidy);
    return same;
}

enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

static enum gender
gender_of(const char *civility)
{
    static const char male[][NAME_LISTED] = {
        "m",        "mr",     "monsieur", "mister",   "herr", "herrn",   "hr",  "senor",
        "sr",       "sig",    "signor",   "signore",  "dott", "dottore", "sir", "dhr",
        "mijnheer", "meneer", "lord",     "freiherr", "frhr", "graf"
    };
    static const char female[][NAME_LISTED] = {
        "mme",        "madame",     "mlle",        "mademoiselle",
        "mrs",        "ms",         "miss",        "frau",
        "fr",         "frl",        "fraulein",    "senora",
        "sra",        "srta",       "senorita",    "dona",
        "sig.ra",     "signora",    "sig.na",      "signorina",
        "dott.ssa",   "dottoressa", "prof.ssa",    "professoressa",
        "mevr",       "mw",         "mevrouw",     "mej",
        "mejuffrouw", "dre",        "professeure", "lady",
        "dame",       "soeur",      "grafin",      "freifrau"
    };
    enum gender gender = GENDER_UNKNOWN;
    bool both = false;
    char *tidy = text_tidy(civility);
    struct name_words words;
    name_words_find(&words, tidy);
    for (size_t i = 0; i < words.count; i++) {
        char *part = memory_copy_part(words.items[i].start, words.items[i].length);
        char *folded = fold_copy(part);
        enum gender found = GENDER_UNKNOWN;
        for (size_t k = 0; k < sizeof(male) / sizeof(male[0]); k++)
            found = strcmp(male[k], folded) == 0 ? GENDER_MALE : found;
        for (size_t k = 0; k < sizeof(female) / sizeof(female[0]); k++)
            found = strcmp(female[k], folded) == 0 ? GENDER_FEMALE : found;
        both = both || (found && gender && found != gender);
        gender = found ? found : gender;
        free(folded);
        free(part);
    }
    free(tidy);
    return both ? GENDER_UNKNOWN : gender;
}

bool
civility_contradicts(const char *one, const char *other)
{
    if (!one || !other)
        return false;
    const enum gender a = gender_of(one);
    const enum gender b = gender_of(other);
    return a != GENDER_UNKNOWN && b != GENDER_UNKNOWN && a != b;
}

bool
civility_comes_first(const char *one, const char *other)
{
    return gender_of(one) != GENDER_UNKNOWN && gender_of(other) == GENDER_UNKNOWN;
}

/* Folded spellings of one civility, and the one that is kept. */
static const struct {
    char kept[8];
    char spellings[3][NAME_LISTED];
} kept_spellings[] = {
    { "M.", { "m", "monsieur" } },
    { "MM.", { "mm", "messieurs" } },
    { "Mme", { "mme", "madame" } },
    { "Mmes", { "mmes", "mesdames" } },
    { "Mlle", { "mlle", "mademoiselle" } },
    { "Me", { "me", "maitre" } },
    { "Mr", { "mr", "mister" } },
    { "Mrs", { "mrs" } },
    { "Ms", { "ms" } },
    { "Herr", { "herr", "herrn", "hr" } },
    { "Frau", { "frau", "fr" } },
    { "Sr.", { "sr", "senor" } },
    { "Sra.", { "sra", "senora" } },
    { "Sig.", { "sig", "signor", "signore" } },
    { "Sig.ra", { "sig.ra", "signora" } },
    { "Dhr.", { "dhr", "meneer", "mijnheer" } },
    { "Mevr.", { "mevr", "mw", "mevrouw" } },
};

const char *
civility_kept(const char *civility)
{
    char *folded = fold_copy(civility);
    const char *kept = NULL;
    for (size_t i = 0; i < sizeof(kept_spellings) / sizeof(kept_spellings[0]); i++)
        for (size_t k = 0; k < 3 && *kept_spellings[i].spellings[k]; k++)
            if (strcmp(kept_spellings[i].spellings[k], folded) == 0)
                kept = kept_spellings[i].kept;
    free(folded);
    return kept;
}
