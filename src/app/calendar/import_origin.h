/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_origin.h - an event that another office took over, as the event that it was
 * first
 *
 * Each office gives its own meetings a UID and a SEQUENCE, and says of a meeting that it
 * took over from which event it came and which SEQUENCE of that it follows
 * (CALENDAR_EVENT_ORIGIN).  It stays that event, however many offices hand it on: where
 * it was planned it comes back as what it is, and each office follows what the one before
 * changed, as long as it has no newer version of the event itself.
 */
#ifndef ATELIER_APP_IMPORT_ORIGIN_H
#define ATELIER_APP_IMPORT_ORIGIN_H

#include "calendar/import_calendar_state.h"

/* Gives the event the UID and the SEQUENCE of its origin; its own UID goes to `own_uid`,
 * which the caller frees, or NULL.  Nothing becomes of one that is known here by its own
 * UID, or whose origin is no UID of an office. */
bool import_origin_take(struct calendar_import *import, struct source_event *event,
                        char **own_uid, struct error *err);

/* What the copy says of a meeting of this office, once it was judged as the meeting. */
void import_origin_settle(struct imported *imported, const struct meeting *before,
                          const struct meeting_source *known);

#endif
