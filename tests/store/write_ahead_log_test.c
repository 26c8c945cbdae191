/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write_ahead_log_test.c - nothing is called done before the disk has it, and nobody
 * waits for another's disk
 */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/domain/draft.h"
#include "atelier/store/draft_table.h"
#include "support/database_file.h"
#include "support/suite.h"

/* The log of a system whose disk can be watched, and can fail. */
static struct {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    const sqlite3_io_methods *real_methods;
    sqlite3_io_methods methods;
    sqlite3_io_methods file_methods;
    int syncs;
    int file_syncs; /* of what the log is taken up into */
    int syncs_in_turn;
    int failures; /* so many syncs from now on */
} disk;

static struct database *db;
static struct error err;

static bool
turn_is_free(void)
{
    const int queue = open(database_file_path("atelier.db.queue"), O_RDWR | O_CLOEXEC);
    const bool is_free = queue < 0 || flock(queue, LOCK_EX | LOCK_NB) == 0;

    (void)close(queue);
    return is_free;
}

static int
watch_sync(sqlite3_file *file, int flags)
{
    disk.syncs++;
    disk.syncs_in_turn += !turn_is_free();
    if (disk.failures > 0) {
        disk.failures--;
        errno = EIO;
        return SQLITE_IOERR_FSYNC;
    }
    return disk.real_methods->xSync(file, flags);
}

static int
watch_file_sync(sqlite3_file *file, int flags)
{
    disk.file_syncs++;
    return disk.real_methods->xSync(file, flags);
}

static int
open_watched(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags,
             int *out)
{
    (void)vfs;
    const int result = disk.real->xOpen(disk.real, name, file, flags, out);
    if (result == SQLITE_OK && (flags & SQLITE_OPEN_WAL) != 0) {
        disk.real_methods = file->pMethods;
        disk.methods = *file->pMethods;
        disk.methods.xSync = watch_sync;
        file->pMethods = &disk.methods;
    } else if (result == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB) != 0) {
        disk.real_methods = file->pMethods;
        disk.file_methods = *file->pMethods;
        disk.file_methods.xSync = watch_file_sync;
        file->pMethods = &disk.file_methods;
    }
    return result;
}

static void
set_up(void)
{
    disk.real = sqlite3_vfs_find(NULL);
    disk.vfs = *disk.real;
    disk.vfs.zName = "watched";
    disk.vfs.pNext = NULL;
    disk.vfs.xOpen = open_watched;
    ck_assert_int_eq(sqlite3_vfs_register(&disk.vfs, 1), SQLITE_OK);
    db = database_file_create();
    error_clear(&err);
    disk.syncs = disk.syncs_in_turn = 0;
}

static void
tear_down(void)
{
    disk.failures = 0;
    database_file_remove(db);
}

static bool
write_text(struct database *whose, char *screen, size_t length)
{
    char staff[] = "anna";
    char entity[] = "room";
    char *text = calloc(1, length + 1);

    ck_assert_ptr_nonnull(text);
    memset(text, 'x', length);
    struct draft draft = { .staff = staff, .screen = screen, .entity = entity };
    draft.fields = text;
    draft.at = 1700000000;
    const bool ok = draft_table_save(whose, &draft, &err);
    free(text);
    return ok;
}

/* Without its log.  (Closing it drops the locks of SQLite; nobody else is here.) */
static bool
file_holds(const char *text)
{
    struct stat status;
    const int file = open(database_file_path("atelier.db"), O_RDONLY | O_CLOEXEC);

    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(fstat(file, &status), 0);
    char *bytes = malloc((size_t)status.st_size);
    ck_assert_ptr_nonnull(bytes);
    ck_assert_int_eq(read(file, bytes, (size_t)status.st_size), status.st_size);
    const bool holds = memmem(bytes, (size_t)status.st_size, text, strlen(text)) != NULL;
    free(bytes);
    (void)close(file);
    return holds;
}

START_TEST(commit__is_on_the_disk__when_it_is_done)
{
    ck_assert(write_text(db, (char[]){ "one" }, 10));
    const int first = disk.syncs;
    ck_assert_int_ge(first, 1);
    ck_assert(write_text(db, (char[]){ "two" }, 10));
    ck_assert_int_gt(disk.syncs, first);
}
END_TEST

START_TEST(turn__is_handed_on__before_the_disk_has_it)
{
    /* Who begins a log writes its beginning through at once, before anything follows. */
    ck_assert(write_text(db, (char[]){ "first" }, 10));
    disk.syncs = disk.syncs_in_turn = 0;
    ck_assert(write_text(db, (char[]){ "one" }, 10));
    ck_assert_int_ge(disk.syncs, 1);
    ck_assert_int_eq(disk.syncs_in_turn, 0);
}
END_TEST

START_TEST(sync__that_fails__is_made_up_for_in_the_file)
{
    ck_assert(write_text(db, (char[]){ "sansibar" }, 10));
    ck_assert(!file_holds("sansibar"));
    disk.failures = 1;
    ck_assert_msg(write_text(db, (char[]){ "zanzibar" }, 10), "%s", err.message);
    ck_assert_int_eq(disk.failures, 0);

    ck_assert(file_holds("zanzibar"));
}
END_TEST

START_TEST(disk__that_fails__is_named__and_the_act_is_not_called_done)
{
    ck_assert(write_text(db, (char[]){ "one" }, 10));
    disk.failures = 100;
    ck_assert(!write_text(db, (char[]){ "two" }, 10));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    ck_assert_ptr_nonnull(strstr(err.message, "a power cut may undo it"));
    disk.failures = 0;
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM draft"), 2);
    error_clear(&err);
    ck_assert(write_text(db, (char[]){ "three" }, 10));
}
END_TEST

enum { TEXT = 1 << 20, TIMES = 48, LONGEST_LOG = 24 << 20 };

/* Three times the length at which the log is long. */
static void
write_much(struct database *one, struct database *other)
{
    for (int i = 0; i < TIMES; i++) {
        char screen[] = { 'a', 'a', '\0' };
        screen[0] = (char)(screen[0] + i / 24);
        screen[1] = (char)(screen[1] + i % 24);
        ck_assert_msg(write_text(i % 2 ? one : other, screen, TEXT), "%s", err.message);
    }
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM draft"), TIMES);
}

static off_t
log_length(void)
{
    struct stat log;

    ck_assert_int_eq(stat(database_file_path("atelier.db-wal"), &log), 0);
    return log.st_size;
}

START_TEST(log__is_taken_up__when_it_has_grown_long)
{
    struct database *colleague =
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);

    ck_assert_msg(colleague != NULL, "%s", err.message);
    write_much(db, colleague);
    ck_assert_int_lt(log_length(), LONGEST_LOG);
    database_close(colleague);
}
END_TEST

START_TEST(log__that_is_read__is_left_alone)
{
    struct database *reader =
        database_open(database_file_path("atelier.db"), DATABASE_READ, false, &err);
    struct draft draft = { .id = 0 };

    ck_assert_msg(reader != NULL, "%s", err.message);
    ck_assert(transaction_read_begin(reader, &err));
    ck_assert(draft_table_find(reader, "anna", NULL, 0, &draft, &err));
    disk.file_syncs = 0;
    write_much(db, db);
    ck_assert_int_eq(disk.file_syncs, 0);
    transaction_read_end(reader);
    database_close(reader);

    const off_t length = log_length();
    write_much(db, db);
    ck_assert_int_le(log_length(), length + LONGEST_LOG);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, commit__is_on_the_disk__when_it_is_done);
    tcase_add_test(tests, turn__is_handed_on__before_the_disk_has_it);
    tcase_add_test(tests, sync__that_fails__is_made_up_for_in_the_file);
    tcase_add_test(tests, disk__that_fails__is_named__and_the_act_is_not_called_done);
    tcase_add_test(tests, log__is_taken_up__when_it_has_grown_long);
    tcase_add_test(tests, log__that_is_read__is_left_alone);
}

SUITE_MAIN("write_ahead_log")
