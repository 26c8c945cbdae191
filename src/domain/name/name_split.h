/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_split.h - which words of a whole name are the family name */
#ifndef ATELIER_DOMAIN_NAME_SPLIT_H
#define ATELIER_DOMAIN_NAME_SPLIT_H

#include "atelier/domain/person_name.h"
#include "name/name_word.h"

/* The words from one to before another. */
struct name_range {
    size_t from, to;
};

/* Whether the family name is in capitals and the rest is not: where it lies. */
bool name_split_by_capitals(const struct name_words *words, struct name_range all,
                            struct name_range *family);

/* Fills family and given name of a zeroed name: capitals, particles and initials part
 * them, else the order does. */
void name_split(const struct name_words *words, struct name_range all,
                enum person_name_order order, struct person_name *name);

#endif
