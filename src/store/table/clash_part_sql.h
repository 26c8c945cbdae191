/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_part_sql.h - the clashes of what is within meetings: workshops and items
 *
 * For clash_table.c, in whose statements m is the meeting that is asked about.  Where its
 * hours are not saved yet, `shift` is how far they moved, and what is within it goes with
 * it; `was` is its saved start.  What is of one meeting is compared as it is saved.
 */
#ifndef ATELIER_STORE_CLASH_PART_SQL_H
#define ATELIER_STORE_CLASH_PART_SQL_H

#include "table/rule_sql.h"
#include "table/workshop_sql.h"

/* --- a side of a clash: which part, titles, hours */

#define START_OF(w)                                                                      \
    "coalesce(" w ".start, (SELECT s.start FROM slot s WHERE s.id = " w ".slot))"
#define END_OF(w)                                                                        \
    "coalesce(" w ".\"end\", (SELECT s.\"end\" FROM slot s WHERE s.id = " w ".slot))"
#define WORKSHOP_CELLS(w, meeting)                                                       \
    w ".meeting, 1, " w ".id, " w ".title, " meeting                                     \
      ".title, " START_OF(w) ", " END_OF(w) ", " meeting ".zone, " w ".start_at, " w     \
                                            ".end_at"

/* An item has no instants of its own: as far from the meeting's as the clock says. */
#define ITEM_AT(i, end, meeting, start)                                                  \
    "(" meeting ".start_at + strftime('%s', " i "." end ") - strftime('%s', " meeting    \
    "." start "))"
#define ITEM_CELLS(i, meeting, start)                                                    \
    i ".meeting, 2, " i ".id, " i ".title, " meeting ".title, " i ".start, " i           \
      ".\"end\", " meeting ".zone, " ITEM_AT(i, "start", meeting, start) ", " ITEM_AT(   \
          i, "\"end\"", meeting, start)

/* Its own, else that of the meeting: but for a break, which needs none. */
#define ROOM_OF_WORKSHOP(w, meeting)                                                     \
    "coalesce(" w ".room, CASE WHEN " meeting ".mode <> :remote THEN " meeting           \
    ".room END)"
#define ROOM_OF_ITEM(i, meeting)                                                         \
    "coalesce(" i ".room, CASE WHEN " i ".kind <> :break AND " meeting                   \
    ".mode <> :remote THEN " meeting ".room END)"

/* --- of all in a span: those with a room, whatever in them has it */

#define ROOMED_MEETINGS                                                                  \
    "SELECT k.id AS meeting FROM room r CROSS JOIN meeting k INDEXED BY meeting_room"    \
    " ON k.room = r.id AND k.start_at > :from - " LONGEST_MEETING                        \
    " AND k.start_at < :until"                                                           \
    " UNION SELECT k.meeting FROM room r CROSS JOIN workshop k INDEXED BY workshop_room" \
    " ON k.room = r.id AND k.start_at > :from - 2 * " LONGEST_MEETING                    \
    " AND k.start_at < :until + " LONGEST_MEETING                                        \
    " UNION SELECT k.meeting FROM room r CROSS JOIN item k INDEXED BY item_room"         \
    " ON k.room = r.id AND k.start > " Y_TIME(":from", "-63") " AND k.start < " Y_TIME(  \
        ":until", "+32")

/* --- of the meeting that is asked about */

#define W_HERE " CROSS JOIN workshop w ON w.meeting = m.id AND w.state = :planned"
#define W_FROM "(w.start_at + m.shift)"
#define W_UNTIL "(w.end_at + m.shift)"
#define I_HERE " CROSS JOIN item i INDEXED BY item_meeting ON i.meeting = m.id"
#define I_FROM ITEM_AT("i", "start", "m", "was")
#define I_UNTIL ITEM_AT("i", "\"end\"", "m", "was")

/* --- another one of any meeting, from and until instants */

#define WITHIN(x, from, until)                                                           \
    x ".start_at > " from " - " LONGEST_MEETING " AND " x ".start_at < " until " AND " x \
      ".end_at > " from
#define MEETING_OF(x) " CROSS JOIN meeting o ON o.id = " x ".meeting AND " NEEDS_ROOM("o")
#define X_ROOM(room, from, until)                                                        \
    " CROSS JOIN workshop x INDEXED BY workshop_room ON x.room = " room                  \
    " AND x.state = :planned AND x.meeting <> m.id AND " WITHIN("x", from, until)
#define Y_TIME(moment, days)                                                             \
    "strftime('%Y-%m-%d %H:%M', " moment ", 'unixepoch', '" days " days')"
#define Y_ROOM(room, from, until)                                                        \
    " CROSS JOIN item y INDEXED BY item_room ON y.room = " room                          \
    " AND y.start > " Y_TIME(from, "-32") " AND y.start < " Y_TIME(                      \
        until, "+1") " AND y.meeting <> m.id" MEETING_OF("y") " AND " Y_FROM " < " until \
                                                              " AND " Y_UNTIL " > " from
#define Y_FROM ITEM_AT("y", "start", "o", "start")
#define Y_UNTIL ITEM_AT("y", "\"end\"", "o", "start")
#define ROOM_OF_MEETING(room, from, until)                                               \
    " CROSS JOIN meeting x INDEXED BY meeting_room ON x.room = " room                    \
    " AND x.id <> m.id AND " NEEDS_ROOM("x") " AND " WITHIN("x", from, until)

/* Of two, each once: of all, from the one that starts first; of one meeting, from it. */
#define ONCE_AFTER(start, id, from, here)                                                \
    " AND (" start ", " id ") > (" from ", " here ")"
#define ONCE_AROUND(start, id, from, here) ""

/* --- rooms: a statement for each two that may want the same */

#define PAIR(WITH, first, second, about, words)                                          \
    WITH "SELECT " first ", " second ", " about ", " words ", "                          \
         "CASE WHEN " words " IS NULL THEN 0 ELSE 1 END FROM m"
#define IN_ROOM(WITH, first, second, room) PAIR(WITH, first, second, room, "NULL")

#define W_CELLS WORKSHOP_CELLS("w", "m")
#define I_CELLS ITEM_CELLS("i", "m", "was")
#define X_CELLS WORKSHOP_CELLS("x", "o")
#define Y_CELLS ITEM_CELLS("y", "o", "start")

/* One without a room of its own is in that of its meeting, and there with whichever was
 * given that room.  Two of them at once have no rooms yet: that is no clash. */
#define SQL_WORKSHOP_ROOMS(WITH, X)                                                      \
    IN_ROOM(WITH, W_CELLS, WORKSHOP_CELLS("x", "m"), "w.room")                           \
    W_HERE " CROSS JOIN workshop x INDEXED BY workshop_room ON x.room = w.room"          \
           " AND x.meeting = m.id AND x.id > w.id AND x.state = :planned AND " WITHIN(   \
               "x", "w.start_at", "w.end_at") BY_CELLS,                                  \
        IN_ROOM(WITH, W_CELLS, WORKSHOP_CELLS("x", "m"), "x.room") W_HERE                \
        " AND w.room IS NULL AND m.mode <> :remote"                                      \
        " CROSS JOIN workshop x INDEXED BY workshop_room ON x.room = m.room"             \
        " AND x.meeting = m.id AND x.state = :planned"                                   \
        " AND " WITHIN("x", "w.start_at", "w.end_at") BY_CELLS,                          \
        IN_ROOM(WITH, W_CELLS, X_CELLS, "w.room")                                        \
            W_HERE X_ROOM("w.room", W_FROM, W_UNTIL)                                     \
                ONCE_##X("x.start_at", "x.id", "w.start_at", "w.id") MEETING_OF("x")     \
                    BY_CELLS,                                                            \
        IN_ROOM(WITH, W_CELLS, MEETING_CELLS("x"), "w.room")                             \
            W_HERE ROOM_OF_MEETING("w.room", W_FROM, W_UNTIL) BY_CELLS

/* Of two meetings the room is told of once: an item in the room of its meeting is not
 * compared with others. */
#define SQL_ITEM_ROOMS(WITH, X)                                                          \
    IN_ROOM(WITH, I_CELLS, W_CELLS, ROOM_OF_ITEM("i", "m"))                              \
    I_HERE W_HERE " AND " ROOM_OF_WORKSHOP("w", "m") " = " ROOM_OF_ITEM(                 \
        "i",                                                                             \
        "m") " AND " START_OF("w") " < i.\"end\" AND " END_OF("w") " > "                 \
                                                                   "i.start" BY_CELLS,   \
        IN_ROOM(WITH, I_CELLS, X_CELLS, "i.room")                                        \
            I_HERE X_ROOM("i.room", I_FROM, I_UNTIL) MEETING_OF("x") BY_CELLS,           \
        IN_ROOM(WITH, I_CELLS, ITEM_CELLS("y", "m", "was"), ROOM_OF_ITEM("i", "m"))      \
            I_HERE " CROSS JOIN item y INDEXED BY item_meeting ON y.meeting = m.id"      \
                   " AND y.id > i.id AND y.start < i.\"end\" AND y.\"end\" > i.start "   \
                   "AND " ROOM_OF_ITEM("y", "m") " = " ROOM_OF_ITEM("i", "m") BY_CELLS,  \
        IN_ROOM(WITH, I_CELLS, Y_CELLS, "i.room")                                        \
            I_HERE Y_ROOM("i.room", I_FROM, I_UNTIL)                                     \
                ONCE_##X(Y_FROM, "y.id", I_FROM, "i.id") BY_CELLS,                       \
        IN_ROOM(WITH, I_CELLS, MEETING_CELLS("x"), "i.room")                             \
            I_HERE ROOM_OF_MEETING("i.room", I_FROM, I_UNTIL) BY_CELLS

/* From the other side, which is not asked of all. */
#define SQL_OTHER_ROOMS_AFTER(WITH) NULL
#define SQL_ROOM_OF_OTHERS(WITH)                                                         \
    IN_ROOM(WITH, MEETING_CELLS("m"), X_CELLS, "m.room")                                 \
    X_ROOM("m.room", "m.start_at", "m.end_at")                                           \
    MEETING_OF("x")                                                                      \
    BY_CELLS, IN_ROOM(WITH, MEETING_CELLS("m"), Y_CELLS, "m.room")                       \
                  Y_ROOM("m.room", "m.start_at", "m.end_at") BY_CELLS
#define SQL_OTHER_ROOMS_AROUND(WITH)                                                     \
    SQL_ROOM_OF_OTHERS(WITH), IN_ROOM(WITH, W_CELLS, Y_CELLS, "w.room")                  \
                                  W_HERE Y_ROOM("w.room", W_FROM, W_UNTIL) BY_CELLS

/* Who sits there is counted only where more chose it than the room seats. */
#define CHOSEN                                                                           \
    "(SELECT count(*) FROM workshop_choice n WHERE n.workshop = w.id"                    \
    " AND n.state = :seated)"
#define W_SEATS "coalesce(w.seats, 0)"
#define SQL_SMALL_WORKSHOP(WITH)                                                         \
    WITH                                                                                 \
        "SELECT " W_CELLS ", " NO_MEETING ", r.id, NULL, max(" W_SEATS                   \
        ", " WORKSHOP_TAKEN("w") "), r.seats, " W_SEATS " FROM m" W_HERE                 \
                                 " CROSS JOIN room r ON r.id = coalesce(w.room, m.room)" \
                                 " AND m.mode <> :remote WHERE r.seats < " W_SEATS       \
                                 " OR (r.seats < " CHOSEN                                \
                                 " AND r.seats < " WORKSHOP_TAKEN("w") ")" BY_CELLS

/* --- people */

/* Most have nobody: no others are looked for then. */
#define HAS_STAGE(w)                                                                     \
    " AND (" w ".leader IS NOT NULL OR EXISTS (SELECT 1 FROM speaker k"                  \
    " WHERE k.workshop = " w ".id))"
/* Who leads it or speaks there, as p. */
#define ON_STAGE(w)                                                                      \
    " CROSS JOIN person p ON (p.id = " w ".leader OR p.id IN (SELECT k.person"           \
    " FROM speaker k WHERE k.workshop = " w ".id))"
#define IS_CHAIR(x) "coalesce(p.id = " CHAIR_THEN(x) ", 0)"
#define COMES(x)                                                                         \
    "EXISTS (SELECT 1 FROM registration q WHERE q.person = p.id AND q.meeting = " x      \
    ".id AND " IS_REGISTRATION_LIVE("q") " AND q.state = :accepted)"
#define OF_PERSON(WITH, first, second) PAIR(WITH, first, second, "p.id", NAME_OF("p"))

/* What is within another meeting at once: of all from that meeting, which is one of few;
 * of one, where any number may be at once, from what is asked for. */
#define X_AT_MEETING(X) " CROSS JOIN meeting x INDEXED BY meeting_start ON " X_##X
#define WORKSHOP_AT_MEETING_AFTER                                                        \
    X_AT_MEETING(AFTER) " CROSS JOIN workshop y ON y.meeting = x.id"
#define WORKSHOP_AT_MEETING_AROUND                                                       \
    " CROSS JOIN workshop y INDEXED BY workshop_start ON " WITHIN(                       \
        "y", "m.start_at", "m.end_at") " CROSS JOIN meeting x ON x.id = y.meeting"       \
                                       " AND " X_AROUND
#define ITEM_AT_MEETING_AFTER                                                            \
    X_AT_MEETING(AFTER)                                                                  \
    " CROSS JOIN item y INDEXED BY item_meeting"                                         \
    " ON y.meeting = x.id AND y.speaker IS NOT NULL"
#define ITEM_AT_MEETING_AROUND                                                           \
    " CROSS JOIN item y INDEXED BY item_speaker ON y.speaker IN"                         \
    " (SELECT e.person FROM registration e WHERE e.meeting = m.id"                       \
    " UNION ALL SELECT " CHAIR_THEN("m") ") CROSS JOIN meeting x ON x.id = y.meeting"    \
                                         " AND " X_AROUND

/* At two workshops of one meeting, leading one and leading, speaking or sitting in the
 * other; at workshops of two meetings; at a workshop, and coming to another meeting or
 * chairing it, or the other way round. */
#define X_ELSEWHERE(X)                                                                   \
    " AND x.meeting <> m.id AND x.state = :planned AND " WITHIN("x", W_FROM, W_UNTIL)    \
        ONCE_##X("x.start_at", "x.id", "w.start_at", "w.id") MEETING_OF("x")
#define IS_ON_STAGE_OF_X                                                                 \
    "(x.leader IS p.id OR EXISTS (SELECT 1 FROM speaker k WHERE k.workshop = x.id"       \
    " AND k.person = p.id))"
/* Who is on the stage of both, and sits there as well, is told once. */
#define LEADS_OR_SITS_AT_X                                                               \
    " AND CASE WHEN " IS_ON_STAGE_OF_X " THEN x.id > w.id ELSE EXISTS"                   \
    " (SELECT 1 FROM registration r CROSS JOIN workshop_choice c"                        \
    " ON c.registration = r.id AND c.workshop = x.id AND c.state = :seated"              \
    " WHERE r.person = p.id AND r.meeting = m.id AND " IS_REGISTRATION_LIVE("r") ") END"

#define SQL_LEADER(WITH, X)                                                              \
    OF_PERSON(WITH, W_CELLS, WORKSHOP_CELLS("x", "m"))                                   \
    W_HERE HAS_STAGE(                                                                    \
        "w") " CROSS JOIN workshop x ON x.meeting = m.id AND x.id <> w.id"               \
             " AND x.state = :planned AND x.start_at < w.end_at AND x.end_at > "         \
             "w.start_at" ON_STAGE("w") LEADS_OR_SITS_AT_X BY_CELLS,                     \
        OF_PERSON(WITH, W_CELLS, X_CELLS)                                                \
            W_HERE ON_STAGE("w") " CROSS JOIN workshop x INDEXED BY workshop_leader"     \
                                 " ON x.leader = p.id" X_ELSEWHERE(X) BY_CELLS,          \
        OF_PERSON(WITH, W_CELLS, X_CELLS) W_HERE ON_STAGE(                               \
            "w") " CROSS JOIN speaker k INDEXED BY speaker_person"                       \
                 " ON k.person = p.id CROSS JOIN workshop x"                             \
                 " ON x.id = k.workshop AND x.leader IS NOT p.id" X_ELSEWHERE(X)         \
                     BY_CELLS,                                                           \
        OF_PERSON(WITH, W_CELLS, MEETING_CELLS("x")) W_HERE                              \
        " CROSS JOIN meeting x INDEXED BY meeting_start ON " X_##X                       \
        " AND " W_FROM " < x.end_at AND " W_UNTIL " > x.start_at" ON_STAGE(              \
            "w") " AND (" COMES("x") " OR " IS_CHAIR("x") ")" BY_CELLS,                  \
        SQL_ITEM_SPEAKERS(WITH, X), SQL_STAGES_OF_OTHERS(WITH, X),                       \
        SQL_OTHER_SPEAKERS_##X(WITH)

/* Who speaks at an item is there, too: at two of them, at one and leading, speaking or
 * sitting in a workshop, of one meeting or of two; at one, and coming to another meeting
 * or chairing it. */
#define SPEAKS_AT(i) " CROSS JOIN person p ON p.id = " i ".speaker"
#define I_SPEAKS I_HERE SPEAKS_AT("i")
#define SPEAKS_IN_X                                                                      \
    " CROSS JOIN speaker k INDEXED BY speaker_person ON k.person = p.id"                 \
    " CROSS JOIN workshop x ON x.id = k.workshop AND x.leader IS NOT p.id"
#define X_WHILE_ITEM                                                                     \
    " AND x.meeting <> m.id AND x.state = :planned AND " WITHIN("x", I_FROM, I_UNTIL)    \
        MEETING_OF("x")
#define Y_ELSEWHERE(from, until)                                                         \
    " AND y.meeting <> m.id" MEETING_OF("y") " AND " Y_FROM " < " until " AND " Y_UNTIL  \
                                             " > " from
#define IS_IN_W                                                                          \
    "(w.leader IS p.id OR EXISTS (SELECT 1 FROM speaker k WHERE k.workshop = w.id"       \
    " AND k.person = p.id) OR EXISTS (SELECT 1 FROM registration r"                      \
    " CROSS JOIN workshop_choice c ON c.registration = r.id AND c.workshop = w.id"       \
    " AND c.state = :seated WHERE r.person = p.id AND r.meeting = m.id"                  \
    " AND " IS_REGISTRATION_LIVE("r") "))"

#define EXPECTED_AT(x) " AND (" COMES(x) " OR " IS_CHAIR(x) ")"
#define YX_FROM ITEM_AT("y", "start", "x", "start")
#define YX_UNTIL ITEM_AT("y", "\"end\"", "x", "start")

#define SQL_ITEM_SPEAKERS(WITH, X)                                                       \
    OF_PERSON(WITH, I_CELLS, ITEM_CELLS("y", "m", "was"))                                \
    I_SPEAKS " CROSS JOIN item y INDEXED BY item_meeting ON y.meeting = m.id"            \
             " AND y.id > i.id AND y.speaker = i.speaker AND y.start < i.\"end\""        \
             " AND y.\"end\" > i.start" BY_CELLS,                                        \
        OF_PERSON(WITH, I_CELLS, W_CELLS) I_SPEAKS W_HERE " AND " START_OF(              \
            "w") " < i.\"end\" AND " END_OF("w") " > i.start AND " IS_IN_W BY_CELLS,     \
        OF_PERSON(WITH, I_CELLS, Y_CELLS) I_SPEAKS                                       \
        " CROSS JOIN item y INDEXED BY item_speaker ON y.speaker = p.id" Y_ELSEWHERE(    \
            I_FROM, I_UNTIL) ONCE_##X(Y_FROM, "y.id", I_FROM, "i.id") BY_CELLS,          \
        OF_PERSON(WITH, I_CELLS, X_CELLS) I_SPEAKS                                       \
        " CROSS JOIN workshop x INDEXED BY workshop_leader"                              \
        " ON x.leader = p.id" X_WHILE_ITEM BY_CELLS,                                     \
        OF_PERSON(WITH, I_CELLS, X_CELLS) I_SPEAKS SPEAKS_IN_X X_WHILE_ITEM BY_CELLS,    \
        OF_PERSON(WITH, I_CELLS, MEETING_CELLS("x")) I_HERE                              \
        " AND i.speaker IS NOT NULL" X_AT_MEETING(X) " AND " I_FROM                      \
                                                     " < x.end_at AND " I_UNTIL          \
                                                     " > x.start_at" SPEAKS_AT("i")      \
                                                         EXPECTED_AT("x") BY_CELLS

/* Who comes to the meeting or chairs it, and leads or speaks at another one. */
#define SQL_STAGES_OF_OTHERS(WITH, X)                                                    \
    OF_PERSON(WITH, MEETING_CELLS("m"), WORKSHOP_CELLS("y", "x"))                        \
    WORKSHOP_AT_MEETING_##X                                                              \
        " AND y.state = :planned"                                                        \
        " AND y.start_at < m.end_at AND y.end_at > m.start_at" ON_STAGE("y")             \
            EXPECTED_AT("m") BY_CELLS,                                                   \
        OF_PERSON(WITH, MEETING_CELLS("m"), ITEM_CELLS("y", "x", "start"))               \
            ITEM_AT_MEETING_##X " AND " YX_FROM " < m.end_at AND " YX_UNTIL              \
                                " > m.start_at" SPEAKS_AT("y") EXPECTED_AT("m") BY_CELLS

/* From the workshop of a meeting that is asked about; of all, it is found from the item.
 */
#define SQL_OTHER_SPEAKERS_AFTER(WITH) NULL
#define SQL_OTHER_SPEAKERS_AROUND(WITH)                                                  \
    OF_PERSON(WITH, W_CELLS, Y_CELLS)                                                    \
    W_HERE ON_STAGE("w") " CROSS JOIN item y INDEXED BY item_speaker"                    \
                         " ON y.speaker = p.id" Y_ELSEWHERE(W_FROM, W_UNTIL) BY_CELLS

/* In two workshops of a meeting that share an hour, or in one that is given twice. */
#define FIRST_OF(w) "coalesce(" w ".again, " w ".id)"
#define SQL_SEATED(WITH, X)                                                              \
    PAIR(WITH, W_CELLS, WORKSHOP_CELLS("x", "m"), "r.person", NAME_OF("r"))              \
    W_HERE " CROSS JOIN workshop x ON x.meeting = m.id AND x.id > w.id"                  \
           " AND x.state = :planned AND ((x.start_at < w.end_at"                         \
           " AND x.end_at > w.start_at) OR " FIRST_OF("x") " = " FIRST_OF(               \
               "w") ")"                                                                  \
                    " CROSS JOIN workshop_choice a ON a.workshop = w.id"                 \
                    " AND a.state = :seated"                                             \
                    " CROSS JOIN workshop_choice b ON b.registration = a.registration"   \
                    " AND b.workshop = x.id AND b.state = :seated"                       \
                    " CROSS JOIN registration r ON r.id = a.registration"                \
                    " AND " IS_REGISTRATION_LIVE("r") BY_CELLS

/* From the day on which no wish counts any more, or a week before it begins. */
#define SQL_LEAST(WITH, X)                                                               \
    WITH "SELECT " W_CELLS ", " NO_MEETING ", 0, NULL, " WORKSHOP_TAKEN(                 \
        "w") ", w.least, 0 FROM m CROSS JOIN meeting n ON n.id = m.id" W_HERE            \
             " AND w.least > 0 AND " W_FROM " > :now"                                    \
             " AND CASE WHEN n.wishes_until IS NOT NULL THEN n.wishes_until < :today"    \
             " ELSE " W_FROM                                                             \
             " < :now + 7 * 86400 END WHERE " WORKSHOP_TAKEN("w") " < w.least" BY_CELLS

#endif
