/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_backup_test.c - a backup is whole, private, and overwrites nothing */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/memory.h"
#include "atelier/domain/person.h"
#include "atelier/store/maintenance.h"
#include "atelier/store/row_table.h"
#include "support/database_file.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;

static void
add_person_with(const char *family, const char *note)
{
    struct person person;

    record_init(&person_entity, &person);
    person.family = memory_copy(family);
    person.given = memory_copy("Anna");
    person.note = memory_copy(note);
    ck_assert_msg(row_insert(db, &person_entity, &person, "anna", 1700000000, &err), "%s",
                  err.message);
    record_clear(&person_entity, &person);
}

static void
add_person(const char *family)
{
    add_person_with(family, NULL);
}

static void
set_up(void)
{
    db = database_file_create();
    error_clear(&err);
    ck_assert(transaction_begin(db, &err));
    add_person("Müller");
    rows_commit(db);
}

static void
tear_down(void)
{
    database_file_remove(db);
}

static bool
holds_person(const char *path, int64_t id)
{
    struct person person;
    struct database *copy = database_open(path, DATABASE_OPEN, false, &err);

    ck_assert_msg(copy != NULL, "%s", err.message);
    record_init(&person_entity, &person);
    const bool holds = row_load(copy, &person_entity, id, &person, &err);
    record_clear(&person_entity, &person);
    database_close(copy);
    return holds;
}

START_TEST(backup__holds__what_was_committed)
{
    const char *target = database_file_path("copy.db");
    struct stat found;

    ck_assert_msg(maintenance_back_up(db, target, NULL, NULL, NULL, &err), "%s",
                  err.message);
    ck_assert_int_eq(stat(target, &found), 0);
    ck_assert_int_eq(found.st_mode & 0777, 0600);
    ck_assert_int_ne(access(database_file_path("copy.db-wal"), F_OK), 0);
    ck_assert(holds_person(target, 1));
}

/* It goes to the disk in pieces of two megabytes. */
START_TEST(backup__is_whole__when_it_is_long)
{
    enum { NOTE = 1 << 20, PEOPLE = 9 };
    const char *target = database_file_path("copy.db");
    char *note = memory_new(NOTE + 1, 1);
    struct stat found;

    memset(note, 'x', NOTE);
    ck_assert(transaction_begin(db, &err));
    for (int i = 0; i < PEOPLE; i++)
        add_person_with("Müller", note);
    rows_commit(db);
    free(note);
    ck_assert_msg(maintenance_back_up(db, target, NULL, NULL, NULL, &err), "%s",
                  err.message);
    ck_assert_int_eq(stat(target, &found), 0);
    ck_assert_int_gt(found.st_size, (off_t)PEOPLE * NOTE);
    ck_assert(holds_person(target, PEOPLE + 1));
}

START_TEST(backup__is_made__while_a_colleague_writes)
{
    const char *target = database_file_path("copy.db");
    struct database *colleague =
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);
    struct database *own = db;

    ck_assert_msg(colleague != NULL, "%s", err.message);
    ck_assert(transaction_begin(colleague, &err));
    db = colleague;
    add_person("Noël");
    db = own;
    ck_assert_msg(maintenance_back_up(db, target, NULL, NULL, NULL, &err), "%s",
                  err.message);
    rows_commit(colleague);
    database_close(colleague);
    ck_assert(holds_person(target, 1));
    ck_assert(!holds_person(target, 2));
}

START_TEST(backup__overwrites__nothing)
{
    const char *target = database_file_path("copy.db");
    FILE *file = fopen(target, "w");

    ck_assert_ptr_nonnull(file);
    (void)fputs("mine", file);
    (void)fclose(file);
    ck_assert(!maintenance_back_up(db, target, NULL, NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    ck_assert_ptr_nonnull(strstr(err.message, "copy.db"));
    struct stat found;
    ck_assert_int_eq(stat(target, &found), 0);
    ck_assert_int_eq(found.st_size, 4);
}

START_TEST(backup__says_so__when_it_cannot_write)
{
    ck_assert(!maintenance_back_up(db, database_file_path("none/copy.db"), NULL, NULL,
                                   NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_ptr_nonnull(strstr(err.message, "none/copy.db"));
}

static bool
stop_at_once(void *context, int64_t done, int64_t total)
{
    (void)context;
    (void)done;
    (void)total;
    return true;
}

START_TEST(backup__leaves_nothing__when_stopped)
{
    ck_assert(!maintenance_back_up(db, database_file_path("copy.db"), NULL, stop_at_once,
                                   NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_int_ne(access(database_file_path("copy.db"), F_OK), 0);
}

static bool
stop_when_copied(void *context, int64_t done, int64_t total)
{
    (void)context;
    (void)total;
    return done > 0;
}

START_TEST(backup__says_that_it_was_stopped__whichever_part_of_it_was)
{
    ck_assert(database_file_run(
        "CREATE TABLE long_to_read AS WITH RECURSIVE t(n) AS "
        "(SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 100000) SELECT n FROM t"));
    ck_assert(!maintenance_back_up(db, database_file_path("copy.db"), NULL,
                                   stop_when_copied, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_str_eq(err.message, "The backup was stopped.");
    ck_assert_int_ne(access(database_file_path("copy.db"), F_OK), 0);
}

START_TEST(backup__of_changed_tables__is_kept__and_said)
{
    const char *target = database_file_path("copy.db");

    ck_assert(database_file_run("DROP INDEX person_email"));
    ck_assert(!maintenance_back_up(db, target, NULL, NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    ck_assert_ptr_nonnull(strstr(err.message, "cannot be restored"));
    ck_assert(holds_person(target, 1));
}

/* SQLite would take it for its own, and delete it or play it back. */
static const char *const names_of_databases[] = {
    "atelier.db-wal", "atelier.db-shm", "atelier.db-journal", "atelier.db.queue",
    "other.db-wal",   "other.db-shm",   "other.db-journal",   "other.db.queue",
};

START_TEST(backup__is_never_made__under_a_name_of_a_database)
{
    const char *target = database_file_path(names_of_databases[_i]);
    FILE *other = fopen(database_file_path("other.db"), "w");

    ck_assert_ptr_nonnull(other);
    (void)fclose(other);
    const bool was_there = access(target, F_OK) == 0;
    ck_assert(!maintenance_back_up(db, target, NULL, NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_int_eq(access(target, F_OK) == 0, was_there);
}

static void
write_part(const char *name, pid_t pid, const char *from)
{
    char part[64];

    (void)snprintf(part, sizeof(part), "%s.%ld.part", name, (long)pid);
    FILE *file = fopen(database_file_path(part), "w");
    FILE *source = from ? fopen(database_file_path(from), "r") : NULL;
    ck_assert_ptr_nonnull(file);
    for (int byte = 0; source && (byte = getc(source)) != EOF;)
        (void)putc(byte, file);
    if (from && !source)
        (void)fputs(from, file);
    if (source)
        (void)fclose(source);
    (void)fclose(file);
}

static bool
has_part(const char *name, pid_t pid)
{
    char part[64];

    (void)snprintf(part, sizeof(part), "%s.%ld.part", name, (long)pid);
    return access(database_file_path(part), F_OK) == 0;
}

START_TEST(backup__removes__what_a_killed_one_left)
{
    const pid_t dead = fork();

    if (dead == 0)
        _exit(0);
    ck_assert_int_eq(waitpid(dead, NULL, 0), dead);
    ck_assert(maintenance_back_up(db, database_file_path("earlier.db"), NULL, NULL, NULL,
                                  &err));
    write_part("half.db", dead, "earlier.db");
    write_part("empty.db", dead, NULL);
    write_part("letter", dead,
               "Dear colleagues, this is the first part of a letter that "
               "is long enough to be told from a database.");
    write_part("colleague.db", getpid(), "earlier.db");
    ck_assert(
        maintenance_back_up(db, database_file_path("copy.db"), NULL, NULL, NULL, &err));
    ck_assert(!has_part("half.db", dead));
    ck_assert(!has_part("empty.db", dead));
    ck_assert(has_part("letter", dead));
    ck_assert(has_part("colleague.db", getpid()));
}

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, backup__holds__what_was_committed);
    tcase_add_test(tests, backup__is_whole__when_it_is_long);
    tcase_add_test(tests, backup__is_made__while_a_colleague_writes);
    tcase_add_test(tests, backup__overwrites__nothing);
    tcase_add_test(tests, backup__says_so__when_it_cannot_write);
    tcase_add_test(tests, backup__leaves_nothing__when_stopped);
    tcase_add_test(tests, backup__says_that_it_was_stopped__whichever_part_of_it_was);
    tcase_add_test(tests, backup__of_changed_tables__is_kept__and_said);
    tcase_add_loop_test(tests, backup__is_never_made__under_a_name_of_a_database, 0,
                        sizeof names_of_databases / sizeof names_of_databases[0]);
    tcase_add_test(tests, backup__removes__what_a_killed_one_left);
}

SUITE_MAIN("maintenance_backup")
