/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_written.h - the people whom runs made of the rows of a file */
#ifndef ATELIER_APP_IMPORT_WRITTEN_H
#define ATELIER_APP_IMPORT_WRITTEN_H

#include "import/import_state.h"

/* The person whom a run made of a row of the file, or 0. */
int64_t import_written_find(const struct import *import, size_t row);
void import_written_add(struct import *import, size_t row, int64_t person);
void import_written_sort(struct import *import); /* once all are added */

#endif
