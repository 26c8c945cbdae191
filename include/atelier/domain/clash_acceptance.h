/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_acceptance.h - somebody says why a clash may stay: quiet until what it is about
 * changes
 */
#ifndef ATELIER_DOMAIN_CLASH_ACCEPTANCE_H
#define ATELIER_DOMAIN_CLASH_ACCEPTANCE_H

#include "atelier/domain/entity.h"

struct clash_acceptance {
    struct record head;
    char *clash;  /* its name, as clash_add_name() makes it */
    int64_t mark; /* of the clash as it was then */
    char *reason;
};

extern const struct entity clash_acceptance_entity;

#endif
