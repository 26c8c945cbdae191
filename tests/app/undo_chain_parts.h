/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_chain_parts.h - whether it is true that an undo would leave a slot, a workshop or
 * an item outside of its meeting
 */
#ifndef ATELIER_TESTS_UNDO_CHAIN_PARTS_H
#define ATELIER_TESTS_UNDO_CHAIN_PARTS_H

#include <check.h>
#include <stdio.h>

#include "atelier/domain/act.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "support/database_file.h"

/* Those that are there, and those that are gone or were called otherwise. */
#define SQL_PARTS                                                                        \
    "WITH live AS (SELECT %d entity, id, meeting, label name FROM slot"                  \
    " UNION ALL SELECT %d, id, meeting, title FROM workshop"                             \
    " UNION ALL SELECT %d, id, meeting, title FROM item), p AS (SELECT * FROM live"      \
    " UNION SELECT c.entity, c.row, coalesce(CAST(c.before ->> 'meeting' AS INTEGER),"   \
    " l.meeting), coalesce(c.before ->> 'label', c.before ->> 'title', l.name)"          \
    " FROM journal_change c LEFT JOIN live l ON l.entity = c.entity AND l.id = c.row"    \
    " WHERE c.entity IN (%d, %d, %d) AND c.before IS NOT NULL)"

/* Parts that are named, of which the rest of the query holds. */
static inline int64_t
count_parts(const char *message, const char *rest)
{
    const int slot = slot_entity.number;
    const int workshop = workshop_entity.number;
    const int item = item_entity.number;
    char with[700];
    char sql[2200];

    (void)snprintf(with, sizeof with, SQL_PARTS, slot, workshop, item, slot, workshop,
                   item);
    (void)snprintf(sql, sizeof sql,
                   "%s SELECT count(*) FROM p WHERE instr('%s', '“' || name || '” (') > 0"
                   " AND %s",
                   with, message, rest);
    return database_file_number(sql);
}

/* The meeting of a part that would come back has other hours since.  True where an
 * undo gave it those: nobody undoes that any more. */
static inline bool
expect_other_hours(int64_t act, const char *message)
{
    static const char format[] =
        "EXISTS (SELECT 1 FROM journal_change a WHERE a.journal = %lld"
        " AND a.entity = p.entity AND a.row = p.id) AND EXISTS (SELECT 1"
        " FROM journal_change c JOIN journal j ON j.id = c.journal WHERE c.entity = %d"
        " AND c.row = p.meeting AND c.journal > %lld AND (c.before ->> 'start' IS NOT"
        " NULL OR c.before ->> 'end' IS NOT NULL) AND (j.undoes IS NOT NULL OR %d))";
    char rest[600];

    (void)snprintf(rest, sizeof rest, format, (long long)act, meeting_entity.number,
                   (long long)act, 1);
    ck_assert_msg(count_parts(message, rest) > 0, "act %lld: %s", (long long)act,
                  message);
    (void)snprintf(rest, sizeof rest, format, (long long)act, meeting_entity.number,
                   (long long)act, 0);
    return count_parts(message, rest) > 0;
}

/* Something was put where the meeting would not be any more, or another part would be.
 * True of slots that were opened to mark people: they stay as the marks do. */
static inline bool
expect_in_the_way(int64_t act, const char *message)
{
    static const char format[] =
        "EXISTS (SELECT 1 FROM journal_change a WHERE a.journal = %lld"
        " AND (a.entity = %d AND a.row = p.meeting OR a.entity = p.entity"
        " AND a.row <> p.id)) AND EXISTS (SELECT 1"
        " FROM journal_change c JOIN journal j ON j.id = c.journal"
        " WHERE c.entity = p.entity AND c.row = p.id AND c.journal > %lld"
        " AND (j.act = '%s' OR %d))";
    char rest[600];

    (void)snprintf(rest, sizeof rest, format, (long long)act, meeting_entity.number,
                   (long long)act, act_name(ACT_PRESENCE_OPEN), 1);
    ck_assert_msg(count_parts(message, rest) > 0, "act %lld: %s", (long long)act,
                  message);
    (void)snprintf(rest, sizeof rest, format, (long long)act, meeting_entity.number,
                   (long long)act, act_name(ACT_PRESENCE_OPEN), 0);
    return count_parts(message, rest) > 0;
}

#endif
