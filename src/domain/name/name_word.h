/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_word.h - what one word of a name is */
#ifndef ATELIER_DOMAIN_NAME_WORD_H
#define ATELIER_DOMAIN_NAME_WORD_H

#include <stdbool.h>
#include <stddef.h>

struct name_word {
    const char *start; /* borrowed */
    size_t length;
};

/* Words are at most so many; the last one of a longer name holds the rest. */
enum { NAME_WORDS_MOST = 16 };

struct name_words {
    struct name_word items[NAME_WORDS_MOST];
    size_t count;
};

/* Of a tidy text, parted by one space. */
void name_words_find(struct name_words *words, const char *text);
/* The words from one to before another as the text has them, which the caller frees; NULL
 * when there is none. */
char *name_words_copy(const struct name_words *words, size_t from, size_t to);

/* The words of the lists are short. */
enum { NAME_SHORT_WORD = 24 };
/* Folds a word of ASCII letters, and perhaps a point behind them: its fold is their small
 * form.  False: it is longer, or has others. */
bool name_word_fold_short(struct name_word word, char folded[static NAME_SHORT_WORD]);

/* The words of a list in their places: a pointer to each is written whenever the program
 * is loaded. */
enum { NAME_LISTED = 20 };

/* Whether the fold of a word is one of some. */
bool name_word_is_one_of(struct name_word word, const char (*folded_words)[NAME_LISTED],
                         size_t count);

/* A small word that belongs to the family name behind it: de, van, Le, Saint. */
bool name_word_is_particle(struct name_word word);
/* Such a word in small letters, which begins no given name; not al or ben. */
bool name_word_is_small_particle(struct name_word word);
/* DE, LE in capitals. */
bool name_word_is_capital_particle(struct name_word word);
/* Van, DE, Le: with its capital or without, no given name begins with it. */
bool name_word_begins_family(struct name_word word);
/* Bihan-Le of “Le Bihan-Le Gall”: the next word belongs to it. */
bool name_word_ends_in_particle(struct name_word word);
/* d’Ormesson, dell’Acqua: no given name begins so. */
bool name_word_begins_elided(struct name_word word);
/* Le or La, with its capital. */
bool name_word_is_article(struct name_word word);
/* y, und, e: joins the words on both sides to one name. */
bool name_word_joins(struct name_word word);

/* DUPONT, LE-GOFF, ИВАНОВ, McDONALD, d’ALMEIDA: two capitals or more, and small letters
 * only before them.  Initials may be capitals too. */
bool name_word_is_capitals(struct name_word word);
/* How much of it stands before the capitals: the “Mc” of McDONALD. */
size_t name_word_prefix(struct name_word word);

enum initials {
    INITIALS_NO,
    INITIALS_MAYBE, /* AM, LI: who knows? */
    INITIALS_SURE   /* JC, J.-P., J. */
};
enum initials name_word_initials(struct name_word word);

/* II, III, Jr, Sr. */
bool name_word_is_generation(struct name_word word);
/* PhD, MBA. */
bool name_word_is_degree(struct name_word word);
/* Such a word that is nobody's name: not Md or Edd. */
bool name_word_is_sure_degree(struct name_word word);

/* Maire, préfète, Bürgermeisterin: what somebody is, not who. */
bool name_word_is_office(struct name_word word);

/* née, épouse, born: what follows is no longer the name. */
bool name_word_is_birth(struct name_word word);

enum civility {
    CIVILITY_NO,
    CIVILITY_MAYBE, /* M., which may be an initial: only before a whole name */
    CIVILITY_SURE
};
/* Monsieur, Mme, Dr, Herr, Sig.ra, with and without point and capitals. */
enum civility name_word_civility(struct name_word word);
/* The and Rt of The Rt Hon., PD of PD Dr., D. of Sr. D. José: it belongs to the civility
 * beside it. */
bool name_words_lead_civility(const struct name_words *words, size_t i);

/* Graf, Père, Général: a title that is a name as well, before another one. */
bool name_word_is_title(struct name_word word);
/* Graf, Freiherr: in German a part of the family name, "Hans Graf von Maier". */
bool name_word_is_nobility(struct name_word word);

/* med., phil., h.c., em.: behind Dr. or Prof. it belongs to the title. */
bool name_word_is_faculty(struct name_word word);

#endif
