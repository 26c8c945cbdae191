/* SPDX-License-Identifier: GPL-3.0-or-later */
/* venue.h - a building with an address */
#ifndef ATELIER_DOMAIN_VENUE_H
#define ATELIER_DOMAIN_VENUE_H

#include "atelier/domain/entity.h"

struct venue {
    struct record head;
    char *name;
    char *address;
    char *geo;    /* as they were typed: coordinates_parse() */
    char *access; /* how to get there, and in */
    char *zone;   /* by which clock meetings there go; NULL: by the office's */
};

extern const struct entity venue_entity;

#endif
