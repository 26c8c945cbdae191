/* SPDX-License-Identifier: GPL-3.0-or-later */
/* database_file.c - a database of its own for a test, in a folder of its own */
#include "database_file.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "support/suite.h"

static char folder[128];
static sqlite3 *stays; /* the second connection while it stays open, or NULL */

const char *
database_file_path(const char *name)
{
    static char paths[4][sizeof folder + 256];
    static unsigned next;
    char *path = paths[next++ % 4];

    (void)snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

void
database_file_begin(void)
{
    suite_make_folder("atelier-test", folder, sizeof folder);
}

static void
copy_file(const char *from, const char *to)
{
    struct stat facts;
    int source = open(from, O_RDONLY | O_CLOEXEC);
    ck_assert_int_eq(fstat(source, &facts), 0);
    int copy = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, facts.st_mode);
    ck_assert_int_eq(sendfile(copy, source, NULL, (size_t)facts.st_size), facts.st_size);
    ck_assert_int_eq(fchmod(copy, facts.st_mode & 07777), 0);
    (void)close(copy);
    (void)close(source);
}

static const char *
kept_path(const char *name)
{
    static char path[256];

    (void)snprintf(path, sizeof path, "%s/%s", suite_shared_folder(), name);
    return path;
}

void
database_file_keep(const char *name)
{
    copy_file(database_file_path("atelier.db"), kept_path(name));
}

bool
database_file_begin_from(const char *name)
{
    database_file_begin();
    const char *kept = kept_path(name);
    if (access(kept, F_OK) != 0)
        return false;
    copy_file(kept, database_file_path("atelier.db"));
    return true;
}

static struct database *
open_file(enum database_open how)
{
    struct error err = { 0 };
    struct database *db =
        database_open(database_file_path("atelier.db"), how, false, &err);

    ck_assert_msg(db != NULL, "%s", err.message);
    return db;
}

struct database *
database_file_create(void)
{
    if (!database_file_begin_from("store.db")) {
        database_close(open_file(DATABASE_CREATE));
        database_file_keep("store.db");
    }
    return open_file(DATABASE_OPEN);
}

void
database_file_remove(struct database *db)
{
    sqlite3_close(stays);
    stays = NULL;
    database_close(db);
    DIR *directory = opendir(folder);
    ck_assert_ptr_nonnull(directory);
    struct dirent *entry;
    while ((entry = readdir(directory)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            (void)unlink(database_file_path(entry->d_name));
    (void)closedir(directory);
    (void)rmdir(folder);
}

static sqlite3 *
second_connection(void)
{
    sqlite3 *sqlite = stays;

    if (sqlite == NULL)
        ck_assert_int_eq(sqlite3_open(database_file_path("atelier.db"), &sqlite),
                         SQLITE_OK);
    return sqlite;
}

static void
end_connection(sqlite3 *sqlite)
{
    if (sqlite != stays)
        sqlite3_close(sqlite);
}

void
database_file_stay_open(void)
{
    ck_assert_ptr_null(stays);
    stays = second_connection();
}

int64_t
database_file_number(const char *sql)
{
    sqlite3 *sqlite = second_connection();
    sqlite3_stmt *statement = NULL;
    const int result = sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL);

    ck_assert_msg(result == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW, "%s: %s",
                  sql, sqlite3_errmsg(sqlite));
    const int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    end_connection(sqlite);
    return number;
}

bool
database_file_run(const char *sql)
{
    sqlite3 *sqlite = second_connection();
    const bool done = sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK;

    end_connection(sqlite);
    return done;
}

char *
database_file_dump(const char *sql)
{
    sqlite3 *sqlite = second_connection();
    sqlite3_stmt *statement = NULL;
    struct buffer text = { 0 };

    ck_assert_msg(sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) == SQLITE_OK,
                  "%s: %s", sql, sqlite3_errmsg(sqlite));
    while (sqlite3_step(statement) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            const char *value = (const char *)sqlite3_column_text(statement, i);
            buffer_add(&text, value != NULL ? value : "-");
            buffer_add_char(&text, i + 1 < sqlite3_column_count(statement) ? '|' : '\n');
        }
    sqlite3_finalize(statement);
    end_connection(sqlite);
    char *dump = buffer_take(&text);
    return dump != NULL ? dump : strdup("");
}
