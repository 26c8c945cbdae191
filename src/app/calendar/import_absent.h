/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_absent.h - meetings that were imported from an event that has them no more */
#ifndef ATELIER_APP_IMPORT_ABSENT_H
#define ATELIER_APP_IMPORT_ABSENT_H

#include "calendar/import_match.h"

/* Whether a meeting of the window is missing in the event, so that a new row may be it.
 */
bool import_absent_any(const struct calendar_import *import,
                       const struct imported_event *event,
                       const struct import_matching *matching);

/* Adds a doubtful row for each that is missing, or was moved out of the window, in order
 * of their original start.  Of an event that a message calls off as a whole, each is
 * cancelled. */
bool import_absent_add(struct calendar_import *import, const struct imported_event *event,
                       const struct import_matching *matching, struct error *err);

#endif
