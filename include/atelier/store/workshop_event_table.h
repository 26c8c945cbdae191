/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_event_table.h - what calendars need to know of workshops */
#ifndef ATELIER_STORE_WORKSHOP_EVENT_TABLE_H
#define ATELIER_STORE_WORKSHOP_EVENT_TABLE_H

#include "atelier/domain/workshop.h"
#include "atelier/store/calendar_table.h"

/* A workshop as calendars need it; borrowed until the next row. */
struct workshop_event_row {
    const struct workshop *workshop; /* what of it is told */
    struct calendar_row of;  /* its meeting, where the workshop is: the room is its own if
                              * it has one; changed_at is the newest of all that is told,
                              * own_sequence the person's, and it is of no person but one
                              * who may not come yet */
    struct local_time start; /* of the slot, or its own */
    struct local_time end;
    const char *leader_given;
    const char *leader_family;
    const char *speakers; /* a line each, with the subject; NULL */
};

/* The workshops in a scope, in order of start and id; or their hours, in no order.
 *
 * They follow their meetings: no drafts but in the calendar of everything, what was
 * cancelled long ago is forgotten.  A person has those that they lead or speak in, and
 * those in which they sit, as far as they may rely on coming to the meeting; no wish, and
 * no place on a waiting list.  A room has those that are held there, and of those without
 * a room the ones whose meeting is.  A visitor that returns false stops with its error.
 */
bool workshop_event_table_hours(struct database *db, const struct calendar_scope *scope,
                                bool (*visit)(void *context,
                                              const struct calendar_hours *hours),
                                void *context, struct error *err);
bool workshop_event_table_each(struct database *db, const struct calendar_scope *scope,
                               bool (*visit)(void *context,
                                             const struct workshop_event_row *row),
                               void *context, struct error *err);

#endif
