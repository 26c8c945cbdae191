/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell_text.h - the cells of rows that are filled here, not by the store: the caller's */
#ifndef ATELIER_CLI_CELL_TEXT_H
#define ATELIER_CLI_CELL_TEXT_H

#include <stdint.h>

#include "atelier/base/civil.h"

/* NULL for none. */
char *cell_text_id(int64_t id);

char *cell_text_time(struct local_time time);

#endif
