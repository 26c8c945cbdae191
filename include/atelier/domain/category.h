/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category.h - the kinds of organisations, as the office counts them */
#ifndef ATELIER_DOMAIN_CATEGORY_H
#define ATELIER_DOMAIN_CATEGORY_H

#include "atelier/domain/entity.h"

struct category {
    struct record head;
    char *name;
    int64_t order; /* place in lists; small comes first */
};

extern const struct entity category_entity;

#endif
