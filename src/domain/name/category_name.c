/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category_name.c - whether two names are those of one category */
#include "atelier/domain/category_name.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"

/* A word of so many letters keeps its last: EPCI, gas, bois. */
enum { SHORT_WORD = 4 };

char *
category_name_key(const char *name)
{
    char *key = fold_copy(name);
    size_t kept = 0;
    size_t letters = 0;

    for (size_t i = 0; key[i]; i++) {
        const bool ends = key[i + 1] == ' ' || key[i + 1] == '\0';
        letters = key[i] == ' ' ? 0 : letters + 1;
        if (!ends || letters <= SHORT_WORD || !strchr("sx", key[i]))
            key[kept++] = key[i];
    }
    key[kept] = '\0';
    return key;
}

bool
category_names_agree(const char *one, const char *other)
{
    char *key = category_name_key(one);
    char *other_key = category_name_key(other);
    const bool agree = strcmp(key, other_key) == 0;

    free(other_key);
    free(key);
    return agree;
}
