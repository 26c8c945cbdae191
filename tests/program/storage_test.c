/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storage_test.c - the disk, the file or a neighbour fails while the screens are open */
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "support/program.h"
#include "support/suite.h"

/* Types a new person and asks to save; the answer is for the caller to see. */
static void
save_person(struct term *term)
{
    term_keys(term, "5");
    term_expect(term, "Family name");
    term_keys(term, "n");
    term_expect(term, "must be filled in");
    term_keys(term, "Zwölfer<Tab>Agnes");
    term_expect(term, "Agnes");
    term_keys(term, "<F2>");
}

static int64_t
person_count(void)
{
    return program_number("SELECT count(*) FROM person WHERE family = 'Zwölfer'");
}

/* Mounts of this test alone; false, with the reason, when the system does not let us. */
static bool
has_mounts(const char *test)
{
    if (geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
        mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0)
        return true;
    printf("# %s: skipped, a file system cannot be mounted here\n", test);
    return false;
}

/* Moves the database to a small disk of its own: $folder/disk/atelier.db. */
static bool
move_to_disk(const char *options, char variable[256])
{
    char command[512];

    ck_assert_int_eq(mkdir(program_path("disk"), 0700), 0);
    if (mount("tmpfs", program_path("disk"), "tmpfs", 0, options) != 0)
        return false;
    (void)snprintf(command, sizeof(command), "cp '%s' '%s'", program_path("atelier.db"),
                   program_path("disk/atelier.db"));
    ck_assert_int_eq(system(command), 0);
    (void)snprintf(variable, 256, "ATELIER_DATABASE=%s", program_path("disk/atelier.db"));
    return true;
}

static void
fill_disk(void)
{
    static const char block[4096];
    FILE *file = fopen(program_path("disk/holiday-photos"), "w");

    ck_assert_ptr_nonnull(file);
    while (fwrite(block, 1, sizeof(block), file) == sizeof(block) && fflush(file) == 0)
        ;
    (void)fclose(file);
}

START_TEST(a_full_disk__is_said__and_nothing_typed_is_lost)
{
    char variable[256];
    const char *const env[] = { variable, NULL };
    struct term *term;

    if (!has_mounts("a full disk") || !move_to_disk("size=8m", variable))
        return;
    term = program_screens(env);
    term_keys(term, "5");
    term_expect(term, "Family name");
    fill_disk();
    save_person(term);
    term_expect(term, "is full");
    term_expect(term, "Zwölfer");
    ck_assert_int_eq(unlink(program_path("disk/holiday-photos")), 0);
    term_keys(term, "<F2>");
    term_expect(term, "Added: ");
    program_leave(term);
    ck_assert_int_eq(umount2(program_path("disk"), MNT_DETACH), 0);
}
END_TEST

START_TEST(a_disk_that_is_nearly_full__is_told__at_the_start_and_by_a_check)
{
    char variable[256];
    const char *const env[] = { variable, NULL };
    struct term *term;

    if (!has_mounts("a disk nearly full") || !move_to_disk("size=40m", variable))
        return;
    term = program_screens(env);
    term_expect(term, "! The disk is nearly full: 3");
    program_leave(term);
    (void)snprintf(variable, sizeof(variable), "--database|%s|check",
                   program_path("disk/atelier.db"));
    term = program_command(variable);
    term_expect(term, "The disk is nearly full: 3");
    term_expect(term, "All is well.");
    program_ends(term, 0);
    ck_assert_int_eq(umount2(program_path("disk"), MNT_DETACH), 0);

    /* There is room where the sample lies. */
    term = program_screens(NULL);
    ck_assert_ptr_null(strstr(term_screen(term), "nearly full"));
    program_leave(term);
}
END_TEST

START_TEST(a_limit_on_the_size_of_files__is_said__and_ends_nothing)
{
    /* Room for the shared memory beside the database, and for little else. */
    enum { ROOM = 40960 };
    struct rlimit limit = { 0 };
    struct term *term;

    (void)getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = ROOM;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    term = program_screens(NULL);
    save_person(term);
    term_expect(term, "Nothing was written");
    term_expect(term, "Zwölfer");
    program_leave(term);
    limit.rlim_cur = limit.rlim_max;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    ck_assert_int_eq(person_count(), 0);
}
END_TEST

START_TEST(a_disk_that_is_read_only__is_refused__at_the_start)
{
    char variable[256];
    const char *const env[] = { variable, NULL };
    struct term *term;

    if (!has_mounts("a disk that is read-only") || !move_to_disk("size=8m", variable))
        return;
    ck_assert_int_eq(
        mount(NULL, program_path("disk"), NULL, MS_REMOUNT | MS_RDONLY, NULL), 0);
    term = program_start(env);
    term_expect_sentence(term, "cannot be read");
    program_ends(term, 4);
    ck_assert_int_eq(umount2(program_path("disk"), MNT_DETACH), 0);
}
END_TEST

START_TEST(a_file_that_is_read_only__is_shown__and_takes_no_changes)
{
    struct term *term;

    if (!program_can_be_nobody()) {
        printf("# a file that is read-only: skipped, only root may act as another\n");
        return;
    }
    program_sql("UPDATE staff SET login = 'nobody' WHERE login = (SELECT created_by"
                " FROM staff WHERE role = (SELECT number FROM staff_role"
                " WHERE name = 'administrator') ORDER BY id LIMIT 1)");
    ck_assert_int_eq(chmod(program_path("atelier.db"), 0444), 0);
    ck_assert_int_eq(chmod(program_path(""), 0777), 0);
    term = program_start_as_nobody(NULL);
    term_expect(term, "F10 menu");
    term_keys(term, "5");
    term_expect(term, "Abadie");
    term_keys(term, "n");
    term_expect_sentence(term, "can only be read by you");
    program_leave(term);
}
END_TEST

START_TEST(another_program_that_writes__is_waited_for)
{
    struct term *term = program_screens(NULL);
    sqlite3 *sqlite = NULL;
    int queue;

    ck_assert_int_eq(sqlite3_open(program_path("atelier.db"), &sqlite), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(sqlite, "BEGIN IMMEDIATE", NULL, NULL, NULL),
                     SQLITE_OK);
    queue = open(program_path("atelier.db.queue"), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ck_assert_int_eq(flock(queue, LOCK_EX), 0);

    term_keys(term, "5");
    term_expect(term, "Abadie"); /* who reads is not held up */
    save_person(term);
    term_expect(term, "Zwölfer");
    ck_assert(!term_wait(term, "Added: ", 200));
    ck_assert_int_eq(flock(queue, LOCK_UN), 0);
    ck_assert(!term_wait(term, "Added: ", 200));
    ck_assert_int_eq(sqlite3_exec(sqlite, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    term_expect(term, "Added: ");
    (void)close(queue);
    (void)sqlite3_close(sqlite);
    program_leave(term);
    ck_assert_int_eq(person_count(), 1);
}
END_TEST

START_TEST(a_colleague_who_writes_for_long__is_told_of__and_esc_waits_no_longer)
{
    struct term *term = program_screens(NULL);
    int queue =
        open(program_path("atelier.db.queue"), O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    ck_assert_int_eq(flock(queue, LOCK_EX), 0);
    save_person(term);
    term_expect(term, "A colleague is writing");
    term_keys(term, "<Esc>");
    term_expect(term, "Nothing was changed");
    term_expect(term, "Zwölfer"); /* is still in the form */
    term_keys(term, "<Esc>");
    term_expect(term, "A colleague is writing");
    term_keys(term, "<Esc>");
    term_expect(term, "cannot be kept");
    ck_assert_int_eq(person_count(), 0);
    ck_assert_int_eq(flock(queue, LOCK_UN), 0);
    term_keys(term, "<F2>");
    term_expect(term, "Added: ");
    (void)close(queue);
    program_leave(term);
    ck_assert_int_eq(person_count(), 1);
}
END_TEST

START_TEST(a_page_that_is_damaged__is_said__and_the_screens_go_on)
{
    int64_t page = program_number("SELECT rootpage FROM sqlite_schema"
                                  " WHERE type = 'table' AND name = 'organisation'");
    int64_t size = program_number("PRAGMA page_size");
    FILE *file = fopen(program_path("atelier.db"), "r+b");
    struct term *term;

    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fseek(file, (long)((page - 1) * size), SEEK_SET), 0);
    for (int64_t i = 0; i < size; i++)
        (void)fputc(0xa5, file);
    ck_assert_int_eq(fclose(file), 0);

    term = program_screens((const char *const[]){ "NO_COLOR=1", NULL });
    term_keys(term, "6");
    term_expect(term, "is damaged");
    term_keys(term, "7");
    term_expect(term, "[7 Rooms]");
    program_leave(term);
}
END_TEST

START_TEST(a_file_that_is_exchanged__is_said__and_nothing_typed_goes_into_the_other)
{
    struct term *term = program_screens(NULL);
    char command[600];

    (void)snprintf(command, sizeof(command), "cp '%s' '%s' && mv '%s' '%s'",
                   program_path("atelier.db"), program_path("other.db"),
                   program_path("other.db"), program_path("atelier.db"));
    ck_assert_int_eq(system(command), 0);
    save_person(term);
    term_expect(term, "come again");
    term_expect(term, "Zwölfer");
    program_leave(term);
    ck_assert_int_eq(person_count(), 0);
}
END_TEST

/* Through a link, it is the file behind it whose companions are left alone. */
START_TEST(an_export__is_not_written__over_what_belongs_to_the_database)
{
    static const char *const endings[] = { "-wal", "-shm", "-journal", ".queue" };
    char line[600];

    ck_assert_int_eq(chdir(program_path(".")), 0); /* for names that no line breaks */
    ck_assert_int_eq(symlink("atelier.db", "link.db"), 0);
    (void)snprintf(line, sizeof(line),
                   "--database|link.db|calendar|export|--all|--output|atelier.db%s",
                   endings[_i]);
    struct term *term = program_command(line);
    term_expect(term, "belongs to a database");
    program_ends(term, 2);
    ck_assert_int_ne(access(program_path("link.db.queue"), F_OK), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_test(tests, a_full_disk__is_said__and_nothing_typed_is_lost);
    tcase_add_test(tests,
                   a_disk_that_is_nearly_full__is_told__at_the_start_and_by_a_check);
    tcase_add_test(tests, a_limit_on_the_size_of_files__is_said__and_ends_nothing);
    tcase_add_test(tests, a_disk_that_is_read_only__is_refused__at_the_start);
    tcase_add_test(tests, a_file_that_is_read_only__is_shown__and_takes_no_changes);
    tcase_add_test(tests, another_program_that_writes__is_waited_for);
    tcase_add_test(tests,
                   a_colleague_who_writes_for_long__is_told_of__and_esc_waits_no_longer);
    tcase_add_test(tests, a_page_that_is_damaged__is_said__and_the_screens_go_on);
    tcase_add_test(
        tests, a_file_that_is_exchanged__is_said__and_nothing_typed_goes_into_the_other);
    tcase_add_loop_test(
        tests, an_export__is_not_written__over_what_belongs_to_the_database, 0, 4);
}

SUITE_MAIN("storage")
