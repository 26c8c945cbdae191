/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_attendee.h - whom an event names, onto the list of its meeting */
#ifndef ATELIER_APP_IMPORT_ATTENDEE_H
#define ATELIER_APP_IMPORT_ATTENDEE_H

#include "calendar/import_calendar_state.h"

/* Inside the transaction.  Whoever accepted comes to a seat by the rules of enrolment,
 * others are invited; who is on the list with an answer stays as they are, and a warning
 * says where the calendar has another. */
bool import_attendee_place(struct calendar_import *import, struct imported *imported,
                           int64_t meeting, struct calendar_import_outcome *outcome,
                           struct error *err);

#endif
