/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_guard_test.c - where several people cannot write safely, no database is kept */
#include "database/file_guard.h"

#include <linux/magic.h>

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

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, network_file_systems__are_known, 0, 7);
    tcase_add_loop_test(tests, disks_of_this_machine__are_none, 0, 5);
}

SUITE_MAIN("file_guard")
