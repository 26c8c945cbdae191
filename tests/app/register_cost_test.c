/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_cost_test.c - what a registration writes: so many pages of the log, so many
 * bytes of the file, the same on every machine
 */
#include <stdlib.h>
#include <sys/stat.h>

#include "atelier/app/register.h"
#include "atelier/app/sample.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

#define SQL_BYTES                                                                        \
    "SELECT (page_count - freelist_count) * page_size"                                   \
    " FROM pragma_page_count, pragma_freelist_count, pragma_page_size"

enum { ACTS = 200, PAGES_MOST = 10, BYTES_MOST = 400, PAGE = 4096 };

static struct atelier *at;
static int64_t meeting; /* without a limit */
static int64_t people[ACTS];

static void
begin(void)
{
    struct error err = { 0 };

    at = office_found();
    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    meeting =
        office_add_meeting(at, database_file_number("SELECT min(id) FROM working_group"),
                           "2027-03-16 09:30", NUMBER_NONE);
    for (int i = 0; i < ACTS; i++)
        people[i] = database_file_number("SELECT min(id) FROM person") + i;
}

static void
end(void)
{
    office_end(at);
}

/* The log begins anew with the next act, and is short enough to stay. */
static void
empty_log(void)
{
    ck_assert(database_file_run("PRAGMA wal_checkpoint(TRUNCATE)"));
}

static int64_t
log_pages(void)
{
    enum { LOG_HEAD = 32, PAGE_HEAD = 24 };
    const int64_t page = database_file_number("PRAGMA page_size");
    struct stat log;

    ck_assert_int_eq(stat(database_file_path("atelier.db-wal"), &log), 0);
    if (log.st_size == 0)
        return 0;
    ck_assert_int_eq((log.st_size - LOG_HEAD) % (page + PAGE_HEAD), 0);
    return (log.st_size - LOG_HEAD) / (page + PAGE_HEAD);
}

static int
compare(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a;
    const int64_t right = *(const int64_t *)b;

    return (left > right) - (left < right);
}

START_TEST(a_registration__writes_few_pages_of_the_log)
{
    int64_t pages[ACTS];

    empty_log();
    int64_t before = log_pages();
    ck_assert_int_eq(before, 0);
    for (int i = 0; i < ACTS; i++) {
        (void)office_register(at, meeting, people[i]);
        const int64_t after = log_pages();
        pages[i] = after - before;
        before = after;
    }
    qsort(pages, ACTS, sizeof pages[0], compare);
    ck_assert_int_gt(pages[0], 0);
    ck_assert_int_le(pages[ACTS / 2], PAGES_MOST);
}
END_TEST

START_TEST(a_registration__adds_few_bytes_to_the_file)
{
    const int64_t before = database_file_number(SQL_BYTES);

    for (int i = 0; i < ACTS; i++)
        (void)office_register(at, meeting, people[i]);
    const int64_t added = database_file_number(SQL_BYTES) - before;
    ck_assert_int_gt(added, 0);
    ck_assert_int_le(added, ACTS * BYTES_MOST + PAGE); /* a table takes whole pages */
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_registration__writes_few_pages_of_the_log);
    tcase_add_test(tests, a_registration__adds_few_bytes_to_the_file);
}

SUITE_MAIN("register_cost")
