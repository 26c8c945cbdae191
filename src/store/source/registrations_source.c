/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registrations_source.c - who comes to a meeting, and where a person goes */
#include "source/listing_source.h"
#include "table/answer_sql.h"

/* The text of the organisation, then of the person; who has none comes last. */
#define BY_ORGANISATION                                                                  \
    "coalesce((SELECT o.sort_key FROM organisation o WHERE o.id = r.organisation),"      \
    " lower(r.organisation_name), char(0xfffff)) || char(1) || r.sort_key"

/* Names as registration_title() of the domain has them: for whom somebody comes, and who
 * comes for somebody who does not, the newest of them. */
#define COMES_FOR LISTED_NAME("o")
#define REPLACED_BY                                                                      \
    "CASE WHEN " IS_REGISTRATION_LIVE(                                                   \
        "r") " THEN NULL ELSE"                                                           \
             " (SELECT " LISTED_NAME(                                                    \
                 "b") " FROM registration b"                                             \
                      " WHERE b.substitute_for = r.id ORDER BY b.id DESC LIMIT 1) END"

/* Which one of those who wait, from 1: what `registration why` says.  A rank stays with
 * whoever had one, and grows with the list. */
#define PLACE                                                                            \
    "CASE WHEN r.state = :waiting AND r.rank IS NOT NULL THEN (SELECT count(*)"          \
    " FROM registration w WHERE w.meeting = r.meeting AND w.rank IS NOT NULL"            \
    " AND w.state = :waiting AND (w.rank, w.id) <= (r.rank, r.id)) END"

/* The title of a workshop, with its hour where another one of the meeting is called so:
 * as an import reads it. */
#define WORKSHOP_NAME                                                                    \
    "w.title || CASE WHEN EXISTS (SELECT 1 FROM workshop v WHERE v.meeting = w.meeting"  \
    " AND v.title = w.title AND v.id <> w.id) THEN ' (' || substr(coalesce(w.start,"     \
    " (SELECT s.start FROM slot s WHERE s.id = w.slot)), 12) || ')' ELSE '' END"

/* The workshops that somebody chose, in one cell; asked only where there are any. */
#define CHOSEN(which, order)                                                             \
    "CASE WHEN EXISTS (SELECT 1 FROM workshop k WHERE k.meeting = :scope) THEN"          \
    " (SELECT group_concat(name, '; ') FROM (SELECT " WORKSHOP_NAME " AS name"           \
    " FROM workshop_choice q JOIN workshop w ON w.id = q.workshop"                       \
    " WHERE q.registration = r.id AND w.state <> :off AND " which " ORDER BY " order     \
    ")) END"
#define WISHES                                                                           \
    CHOSEN("q.wish IS NOT NULL AND q.state <> :given_up", "w.slot, q.wish, w.id")
#define SEATED_IN CHOSEN("q.state = :seated", "w.start_at, w.id")

/* What somebody answered, in one cell, and what they are to answer still; asked only
 * where the meeting asks something. */
#define IF_ASKED(sql)                                                                    \
    "CASE WHEN EXISTS (SELECT 1 FROM question q WHERE q.meeting = :scope) THEN (" sql    \
    ") END"
#define ANSWERS                                                                          \
    IF_ASKED(                                                                            \
        "SELECT group_concat(said, ' · ') FROM (SELECT q.text || ': ' || " IN_WORDS(     \
            "q",                                                                         \
            "a.text") " AS said FROM answer a JOIN question q ON q.id = a.question"      \
                      " WHERE a.registration = r.id ORDER BY " QUESTION_ORDER("q") ")")
#define UNANSWERED                                                                       \
    IF_ASKED("SELECT group_concat(text, ' · ') FROM (SELECT q.text FROM question q"     \
             " WHERE q.meeting = :scope AND q.required = 1 AND " IS_REGISTRATION_LIVE(   \
                 "r") " AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.question = q.id"  \
                      " AND a.registration = r.id) ORDER BY " QUESTION_ORDER("q") ")")

/* The last mark of the person: in the slot that the query names, else in any; what was
 * annulled is none. */
#define LAST_MARK                                                                        \
    "SELECT max(p.id) FROM registration o JOIN presence p ON p.registration = o.id"      \
    " WHERE o.person = r.person AND o.meeting = r.meeting"                               \
    " AND (:slot = 0 OR p.slot = :slot)"

#define LAST_KIND                                                                        \
    "(SELECT k.kind FROM presence k WHERE k.id = (" LAST_MARK ") AND k.annuls IS NULL)"

/* What does not take place, or not then, says so.  Of what is not over, whether they may
 * come; of the past, somebody seen in one slot was there, whatever the last mark says of
 * another. */
#define TO_COME                                                                          \
    "CASE WHEN " NEEDS_ROOM("m") " AND " IS_REGISTRATION_LIVE("r") " THEN :to_come END"
#define WAS_THERE                                                                        \
    "CASE WHEN " WAS_AT("r.person", "m.id") " THEN :present ELSE " LAST_KIND " END"
#define PRESENCE_AT_MEETING                                                              \
    "CASE WHEN m.state = :cancelled THEN :called_off"                                    \
    " WHEN m.state = :postponed THEN :put_off"                                           \
    " WHEN m.end_at > :now THEN " TO_COME " ELSE " WAS_THERE " END"

/* What the list shows of a row besides the names and addresses that the index knows. */
static const struct listing_cell registration_shown[] = {
    { "organisation_name", "r.organisation_name" },
    { "function", "r.function" },
    { "category_name", "(SELECT name FROM category WHERE id = r.category)" },
    { "role", "r.role" },
    { "state", "r.state" },
    { "counterpart_name", "coalesce(" REPLACED_BY ", (SELECT " COMES_FOR
                          " FROM registration o WHERE o.id = r.substitute_for))" },
    { "source", "r.source" },
    { "wishes", WISHES },
    { "seated_in", SEATED_IN },
    { "unanswered", UNANSWERED },
    { NULL, NULL }
};

/* Its mark also says whether somebody is there by line. */
static void
add_mark_holds(struct buffer *sql, size_t word)
{
    buffer_addf(sql,
                " OR EXISTS (SELECT 1 FROM presence k WHERE k.id = (" LAST_MARK
                ") AND k.annuls IS NULL AND mark_shows(k.kind, k.remote, :word%zu))",
                word);
}

/* By name, by organisation, by arrival: as registration.c of the domain has them. */
static const struct listing_order registration_orders[] = {
    { .parts = { { "r.sort_key", ":text" }, { "r.id", ":id" } } },
    { .parts = { { BY_ORGANISATION, ":text" }, { "r.id", ":id" } } },
    { .parts = { { "r.created_at", ":number" }, { "r.id", ":id" } } },
};

static const struct listing_cell registration_private[] = { { "answers", ANSWERS },
                                                            { NULL, NULL } };

const struct listing_source listing_source_registration = {
    .id = "r.id",
    .cells =
        "r.meeting, r.person, r.family, r.given, r.organisation, r.organisation_name,"
        " r.function, r.category, c.name, r.role, r.state, r.substitute_for,"
        " " COMES_FOR ", " REPLACED_BY ", coalesce(" REPLACED_BY ", " COMES_FOR "),"
        " r.source, " PLACE ", k.kind AS presence, k.remote, k.at, k.\"by\", p.email, "
        "p.phone, p.needs, r.excuse, r.note, " WISHES ", " SEATED_IN ","
        " " ANSWERS ", " UNANSWERED ","
        " r.previous_state, r.created_at, r.changed_by, r.changed_at",
    .from = "registration r",
    .joins = " LEFT JOIN person p ON p.id = r.person"
             " LEFT JOIN category c ON c.id = r.category"
             " LEFT JOIN registration o ON o.id = r.substitute_for"
             " LEFT JOIN presence k ON k.id = (" LAST_MARK ") AND k.annuls IS NULL",
    .where = "r.meeting = :scope",
    .live = IS_REGISTRATION_LIVE("r"),
    .state = "r.state",
    .unanswered = UNANSWERED,
    .orders = registration_orders,
    .search = LISTING_SEARCH_EACH,
    .searched = ENTITY_PERSON,
    .searched_id = "r.person",
    .shown = registration_shown,
    .add_holds = add_mark_holds,
    .shown_privately = registration_private,
};

static const struct listing_order person_meeting_orders[] = {
    { .parts = { { "m.start_at", ":number" }, { "r.id", ":id" } }, .descending = true },
};

const struct listing_source listing_source_person_meeting = {
    .id = "r.id",
    .cells = "r.meeting, m.start, m.zone, m.\"group\", g.code, m.title, m.state, r.role,"
             " r.state, r.organisation_name, " PRESENCE_AT_MEETING ", m.end_at",
    .from = "registration r CROSS JOIN meeting m ON m.id = r.meeting",
    .joins = " LEFT JOIN working_group g ON g.id = m.\"group\"",
    .where = "r.person = :scope",
    .state = "r.state",
    .live = IS_REGISTRATION_LIVE("r"),
    .orders = person_meeting_orders,
};
