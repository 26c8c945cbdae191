/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_guard_test.c - where several people cannot write safely, no database is kept */
#include "database/file_guard.h"

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

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, network_file_systems__are_known, 0, 7);
    tcase_add_loop_test(tests, disks_of_this_machine__are_none, 0, 5);
    tcase_add_loop_test(tests, what_is_no_file_beside_a_database__is_refused, 0, 4);
}

SUITE_MAIN("file_guard")
