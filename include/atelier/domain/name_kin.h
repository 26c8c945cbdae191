/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_kin.h - one name that is written in several ways, or in part
 *
 * DELATOUR, La Tour and de La Tour are one name, so are St-Just, StJust and Saint-Just,
 * Иванов and Ivanov; Dupontel is a part of Dupontel-Durand.
 */
#ifndef ATELIER_DOMAIN_NAME_KIN_H
#define ATELIER_DOMAIN_NAME_KIN_H

#include <stddef.h>

enum { NAME_KIN_MOST = 24 };

/* The ways in which a name is written, folded and without blanks. */
struct name_kin {
    char *forms[NAME_KIN_MOST];
    size_t whole; /* so many of them are the whole name, the others a part of it */
    size_t count;
};

enum kinship {
    KIN_NONE,
    KIN_PART, /* one is a part of the other, which has several */
    KIN_SAME
};

/* NULL has no form. */
void name_kin_init(struct name_kin *kin, const char *name);
void name_kin_clear(struct name_kin *kin);

/* Names that are kin have a form in common. */
enum kinship name_kin_compare(const struct name_kin *a, const struct name_kin *b);

#endif
