/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_typed_sql.h - the clashes of a part of a meeting that is not saved as it is typed
 *
 * For clash_table.c: m has the id of the meeting, and the hours and the room of the part.
 * What is saved of the part itself, :workshop or :item, does not count.
 */
#ifndef ATELIER_STORE_CLASH_TYPED_SQL_H
#define ATELIER_STORE_CLASH_TYPED_SQL_H

#include "table/clash_part_sql.h"

#define M_CELLS MEETING_CELLS("m")
#define OTHER_X " AND x.state = :planned AND x.id IS NOT :workshop"
#define OTHER_Y                                                                          \
    " AND y.id IS NOT :item AND " Y_FROM " < m.end_at AND " Y_UNTIL " > m.start_at"
#define ITS_MEETING " CROSS JOIN meeting o ON o.id = m.id"

/* Meetings, then workshops and items of others, then those of its own: what has no
 * room of its own is in that of the meeting, but for a break.  Of two workshops that have
 * none, the rooms are not given yet. */
#define SQL_TYPED_ROOM                                                                   \
    OF_ONE OF_TWO("m.room", "NULL",                                                      \
                  "0") "ON x.room = m.room AND " X_AROUND BY_TIME_AROUND,                \
        IN_ROOM(OF_ONE, M_CELLS, X_CELLS, "m.room")                                      \
            X_ROOM("m.room", "m.start_at", "m.end_at") MEETING_OF("x") BY_CELLS,         \
        IN_ROOM(OF_ONE, M_CELLS, Y_CELLS, "m.room")                                      \
            Y_ROOM("m.room", "m.start_at", "m.end_at") BY_CELLS,                         \
        IN_ROOM(OF_ONE, M_CELLS, X_CELLS, "m.room") ITS_MEETING                          \
        " CROSS JOIN workshop x ON x.meeting = m.id" OTHER_X " AND " ROOM_OF_WORKSHOP(   \
            "x", "o") " = m.room AND (x.room IS NOT NULL OR NOT :roomless)"              \
                      " AND x.start_at < m.end_at AND x.end_at > m.start_at" BY_CELLS,   \
        IN_ROOM(OF_ONE, M_CELLS, Y_CELLS, "m.room") ITS_MEETING                          \
        " CROSS JOIN item y INDEXED BY item_meeting ON y.meeting = m.id"                 \
        " AND " ROOM_OF_ITEM("y", "o") " = m.room" OTHER_Y BY_CELLS

/* Where else :person leads, speaks, chairs, comes, or sits. */
#define TYPED_PERSON " CROSS JOIN person p ON p.id = :person"
#define SQL_TYPED_LEADER                                                                 \
    OF_PERSON(OF_ONE, M_CELLS, X_CELLS)                                                  \
    TYPED_PERSON                                                                         \
    " CROSS JOIN workshop x INDEXED BY workshop_leader ON x.leader = p.id" OTHER_X       \
    " AND " WITHIN("x", "m.start_at", "m.end_at") MEETING_OF("x") BY_CELLS,              \
        OF_PERSON(OF_ONE, M_CELLS, X_CELLS) TYPED_PERSON SPEAKS_IN_X OTHER_X             \
        " AND " WITHIN("x", "m.start_at", "m.end_at") MEETING_OF("x") BY_CELLS,          \
        OF_PERSON(OF_ONE, M_CELLS, Y_CELLS) TYPED_PERSON                                 \
        " CROSS JOIN item y INDEXED BY item_speaker ON y.speaker = p.id" MEETING_OF("y") \
            OTHER_Y BY_CELLS,                                                            \
        OF_PERSON(OF_ONE, M_CELLS, MEETING_CELLS("x")) TYPED_PERSON X_AT_MEETING(AROUND) \
            EXPECTED_AT("x") BY_CELLS,                                                   \
        OF_PERSON(OF_ONE, M_CELLS, X_CELLS) TYPED_PERSON                                 \
        " CROSS JOIN registration r ON r.person = p.id AND r.meeting = m.id"             \
        " AND " IS_REGISTRATION_LIVE("r") ITS_MEETING                                    \
        " CROSS JOIN workshop_choice c ON c.registration = r.id AND c.state = :seated"   \
        " CROSS JOIN workshop x ON x.id = c.workshop AND x.leader IS NOT p.id" OTHER_X   \
        " AND x.start_at < m.end_at AND x.end_at > m.start_at" BY_CELLS

#endif
