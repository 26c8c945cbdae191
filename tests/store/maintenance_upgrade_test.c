/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_upgrade_test.c - an upgrade that is killed, or has no room, at each step
 *
 * The old file is never lost, and once the upgrade is done it is kept under one name.
 */
#include <check.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/store/database.h"
#include "database/migration.h"
#include "support/database_file.h"
#include "support/old_database.h"
#include "support/old_system.h"
#include "support/paper.h"
#include "support/suite.h"
#include "support/tracer.h"

enum { OLD_SCHEMA = 2, CALLS_MOST = 200 };

static char kept[40]; /* how the name of what is kept ends */
static char *old_bytes;
static size_t old_length;

static void
set_up(void)
{
    old_database_make(OLD_SCHEMA, "INSERT INTO category (" OLD_HEAD ", name)"
                                  " VALUES (1, 0, 'anna', 0, 'anna', 'expert')");
    old_bytes = paper_read(database_file_path("atelier.db"), &old_length);
    (void)snprintf(kept, sizeof(kept), ".before-%d", migration_latest());
}

static void
tear_down(void)
{
    free(old_bytes);
    database_file_remove(NULL);
}

static const char *
kept_name(const char *more)
{
    static char name[80];

    (void)snprintf(name, sizeof(name), "atelier.db%s%s", kept, more);
    return database_file_path(name);
}

/* As it was before the first of all. */
static void
put_back(void)
{
    (void)unlink(kept_name(""));
    (void)unlink(database_file_path("atelier.db"));
    paper_write_bytes("atelier.db", old_bytes, old_length);
}

static bool
is_old(const char *path)
{
    if (access(path, F_OK) != 0)
        return false;
    size_t length;
    char *bytes = paper_read(path, &length);
    const bool is = length == old_length && memcmp(bytes, old_bytes, length) == 0;
    free(bytes);
    return is;
}

static void
expect_upgraded(unsigned step)
{
    struct error err = { 0 };
    struct stat found;
    struct database *db =
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);

    ck_assert_msg(db != NULL, "killed at %u: %s", step, err.message);
    database_close(db);
    ck_assert_int_eq(database_file_number("PRAGMA user_version"), migration_latest());
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM category"), 1);
    ck_assert_msg(is_old(kept_name("")), "killed at %u: the old one is lost", step);
    ck_assert_msg(access(kept_name("-2"), F_OK) != 0, "killed at %u: kept twice", step);
    ck_assert_uint_eq(paper_count(".part"), 0);
    ck_assert_int_eq(stat(database_file_path("atelier.db"), &found), 0);
    ck_assert_uint_eq(found.st_nlink, 1);
}

/* Ends without a word, at the latest when it has opened the file. */
static pid_t
begin_opener(int *go)
{
    int ends[2];

    ck_assert_int_eq(pipe(ends), 0);
    const pid_t pid = suite_fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        char byte;
        (void)!read(ends[0], &byte, 1);
        (void)database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, NULL);
        _exit(EXIT_SUCCESS);
    }
    (void)close(ends[0]);
    *go = ends[1];
    return pid;
}

/* Whether it came so far. */
static bool
kill_at(unsigned step)
{
    int go;
    const pid_t pid = begin_opener(&go);

    if (!tracer_catch(pid))
        suite_skip("no process may be traced here");
    ck_assert_int_eq(write(go, "y", 1), 1);
    (void)close(go);
    return tracer_kill_at(pid, step);
}

START_TEST(upgrade__that_is_killed_at_any_step__keeps_the_old_file_once)
{
    unsigned step = 0;

    do {
        put_back();
        step++;
        ck_assert_uint_lt(step, CALLS_MOST);
        const bool killed = kill_at(step);
        ck_assert(is_old(database_file_path("atelier.db")) || is_old(kept_name("")));
        expect_upgraded(step);
        if (!killed)
            break;
    } while (true);
    ck_assert_uint_gt(step, 10);
}
END_TEST

START_TEST(upgrade__that_is_killed_again_and_again__keeps_the_old_file_once)
{
    for (unsigned step = 1; step < CALLS_MOST && kill_at(step); step++)
        continue;
    expect_upgraded(0);
}
END_TEST

/* As of a disk without room, or one that fails. */
START_TEST(upgrade__whose_call_fails__leaves_the_old_file_and_nothing_else)
{
    static const struct {
        long call;
        int number;
    } failures[] = {
        { SYS_pwrite64, ENOSPC }, { SYS_fsync, EIO },        { SYS_fchmod, EPERM },
        { SYS_linkat, ENOSPC },   { SYS_renameat2, ENOSPC },
#ifdef SYS_link
        { SYS_link, ENOSPC },
#endif
#ifdef SYS_renameat
        { SYS_renameat, ENOSPC },
#endif
    };
    if (_i >= (int)(sizeof(failures) / sizeof(failures[0])))
        return;
    const pid_t pid = fork();
    int status;

    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        old_system_fail(failures[_i].call, failures[_i].number);
        _exit(database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, NULL)
                  ? EXIT_SUCCESS
                  : EXIT_FAILURE);
    }
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert(WIFEXITED(status));
    if (WEXITSTATUS(status) == EXIT_FAILURE) {
        ck_assert(is_old(database_file_path("atelier.db")));
        ck_assert_int_ne(access(kept_name(""), F_OK), 0);
        ck_assert_uint_eq(paper_count(".part"), 0);
    } else {
        ck_assert_int_eq(failures[_i].call, SYS_renameat2); /* it is not needed */
    }
    expect_upgraded(0);
}
END_TEST

/* By a program that knows no better, or as a copy that somebody wanted to make: it may
 * look like one of ours. */
START_TEST(second_name__that_is_not_ours__is_left_and_refused)
{
    static const char *const endings[] = {
        ".other",       ".before",    ".before-",       ".before-christmas",
        ".before-36.x", ".replaced-", ".before-36-2-3", ".replaced.old",
        ".replaced-2b", ".replaced2", ".replaced-2-2",
    };
    char name[60];
    struct error err = { 0 };

    expect_upgraded(0);
    (void)snprintf(name, sizeof(name), "atelier.db%s", endings[_i]);
    ck_assert_int_eq(link(database_file_path("atelier.db"), database_file_path(name)), 0);
    ck_assert_ptr_null(
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    ck_assert_ptr_nonnull(strstr(err.message, "hard link"));
    ck_assert_int_eq(access(database_file_path(name), F_OK), 0);
}
END_TEST

/* As on the disk of a camera. */
START_TEST(upgrade__where_a_file_has_one_name__keeps_the_old_bytes)
{
    struct stat found;
    int status;
    const pid_t pid = suite_fork();

    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        old_system_forbid_second_names();
        _exit(database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, NULL)
                  ? EXIT_SUCCESS
                  : EXIT_FAILURE);
    }
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS);
    ck_assert_int_eq(stat(kept_name(""), &found), 0);
    ck_assert_int_eq(found.st_mode & 07777, 0600);
    expect_upgraded(0);
}
END_TEST

/* A restore that was killed between the two. */
START_TEST(second_name__under_which_it_would_have_been_kept__is_taken_from_it)
{
    static const char *const names[] = { "atelier.db.replaced", "atelier.db.replaced-2" };
    struct error err = { 0 };
    struct stat found;

    expect_upgraded(0);
    ck_assert_int_eq(
        link(database_file_path("atelier.db"), database_file_path(names[_i])), 0);
    ck_assert_int_eq(link(kept_name(""), database_file_path("atelier.db.replaced-3")), 0);
    struct database *db =
        database_open(database_file_path("atelier.db"), DATABASE_READ, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    database_close(db);
    ck_assert_int_ne(access(database_file_path(names[_i]), F_OK), 0);
    ck_assert_int_eq(access(database_file_path("atelier.db.replaced-3"), F_OK), 0);
    ck_assert_int_eq(stat(kept_name(""), &found), 0);
    ck_assert_uint_eq(found.st_nlink, 2);
}
END_TEST

/* A file that says another age than its tables have: nothing is kept for it, nor made of
 * it, and its reader learns why. */
START_TEST(file__that_is_not_of_the_schema_it_says__is_refused_by_name)
{
    char sql[64];
    struct error err = { 0 };

    if (_i >= migration_latest())
        return;
    expect_upgraded(0);
    (void)snprintf(sql, sizeof(sql), "PRAGMA user_version = %d", _i);
    ck_assert(database_file_run(sql));
    ck_assert_ptr_null(
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    if (_i < 1)
        ck_assert_msg(strstr(err.message, "is not a database of atelier"), "%s",
                      err.message);
    else
        ck_assert_msg(strstr(err.message, "another program changed its tables"),
                      "schema %d: %s", _i, err.message);
    ck_assert_int_ne(access(kept_name("-2"), F_OK), 0);
    ck_assert_int_eq(database_file_number("PRAGMA user_version"), _i);
}
END_TEST

static void
add_tests(TCase *tests)
{
    enum { MORE_THAN_SCHEMAS = 60 };

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, upgrade__that_is_killed_at_any_step__keeps_the_old_file_once);
    tcase_add_test(tests,
                   upgrade__that_is_killed_again_and_again__keeps_the_old_file_once);
    tcase_add_loop_test(
        tests, upgrade__whose_call_fails__leaves_the_old_file_and_nothing_else, 0, 7);
    tcase_add_loop_test(tests, second_name__that_is_not_ours__is_left_and_refused, 0, 11);
    tcase_add_test(tests, upgrade__where_a_file_has_one_name__keeps_the_old_bytes);
    tcase_add_loop_test(tests,
                        file__that_is_not_of_the_schema_it_says__is_refused_by_name, -2,
                        MORE_THAN_SCHEMAS);
    tcase_add_loop_test(
        tests, second_name__under_which_it_would_have_been_kept__is_taken_from_it, 0, 2);
}

SUITE_MAIN("maintenance_upgrade")
