/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crowd.c - a million people written at once, then indexed as the program does it */
#include "bench/crowd.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/fold.h"
#include "database/connection.h"

static const char insert_sql[] =
    "INSERT INTO person (id, rev, created_at, created_by, changed_at, changed_by,"
    " family, given, email, consent, sort_key)"
    " VALUES (?1, 1, 0, 'bench', 0, 'bench', ?2, ?3, 'p' || ?1 || '@example.org', 0, ?4)";

static void
run(sqlite3 *sqlite, const char *sql)
{
    if (sqlite3_exec(sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s", sqlite3_errmsg(sqlite));
}

static void
make_name(long number, char name[static 32])
{
    static const char *const parts[] = { "ba", "cor", "dé",  "el",  "fau", "gri",
                                         "ho", "jan", "ké",  "lam", "mü",  "no",
                                         "pé", "ri",  "sau", "ter" };
    unsigned long chance = (unsigned long)number * 2654435761UL;

    name[0] = '\0';
    for (int i = 0; i < 4; i++)
        strcat(name, parts[(chance >> (8 + 4 * i)) % 16]);
}

static void
add_people(sqlite3 *sqlite)
{
    sqlite3_stmt *statement;

    if (sqlite3_prepare_v2(sqlite, insert_sql, -1, &statement, NULL) != SQLITE_OK)
        bench_give_up("%s", sqlite3_errmsg(sqlite));
    for (long i = 1; i <= CROWD; i++) {
        char family[32], given[32];

        make_name(i, family);
        make_name(i / 3 + 77, given);
        char *key = fold_sort_key(family, given);
        sqlite3_bind_int64(statement, 1, i);
        sqlite3_bind_text(statement, 2, family, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 3, given, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 4, key, -1, SQLITE_STATIC);
        if (sqlite3_step(statement) != SQLITE_DONE)
            bench_give_up("%s", sqlite3_errmsg(sqlite));
        sqlite3_reset(statement);
        free(key);
    }
    sqlite3_finalize(statement);
}

/* The words are made at the end of an operation. */
static void
index_people(const struct bench *bench)
{
    struct error err = { 0 };
    struct database *db = database_open(bench->crowd, DATABASE_OPEN, false, &err);

    if (db == NULL || !database_set_filling(db, true, &err) ||
        !transaction_begin(db, &err))
        bench_give_up("%s", err.message);
    for (long i = 1; i <= CROWD; i++)
        search_due_add(db, ENTITY_PERSON, i);
    if (!transaction_commit(db, &err) || !database_set_filling(db, false, &err))
        bench_give_up("%s", err.message);
    database_close(db);
}

static void
fill(const struct bench *bench)
{
    sqlite3 *sqlite;

    if (sqlite3_open(bench->crowd, &sqlite) != SQLITE_OK)
        bench_give_up("%s cannot be opened", bench->crowd);
    run(sqlite, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN");
    add_people(sqlite);
    run(sqlite, "COMMIT");
    sqlite3_close(sqlite);
    index_people(bench);
}

/* In a process of its own, whose memory ends with it. */
void
crowd_make(const struct bench *bench)
{
    int status = 0;

    (void)bench_run(bench, bench->crowd, "init", NULL);
    pid_t pid = fork();
    if (pid == 0) {
        fill(bench);
        _exit(0);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0)
        bench_give_up("the crowd was not made");
}
