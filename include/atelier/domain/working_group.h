/* SPDX-License-Identifier: GPL-3.0-or-later */
/* working_group.h - a thematic group that meets a few times a year */
#ifndef ATELIER_DOMAIN_WORKING_GROUP_H
#define ATELIER_DOMAIN_WORKING_GROUP_H

#include "atelier/domain/entity.h"

struct working_group {
    struct record head;
    char *code; /* short, unique: URB */
    char *name;
    char *theme;
    char *description;
    int64_t chair; /* a person */
    char *zone;    /* defaults for its meetings from here on */
    int64_t room;
    int64_t seats;
    int64_t duration; /* minutes */
    char *colour;     /* a CSS3 colour name, for calendars (RFC 7986 5.9) */
};

extern const struct entity working_group_entity;

#endif
