/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_revision.c - what counts up rises again when an act is undone */
#include "journal/journal_revision.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "journal/journal_changeset.h"

#define SQL_SETTINGS_REV "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'rev'"
#define SQL_RAISE_SETTINGS                                                               \
    "INSERT INTO setting (name, value)"                                                  \
    " VALUES ('rev', :rev), ('changed_at', :at), ('changed_by', :login)"                 \
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
#define SQL_RAISE_SEQUENCE "UPDATE meeting SET ics_sequence = :sequence WHERE id = :id"

/* Of any noun; %w is its table. */
#define SQL_MARK "SELECT rev, 0 FROM \"%w\" WHERE id = :id"
#define SQL_MARK_MEETING "SELECT rev, ics_sequence FROM \"%w\" WHERE id = :id"
#define SQL_RAISE                                                                        \
    "UPDATE \"%w\" SET rev = max(rev, :rev) + 1, changed_at = :at, changed_by = :login"  \
    " WHERE id = :id"

/* A row as it was before the undo. */
struct journal_revision_mark {
    int64_t rev; /* 0: there was no such row */
    int64_t sequence;
};

bool
journal_revision_is_counted(const char *name)
{
    return strcmp(name, "rev") == 0 || strcmp(name, "changed_at") == 0 ||
           strcmp(name, "changed_by") == 0 || strcmp(name, "ics_sequence") == 0;
}

/* A statement on the present row's table. */
static sqlite3_stmt *
prepare(const struct changeset *changes, const char *format, struct error *err)
{
    char *sql = sqlite3_mprintf(format, changes->table);
    sqlite3_stmt *statement = connection_prepare(changes->db, sql, err);

    sqlite3_free(sql);
    return statement;
}

static bool
note_row(const struct changeset *changes, struct journal_revision_mark *mark,
         struct error *err)
{
    const bool is_meeting = changes->entity->kind == ENTITY_MEETING;
    sqlite3_stmt *statement =
        prepare(changes, is_meeting ? SQL_MARK_MEETING : SQL_MARK, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", changes->row);
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    if (found) {
        mark->rev = sqlite3_column_int64(statement, 0);
        mark->sequence = sqlite3_column_int64(statement, 1);
    }
    connection_release(statement);
    return ok;
}

static bool
note_settings(struct journal_revision *rise, struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SETTINGS_REV, err);

    if (!statement)
        return false;
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    rise->settings = true;
    rise->settings_rev = found ? sqlite3_column_int64(statement, 0) : 0;
    connection_release(statement);
    return ok;
}

bool
journal_revision_note(struct journal_revision *rise, struct database *db,
                      const void *bytes, size_t size, struct error *err)
{
    struct changeset changes;
    bool more = false;
    bool ok = changeset_open(&changes, db, bytes, size, err);

    while (ok && (ok = changeset_next(&changes, &more, err)) && more) {
        rise->marks = memory_grow(rise->marks, &rise->capacity, rise->count + 1,
                                  sizeof rise->marks[0]);
        struct journal_revision_mark *mark = &rise->marks[rise->count++];
        *mark = (struct journal_revision_mark){ 0 };
        if (changes.entity->kind != ENTITY_COUNT)
            ok = note_row(&changes, mark, err);
        else if (!rise->settings)
            ok = note_settings(rise, db, err);
    }
    changeset_close(&changes);
    return ok;
}

/* Only where the act raised it: then the calendar saw it, and sees the way back too. */
static bool
raise_sequence(const struct changeset *changes, const struct journal_revision_mark *mark,
               struct error *err)
{
    const int column = changeset_find_column(changes, "ics_sequence");

    if (changes->entity->kind != ENTITY_MEETING || changes->operation != SQLITE_UPDATE ||
        !changeset_before(changes, column))
        return true;
    sqlite3_stmt *statement = connection_prepare(changes->db, SQL_RAISE_SEQUENCE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":sequence", mark->sequence + 1);
    connection_bind_number(statement, ":id", changes->row);
    return connection_run(statement, err);
}

/* A row that came back counts on from where it was removed. */
static bool
raise_row(const struct changeset *changes, const struct journal_revision_mark *mark,
          const char *login, instant at, struct error *err)
{
    sqlite3_stmt *statement = prepare(changes, SQL_RAISE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":rev", mark->rev);
    connection_bind_number(statement, ":at", at);
    connection_bind_text(statement, ":login", login);
    connection_bind_number(statement, ":id", changes->row);
    return connection_run(statement, err) && raise_sequence(changes, mark, err);
}

static bool
raise_settings(const struct journal_revision *rise, struct database *db,
               const char *login, instant at, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_RAISE_SETTINGS, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":rev", rise->settings_rev + 1);
    connection_bind_number(statement, ":at", at);
    connection_bind_text(statement, ":login", login);
    return connection_run(statement, err);
}

bool
journal_revision_raise(const struct journal_revision *rise, struct database *db,
                       const void *bytes, size_t size, const char *login, instant at,
                       struct error *err)
{
    struct changeset changes;
    bool more = false;
    bool ok = changeset_open(&changes, db, bytes, size, err);

    for (size_t i = 0; ok && (ok = changeset_next(&changes, &more, err)) && more; i++)
        if (changes.entity->kind != ENTITY_COUNT && changes.operation != SQLITE_INSERT)
            ok = raise_row(&changes, &rise->marks[i], login, at, err);
    changeset_close(&changes);
    return ok && (!rise->settings || raise_settings(rise, db, login, at, err));
}

void
journal_revision_clear(struct journal_revision *rise)
{
    free(rise->marks);
    *rise = (struct journal_revision){ 0 };
}
