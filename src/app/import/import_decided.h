/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_decided.h - what was decided of a row */
#ifndef ATELIER_APP_IMPORT_DECIDED_H
#define ATELIER_APP_IMPORT_DECIDED_H

#include "import/import_state.h"

/* What was decided of a row of the file, or NULL. */
struct import_decision *import_decision_find(const struct import *import, size_t row);

#endif
