/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_journal.c - the old values of the journal, without somebody who is erased
 *
 * What was replaced in their rows is blanked, and with it the hash that would tell it.
 * Elsewhere only the names go.  Triggers say that the journal is never changed: they are
 * taken away for as long as this lasts, within the one transaction.
 */
#include "erase/erase_journal.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "database/connection.h"

static const char *const triggers[] = {
    "journal_keeps_what_happened",
    "journal_change_keeps_what_happened",
    "journal_reason_keeps_what_happened",
};
enum { TRIGGER_COUNT = sizeof triggers / sizeof triggers[0] };

#define SQL_TRIGGER                                                                      \
    "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = :name"

#define IS_THEIRS(table)                                                                 \
    "EXISTS (SELECT 1 FROM temp.erased_row e WHERE e.entity = " table                    \
    ".entity AND e.row = " table ".row)"

/* The act that erases keeps the hash of what it leaves. */
#define SQL_BLANK_CHANGES                                                                \
    "UPDATE journal_change SET before = NULL,"                                           \
    " hash = CASE WHEN journal = :now THEN hash END"                                     \
    " WHERE (entity, row) IN (SELECT entity, row FROM temp.erased_row)"

#define SQL_BLANK_REASONS                                                                \
    "UPDATE journal_reason SET text = :word WHERE journal IN"                            \
    " (SELECT id FROM journal WHERE id < :now AND " IS_THEIRS("journal") ")"

#define SQL_BLANK_SUMMARIES                                                              \
    "UPDATE journal SET summary = NULL WHERE id < :now AND " IS_THEIRS("journal")

/* Old values in other rows: names of other people are not looked at, their own rows have
 * them. */
#define SQL_FIND_CHANGES                                                                 \
    "INSERT INTO temp.erased_change (entity, row, journal)"                              \
    " SELECT entity, row, journal FROM journal_change"                                   \
    " WHERE before IS NOT NULL AND may_hold_erased(before)"

#define SQL_SWEEP_CHANGES                                                                \
    "UPDATE journal_change SET before ="                                                 \
    " (SELECT json_group_object(b.key, CASE"                                             \
    "   WHEN b.type = 'text' AND b.key NOT IN ('family', 'given', 'email', 'phone')"     \
    "   THEN erased(b.atom) ELSE b.atom END) FROM json_each(before) b)"                  \
    " WHERE (entity, row, journal) IN (SELECT entity, row, journal"                      \
    "  FROM temp.erased_change)"

/* What these left before, and what is swept in this act, hashes as it is no more. */
#define SQL_SWEEP_HASHES                                                                 \
    "UPDATE journal_change AS c SET hash = NULL WHERE journal < :now"                    \
    " AND (entity, row) IN (SELECT entity, row FROM temp.erased_change"                  \
    "  UNION SELECT r.value ->> 0, r.value ->> 1 FROM json_each(:rows) r) AND (EXISTS"   \
    " (SELECT 1 FROM temp.erased_change s WHERE s.entity = c.entity AND s.row = c.row"   \
    "  AND s.journal > c.journal)"                                                       \
    " OR (entity, row) IN (SELECT r.value ->> 0, r.value ->> 1"                          \
    "  FROM json_each(:rows) r))"

#define SQL_SWEEP_SUMMARIES                                                              \
    "UPDATE journal SET summary = erased(summary)"                                       \
    " WHERE id < :now AND summary IS NOT NULL AND may_hold_erased(summary)"
#define SQL_SWEEP_REASONS                                                                \
    "UPDATE journal_reason SET text = erased(text) WHERE may_hold_erased(text)"

static bool
run(struct database *db, const char *sql, const char *word, int64_t *count,
    struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":now",
                           db->capture.id != 0 ? db->capture.id : INT64_MAX);
    connection_bind_text(statement, ":word", word);
    const bool ok = connection_run(statement, err);
    if (ok && count)
        *count += sqlite3_changes(db->sqlite);
    return ok;
}

/* The rows that this act itself has changed so far, without a list of them in SQL. */
static bool
sweep_hashes(struct database *db, struct error *err)
{
    struct buffer rows = { 0 };

    buffer_add_char(&rows, '[');
    for (size_t i = 0; i < db->capture.run_count; i++)
        for (int64_t row = db->capture.runs[i].first; row <= db->capture.runs[i].last;
             row++)
            buffer_addf(&rows, "%s[%d,%lld]", rows.length > 1 ? "," : "",
                        db->capture.runs[i].entity->number, (long long)row);
    buffer_add_char(&rows, ']');
    sqlite3_stmt *statement = connection_prepare(db, SQL_SWEEP_HASHES, err);
    if (statement) {
        connection_bind_number(statement, ":now",
                               db->capture.id != 0 ? db->capture.id : INT64_MAX);
        connection_bind_text(statement, ":rows", buffer_text(&rows));
    }
    buffer_clear(&rows);
    return statement && connection_run(statement, err);
}

/* --- the triggers */

static bool
take_away(struct database *db, char *texts[TRIGGER_COUNT], struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < TRIGGER_COUNT; i++) {
        sqlite3_stmt *statement = connection_prepare(db, SQL_TRIGGER, err);
        bool there = false;
        if (!statement)
            return false;
        connection_bind_text(statement, ":name", triggers[i]);
        ok = connection_step(statement, &there, err);
        texts[i] = there ? connection_column_copy(statement, 0) : NULL;
        connection_release(statement);
        struct buffer sql = { 0 };
        buffer_addf(&sql, "DROP TRIGGER %s", triggers[i]);
        ok = ok && there && connection_execute(db, buffer_text(&sql), err);
        buffer_clear(&sql);
    }
    return ok;
}

static bool
put_back(struct database *db, char *texts[TRIGGER_COUNT], struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < TRIGGER_COUNT; i++)
        ok = connection_execute(db, texts[i], err);
    return ok;
}

static bool
blank(struct database *db, const char *word, struct erase_count *count, struct error *err)
{
    return connection_execute(db,
                              "CREATE TEMP TABLE IF NOT EXISTS erased_change (entity"
                              " INTEGER, row INTEGER, journal INTEGER);"
                              "DELETE FROM temp.erased_change",
                              err) &&
           run(db, SQL_BLANK_CHANGES, word, NULL, err) &&
           run(db, SQL_BLANK_REASONS, word, NULL, err) &&
           run(db, SQL_BLANK_SUMMARIES, word, &count->entries, err) &&
           run(db, SQL_FIND_CHANGES, word, NULL, err) &&
           run(db, SQL_SWEEP_CHANGES, word, &count->texts, err) &&
           sweep_hashes(db, err) &&
           run(db, SQL_SWEEP_SUMMARIES, word, &count->texts, err) &&
           run(db, SQL_SWEEP_REASONS, word, &count->texts, err);
}

bool
erase_journal(struct database *db, const char *word, struct erase_count *count,
              struct error *err)
{
    char *texts[TRIGGER_COUNT] = { NULL };
    const bool ok = take_away(db, texts, err) && blank(db, word, count, err) &&
                    put_back(db, texts, err);

    for (size_t i = 0; i < TRIGGER_COUNT; i++)
        free(texts[i]);
    return ok;
}
