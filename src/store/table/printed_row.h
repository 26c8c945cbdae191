/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_row.h - the rows beside a meeting that its event prints: a change of one
 * changes the event
 *
 * `row` is the alias of the meeting, as a string; those of the rows beside it begin with
 * it.
 */
#ifndef ATELIER_STORE_PRINTED_ROW_H
#define ATELIER_STORE_PRINTED_ROW_H

/* Of the database that is attached as `file`. */
#define PRINTED_ROW_JOINS(file, row)                                                     \
    " LEFT JOIN " file ".working_group " row "_g ON " row "_g.id = " row ".\"group\""    \
    " LEFT JOIN " file ".person " row "_c ON " row "_c.id = " row "_g.chair"             \
    " LEFT JOIN " file ".room " row "_r ON " row "_r.id = " row ".room"                  \
    " LEFT JOIN " file ".venue " row "_v ON " row "_v.id = " row "_r.venue"

/* Group, room, venue and chair. */
#define PRINTED_ROW_FACTS(row)                                                           \
    row "_g.code, " row "_g.name, " row "_g.colour, " row "_r.name, " row                \
        "_v.name, " row "_v.address, " row "_v.geo, " row "_v.access, " row              \
        "_c.given, " row "_c.family"

/* When each of them and the meeting changed last, for max(). */
#define PRINTED_ROW_CHANGES(row)                                                         \
    row ".changed_at, coalesce(" row "_g.changed_at, 0), coalesce(" row                  \
        "_c.changed_at, 0), coalesce(" row "_r.changed_at, 0), coalesce(" row            \
        "_v.changed_at, 0)"

#endif
