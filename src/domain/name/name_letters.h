/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_letters.h - letters that stand behind a name and are none: MP, OBE */
#ifndef ATELIER_NAME_NAME_LETTERS_H
#define ATELIER_NAME_NAME_LETTERS_H

#include "name/name_word.h"

enum name_letters {
    LETTERS_NO,
    LETTERS_OF_HONOUR, /* OBE, KC, MRTPI */
    LETTERS_OF_OFFICE  /* MP, MEP: the seat that somebody holds */
};

/* What the word is behind a whole name. */
enum name_letters name_letters_of(struct name_word word);

/* The same of the last of the words from one to before another, which are both names and
 * it: two letters may be initials, “Petit Durand JP”, but behind a usual given name. */
enum name_letters name_letters_behind(const struct name_words *words, size_t from,
                                      size_t end);

#endif
