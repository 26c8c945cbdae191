/* SPDX-License-Identifier: GPL-3.0-or-later */
/* project.h - a project that meetings are shown */
#ifndef ATELIER_DOMAIN_PROJECT_H
#define ATELIER_DOMAIN_PROJECT_H

#include "atelier/domain/entity.h"

struct project {
    struct record head;
    char *title;
    int64_t holder; /* an organisation */
    char *territory;
    char *summary;
};

extern const struct entity project_entity;

#endif
