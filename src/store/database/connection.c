/* SPDX-License-Identifier: GPL-3.0-or-later */
/* connection.c - the SQLite handle, and statements that are prepared once */
#include "database/connection.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/memory.h"

/* One prepared statement; the SQL is the statement's own. */
struct statement_slot {
    sqlite3_stmt *statement;
    uint64_t hash;
};

enum { FIRST_SLOTS = 128 };

/* FNV-1a over eight bytes at a time: statements are long and asked for often. */
static uint64_t
hash_text(const char *text)
{
    uint64_t hash = 0xcbf29ce484222325U;
    size_t used;
    for (size_t left = strlen(text); left > 0; left -= used, text += used) {
        uint64_t part = 0;
        used = left < sizeof(part) ? left : sizeof(part);
        memcpy(&part, text, used);
        hash = (hash ^ part) * 0x100000001b3U;
        hash ^= hash >> 32;
    }
    return hash;
}

/* The slot that holds the SQL, or the free one where it belongs. */
static struct statement_slot *
find_slot(struct statement_slot *slots, size_t capacity, const char *sql, uint64_t hash)
{
    size_t i = (size_t)hash & (capacity - 1);
    while (slots[i].statement &&
           (slots[i].hash != hash ||
            (sql && strcmp(sqlite3_sql(slots[i].statement), sql) != 0)))
        i = (i + 1) & (capacity - 1);
    return &slots[i];
}

static void
make_room(struct database *db)
{
    if (db->statement_capacity && db->statement_count * 2 < db->statement_capacity)
        return;

    size_t capacity = db->statement_capacity ? db->statement_capacity * 2 : FIRST_SLOTS;
    struct statement_slot *slots = memory_new(capacity, sizeof(*slots));
    for (size_t i = 0; i < db->statement_capacity; i++) {
        struct statement_slot *old = &db->statements[i];
        if (old->statement)
            *find_slot(slots, capacity, sqlite3_sql(old->statement), old->hash) = *old;
    }
    free(db->statements);
    db->statements = slots;
    db->statement_capacity = capacity;
}

sqlite3_stmt *
connection_prepare(struct database *db, const char *sql, struct error *err)
{
    make_room(db);
    uint64_t hash = hash_text(sql);
    struct statement_slot *slot =
        find_slot(db->statements, db->statement_capacity, sql, hash);
    if (slot->statement)
        return slot->statement;

    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                           NULL) != SQLITE_OK) {
        connection_fail(db, err);
        return NULL;
    }
    slot->statement = statement;
    slot->hash = hash;
    db->statement_count++;
    return statement;
}

void
connection_forget(struct database *db)
{
    for (size_t i = 0; i < db->statement_capacity; i++)
        sqlite3_finalize(db->statements[i].statement);
    free(db->statements);
    db->statements = NULL;
    db->statement_count = 0;
    db->statement_capacity = 0;
}

void
connection_release(sqlite3_stmt *statement)
{
    if (!statement)
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

bool
connection_step(sqlite3_stmt *statement, bool *row, struct error *err)
{
    errno = 0;
    int result = sqlite3_step(statement);
    const int why = errno;
    *row = result == SQLITE_ROW;
    if (result == SQLITE_ROW || result == SQLITE_DONE)
        return true;
    sqlite3 *sqlite = sqlite3_db_handle(statement);
    return connection_fail_handle(sqlite, why, sqlite3_db_filename(sqlite, "main"), err);
}

bool
connection_read_number(sqlite3_stmt *statement, int64_t *number, struct error *err)
{
    bool there = false;
    const bool ok = connection_step(statement, &there, err);
    if (there)
        *number = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}

bool
connection_each_number(sqlite3_stmt *statement,
                       bool (*visit)(void *context, int64_t number, struct error *err),
                       void *context, struct error *err)
{
    bool there = false;
    bool ok = true;
    while (ok && (ok = connection_step(statement, &there, err)) && there)
        ok = visit(context, sqlite3_column_int64(statement, 0), err);
    connection_release(statement);
    return ok;
}

bool
connection_run(sqlite3_stmt *statement, struct error *err)
{
    bool row;
    bool ok = connection_step(statement, &row, err);
    connection_release(statement);
    return ok;
}

bool
connection_execute(struct database *db, const char *sql, struct error *err)
{
    errno = 0;
    if (sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    const int why = errno;
    db->failure = sqlite3_errcode(db->sqlite) & 0xff;
    return connection_fail_handle(db->sqlite, why, db->path, err);
}

bool
connection_is_in_memory(const char *path)
{
    return strcmp(path, ":memory:") == 0;
}

bool
connection_has_moved(sqlite3 *sqlite)
{
    int moved = 0;
    return sqlite3_file_control(sqlite, "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
               SQLITE_OK &&
           moved != 0;
}

void
connection_bind_number(sqlite3_stmt *statement, const char *name, int64_t number)
{
    int index = sqlite3_bind_parameter_index(statement, name);
    if (index > 0)
        sqlite3_bind_int64(statement, index, number);
}

void
connection_bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
    int index = sqlite3_bind_parameter_index(statement, name);
    if (index == 0)
        return;
    if (text)
        sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT);
    else
        sqlite3_bind_null(statement, index);
}

const char *
connection_column_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);

    return text ? text : "";
}

char *
connection_column_copy(sqlite3_stmt *statement, int column)
{
    return memory_copy((const char *)sqlite3_column_text(statement, column));
}

void
connection_close(struct database *db)
{
    connection_forget(db);
    sqlite3_close(db->sqlite);
    db->sqlite = NULL;
    if (db->queue >= 0)
        close(db->queue);
    db->queue = -1;
    db->session = 0;
}

void
connection_free(struct database *db)
{
    connection_close(db);
    for (size_t e = 0; e < ENTITY_COUNT; e++)
        for (size_t s = 0; s < ROW_SQL_COUNT; s++)
            free(db->row_sql[e][s]);
    memo_clear(&db->memo);
    free(db->queue_path);
    free(db->path);
    free(db);
}
