/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scarce_system_test.c - too little memory, too small files: said of what is there, and
 * never taken for damage */
#include <limits.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/store/maintenance.h"
#include "database/scratch_name.h"
#include "support/database_file.h"
#include "support/suite.h"

enum { NOW = 1700000000 };

static struct error err;

static void
set_up(void)
{
    struct database *db = database_file_create();

    error_clear(&err);
    ck_assert_msg(
        maintenance_back_up(db, database_file_path("copy.db"), NULL, NULL, NULL, &err),
        "%s", err.message);
    database_close(db);
}

static void
tear_down(void)
{
    database_file_remove(NULL);
}

static int
end_of(pid_t pid)
{
    int status;

    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

START_TEST(copy_without_a_name__is_told_by_its_place)
{
    static const struct {
        const char *path;
        const char *place;
    } names[] = {
        { "/var/tmp/atelier-a1B2c3/copy", "/var/tmp" },
        { "/home/anna/tmp/atelier-a1B2c3/copy", "/home/anna/tmp" },
        { "/home/anna/atelier-a1B2c3.db", NULL },
        { "/home/anna/atelier-a1B2c3/copy.db", NULL },
        { "/home/anna/atelier-longer-name/copy", NULL },
        { "/copy", NULL },
        { "", NULL },
        { NULL, NULL },
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *place = scratch_name_place(names[i].path);
        ck_assert_pstr_eq(place, names[i].place);
        free(place);
    }
}
END_TEST

static bool
back_up(void)
{
    struct database *db =
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    const bool done = db && maintenance_back_up(db, database_file_path("small.db"), NULL,
                                                NULL, NULL, &err);

    database_close(db);
    return done;
}

static bool
found(void)
{
    struct database *db =
        database_open(database_file_path("small.db"), DATABASE_CREATE, false, &err);

    database_close(db);
    return db;
}

static bool
bring_back(void)
{
    struct restore_report report;
    const bool done =
        maintenance_restore(database_file_path("small.db"), database_file_path("copy.db"),
                            NOW, &report, &err);

    restore_report_clear(&report);
    return done;
}

/* Of what nobody can find, neither the name is said, nor that of a file whose disk has
 * room. */
START_TEST(copy__that_may_not_grow__is_said_to_lie_where_it_does)
{
    const pid_t pid = suite_fork();

    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        enum { BYTES = 1 << 16 };
        (void)signal(SIGXFSZ, SIG_IGN);
        (void)setrlimit(RLIMIT_FSIZE, &(struct rlimit){ BYTES, BYTES });
        const bool done = _i == 0 ? back_up() : _i == 1 ? found() : bring_back();
        (void)fprintf(stderr, "%s\n", err.message);
        _exit(!done && strncmp(err.message, "A copy in /", 11) == 0 &&
                      strstr(err.message, "/atelier-") == NULL &&
                      strstr(err.message, "ulimit -f")
                  ? EXIT_SUCCESS
                  : EXIT_FAILURE);
    }
    ck_assert_int_eq(end_of(pid), EXIT_SUCCESS);
    ck_assert_int_ne(access(database_file_path("small.db"), F_OK), 0);
}
END_TEST

/* SQLite's memory, until it has asked so often. */
static sqlite3_mem_methods given;
static long asked;
static long most_asked;

static void *
give(int size)
{
    return ++asked > most_asked ? NULL : given.xMalloc(size);
}

static void *
give_again(void *old, int size)
{
    return ++asked > most_asked ? NULL : given.xRealloc(old, size);
}

enum { REFUSED, RESTORED, RESTORED_UNREAD };

static int
restore_within(long most)
{
    struct restore_report report;

    asked = 0;
    most_asked = most;
    (void)sqlite3_shutdown();
    (void)sqlite3_config(SQLITE_CONFIG_GETMALLOC, &given);
    sqlite3_mem_methods scarce = given;
    scarce.xMalloc = give;
    scarce.xRealloc = give_again;
    (void)sqlite3_config(SQLITE_CONFIG_MALLOC, &scarce);
    if (!maintenance_restore(database_file_path("atelier.db"),
                             database_file_path("copy.db"), NOW, &report, &err))
        return REFUSED;
    return report.is_unread ? RESTORED_UNREAD : RESTORED;
}

/* How often it asks when it gets all. */
static long
count_asked(void)
{
    int ends[2];
    long count = 0;

    ck_assert_int_eq(pipe(ends), 0);
    const pid_t pid = suite_fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        const int seen = restore_within(LONG_MAX);
        (void)!write(ends[1], &asked, sizeof(asked));
        _exit(seen);
    }
    ck_assert_int_eq(read(ends[0], &count, sizeof(count)), (ssize_t)sizeof(count));
    ck_assert_int_eq(end_of(pid), RESTORED);
    (void)close(ends[0]);
    (void)close(ends[1]);
    return count;
}

/* What calendars were told last is asked of what was there: a good file is never passed
 * over for want of memory. */
START_TEST(restore__without_memory__is_refused__or_has_read_what_was_there)
{
    enum { TRIES = 100 };
    const long count = count_asked();
    int refused = 0;

    ck_assert_int_gt(count, TRIES);
    for (long i = 1; i < TRIES; i++) {
        const pid_t pid = suite_fork();
        ck_assert_int_ge(pid, 0);
        if (pid == 0)
            _exit(restore_within(count * i / TRIES));
        const int seen = end_of(pid);
        ck_assert_msg(seen == REFUSED || seen == RESTORED, "at %ld of %d: %d", i, TRIES,
                      seen);
        refused += seen == REFUSED;
    }
    ck_assert_int_gt(refused, TRIES / 2);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, copy_without_a_name__is_told_by_its_place);
    tcase_add_loop_test(tests, copy__that_may_not_grow__is_said_to_lie_where_it_does, 0,
                        3);
    tcase_add_test(tests,
                   restore__without_memory__is_refused__or_has_read_what_was_there);
}

SUITE_MAIN("scarce_system")
