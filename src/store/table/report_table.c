/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_table.c - the reports of meetings, their entries, and what was made final */
#include "atelier/store/report_table.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "table/record_list.h"

#define SQL_FIND "SELECT id FROM report WHERE meeting = :meeting"
#define SQL_ENTRIES                                                                      \
    "SELECT id FROM report_entry WHERE meeting = :meeting ORDER BY place, id"

/* Meetings of a group follow each other by their start. */
#define IS_BEFORE(a, b)                                                                  \
    a ".\"group\" = " b ".\"group\" AND (" a ".start_at, " a ".id) < (" b                \
      ".start_at, " b ".id)"
#define TOOK_PLACE_OR_WILL(row) row ".state <> :cancelled"

#define SQL_CARRIED                                                                      \
    "SELECT e.id FROM meeting m CROSS JOIN meeting b ON " IS_BEFORE(                     \
        "b",                                                                             \
        "m") " CROSS JOIN report_entry e ON e.meeting = b.id"                            \
             " LEFT JOIN meeting s ON s.id = e.settled_at"                               \
             " WHERE m.id = :meeting AND e.kind IN (:recommendation, :decision)"         \
             " AND (e.state = :open OR (s.start_at, s.id) >= (m.start_at, m.id))"        \
             " ORDER BY coalesce(e.due, '9999-12-31'), b.start_at, b.id, e.place, e.id"

/* As the index report_entry_open has them, the numbers too: nothing is sorted. */
#define SQL_OPEN                                                                         \
    "SELECT e.id, e.meeting, e.kind, e.text, e.owner_person, e.owner_organisation,"      \
    " e.due, m.start, m.title, g.code FROM report_entry e"                               \
    " CROSS JOIN meeting m ON m.id = e.meeting"                                          \
    " CROSS JOIN working_group g ON g.id = m.\"group\""                                  \
    " WHERE e.state = 0 AND e.kind IN (4, 5)"                                            \
    " ORDER BY coalesce(e.due, '9999-12-31'), e.id LIMIT :most"

#define SQL_COUNT                                                                        \
    "SELECT count(*), count(*) FILTER (WHERE kind = :remark AND state = :open)"          \
    " FROM report_entry WHERE meeting = :meeting"

#define SQL_LAST_NUMBER                                                                  \
    "SELECT coalesce(max(r.number), 0) FROM meeting m CROSS JOIN report r"               \
    " ON r.meeting = m.id WHERE m.\"group\" = :group"

#define SQL_LATEST_FINAL                                                                 \
    "SELECT m.id FROM meeting m CROSS JOIN report r ON r.meeting = m.id"                 \
    " WHERE m.\"group\" = :group AND r.state = :final"                                   \
    " ORDER BY m.start_at DESC, m.id DESC LIMIT 1"

#define SQL_TO_APPROVE                                                                   \
    "SELECT CASE WHEN coalesce(r.approved_at, m.id) = m.id THEN b.id ELSE 0 END"         \
    " FROM meeting m CROSS JOIN meeting b ON " IS_BEFORE(                                \
        "b", "m") " CROSS JOIN report r ON r.meeting = b.id AND r.state = :final"        \
                  " WHERE m.id = :meeting ORDER BY b.start_at DESC, b.id DESC LIMIT 1"

#define SQL_AFTER                                                                        \
    "SELECT a.id FROM meeting m CROSS JOIN meeting a ON " IS_BEFORE(                     \
        "m", "a") " WHERE m.id = :meeting AND " TOOK_PLACE_OR_WILL("a") " ORDER BY "     \
                                                                        "a.start_at, "   \
                                                                        "a.id LIMIT 1"

#define SQL_TOLD_AT                                                                      \
    "SELECT a.id FROM meeting m CROSS JOIN meeting a ON a.\"group\" = m.\"group\""       \
    " AND (a.start_at, a.id) >= (m.start_at, m.id)"                                      \
    " WHERE m.id = :meeting AND (a.id = m.id OR " TOOK_PLACE_OR_WILL(                    \
        "a") ")"                                                                         \
             " ORDER BY a.end_at < :now, CASE WHEN a.end_at < :now THEN -a.start_at"     \
             " ELSE a.start_at END, a.id LIMIT 1"

#define SQL_WRITTEN                                                                      \
    "SELECT EXISTS (SELECT 1 FROM journal_change c WHERE c.entity = :entity"             \
    " AND c.journal > :act AND (EXISTS (SELECT 1 FROM report_entry e WHERE e.id = c.row" \
    " AND e.meeting = :meeting)"                                                         \
    " OR CAST(c.before ->> '$.meeting' AS INTEGER) = :meeting))"

#define SQL_KEEP                                                                         \
    "INSERT OR REPLACE INTO report_edition (report, version, final_at, final_by,"        \
    " language, document, pdf, sha256) VALUES (:report, :version, :final_at, :final_by," \
    " :language, :document, :pdf, :sha256)"
#define SQL_EDITION                                                                      \
    "SELECT report, version, final_at, final_by, language, document, pdf, sha256"        \
    " FROM report_edition WHERE report = :report AND (:version = 0 OR version = "        \
    ":version)"                                                                          \
    " ORDER BY version DESC LIMIT 1"

/* The statement with what all of these bind; NULL and an error. */
static sqlite3_stmt *
prepare(struct database *db, const char *sql, int64_t meeting, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return NULL;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":cancelled", MEETING_CANCELLED);
    connection_bind_number(statement, ":final", REPORT_FINAL);
    connection_bind_number(statement, ":open", ENTRY_OPEN);
    connection_bind_number(statement, ":remark", ENTRY_REMARK);
    connection_bind_number(statement, ":recommendation", ENTRY_RECOMMENDATION);
    connection_bind_number(statement, ":decision", ENTRY_DECISION);
    return statement;
}

static bool
read_number(struct database *db, const char *sql, int64_t meeting, int64_t *number,
            struct error *err)
{
    sqlite3_stmt *statement = prepare(db, sql, meeting, err);

    *number = 0;
    return statement && connection_read_number(statement, number, err);
}

bool
report_table_find(struct database *db, int64_t meeting, struct report *report,
                  struct error *err)
{
    int64_t id = 0;

    record_clear(&report_entity, report);
    return read_number(db, SQL_FIND, meeting, &id, err) &&
           (id == 0 || row_load(db, &report_entity, id, report, err));
}

static bool
load_entries(struct database *db, const char *sql, int64_t meeting,
             struct report_entry_list *list, struct error *err)
{
    struct record_list rows = { 0 };
    sqlite3_stmt *statement = prepare(db, sql, meeting, err);

    report_entry_list_clear(list);
    const bool ok =
        statement && record_list_load(db, &report_entry_entity, statement, &rows, err);
    *list = (struct report_entry_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
report_table_entries(struct database *db, int64_t meeting, struct report_entry_list *list,
                     struct error *err)
{
    return load_entries(db, SQL_ENTRIES, meeting, list, err);
}

bool
report_table_carried(struct database *db, int64_t meeting, struct report_entry_list *list,
                     struct error *err)
{
    return load_entries(db, SQL_CARRIED, meeting, list, err);
}

void
open_entry_list_clear(struct open_entry_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        record_clear(&report_entry_entity, &list->items[i].entry);
        free(list->items[i].title);
        free(list->items[i].group);
    }
    free(list->items);
    *list = (struct open_entry_list){ 0 };
}

static void
read_open(sqlite3_stmt *row, struct open_entry *open)
{
    enum { ID, MEETING, KIND, TEXT, PERSON, ORGANISATION, DUE, START, TITLE, GROUP };

    *open = (struct open_entry){ 0 };
    record_init(&report_entry_entity, &open->entry);
    open->entry.head.id = sqlite3_column_int64(row, ID);
    open->entry.meeting = sqlite3_column_int64(row, MEETING);
    open->entry.kind = (enum report_entry_kind)sqlite3_column_int(row, KIND);
    open->entry.text = connection_column_copy(row, TEXT);
    open->entry.owner_person = sqlite3_column_int64(row, PERSON);
    open->entry.owner_organisation = sqlite3_column_int64(row, ORGANISATION);
    open->entry.state = ENTRY_OPEN;
    if (!date_parse(connection_column_text(row, DUE), &open->entry.due))
        open->entry.due = (struct date){ 0 };
    if (!local_time_parse(connection_column_text(row, START), &open->start))
        open->start = (struct local_time){ 0 };
    open->title = connection_column_copy(row, TITLE);
    open->group = connection_column_copy(row, GROUP);
}

bool
report_table_open(struct database *db, size_t most, struct open_entry_list *list,
                  struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_OPEN, err);
    bool there = false;
    bool ok = statement;

    open_entry_list_clear(list);
    if (!ok)
        return false;
    connection_bind_number(statement, ":most", (int64_t)most);
    while ((ok = connection_step(statement, &there, err)) && there) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        read_open(statement, &list->items[list->count++]);
    }
    connection_release(statement);
    return ok;
}

bool
report_table_count(struct database *db, int64_t meeting, int64_t *entries,
                   int64_t *open_remarks, struct error *err)
{
    bool row = false;
    sqlite3_stmt *statement = prepare(db, SQL_COUNT, meeting, err);
    const bool ok = statement && connection_step(statement, &row, err);

    *entries = ok && row ? sqlite3_column_int64(statement, 0) : 0;
    *open_remarks = ok && row ? sqlite3_column_int64(statement, 1) : 0;
    connection_release(statement);
    return ok;
}

static bool
read_of_group(struct database *db, const char *sql, int64_t group, int64_t *number,
              struct error *err)
{
    sqlite3_stmt *statement = prepare(db, sql, 0, err);

    *number = 0;
    if (!statement)
        return false;
    connection_bind_number(statement, ":group", group);
    return connection_read_number(statement, number, err);
}

bool
report_table_last_number(struct database *db, int64_t group, int64_t *number,
                         struct error *err)
{
    return read_of_group(db, SQL_LAST_NUMBER, group, number, err);
}

bool
report_table_latest_final(struct database *db, int64_t group, int64_t *meeting,
                          struct error *err)
{
    return read_of_group(db, SQL_LATEST_FINAL, group, meeting, err);
}

bool
report_table_to_approve(struct database *db, int64_t meeting, int64_t *before,
                        struct error *err)
{
    return read_number(db, SQL_TO_APPROVE, meeting, before, err);
}

bool
report_table_meeting_after(struct database *db, int64_t meeting, int64_t *after,
                           struct error *err)
{
    return read_number(db, SQL_AFTER, meeting, after, err);
}

bool
report_table_meeting_of(struct database *db, int64_t meeting, instant now,
                        int64_t *told_at, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, SQL_TOLD_AT, meeting, err);

    *told_at = 0;
    if (!statement)
        return false;
    connection_bind_number(statement, ":now", now);
    return connection_read_number(statement, told_at, err);
}

bool
report_table_was_written(struct database *db, int64_t meeting, int64_t act, bool *written,
                         struct error *err)
{
    int64_t found = 0;
    sqlite3_stmt *statement = prepare(db, SQL_WRITTEN, meeting, err);

    *written = false;
    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", report_entry_entity.number);
    connection_bind_number(statement, ":act", act);
    const bool ok = connection_read_number(statement, &found, err);
    *written = found != 0;
    return ok;
}

/* --- what was made final */

void
report_edition_clear(struct report_edition *edition)
{
    free(edition->final_by);
    free(edition->language);
    free(edition->document);
    free(edition->pdf);
    free(edition->sha256);
    *edition = (struct report_edition){ 0 };
}

bool
report_table_keep_edition(struct database *db, const struct report_edition *edition,
                          struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_KEEP, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":report", edition->report);
    connection_bind_number(statement, ":version", edition->version);
    connection_bind_number(statement, ":final_at", edition->final_at);
    connection_bind_text(statement, ":final_by", edition->final_by);
    connection_bind_text(statement, ":language", edition->language);
    connection_bind_text(statement, ":document", edition->document);
    connection_bind_text(statement, ":sha256", edition->sha256);
    if (edition->pdf)
        (void)sqlite3_bind_blob64(statement,
                                  sqlite3_bind_parameter_index(statement, ":pdf"),
                                  edition->pdf, edition->pdf_size, SQLITE_STATIC);
    return connection_run(statement, err);
}

static char *
copy_or_null(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL
               ? NULL
               : connection_column_copy(statement, column);
}

static void
read_edition(sqlite3_stmt *statement, struct report_edition *edition)
{
    const void *pdf = sqlite3_column_blob(statement, 6);

    edition->report = sqlite3_column_int64(statement, 0);
    edition->version = sqlite3_column_int64(statement, 1);
    edition->final_at = sqlite3_column_int64(statement, 2);
    edition->final_by = copy_or_null(statement, 3);
    edition->language = copy_or_null(statement, 4);
    edition->document = copy_or_null(statement, 5);
    edition->pdf_size = pdf ? (size_t)sqlite3_column_bytes(statement, 6) : 0;
    if (pdf) {
        edition->pdf = memory_new(edition->pdf_size, 1);
        memcpy(edition->pdf, pdf, edition->pdf_size);
    }
    edition->sha256 = copy_or_null(statement, 7);
}

bool
report_table_edition(struct database *db, int64_t report, int64_t version,
                     struct report_edition *edition, struct error *err)
{
    bool row = false;

    report_edition_clear(edition);
    sqlite3_stmt *statement = connection_prepare(db, SQL_EDITION, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":report", report);
    connection_bind_number(statement, ":version", version);
    bool ok = connection_step(statement, &row, err);
    if (ok && row)
        read_edition(statement, edition);
    connection_release(statement);
    return ok && (row || error_set(err, ERROR_NOT_FOUND,
                                   _("No such version of the report was made final.")));
}
