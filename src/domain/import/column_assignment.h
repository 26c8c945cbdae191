/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column_assignment.h - which column for which target, so that their scores add up best
 */
#ifndef ATELIER_DOMAIN_COLUMN_ASSIGNMENT_H
#define ATELIER_DOMAIN_COLUMN_ASSIGNMENT_H

#include <stddef.h>
#include <stdint.h>

#define ASSIGNED_NONE SIZE_MAX

/*
 * The assignment problem (Kuhn, Munkres): each target gets one column or none, each
 * column goes to one target at most, and no other choice scores higher.  Of equal ones
 * the column further left is taken.  scores[target * columns + column]; 0 or less: never.
 * Returns how many scores were looked at: at most targets² × (columns + targets).
 */
size_t column_assignment(const int *scores, size_t targets, size_t columns,
                         size_t *choice);

#endif
