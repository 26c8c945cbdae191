/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reports_source.c - the entries of the report of a meeting, and what is still to be done
 * of all reports
 */
#include "source/listing_source.h"
#include "source/search_source.h"

#define OWNER                                                                            \
    "coalesce((SELECT " LISTED_NAME(                                                     \
        "p") " FROM person p WHERE p.id = e.owner_person),"                              \
             " (SELECT name FROM organisation WHERE id = e.owner_organisation))"

#define ABOUT                                                                            \
    "coalesce((SELECT title FROM workshop WHERE id = e.workshop),"                       \
    " (SELECT coalesce(i.title, j.title) FROM item i LEFT JOIN project j"                \
    " ON j.id = i.project WHERE i.id = e.item),"                                         \
    " (SELECT title FROM project WHERE id = e.project))"

/* What is not to be settled is in no state. */
#define STATE "CASE WHEN e.kind IN (4, 5, 7) THEN e.state END"

static const struct listing_order report_entry_orders[] = {
    { .parts = { { "e.place", ":number" }, { "e.id", ":id" } } },
};

static const struct listing_cell report_entry_shown[] = {
    { "kind", "e.kind" },       { "text", "e.text" }, { "about", ABOUT },
    { "owner", OWNER },         { "state", STATE },   { "reason", "e.reason" },
    { "said_by", "e.said_by" }, { NULL, NULL },
};

const struct listing_source listing_source_report_entry = {
    .id = "e.id",
    .cells = "e.meeting, e.indent, e.kind, e.text, " ABOUT ", " OWNER ", e.due, " STATE
             ", e.reason, e.said_by",
    .from = "report_entry e",
    .where = "e.meeting = :scope",
    .orders = report_entry_orders,
    .shown = report_entry_shown,
};

/* What is overdue comes first, what has no day last: as the index report_entry_open has
 * them, so that nothing is sorted. */
static const struct listing_order open_entry_orders[] = {
    { .parts = { { "coalesce(e.due, '9999-12-31')", ":text" }, { "e.id", ":id" } },
      .led = true },
};

static const struct listing_cell open_entry_shown[] = {
    { "kind", "e.kind" },
    { "text", "e.text" },
    { "owner", OWNER },
    { "group_code", "(SELECT g.code FROM meeting m JOIN working_group g"
                    " ON g.id = m.\"group\" WHERE m.id = e.meeting)" },
    { "meeting_title", "(SELECT title FROM meeting WHERE id = e.meeting)" },
    { NULL, NULL },
};

/* Each row is asked: the index of what is open leads, not that of the meetings. */
static void
add_group(struct buffer *sql, const struct listing_query *query)
{
    if (query->scope != 0)
        buffer_add(sql, " AND (SELECT \"group\" FROM meeting WHERE id = e.meeting)"
                        " = :scope");
}

const struct listing_source listing_source_open_entry = {
    .id = "e.id",
    .cells = "e.meeting, e.due IS NOT NULL AND e.due < :today, e.due, e.kind, e.text, "
             "" OWNER ", g.code, m.title, substr(m.start, 1, 10)",
    .from = "report_entry e",
    .joins = " CROSS JOIN meeting m ON m.id = e.meeting"
             " CROSS JOIN working_group g ON g.id = m.\"group\"",
    .where = "e.state = 0 AND e.kind IN (4, 5)",
    .add_where = add_group,
    .orders = open_entry_orders,
    .shown = open_entry_shown,
};

/* --- what they are found by */

/* Those of the latest meetings come first. */
const struct search_source search_source_report_entry = {
    .is_text = true,
    .order = SEARCH_BY_START,
    .first_word = 1,
    .words = "SELECT m.start_at, e.text FROM report_entry e"
             " JOIN meeting m ON m.id = e.meeting WHERE e.id = :id",
    .posts = "SELECT NULL, m.\"group\" FROM report_entry e"
             " JOIN meeting m ON m.id = e.meeting WHERE e.id = :id",
    .causes = { { .noun = ENTITY_REPORT_ENTRY, .fields = { "meeting", "text" } },
                { .noun = ENTITY_MEETING,
                  .fields = { "group", "start_at" },
                  .rows = "SELECT id FROM report_entry WHERE meeting = :id" } },
    .hits =
        "SELECT e.id, g.code, m.start, e.text, e.kind, m.id, m.title, s.words, s.rowid"
        " FROM search_text s CROSS JOIN report_entry e ON e.id = s.row"
        " CROSS JOIN meeting m ON m.id = e.meeting"
        " LEFT JOIN working_group g ON g.id = m.\"group\""
        " WHERE s.search_text MATCH :match AND s.rowid BETWEEN :first AND :last"
        " ORDER BY s.rowid",
};
