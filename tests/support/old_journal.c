/* SPDX-License-Identifier: GPL-3.0-or-later */
/* old_journal.c - acts in a file as the programs of schema 2 to 5 kept them */
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif
#include "support/old_journal.h"

#include <check.h>
#include <stdio.h>

#include "atelier/domain/entity.h"
#include "support/old_database.h"

enum { BEGAN = 1700000000 };

static sqlite3_session *
watch(sqlite3 *old)
{
    sqlite3_session *session;
    ck_assert_int_eq(sqlite3session_create(old, "main", &session), SQLITE_OK);
    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        ck_assert_int_eq(
            sqlite3session_attach(session, entity_get((enum entity_kind)kind)->name),
            SQLITE_OK);
    ck_assert_int_eq(sqlite3session_attach(session, "setting"), SQLITE_OK);
    return session;
}

void
old_journal_entry(sqlite3 *old, int64_t number, const char *values, const void *changes,
                  int size)
{
    char sql[500];
    sqlite3_stmt *statement = NULL;

    (void)snprintf(sql, sizeof sql,
                   "INSERT INTO journal (staff, act, entity, row, summary, reason,"
                   " undoes, at, changeset) VALUES (%s, %lld, ?1)",
                   values, (long long)BEGAN + (long long)number);
    ck_assert_msg(sqlite3_prepare_v2(old, sql, -1, &statement, NULL) == SQLITE_OK,
                  "%s: %s", sql, sqlite3_errmsg(old));
    ck_assert_int_eq(
        sqlite3_bind_blob(statement, 1, size > 0 ? changes : "", size, SQLITE_STATIC),
        SQLITE_OK);
    ck_assert_msg(sqlite3_step(statement) == SQLITE_DONE, "%s", sqlite3_errmsg(old));
    sqlite3_finalize(statement);
    ck_assert_int_eq(sqlite3_last_insert_rowid(old), number);
}

void
old_journal_act(sqlite3 *old, int64_t number, const char *sql, const char *values)
{
    void *changes = NULL;
    int size = 0;

    old_database_run(old, "BEGIN");
    sqlite3_session *session = watch(old);
    old_database_run(old, sql);
    ck_assert_int_eq(sqlite3session_changeset(session, &size, &changes), SQLITE_OK);
    sqlite3session_delete(session);
    old_journal_entry(old, number, values, changes, size);
    sqlite3_free(changes);
    old_database_run(old, "COMMIT");
}
