/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affiliation.h - a person's post in an organisation, from a day to a day */
#ifndef ATELIER_DOMAIN_AFFILIATION_H
#define ATELIER_DOMAIN_AFFILIATION_H

#include "atelier/domain/entity.h"

struct affiliation {
    struct record head;
    int64_t person;
    int64_t organisation;
    char *function;
    struct date from;
    struct date to; /* the last day */
    bool main;      /* the one that is copied to registrations */
};

extern const struct entity affiliation_entity;

#endif
