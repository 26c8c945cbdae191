/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_scope.h - what the calendars of meetings and those of workshops ask alike */
#ifndef ATELIER_STORE_CALENDAR_SCOPE_H
#define ATELIER_STORE_CALENDAR_SCOPE_H

#include "atelier/base/buffer.h"
#include "atelier/store/calendar_table.h"
#include "database/connection.h"

bool calendar_scope_is_of_person(const struct calendar_scope *scope);

/* Prepares what the buffer says, binds what the scope says and the states that a
 * condition may name, and empties the buffer. */
sqlite3_stmt *calendar_scope_prepare(struct database *db, struct buffer *sql,
                                     const struct calendar_scope *scope,
                                     struct error *err);

/* The hours of each row of a statement of the columns zone, start, end, start and end of
 * the meeting as instants, whether it is one of several days, and start and end of the
 * meeting.  NULL: it was not prepared.  Releases it; a visitor that returns false stops.
 */
bool calendar_scope_visit_hours(sqlite3_stmt *statement,
                                bool (*visit)(void *context,
                                              const struct calendar_hours *hours),
                                void *context, struct error *err);

#endif
