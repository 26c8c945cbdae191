/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_event_of.h - a workshop of ours as an event of a calendar */
#ifndef ATELIER_APP_WORKSHOP_EVENT_OF_H
#define ATELIER_APP_WORKSHOP_EVENT_OF_H

#include "atelier/store/workshop_event_table.h"
#include "calendar/calendar_event_of.h"

/* Borrows from the row, the settings and the texts.  Its SEQUENCE is its own and its
 * meeting's together: what becomes of the meeting becomes of it. */
void workshop_event_of(struct calendar_event *event, const struct workshop_event_row *row,
                       const struct settings *settings, instant settings_at,
                       struct calendar_texts *texts);

#endif
