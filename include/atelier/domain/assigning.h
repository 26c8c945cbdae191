/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assigning.h - a run that gave seats in workshops by wishes, and was kept */
#ifndef ATELIER_DOMAIN_ASSIGNING_H
#define ATELIER_DOMAIN_ASSIGNING_H

#include "atelier/domain/entity.h"

struct assigning {
    struct record head;
    int64_t meeting;
    int64_t seed; /* the number that was drawn: with it the run can be done again */
    int64_t seated;
    int64_t unseated; /* wished for a workshop of a slot, and sit in none of it */
    bool proven;      /* no other way seats more, or gives more first wishes */
};

extern const struct entity assigning_entity;

#endif
