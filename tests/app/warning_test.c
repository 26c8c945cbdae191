/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warning_test.c - a disk that is nearly full is told of, and no other
 */
#include <string.h>
#include <sys/statvfs.h>

#include "support/office.h"
#include "support/suite.h"

enum { BLOCK = 4096 };
#define MEGABYTE (1024LL * 1024)

static struct atelier *at;
static long long bytes_left;
static int answer;

/* Instead of the system's, for this program alone. */
int
statvfs(const char *path, struct statvfs *status)
{
    (void)path;
    *status = (struct statvfs){ .f_bsize = 8 * BLOCK,
                                .f_frsize = BLOCK,
                                .f_bfree = (fsblkcnt_t)1 << 40, /* the superuser's too */
                                .f_bavail = (fsblkcnt_t)(bytes_left / BLOCK) };
    return answer;
}

static void
begin(void)
{
    bytes_left = 1024 * MEGABYTE;
    answer = 0;
    at = office_found();
}

static void
end(void)
{
    office_end(at);
}

START_TEST(below_64_megabytes__the_disk__is_nearly_full)
{
    bytes_left = 64 * MEGABYTE - BLOCK;
    ck_assert_str_eq(atelier_warning(at),
                     "The disk is nearly full: 63 MB are left.  Make room soon.");
    bytes_left = 0;
    ck_assert_str_eq(atelier_warning(at),
                     "The disk is nearly full: 0 MB are left.  Make room soon.");
}
END_TEST

START_TEST(from_64_megabytes_on__there_is__room)
{
    ck_assert_ptr_null(atelier_warning(at));
    bytes_left = 64 * MEGABYTE;
    ck_assert_ptr_null(atelier_warning(at));
    /* More than a number of 32 bits holds. */
    bytes_left = 5LL * 1024 * 1024 * MEGABYTE;
    ck_assert_ptr_null(atelier_warning(at));
}
END_TEST

START_TEST(the_warning__ends__when_room_was_made)
{
    bytes_left = MEGABYTE;
    ck_assert_ptr_nonnull(atelier_warning(at));
    bytes_left = 1024 * MEGABYTE;
    ck_assert_ptr_null(atelier_warning(at));
}
END_TEST

START_TEST(a_disk_that_does_not_tell__alarms__nobody)
{
    bytes_left = 0;
    answer = -1;
    ck_assert_ptr_null(atelier_warning(at));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, below_64_megabytes__the_disk__is_nearly_full);
    tcase_add_test(tests, from_64_megabytes_on__there_is__room);
    tcase_add_test(tests, the_warning__ends__when_room_was_made);
    tcase_add_test(tests, a_disk_that_does_not_tell__alarms__nobody);
}

SUITE_MAIN("warning")
