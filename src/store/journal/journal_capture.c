/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_capture.c - what a transaction changes, noted while it does */
#include "journal/journal_capture.h"

#include "journal/journal_changeset.h"

/* A session that takes more memory than this is put by: some thousand rows. */
enum { PART_BYTES = 256 * 1024 };

/* Asked for each table when it is first written to. */
static int
is_captured(void *context, const char *table)
{
    (void)context;
    return changeset_entity(table) != NULL;
}

static void
end_session(struct database *db)
{
    if (db->session)
        sqlite3session_delete(db->session);
    db->session = NULL;
}

/*
 * A session for each transaction: there is no way to empty one that is kept.
 * Attaching all tables at once and refusing the derived ones later is cheaper
 * than naming each of the nouns.
 */
static bool
begin_session(struct database *db, struct error *err)
{
    if (sqlite3session_create(db->sqlite, "main", &db->session) != SQLITE_OK ||
        sqlite3session_attach(db->session, NULL) != SQLITE_OK) {
        end_session(db);
        return connection_fail(db, err);
    }
    sqlite3session_table_filter(db->session, is_captured, NULL);
    return true;
}

bool
journal_capture_begin(struct database *db, struct error *err)
{
    return begin_session(db, err);
}

void
journal_capture_end(struct database *db)
{
    end_session(db);
    journal_parts_clear(&db->parts);
}

bool
journal_capture_put_by(struct database *db, bool always, struct error *err)
{
    void *bytes = NULL;
    size_t size = 0;

    if (!always && sqlite3session_memory_used(db->session) < PART_BYTES)
        return true;
    if (!journal_capture_take(db, &bytes, &size, err))
        return false;
    bool ok = !bytes || journal_parts_add(&db->parts, bytes, size, err);
    sqlite3_free(bytes);
    end_session(db);
    return ok && begin_session(db, err);
}

bool
journal_capture_take(struct database *db, void **bytes, size_t *size, struct error *err)
{
    int length = 0;

    *bytes = NULL;
    *size = 0;
    if (!db->session || sqlite3session_isempty(db->session))
        return true;
    if (sqlite3session_changeset(db->session, &length, bytes) != SQLITE_OK)
        return connection_fail(db, err);
    if (length == 0) {
        sqlite3_free(*bytes);
        *bytes = NULL;
    }
    *size = (size_t)length;
    return true;
}
