/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_restore_test.c - a backup takes the database's place, or nothing happens */
#include <check.h>
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/memory.h"
#include "atelier/domain/person.h"
#include "atelier/store/maintenance.h"
#include "atelier/store/row_table.h"
#include "support/database_file.h"
#include "support/old_system.h"
#include "support/paper.h"
#include "support/rows.h"
#include "support/suite.h"

enum { NOW = 1700000000 };

static struct database *db;
static struct error err;
static struct restore_report report;

static void
add_person(const char *family)
{
    struct person person;

    ck_assert(transaction_begin(db, &err));
    record_init(&person_entity, &person);
    person.family = memory_copy(family);
    person.given = memory_copy("Anna");
    ck_assert_msg(row_insert(db, &person_entity, &person, "anna", NOW, &err), "%s",
                  err.message);
    record_clear(&person_entity, &person);
    rows_commit(db);
}

/* One person in the backup copy.db, a second one in the database, which is closed. */
static void
set_up(void)
{
    db = database_file_create();
    error_clear(&err);
    add_person("Müller");
    ck_assert_msg(
        maintenance_back_up(db, database_file_path("copy.db"), NULL, NULL, NULL, &err),
        "%s", err.message);
    add_person("Noël");
    database_close(db);
    db = NULL;
}

static void
tear_down(void)
{
    database_file_remove(db);
    restore_report_clear(&report);
}

static bool
restore_to(const char *path, const char *source)
{
    restore_report_clear(&report);
    return maintenance_restore(database_file_path(path), database_file_path(source), NOW,
                               &report, &err);
}

static bool
restore(const char *source)
{
    return restore_to("atelier.db", source);
}

static int64_t
people(void)
{
    return database_file_number("SELECT count(*) FROM person");
}

/* Runs SQL on the backup, which then is no longer as it was made. */
static void
tamper(const char *sql)
{
    sqlite3 *sqlite = NULL;

    ck_assert_int_eq(sqlite3_open(database_file_path("copy.db"), &sqlite), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(sqlite));
    sqlite3_close(sqlite);
}

static void
copy_file(const char *from, const char *to)
{
    FILE *source = fopen(database_file_path(from), "r");
    FILE *target = fopen(database_file_path(to), "w");
    int byte;

    ck_assert(source != NULL && target != NULL);
    while ((byte = getc(source)) != EOF)
        (void)putc(byte, target);
    (void)fclose(source);
    (void)fclose(target);
}

START_TEST(restore__puts_the_backup__in_place)
{
    ck_assert_int_eq(people(), 2);
    ck_assert_msg(restore("copy.db"), "%s", err.message);
    ck_assert_int_eq(people(), 1);
    ck_assert_int_eq(access(database_file_path("copy.db"), F_OK), 0);
    db = database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    add_person("Zola");
}

/* Two who open it at once: to turn it to a log, the one would need the other out. */
START_TEST(restore__puts_a_file_in_place__that_several_can_open_at_once)
{
    sqlite3 *reader = NULL;

    ck_assert_msg(restore("copy.db"), "%s", err.message);
    ck_assert_int_eq(sqlite3_open(database_file_path("atelier.db"), &reader), SQLITE_OK);
    ck_assert_int_eq(
        sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM person", NULL, NULL, NULL),
        SQLITE_OK);
    ck_assert_int_eq(setenv("ATELIER_PATIENCE", "1", 1), 0);
    db = database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    add_person("Zola");
    sqlite3_close(reader);
}

START_TEST(restore__keeps__every_database_it_replaced)
{
    ck_assert_msg(restore("copy.db"), "%s", err.message);
    ck_assert_str_eq(report.kept, database_file_path("atelier.db.replaced"));
    ck_assert_msg(restore("atelier.db.replaced"), "%s", err.message);
    ck_assert_str_eq(report.kept, database_file_path("atelier.db.replaced-2"));
    ck_assert_int_eq(people(), 2);
    ck_assert_int_eq(access(database_file_path("atelier.db.replaced"), F_OK), 0);
    ck_assert_int_eq(access(database_file_path("atelier.db.replaced-2"), F_OK), 0);
}

START_TEST(restore__leaves__owner_group_and_mode)
{
    const char *path = database_file_path("atelier.db");
    struct stat before;
    struct stat after;

    ck_assert_int_eq(chmod(path, 0660), 0);
    if (geteuid() == 0)
        ck_assert_int_eq(chown(path, 1, 2), 0);
    ck_assert_int_eq(stat(path, &before), 0);
    ck_assert_msg(restore("copy.db"), "%s", err.message);
    ck_assert_int_eq(stat(path, &after), 0);
    ck_assert_uint_eq(after.st_uid, before.st_uid);
    ck_assert_uint_eq(after.st_gid, before.st_gid);
    ck_assert_uint_eq(after.st_mode, before.st_mode);

    /* And so does the queue for those who write, whoever writes first. */
    ck_assert_int_eq(unlink(database_file_path("atelier.db.queue")), 0);
    db = database_open(path, DATABASE_OPEN, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    add_person("Zola");
    ck_assert_int_eq(stat(database_file_path("atelier.db.queue"), &after), 0);
    ck_assert_uint_eq(after.st_uid, before.st_uid);
    ck_assert_uint_eq(after.st_gid, before.st_gid);
    ck_assert_uint_eq(after.st_mode, before.st_mode);
}

START_TEST(restore__is_not_undone__by_a_wal_left_behind)
{
    /* As after a power cut: the last commits are only in the -wal. */
    db = database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    add_person("Zola");
    copy_file("atelier.db", "crashed.db");
    copy_file("atelier.db-wal", "crashed.db-wal");
    database_close(db);
    db = NULL;
    ck_assert_msg(restore_to("crashed.db", "copy.db"), "%s", err.message);
    ck_assert_int_ne(access(database_file_path("crashed.db-wal"), F_OK), 0);
    copy_file("crashed.db", "atelier.db");
    ck_assert_int_eq(people(), 1);
    copy_file("crashed.db.replaced", "atelier.db");
    ck_assert_int_eq(people(), 3);
}

START_TEST(restore__makes__a_database_that_was_lost)
{
    ck_assert_int_eq(unlink(database_file_path("atelier.db")), 0);
    ck_assert_msg(restore("copy.db"), "%s", err.message);
    ck_assert_ptr_null(report.kept);
    ck_assert_int_eq(people(), 1);
}

/* It would be applied to the backup. */
START_TEST(restore__puts_aside__the_log_of_a_database_that_was_lost)
{
    db = database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    add_person("Zola");
    copy_file("atelier.db-wal", "lost.db-wal");
    ck_assert_msg(restore_to("lost.db", "copy.db"), "%s", err.message);
    ck_assert_int_ne(access(database_file_path("lost.db-wal"), F_OK), 0);
    ck_assert_int_eq(access(database_file_path("lost.db.replaced-wal"), F_OK), 0);
}

START_TEST(restore__through_a_link__replaces_the_file_behind_it)
{
    struct stat found;

    ck_assert_int_eq(
        symlink(database_file_path("atelier.db"), database_file_path("link.db")), 0);
    ck_assert_msg(restore_to("link.db", "copy.db"), "%s", err.message);
    ck_assert_str_eq(report.kept, database_file_path("atelier.db.replaced"));
    ck_assert_int_eq(lstat(database_file_path("link.db"), &found), 0);
    ck_assert(S_ISLNK(found.st_mode));
    ck_assert_int_eq(people(), 1);
}

/* By another program, or by hand: what is said to be done is in one of the files. */
START_TEST(file__that_was_exchanged__takes_no_more_acts__and_keeps_those_it_has)
{
    db = database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    add_person("Zola");
    ck_assert_int_eq(
        rename(database_file_path("atelier.db"), database_file_path("aside.db")), 0);
    copy_file("copy.db", "atelier.db");
    ck_assert(database_is_replaced(db));
    ck_assert(!transaction_begin(db, &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    ck_assert_ptr_nonnull(strstr(err.message, "come again"));
    database_close(db);
    db = NULL;
    (void)unlink(database_file_path("atelier.db-wal"));
    (void)unlink(database_file_path("atelier.db-shm"));
    ck_assert_int_eq(people(), 1);
    copy_file("aside.db", "atelier.db");
    ck_assert_int_eq(people(), 3);
}

/* A colleague at the screens: a process of its own that holds the file open. */
static pid_t
begin_colleague(int *leave)
{
    int in[2];
    int out[2];
    char byte = 0;

    ck_assert_int_eq(pipe(in), 0);
    ck_assert_int_eq(pipe(out), 0);
    const pid_t pid = fork();
    if (pid == 0) {
        struct database *own =
            database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, NULL);
        (void)close(out[1]);
        (void)!write(in[1], own ? "y" : "n", 1);
        (void)!read(out[0], &byte, 1);
        database_close(own);
        _exit(0);
    }
    ck_assert_int_eq(read(in[0], &byte, 1), 1);
    ck_assert_int_eq(byte, 'y');
    (void)close(in[0]);
    (void)close(in[1]);
    (void)close(out[0]);
    *leave = out[1];
    return pid;
}

START_TEST(restore__names__who_is_in)
{
    int leave;
    char number[24];
    const pid_t pid = begin_colleague(&leave);

    (void)snprintf(number, sizeof(number), "(%ld)", (long)pid);
    ck_assert(!restore("copy.db"));
    ck_assert_ptr_nonnull(strstr(err.message, "in use"));
    ck_assert_msg(strstr(err.message, number) != NULL, "%s", err.message);
    (void)close(leave);
    ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
    ck_assert_msg(restore("copy.db"), "%s", err.message);
}

/* Whatever keeps us from finding out whether somebody is in, refuses. */
START_TEST(restore__without_descriptors__takes_nobody_for_gone)
{
    enum { MOST = 24 };
    int leave;
    const pid_t pid = begin_colleague(&leave);
    struct rlimit limit;
    struct rlimit few;

    ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    for (few = limit, few.rlim_cur = 3; few.rlim_cur < MOST; few.rlim_cur++) {
        ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
        const bool done = restore("copy.db");
        ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
        ck_assert_msg(!done, "restored with %u descriptors", (unsigned)few.rlim_cur);
        if (strstr(err.message, "in use"))
            break;
    }
    ck_assert_int_lt((int)few.rlim_cur, MOST);
    ck_assert_int_ne(access(database_file_path("atelier.db.replaced"), F_OK), 0);
    (void)close(leave);
    ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
    ck_assert_int_eq(people(), 2);
}

static void
damage(void)
{
    FILE *file = fopen(database_file_path("atelier.db"), "r+");

    ck_assert_ptr_nonnull(file);
    for (int i = 0; i < 5000; i++)
        (void)putc('x', file);
    (void)fclose(file);
}

START_TEST(restore__replaces__a_database_that_is_damaged)
{
    damage();
    ck_assert_msg(restore("copy.db"), "%s", err.message);
    ck_assert_int_eq(people(), 1);
    ck_assert_int_eq(access(database_file_path("atelier.db.replaced"), F_OK), 0);
}

START_TEST(restore__waits_for_nobody__and_drives_nobody_out)
{
    db = database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    ck_assert(!restore("copy.db"));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    ck_assert_int_eq(people(), 2);
}

/* A restored database is not in WAL until it is opened by atelier. */
START_TEST(restore__waits_for_nobody__who_writes_with_another_program)
{
    sqlite3 *other = NULL;

    ck_assert_msg(restore("copy.db"), "%s", err.message);
    ck_assert_int_eq(sqlite3_open(database_file_path("atelier.db"), &other), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    ck_assert(!restore("copy.db"));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    sqlite3_close(other);
    ck_assert_msg(restore("copy.db"), "%s", err.message);
}

/* Each refusal leaves the database and the folder as they were. */
static void
assert_refused(const char *source, enum error_kind kind)
{
    ck_assert(!restore(source));
    ck_assert_msg(err.kind == kind, "%s", err.message);
    ck_assert_int_eq(people(), 2);
    ck_assert_int_ne(access(database_file_path("atelier.db.replaced"), F_OK), 0);
}

START_TEST(restore__refuses__what_is_no_backup)
{
    FILE *file = fopen(database_file_path("letter.txt"), "w");

    (void)fputs("Dear colleagues,\n", file);
    (void)fclose(file);
    assert_refused("letter.txt", ERROR_DATABASE);
    assert_refused("none.db", ERROR_NOT_FOUND);
    assert_refused("atelier.db", ERROR_INPUT);
    assert_refused(".", ERROR_INPUT);
}

START_TEST(restore__refuses__a_link)
{
    ck_assert_int_eq(
        symlink(database_file_path("copy.db"), database_file_path("link.db")), 0);
    assert_refused("link.db", ERROR_INPUT);
}

/* Beside which nothing is made either. */
START_TEST(restore__refuses__what_is_no_file__in_the_place_of_the_database)
{
    static const char *const names[] = { "pipe", "folder", "copy.db/" };
    struct stat left;
    char *copy = memory_copy(database_file_path("copy.db"));

    ck_assert_int_eq(mkfifo(database_file_path("pipe"), 0600), 0);
    ck_assert_int_eq(mkdir(database_file_path("folder"), 0700), 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        error_clear(&err);
        ck_assert(
            !maintenance_restore(database_file_path(names[i]), copy, NOW, &report, &err));
        ck_assert_msg(strstr(err.message, "failed") == NULL, "%s", err.message);
    }
    ck_assert_int_ne(stat(database_file_path("pipe.queue"), &left), 0);
    ck_assert_int_ne(stat(database_file_path("folder.queue"), &left), 0);
    free(copy);
}

START_TEST(restore__refuses__a_database_of_others)
{
    tamper("PRAGMA application_id = 1");
    assert_refused("copy.db", ERROR_DATABASE);
}

START_TEST(restore__refuses__a_newer_one)
{
    tamper("PRAGMA user_version = 9999");
    assert_refused("copy.db", ERROR_DATABASE);
}

START_TEST(restore__refuses__a_trigger_that_is_not_ours)
{
    tamper("CREATE TRIGGER spy AFTER INSERT ON person BEGIN DELETE FROM person; END");
    assert_refused("copy.db", ERROR_DATABASE);
}

START_TEST(restore__refuses__rows_that_refer_to_nothing)
{
    tamper("PRAGMA foreign_keys = OFF;"
           "INSERT INTO search_rank (entity, row, rank) VALUES ('person', 1000, 0);"
           "UPDATE person SET merged_into = 77");
    assert_refused("copy.db", ERROR_DATABASE);
}

/* SQLite itself reads the rest of the page as zeroes. */
START_TEST(restore__refuses__a_copy_that_ends_within_a_page)
{
    struct stat found;

    ck_assert_int_eq(stat(database_file_path("copy.db"), &found), 0);
    ck_assert_int_eq(truncate(database_file_path("copy.db"), found.st_size - 1), 0);
    assert_refused("copy.db", ERROR_DATABASE);
}

START_TEST(restore__refuses__a_damaged_one)
{
    struct stat found;
    FILE *file = fopen(database_file_path("copy.db"), "r+");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(stat(database_file_path("copy.db"), &found), 0);
    ck_assert_int_eq(fseek(file, found.st_size / 4, SEEK_SET), 0);
    for (int i = 0; i < 20000; i++)
        (void)putc('x', file);
    (void)fclose(file);
    assert_refused("copy.db", ERROR_DATABASE);
}

/* In a place like /tmp: the second name could not be taken away from a file that is not
 * one's own. */
START_TEST(restore__by_who_may_not_replace_the_file__gives_it_no_second_name)
{
    struct stat found;

    if (geteuid() != 0)
        suite_skip("only root makes files of others");
    ck_assert_int_eq(chmod(database_file_path("copy.db"), 0644), 0);
    ck_assert_int_eq(chmod(database_file_path("atelier.db"), 0666), 0);
    ck_assert_int_eq(chmod(database_file_path("atelier.db.queue"), 0666), 0);
    ck_assert_int_eq(chmod(database_file_path("."), 01777), 0);
    ck_assert_int_eq(seteuid(65534), 0);
    ck_assert(!restore("copy.db"));
    ck_assert_int_eq(seteuid(0), 0);
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "user 0") && strstr(err.message, "chmod -t"), "%s",
                  err.message);
    error_clear(&err);
    ck_assert_int_eq(stat(database_file_path("atelier.db"), &found), 0);
    ck_assert_uint_eq(found.st_nlink, 1);
    ck_assert_int_eq(people(), 2);
    ck_assert_int_eq(chown(database_file_path("atelier.db"), 65534, 65534), 0);
    ck_assert_int_eq(seteuid(65534), 0);
    ck_assert_msg(restore("copy.db"), "%s", err.message);
    ck_assert_int_eq(seteuid(0), 0);
}
END_TEST

/* As on the disk of a camera; of a damaged file its bytes are kept. */
START_TEST(restore__where_a_file_has_one_name__keeps_the_bytes)
{
    enum { HEAD = 100 }; /* where closing it is noted */
    size_t before;
    size_t after;
    struct stat found;
    int status;

    if (_i == 1)
        damage();
    char *bytes = paper_read(database_file_path("atelier.db"), &before);
    const pid_t pid = suite_fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        old_system_forbid_second_names();
        _exit(restore("copy.db") ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS);
    char *kept = paper_read(database_file_path("atelier.db.replaced"), &after);
    ck_assert_uint_eq(before, after);
    ck_assert_int_eq(memcmp(bytes + HEAD, kept + HEAD, before - HEAD), 0);
    ck_assert_int_eq(stat(database_file_path("atelier.db.replaced"), &found), 0);
    ck_assert_int_eq(found.st_mode & 07777, 0600);
    ck_assert_uint_eq(paper_count(".part"), 0);
    ck_assert_int_eq(people(), 1);
    free(bytes);
    free(kept);
}
END_TEST

/* Who may have no more of the disk comes in to read, and is told why nothing is written.
 */
START_TEST(quota_that_is_used_up__is_said)
{
    const pid_t pid = suite_fork();
    int status;

    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        old_system_fail(SYS_pwrite64, EDQUOT);
        db = database_open(database_file_path("atelier.db"), DATABASE_BRIEFLY, false,
                           &err);
        _exit(db && !transaction_begin(db, &err) && err.kind == ERROR_DATABASE &&
                      strstr(err.message, "quota")
                  ? EXIT_SUCCESS
                  : EXIT_FAILURE);
    }
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS);
    ck_assert_int_eq(people(), 2);
}
END_TEST

START_TEST(restore__refuses__a_name_without_room_for_what_lies_beside)
{
    char name[251];

    memset(name, 'n', sizeof(name) - 1);
    name[sizeof(name) - 1] = '\0';
    ck_assert(!restore_to(name, "copy.db"));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_msg(strstr(err.message, "too long by"), "%s", err.message);
    error_clear(&err);
    ck_assert_uint_eq(paper_count("nnn"), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, restore__puts_the_backup__in_place);
    tcase_add_test(tests, restore__puts_a_file_in_place__that_several_can_open_at_once);
    tcase_add_test(tests, restore__keeps__every_database_it_replaced);
    tcase_add_test(tests, restore__leaves__owner_group_and_mode);
    tcase_add_test(tests, restore__waits_for_nobody__who_writes_with_another_program);
    tcase_add_test(tests, restore__is_not_undone__by_a_wal_left_behind);
    tcase_add_test(tests, restore__makes__a_database_that_was_lost);
    tcase_add_test(tests, restore__puts_aside__the_log_of_a_database_that_was_lost);
    tcase_add_test(tests, restore__through_a_link__replaces_the_file_behind_it);
    tcase_add_test(tests,
                   file__that_was_exchanged__takes_no_more_acts__and_keeps_those_it_has);
    tcase_add_test(tests, restore__names__who_is_in);
    tcase_add_test(tests, restore__without_descriptors__takes_nobody_for_gone);
    tcase_add_test(tests, restore__replaces__a_database_that_is_damaged);
    tcase_add_test(tests, restore__waits_for_nobody__and_drives_nobody_out);
    tcase_add_test(tests, restore__refuses__what_is_no_backup);
    tcase_add_test(tests, restore__refuses__a_link);
    tcase_add_test(tests,
                   restore__refuses__what_is_no_file__in_the_place_of_the_database);
    tcase_add_test(tests, restore__refuses__a_database_of_others);
    tcase_add_test(tests, restore__refuses__a_newer_one);
    tcase_add_test(tests, restore__refuses__a_trigger_that_is_not_ours);
    tcase_add_test(tests, restore__refuses__rows_that_refer_to_nothing);
    tcase_add_test(tests, restore__refuses__a_copy_that_ends_within_a_page);
    tcase_add_test(tests, restore__refuses__a_damaged_one);
    tcase_add_test(tests,
                   restore__by_who_may_not_replace_the_file__gives_it_no_second_name);
    tcase_add_loop_test(tests, restore__where_a_file_has_one_name__keeps_the_bytes, 0, 2);
    tcase_add_test(tests, quota_that_is_used_up__is_said);
    tcase_add_test(tests, restore__refuses__a_name_without_room_for_what_lies_beside);
}

SUITE_MAIN("maintenance_restore")
