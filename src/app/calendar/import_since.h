/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_since.h - what the office changed of a meeting since its event was imported */
#ifndef ATELIER_APP_IMPORT_SINCE_H
#define ATELIER_APP_IMPORT_SINCE_H

#include "calendar/import_calendar_state.h"

enum import_since {
    IMPORT_SINCE_NOTHING, /* the file is followed */
    IMPORT_SINCE_HERE,    /* the office alone changed it: it stays */
    IMPORT_SINCE_BOTH     /* both did, and the file is followed */
};

/* What happened to these fields, which belong together, since the import that wrote them
 * last; `wanted` is what the event says now.  Of a meeting whose import stands in no
 * journal nothing is known. */
bool import_since(struct calendar_import *import, const struct meeting *before,
                  const struct meeting *wanted, const char *const names[], size_t count,
                  enum import_since *since, struct error *err);

#endif
