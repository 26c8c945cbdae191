/* SPDX-License-Identifier: GPL-3.0-or-later */
/* old_database.c - a file as an older program left it, for the tests of upgrades */
#include "support/old_database.h"

#include <check.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "support/database_file.h"
#include "support/paper.h"

enum { APPLICATION_ID = 0x4154454c };

void
old_database_run(sqlite3 *old, const char *sql)
{
    ck_assert_msg(sqlite3_exec(old, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(old));
}

/* Where a file of that schema began: 6 and 7 begin anew. */
static int
first_step(int schema)
{
    return schema >= 7 ? 7 : schema == 6 ? 6 : 1;
}

static void
run_step(sqlite3 *old, int step)
{
    const char *source = getenv("ATELIER_SRCDIR");
    char pattern[600];
    glob_t files;

    ck_assert_ptr_nonnull(source);
    (void)snprintf(pattern, sizeof pattern, "%s/share/migrations/%04d-*.sql", source,
                   step);
    ck_assert_msg(glob(pattern, 0, NULL, &files) == 0 && files.gl_pathc == 1, "%s",
                  pattern);
    char *sql = paper_read(files.gl_pathv[0], NULL);
    globfree(&files);
    old_database_run(old, sql);
    free(sql);
}

sqlite3 *
old_database_begin(int schema)
{
    sqlite3 *old = NULL;
    char text[100];

    database_file_begin();
    ck_assert_int_eq(sqlite3_open(database_file_path("atelier.db"), &old), SQLITE_OK);
    for (int step = first_step(schema); step <= schema; step++)
        run_step(old, step);
    (void)snprintf(text, sizeof text,
                   "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID,
                   schema);
    old_database_run(old, text);
    return old;
}

void
old_database_end(sqlite3 *old)
{
    ck_assert_int_eq(sqlite3_close(old), SQLITE_OK);
    ck_assert_int_eq(chmod(database_file_path("atelier.db"), 0600), 0);
}

void
old_database_make(int schema, const char *content)
{
    sqlite3 *old = old_database_begin(schema);

    old_database_run(old, content);
    old_database_end(old);
}
