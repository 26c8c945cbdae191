/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grant.h - a group for which the role of a colleague counts
 *
 * Without any it counts for all groups; with one and more for these alone (rule 13).
 */
#ifndef ATELIER_DOMAIN_GRANT_H
#define ATELIER_DOMAIN_GRANT_H

#include "atelier/domain/entity.h"

struct grant {
    struct record head;
    int64_t staff;
    int64_t group;
};

extern const struct entity grant_entity;

#endif
