/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_category_names.h - the office's categories by name, for cells that may be one */
#ifndef ATELIER_APP_IMPORT_CATEGORY_NAMES_H
#define ATELIER_APP_IMPORT_CATEGORY_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/app/atelier.h"

/* Folded and in order; zero it first. */
struct import_category_names {
    char **names;
    size_t count, capacity;
};

/* Read at once, as the cells of a wide file ask ten thousand times. */
bool import_category_names_read(struct import_category_names *names, struct atelier *at,
                                struct error *err);

/* Whether there is one of that name, which is folded. */
bool import_category_names_have(const struct import_category_names *names,
                                const char *folded);

void import_category_names_clear(struct import_category_names *names);

#endif
