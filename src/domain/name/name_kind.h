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

/* Pérez, García, Ferreira: a family name, of which people of Spain, Portugal and America
 * have two and more. */
bool name_word_is_iberian_family(struct name_word word);

/* Carmo, Graça: with Maria before it a given name, “Maria do Carmo”. */
bool name_word_is_devotion(struct name_word word);

/* Anna, Jean: the fold of a usual given name that is no usual family name. */
bool name_is_usual_given(const char *folded, size_t length);

#endif
