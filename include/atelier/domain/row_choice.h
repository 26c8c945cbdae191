/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_choice.h - some rows of a list alone: those that are marked */
#ifndef ATELIER_DOMAIN_ROW_CHOICE_H
#define ATELIER_DOMAIN_ROW_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Borrowed.  None: all rows. */
struct row_choice {
    const int64_t *ids;
    size_t count;
};

/* Whether that row is meant. */
bool row_choice_takes(const struct row_choice *choice, int64_t id);

#endif
