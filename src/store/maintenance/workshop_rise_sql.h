/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_rise_sql.h - how the workshops of a backup count on (sequence_rise.c)
 *
 * They print what is theirs, and count above their meeting.  "own" is of the backup and
 * "other" of the database there.
 */
#ifndef ATELIER_STORE_WORKSHOP_RISE_SQL_H
#define ATELIER_STORE_WORKSHOP_RISE_SQL_H

#define SPEAKERS(file, row)                                                              \
    "(SELECT group_concat(told, char(10)) FROM (SELECT k.id || ' ' || p.family || ' ' "  \
    "|| coalesce(p.given, '') || ' ' || coalesce(k.subject, '') AS told FROM " file      \
    ".speaker k JOIN " file ".person p ON p.id = k.person WHERE k.workshop = " row       \
    ".id ORDER BY k.id))"
#define WORKSHOP_FACTS(file, row)                                                        \
    "(" row ".title, " row ".start_at, " row ".end_at, " row ".state, " row              \
    ".reason, " row ".description, " row "_r.name, " row "_v.name, " row                 \
    "_v.address, " row "_v.geo, " row "_v.access, " row "_c.given, " row                 \
    "_c.family, " SPEAKERS(file, row) ")"
#define WORKSHOP_JOINS(file, row)                                                        \
    " LEFT JOIN " file ".person " row "_c ON " row "_c.id = " row ".leader"              \
    " LEFT JOIN " file ".room " row "_r ON " row "_r.id = " row ".room"                  \
    " LEFT JOIN " file ".venue " row "_v ON " row "_v.id = " row "_r.venue"
#define WORKSHOP_HERE WORKSHOP_FACTS("main", "own")
#define WORKSHOP_THERE WORKSHOP_FACTS("other", "other")
#define WORKSHOP_BESIDE_HERE WORKSHOP_JOINS("main", "own")
#define WORKSHOP_BESIDE_THERE WORKSHOP_JOINS("other", "other")

#define SQL_WORKSHOP_PAIRS                                                               \
    "INSERT INTO temp.workshop_pair SELECT other.id, own.id FROM other.workshop other"   \
    " JOIN main.workshop own ON own.ics_uid = other.ics_uid"

/* Their meeting was on again by another UID, and they with it. */
#define SQL_RENAMED_WORKSHOPS                                                            \
    "INSERT INTO temp.renamed_workshop SELECT own.id, other.id, other.ics_uid"           \
    " FROM other.workshop other JOIN main.workshop own"                                  \
    " ON own.id = other.id AND own.created_at = other.created_at"                        \
    " WHERE other.ics_uid NOT IN (SELECT ics_uid FROM main.workshop)"                    \
    " AND own.ics_uid NOT IN (SELECT ics_uid FROM other.workshop)"
#define SQL_PAIR_RENAMED                                                                 \
    "INSERT INTO temp.workshop_pair SELECT other, own FROM temp.renamed_workshop"

#define SQL_WORKSHOPS                                                                    \
    "INSERT INTO temp.risen SELECT id, max(sequence, other_sequence) + differs,"         \
    " max(newest, other_newest, differs * :now) FROM ("                                  \
    "SELECT own.id AS id, own.ics_sequence AS sequence,"                                 \
    " other.ics_sequence AS other_sequence,"                                             \
    " (" WORKSHOP_HERE " IS NOT " WORKSHOP_THERE                                         \
    " OR own.id IN (SELECT own FROM temp.renamed_workshop)) AS differs,"                 \
    " own.changed_at AS newest, other.changed_at AS other_newest"                        \
    " FROM temp.workshop_pair JOIN main.workshop own ON own.id = workshop_pair.own"      \
    " JOIN other.workshop other ON other.id = workshop_pair.other" WORKSHOP_BESIDE_HERE  \
        WORKSHOP_BESIDE_THERE ")"                                                        \
    " WHERE differs OR other_sequence > sequence OR other_newest > newest"

/* Who sits there and does not in the backup is told so by it, as by leaving. */
#define SITS(file, workshop)                                                             \
    "EXISTS (SELECT 1 FROM " file ".registration r CROSS JOIN " file                     \
    ".workshop_choice c ON c.registration = r.id WHERE r.person = who.person"            \
    " AND c.workshop = workshop_pair." workshop " AND c.state = :seated)"
#define SITS_HERE SITS("main", "own")
#define SITS_THERE SITS("other", "other")
#define SQL_SEATS_LEFT                                                                   \
    "INSERT INTO temp.seat_left SELECT * FROM (SELECT who.person, workshop_pair.own,"    \
    " coalesce((SELECT t.ics_sequence FROM other.workshop_left t"                        \
    " WHERE t.person = who.person AND t.workshop = who.workshop), 0)"                    \
    " + (" SITS_THERE " AND NOT " SITS_HERE ") AS sequence FROM"                         \
    " (SELECT person, workshop FROM other.workshop_left UNION"                           \
    " SELECT r.person, c.workshop FROM other.workshop_choice c"                          \
    " JOIN other.registration r ON r.id = c.registration WHERE c.state = :seated) who"   \
    " JOIN temp.workshop_pair ON workshop_pair.other = who.workshop"                     \
    " JOIN main.person p ON p.id = who.person) WHERE sequence > 0"
#define SQL_COUNT_SEATS                                                                  \
    "INSERT INTO main.workshop_left SELECT * FROM temp.seat_left WHERE true"             \
    " ON CONFLICT DO UPDATE SET ics_sequence = max(ics_sequence, excluded.ics_sequence)"

#endif
