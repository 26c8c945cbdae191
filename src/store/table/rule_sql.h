/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rule_sql.h - what several statements ask, each as one SQL text
 *
 * `row` is the name of a row in the statement, `day` and `now` what is bound or a column:
 * there is no clock in SQL, nor a state: those are bound, or a mark of the row (entity.h)
 * says what is meant.
 */
#ifndef ATELIER_STORE_RULE_SQL_H
#define ATELIER_STORE_RULE_SQL_H

/* Somebody's name as whole_name.h of the domain writes it: "Müller, Anna". */
#define LISTED_NAME(row) row ".family || coalesce(', ' || " row ".given, '')"
/* "Anna Müller"; NULL of nobody. */
#define SAID_NAME(row)                                                                   \
    "nullif(trim(coalesce(" row ".given, '') || ' ' || coalesce(" row ".family, '')), "  \
    "'')"

/* A post or a membership on a day; a missing end is open. */
#define HAS_BEGUN(row, day) "(" row ".\"from\" IS NULL OR " row ".\"from\" <= " day ")"
#define HAS_NOT_ENDED(row, day) "(" row ".\"to\" IS NULL OR " row ".\"to\" >= " day ")"
#define HOLDS_ON(row, day) HAS_BEGUN(row, day) " AND " HAS_NOT_ENDED(row, day)

/* Who chairs a group today: as the group itself says, else by a membership; NULL. */
#define CHAIR_OF(group)                                                                  \
    "coalesce(" group ".chair, (SELECT chairs.person FROM membership chairs"             \
    " WHERE chairs.\"group\" = " group ".id AND chairs.role = :chair AND " HOLDS_ON(     \
        "chairs", ":today") " ORDER BY chairs.id LIMIT 1))"

/* The id of the post that counts as a person's on a day, or NULL: of those that hold, a
 * main one, then the one that began last, then the one noted last. */
#define CURRENT_POST(person, day)                                                        \
    "(SELECT post.id FROM affiliation post WHERE post.person = " person                  \
    " AND " HOLDS_ON("post", day) " ORDER BY post.main DESC, coalesce(post.\"from\","    \
                                  " '') DESC, post.id DESC LIMIT 1)"

/* Not merged into somebody else. */
#define IS_PERSON_LIVE(row) row ".merged_into IS NULL"

/* On the list of a meeting, or may still come onto it. */
#define IS_REGISTRATION_LIVE(row) row ".live = 1"

/* A meeting whose fate is not settled: those that the index meeting_open holds. */
#define IS_MEETING_UNDECIDED(row) row ".undecided = 1"

/* The id of a group's next meeting, or NULL: the first to come that one may count on,
 * else the first that is postponed; :now and :postponed are bound. */
#define NEXT_MEETING_OF(group)                                                           \
    "coalesce((SELECT soon.id FROM meeting soon WHERE soon.\"group\" = " group           \
    " AND soon.start_at >= :now AND " IS_MEETING_UNDECIDED(                              \
        "soon") " ORDER BY soon.start_at, soon.id LIMIT 1),"                             \
                " (SELECT later.id FROM meeting later WHERE later.\"group\" = " group    \
                " AND later.start_at >= :now AND later.state = :postponed"               \
                " ORDER BY later.start_at, later.id LIMIT 1))"

#define NEEDS_ROOM(row) row ".needs_room = 1"

/* How many people of a meeting are in a state, and how many seats they all take. */
#define PEOPLE_IN(meeting, state)                                                        \
    "(SELECT coalesce(sum(people), 0) FROM head_count WHERE meeting = " meeting          \
    " AND workshop = 0 AND state = " state ")"
#define SEATS_TAKEN(meeting)                                                             \
    "(SELECT coalesce(sum(c.people), 0) FROM seat_rule takes CROSS JOIN head_count c"    \
    " ON c.meeting = " meeting " AND c.workshop = 0 AND c.state = takes.state"           \
    " AND c.role = takes.role)"

/* Whether somebody of its role takes a seat where they sit; :accepted is bound. */
#define ROLE_TAKES_SEAT(registration)                                                    \
    "EXISTS (SELECT 1 FROM seat_rule takes WHERE takes.state = :accepted"                \
    " AND takes.role = " registration ".role)"

/* Whether a mark, of a registration, was not annulled since: under whichever registration
 * the person had at that meeting. */
#define MARK_STANDS(mark, registration)                                                  \
    "NOT EXISTS (SELECT 1 FROM registration again CROSS JOIN presence gone"              \
    " ON gone.registration = again.id AND gone.slot = " mark                             \
    ".slot AND gone.annuls = 1 AND gone.id > " mark ".id"                                \
    " WHERE again.person = " registration ".person AND again.meeting = " registration    \
    ".meeting)"

/* Whether a person was seen at a meeting, in any slot and under whichever registration.
 * :there is presence_kinds_there(). */
#define WAS_AT(person_id, meeting_id)                                                    \
    "EXISTS (SELECT 1 FROM registration seen CROSS JOIN presence mark"                   \
    " ON mark.registration = seen.id AND (:there >> mark.kind) & 1"                      \
    " WHERE seen.person = " person_id " AND seen.meeting = " meeting_id                  \
    " AND " MARK_STANDS("mark", "seen") ")"

/* A past meeting of which it is known who came: somebody was marked. */
#define WAS_MARKED(row)                                                                  \
    "EXISTS (SELECT 1 FROM presence_count kept WHERE kept.meeting = " row                \
    ".id AND kept.kind >= 0)"

/* The ids of the last meetings of the group :scope that took place, as far as one knows,
 * and where somebody was marked; those of long ago are not looked for. */
#define LAST_MEETINGS                                                                    \
    "(SELECT past.id FROM (SELECT id, start_at FROM meeting WHERE \"group\" = :scope"    \
    " AND start_at <= :now AND " NEEDS_ROOM(                                             \
        "meeting") " ORDER BY start_at DESC, id DESC LIMIT 24) past"                     \
                   " WHERE " WAS_MARKED(                                                 \
                       "past") " ORDER BY past.start_at DESC, past.id DESC LIMIT 6)"

/* The zone of a moment, or NULL when it is the office's: that stands beside no hour. */
#define ZONE_ELSEWHERE(zone)                                                             \
    "nullif(" zone ", (SELECT value FROM setting WHERE name = 'zone'))"

/* No meeting lasts as long, in seconds. */
#define LONGEST_MEETING "31 * 86400"

/* A meeting that is not over.  None lasts a month, so the index on the start need not be
 * read from its beginning; and what has not begun has not ended, which the index says
 * without the row. */
#define IS_MEETING_TO_COME(row, now)                                                     \
    row ".start_at > " now " - " LONGEST_MEETING " AND (" row ".start_at >= " now        \
        " OR " row ".end_at > " now ")"

/* The same where its end is at hand: each ends after it begins. */
#define IS_MEETING_NOT_OVER(row, now)                                                    \
    row ".start_at > " now " - " LONGEST_MEETING " AND " row ".end_at > " now

#endif
