/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registrar_sql.c - the floor of a registration: its reads and rows by bare SQL */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>

#include "bench/bench.h"
#include "bench/lot.h"
#include "bench/registrar.h"

static const char settings_sql[] =
    "PRAGMA busy_timeout = 30000;"
    "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
    "PRAGMA cache_size = -4000; PRAGMA wal_autocheckpoint = 4000;"
    "PRAGMA journal_size_limit = 67108864";

enum deed {
    BEGIN,
    SEATS,
    PRESENT,
    PERSON,
    SEAT,
    COUNT,
    ENTRY,
    ROW,
    COMMIT,
    ROLLBACK,
    DEED_COUNT
};

static const char *const deeds[DEED_COUNT] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [SEATS] = "SELECT m.seats - (SELECT coalesce(sum(people), 0) FROM head_count"
              " WHERE meeting = m.id AND workshop = 0 AND state = 4) FROM meeting m"
              " WHERE m.id = ?1",
    [PRESENT] = "SELECT id FROM registration WHERE person = ?2 AND meeting = ?1",
    [PERSON] = "SELECT p.id FROM person p WHERE p.id = ?2",
    [SEAT] = "INSERT INTO registration (rev, created_at, created_by, changed_at,"
             " changed_by, meeting, person, organisation, family, given,"
             " organisation_name, function, category, role, state, previous_state,"
             " source, sort_key, live)"
             " SELECT 1, ?3, 'bench', ?3, 'bench', ?1, p.id, o.id, p.family, p.given,"
             " o.name, a.function, o.category, 0, 4, 0, 0, p.sort_key, 1 FROM person p "
             "LEFT JOIN affiliation a"
             " ON a.person = p.id LEFT JOIN organisation o ON o.id = a.organisation"
             " WHERE p.id = ?2 ORDER BY a.main DESC LIMIT 1",
    [COUNT] =
        "INSERT INTO head_count (meeting, workshop, state, role, category, people)"
        " SELECT meeting, 0, state, role, coalesce(category, 0), 1 FROM registration"
        " WHERE id = ?4 ON CONFLICT DO UPDATE SET people = people + 1",
    [ENTRY] = "INSERT INTO journal (at, staff, act, entity, row, summary)"
              " VALUES (?3, 'bench', 'registration.add', 11, ?4, 'A name, A meeting')",
    [ROW] = "INSERT INTO journal_change (entity, row, journal, kind, leaves, hash)"
            " VALUES (11, ?4, ?5, 0, 0, 1234567890123456789)",
    [COMMIT] = "COMMIT",
    [ROLLBACK] = "ROLLBACK",
};

struct writer {
    sqlite3 *sqlite;
    sqlite3_stmt *statements[DEED_COUNT];
    int queue;
    struct lot lot;
};

static void *
open_writer(void *path, size_t index)
{
    struct writer *writer = calloc(1, sizeof(*writer));
    char queue[200];

    (void)snprintf(queue, sizeof(queue), "%s.queue", (const char *)path);
    if (writer == NULL || sqlite3_open(path, &writer->sqlite) != SQLITE_OK ||
        sqlite3_exec(writer->sqlite, settings_sql, NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s cannot be opened", (const char *)path);
    for (int i = 0; i < DEED_COUNT; i++)
        if (sqlite3_prepare_v2(writer->sqlite, deeds[i], -1, &writer->statements[i],
                               NULL) != SQLITE_OK)
            bench_give_up("%s", sqlite3_errmsg(writer->sqlite));
    writer->queue = open(queue, O_RDWR | O_CLOEXEC);
    lot_init(&writer->lot, path, index);
    return writer;
}

/* A number, or -1 when there is no row, or -2 after a failure. */
static int64_t
run(struct writer *writer, enum deed deed, const int64_t values[5])
{
    sqlite3_stmt *statement = writer->statements[deed];

    for (int i = 0; i < sqlite3_bind_parameter_count(statement); i++)
        sqlite3_bind_int64(statement, i + 1, values[i]);
    int result = sqlite3_step(statement);
    int64_t number = result == SQLITE_ROW    ? sqlite3_column_int64(statement, 0)
                     : result == SQLITE_DONE ? -1
                                             : -2;
    sqlite3_reset(statement);
    return number;
}

static bool
seat(void *worker, char why[static 200])
{
    struct writer *writer = worker;
    int64_t values[5] = { 0, 0, time(NULL), 0, 0 };
    bool ok = true;

    (void)flock(writer->queue, LOCK_EX);
    ok = run(writer, BEGIN, values) != -2;
    do
        lot_draw(&writer->lot, &values[0], &values[1]);
    while (run(writer, PRESENT, values) >= 0);
    ok = ok && run(writer, SEATS, values) > 0 && run(writer, PERSON, values) > 0 &&
         run(writer, SEAT, values) == -1;
    values[3] = sqlite3_last_insert_rowid(writer->sqlite);
    ok = ok && run(writer, COUNT, values) == -1 && run(writer, ENTRY, values) == -1;
    values[4] = sqlite3_last_insert_rowid(writer->sqlite);
    ok = ok && run(writer, ROW, values) == -1 && run(writer, COMMIT, values) == -1;
    if (!ok) {
        (void)snprintf(why, 200, "%.190s", sqlite3_errmsg(writer->sqlite));
        (void)run(writer, ROLLBACK, values);
    }
    (void)flock(writer->queue, LOCK_UN);
    return ok;
}

const struct crew_work registrar_of_sql = { .open = open_writer, .deed = seat };
