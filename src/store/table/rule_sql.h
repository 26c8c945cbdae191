/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rule_sql.h - the rules that several statements ask, each as one SQL text
 *
 * `row` is the name of a row in the statement, `day` and `now` what is bound or a column:
 * there is no clock in SQL.
 */
#ifndef ATELIER_STORE_RULE_SQL_H
#define ATELIER_STORE_RULE_SQL_H

/* A post or a membership on a day; a missing end is open. */
#define HAS_BEGUN(row, day) "(" row ".\"from\" IS NULL OR " row ".\"from\" <= " day ")"
#define HAS_NOT_ENDED(row, day) "(" row ".\"to\" IS NULL OR " row ".\"to\" >= " day ")"
#define HOLDS_ON(row, day) HAS_BEGUN(row, day) " AND " HAS_NOT_ENDED(row, day)

/* The id of the post that counts as a person's on a day, or NULL: of those that hold, a
 * main one, then the one that began last, then the one noted last. */
#define CURRENT_POST(person, day)                                                        \
    "(SELECT post.id FROM affiliation post WHERE post.person = " person                  \
    " AND " HOLDS_ON("post", day) " ORDER BY post.main DESC, coalesce(post.\"from\","    \
                                  " '') DESC, post.id DESC LIMIT 1)"

/* Not merged into somebody else. */
#define IS_PERSON_LIVE(row) row ".merged_into IS NULL"

/* On the list of a meeting, or may still come onto it. */
#define IS_REGISTRATION_LIVE(row)                                                        \
    row ".state IN ('invited', 'pending', 'waiting', 'offered', 'accepted')"

/* A meeting whose fate is not settled: those that the index meeting_open holds. */
#define IS_MEETING_OPEN(row) row ".state IN ('draft', 'confirmed')"

/* A meeting that needs its room. */
#define IS_MEETING_NOT_OFF(row) row ".state NOT IN ('cancelled', 'postponed')"

/* A meeting that is not over.  None lasts a month, so the index on the start need not be
 * read from its beginning. */
#define IS_MEETING_TO_COME(row, now)                                                     \
    row ".start_at > " now " - 31 * 86400 AND " row ".end_at > " now

#endif
