/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_report.h - what a check of the database found */
#ifndef ATELIER_DOMAIN_CHECK_REPORT_H
#define ATELIER_DOMAIN_CHECK_REPORT_H

#include "atelier/domain/entity.h"

struct check_report {
    char **problems; /* sentences */
    size_t count;
    size_t capacity;
};
void check_report_clear(struct check_report *report);

#endif
