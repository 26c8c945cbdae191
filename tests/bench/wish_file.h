/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish_file.h - the wishes of one slot as a file, for a process that assigns them
 */
#ifndef ATELIER_TESTS_WISH_FILE_H
#define ATELIER_TESTS_WISH_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "support/congress.h"

/* Limits are those of categories, at most. */
void wish_file_write(const struct congress *congress, FILE *file);
bool wish_file_read(struct congress *congress, FILE *file);

#endif
