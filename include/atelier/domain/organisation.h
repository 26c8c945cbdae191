/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation.h - a city, an authority, an association: where people come from */
#ifndef ATELIER_DOMAIN_ORGANISATION_H
#define ATELIER_DOMAIN_ORGANISATION_H

#include "atelier/domain/entity.h"

struct organisation {
    struct record head;
    char *name;
    char *short_name;
    int64_t category;
    char *territory;
    int64_t parent; /* an organisation */
};

extern const struct entity organisation_entity;

#endif
