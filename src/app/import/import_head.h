/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_head.h - which row of a file holds its headings */
#ifndef ATELIER_APP_IMPORT_HEAD_H
#define ATELIER_APP_IMPORT_HEAD_H

#include "import/import_state.h"

/* The row that a person said holds such headings, else the guess. */
bool import_head_find(struct import *import, struct error *err);

/* Of the first rows the one that is most like headings. */
bool import_head_guess(struct import *import, struct error *err);

#endif
