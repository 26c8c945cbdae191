/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_guard_test.c - where several people cannot write safely, no database is kept */
#include "database/file_guard.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/database_file.h"
#include "support/suite.h"

START_TEST(network_file_systems__are_known)
{
    static const long types[] = {
        NFS_SUPER_MAGIC,  SMB_SUPER_MAGIC, V9FS_MAGIC, (long)0xff534d42,
        (long)0xfe534d42, (int)0xff534d42, /* as a machine of 32 bits answers it */
        0x65735546,
    };

    ck_assert(file_guard_is_network(types[_i]));
}
END_TEST

START_TEST(disks_of_this_machine__are_none)
{
    static const long types[] = { EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC, BTRFS_SUPER_MAGIC,
                                  TMPFS_MAGIC, OVERLAYFS_SUPER_MAGIC };

    ck_assert(!file_guard_is_network(types[_i]));
}
END_TEST

/* Whoever may write to the folder lays it there, and SQLite would follow or wait for it.
 */
START_TEST(what_is_no_file_beside_a_database__is_refused)
{
    static const char *const names[] = { "atelier.db-wal", "atelier.db-shm",
                                         "atelier.db-journal", "atelier.db.queue" };

    database_close(database_file_create());
    for (int kind = 0; kind < 4; kind++) {
        struct error err = { 0 };
        const char *name = database_file_path(names[_i]);
        const char *path = database_file_path("atelier.db");
        (void)remove(name);
        if (kind == 0)
            ck_assert_int_eq(symlink("nowhere", name), 0);
        else if (kind == 1)
            ck_assert_int_eq(mkdir(name, 0700), 0);
        else if (kind == 2)
            ck_assert_int_eq(mkfifo(name, 0600), 0);
        struct database *db = database_open(path, DATABASE_OPEN, false, &err);
        ck_assert_int_eq(db != NULL, kind == 3);
        ck_assert(kind == 3 || strstr(err.message, names[_i]));
        ck_assert(kind == 3 || strstr(err.message, "Remove it"));
        database_close(db);
    }
    database_file_remove(NULL);
}
END_TEST

/* Beside which no queue or log could be made. */
START_TEST(name_that_leaves_no_room_for_what_lies_beside__is_no_new_database)
{
    static const int lengths[] = { 200, 234, 235, 250, 255, 300 };
    const bool fits = lengths[_i] <= 234;
    char name[400];
    struct error err = { 0 };
    struct stat found;

    database_file_begin();
    memset(name, 'n', sizeof(name));
    name[lengths[_i]] = '\0';
    ck_assert_int_eq(chdir(database_file_path("")), 0);
    struct database *db = database_open(name, DATABASE_CREATE, false, &err);
    ck_assert_msg((db != NULL) == fits, "%d: %s", lengths[_i], err.message);
    ck_assert_int_eq(stat(name, &found) == 0, fits);
    if (!fits)
        ck_assert_msg(strstr(err.message, "too long by"), "%s", err.message);
    if (fits) {
        ck_assert_msg(transaction_begin(db, &err), "%s", err.message);
        transaction_roll_back(db);
    }
    database_close(db);
    ck_assert_int_eq(chdir("/"), 0);
    database_file_remove(NULL);
}
END_TEST

/* SQLite takes 511 bytes of a path, and that of a link's end. */
START_TEST(path_that_leaves_no_room__is_no_new_database)
{
    char path[700];
    struct error err = { 0 };
    struct stat found;

    database_file_begin();
    const size_t length =
        (size_t)snprintf(path, sizeof(path), "%s", database_file_path(""));
    for (size_t i = length; i < sizeof(path); i++)
        path[i] = i % 100 == 0 ? '/' : 'n';
    path[560] = '\0';
    ck_assert_ptr_null(database_open(path, DATABASE_CREATE, false, &err));
    ck_assert_msg(strstr(err.message, "too long by"), "%s", err.message);
    path[100] = '\0';
    ck_assert_int_ne(stat(path, &found), 0); /* nor a folder for it */
    database_file_remove(NULL);
}
END_TEST

static void
become_nobody(void)
{
    enum { NOBODY = 65534 };
    static const char *const names[] = { "", "atelier.db", "atelier.db.queue",
                                         "atelier.db-wal" };

    if (geteuid() != 0)
        return;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        (void)!chown(database_file_path(names[i]), NOBODY, NOBODY);
    ck_assert_int_eq(seteuid(NOBODY), 0);
}

START_TEST(what_may_not_be_read_beside_a_database__is_named)
{
    static const char *const names[] = { "atelier.db", "atelier.db-wal" };
    struct error err = { 0 };
    char *kept = NULL;

    database_close(database_file_create());
    const int file = open(database_file_path("atelier.db-wal"), O_CREAT | O_WRONLY, 0600);
    ck_assert_int_eq(close(file), 0);
    become_nobody();
    ck_assert_int_eq(chmod(database_file_path(names[_i]), 0), 0);
    ck_assert_ptr_null(
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err));
    kept = strstr(err.message, names[_i]);
    ck_assert_msg(kept && strncmp(kept + strlen(names[_i]), " (owner", 7) == 0, "%s",
                  err.message);
    ck_assert_ptr_nonnull(strstr(err.message, "mode 0)"));
    (void)!seteuid(getuid());
    database_file_remove(NULL);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, network_file_systems__are_known, 0, 7);
    tcase_add_loop_test(tests, disks_of_this_machine__are_none, 0, 5);
    tcase_add_loop_test(tests, what_is_no_file_beside_a_database__is_refused, 0, 4);
    tcase_add_loop_test(
        tests, name_that_leaves_no_room_for_what_lies_beside__is_no_new_database, 0, 6);
    tcase_add_test(tests, path_that_leaves_no_room__is_no_new_database);
    tcase_add_loop_test(tests, what_may_not_be_read_beside_a_database__is_named, 0, 2);
}

SUITE_MAIN("file_guard")
