/* SPDX-License-Identifier: GPL-3.0-or-later */
/* retention_table.c - people whose data were kept as long as they may be */
#include "atelier/store/retention_table.h"

#include "atelier/domain/field.h"
#include "database/connection.h"
#include "table/rule_sql.h"

#define PERSON "3" /* the journal's number of the noun */

/* A list that is made once: the journal has no index for one person. */
#define IS_ERASED(row)                                                                   \
    row ".id IN (SELECT j.row FROM journal j WHERE j.act = 'person.erase'"               \
        " AND j.entity = " PERSON " AND j.row IS NOT NULL)"

#define SQL_LAST                                                                         \
    "coalesce((SELECT max(substr(m.\"end\", 1, 10)) FROM registration r"                 \
    " JOIN meeting m ON m.id = r.meeting WHERE r.person = p.id),"                        \
    " date(p.created_at, 'unixepoch'))"

#define SQL_IS_MEMBER                                                                    \
    "EXISTS (SELECT 1 FROM membership b WHERE b.person = k.id AND " HAS_NOT_ENDED(       \
        "b",                                                                             \
        ":today") ") OR EXISTS (SELECT 1 FROM working_group g WHERE g.chair = k.id)"

#define SQL_SPEAKS                                                                       \
    "EXISTS (SELECT 1 FROM workshop w JOIN meeting m ON m.id = w.meeting"                \
    " WHERE w.leader = k.id AND " IS_MEETING_UNDECIDED(                                  \
        "m") ") OR EXISTS (SELECT 1 FROM item i JOIN meeting m ON m.id = i.meeting"      \
             " WHERE i.speaker = k.id AND " IS_MEETING_UNDECIDED(                        \
                 "m") ") OR EXISTS (SELECT 1 FROM speaker s JOIN workshop w"             \
                      " ON w.id = s.workshop JOIN meeting m ON m.id = w.meeting"         \
                      " WHERE s.person = k.id AND " IS_MEETING_UNDECIDED("m") ")"

#define SQL_EACH                                                                         \
    "WITH known AS (SELECT p.id, p.family, p.given, p.keep_until IS NOT NULL AS own,"    \
    " coalesce(p.keep_until, date(" SQL_LAST ", :years || ' years')) AS until"           \
    " FROM person p WHERE " IS_PERSON_LIVE("p") " AND NOT " IS_ERASED(                   \
        "p") ")"                                                                         \
             " SELECT k.id, k.until, k.own, " SQL_IS_MEMBER ", " SQL_SPEAKS              \
             ", EXISTS (SELECT 1 FROM staff s WHERE"                                     \
             " s.name = k.given || ' ' || k.family"                                      \
             " COLLATE NOCASE) FROM known k"                                             \
             " WHERE k.until < :today"                                                   \
             " ORDER BY k.until, k.id"

bool
retention_table_each(struct database *db, struct date today, int64_t years,
                     bool (*visit)(void *context, const struct retained *retained,
                                   struct error *err),
                     void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_EACH, err);
    char day[DATE_TEXT_SIZE];
    bool there = false;
    bool ok = statement != NULL;

    date_format(today, day);
    if (ok) {
        connection_bind_text(statement, ":today", day);
        if (years != NUMBER_NONE)
            connection_bind_number(statement, ":years", years);
    }
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        struct retained retained = {
            .person = sqlite3_column_int64(statement, 0),
            .own_day = sqlite3_column_int(statement, 2) != 0,
            .is_member = sqlite3_column_int(statement, 3) != 0,
            .speaks = sqlite3_column_int(statement, 4) != 0,
            .works_here = sqlite3_column_int(statement, 5) != 0,
        };
        (void)date_parse(connection_column_text(statement, 1), &retained.until);
        ok = visit(context, &retained, err);
    }
    connection_release(statement);
    return ok;
}
