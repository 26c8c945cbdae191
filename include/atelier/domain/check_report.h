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

/* Adds a sentence, which is not repeated without end: after a score it says no more. */
void check_report_add(struct check_report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same, about what nobody can mend by hand: says to go back to a backup. */
void check_report_add_damage(struct check_report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
