/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_seatless.h - what keeps people of a list from a seat, kept once for many rows */
#ifndef ATELIER_APP_IMPORT_SEATLESS_H
#define ATELIER_APP_IMPORT_SEATLESS_H

#include "atelier/domain/question.h"
#include "import/import_state.h"

/* The sentences of what was asked on that sheet: what import_ruling.full says of them. */
unsigned import_seatless_add(struct import *import, const struct questions *sheet);
void import_seatless_clear(struct import *import);

#endif
