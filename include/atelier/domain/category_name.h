/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category_name.h - whether two names are those of one category */
#ifndef ATELIER_DOMAIN_CATEGORY_NAME_H
#define ATELIER_DOMAIN_CATEGORY_NAME_H

#include <stdbool.h>

/*
 * What the names of one category have in common: “Villes” is “ville”, “Communautés de
 * communes” is “Communauté de communes”; accents and case aside.
 *
 * The caller frees the text.
 */
char *category_name_key(const char *name);
bool category_names_agree(const char *one, const char *other);

#endif
