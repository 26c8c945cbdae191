/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_seatless.h - what keeps people of a list from a seat, kept once for many rows */
#ifndef ATELIER_APP_IMPORT_SEATLESS_H
#define ATELIER_APP_IMPORT_SEATLESS_H

#include "atelier/domain/question.h"
#include "import/import_state.h"

/* Remembers the sentences of what was asked on that sheet of the row; rows come in their
 * order, and what a row is told twice is said together. */
void import_seatless_add(struct import *import, size_t row, const struct questions *sheet,
                         bool is_answer);
void import_seatless_clear(struct import *import);

/* Those of the row; NULL when it is not among them. */
const char *import_seatless_of(const struct import *import, size_t row);
/* Whether it is the seat of an answer: they are registered all the same. */
bool import_seatless_is_answer(const struct import *import, size_t row);

#endif
