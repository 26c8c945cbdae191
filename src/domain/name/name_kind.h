/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_kind.h - words that are a family name, or that of a father, wherever they stand */
#ifndef ATELIER_DOMAIN_NAME_KIND_H
#define ATELIER_DOMAIN_NAME_KIND_H

#include <stdbool.h>

#include "name/name_word.h"

/* Ivanovich, Ивановна: of three words the middle one, or the last behind a family name.
 * Some are family names too. */
bool name_word_is_patronymic(struct name_word word);

/* Jónsdóttir, Papadopoulos: never a given name. */
bool name_word_is_family(struct name_word word);

/* Pérez, García: a family name, of which Spaniards have two. */
bool name_word_is_spanish_family(struct name_word word);

#endif
