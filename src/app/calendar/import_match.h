/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_match.h - which meeting each row of an event is
 *
 * An occurrence is known by its original start.  When the event has moved that start, it
 * is known only where nothing else can be meant: one row and one meeting are left in a
 * day or a week, and both stand in the same order among their neighbours.  Meetings
 * outside the days that are imported, and those whose occurrence takes place outside, are
 * not left.
 */
#ifndef ATELIER_APP_IMPORT_MATCH_H
#define ATELIER_APP_IMPORT_MATCH_H

#include "calendar/import_calendar_state.h"

struct import_match {
    struct local_time original;
    struct imported *imported;          /* NULL: it takes place outside the window */
    const struct meeting_source *known; /* or NULL */
};

enum import_met {
    IMPORT_UNMET,
    IMPORT_MET,     /* a row of the file is it */
    IMPORT_MET_AWAY /* the file has it outside the window */
};

/* What is known of one event, and which row is it.  Zeroed it is empty. */
struct import_matching {
    struct import_match *rows; /* in order of their original start */
    size_t count;
    size_t row_capacity;
    struct meeting_source_list known; /* in that order too */
    enum import_met *met;             /* of each that is known */
    size_t met_capacity;
};

/* Looks up what is known of the event.  Rows that the file itself refused or left in
 * doubt are somebody too: they take their meeting from nobody, and are not missing. */
bool import_match_event(struct import_matching *matching,
                        const struct calendar_import *import,
                        const struct imported_event *event, struct error *err);
void import_matching_clear(struct import_matching *matching);

/* Whether the row, which is no meeting, may yet be one of its week that no row is: one
 * that is off, or one that goes on.  What comes without its event names its own day. */
bool import_match_may_be(const struct import_matching *matching,
                         const struct imported_event *event,
                         const struct import_match *row, bool is_off);

/* Whether a newer version of the event was imported, whatever became of its rows. */
bool import_match_is_older(const struct import_matching *matching,
                           const struct imported_event *event);

/* Whether it is one of the days that are imported. */
bool import_match_is_in_window(const struct calendar_import *import, struct date day);

/* How many meetings were imported from the event, cancelled ones too. */
size_t import_match_imported(const struct import_matching *matching);

#endif
