/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_folder_test.c - the one folder of a person: names, what lies there, and its room */
#include "atelier/base/own_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#include "atelier/base/input_file.h"
#include "atelier/base/left_files.h"
#include "atelier/base/output_file.h"
#include "support/suite.h"

static char root[128], outside[160];
static struct own_folder *folder;

static const char *
path_of(const char *name)
{
    static char path[400];

    (void)snprintf(path, sizeof(path), "%s/files/anna/%s", root, name);
    return path;
}

static struct own_folder *
open_folder(struct error *err)
{
    char files[160];

    (void)snprintf(files, sizeof(files), "%s/files", root);
    return own_folder_open(files, "anna", (instant)time(NULL), err);
}

static void
begin(void)
{
    suite_make_folder("atelier-own", root, sizeof(root));
    (void)snprintf(outside, sizeof(outside), "%s/outside", root);
    suite_put_file(outside, "Name;Given\nSecret;Sam\n");
    struct error err = { 0 };
    folder = open_folder(&err);
    ck_assert_msg(folder != NULL, "%s", err.message);
}

static void
end(void)
{
    char command[200];

    own_folder_close(folder);
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", root);
    ck_assert_int_eq(system(command), 0);
}

static const char *const no_names[] = { "",           "/etc/passwd", "../x",
                                        "a/b",        "./x.csv",     "/",
                                        ".",          "..",          ".profile",
                                        ".csv",       "a/",          "\xff\xfe.csv",
                                        "a\x1b[2J.c", "a\nb.csv",    "\t.c" };

START_TEST(what_is_a_path_or_no_text__is_no_name)
{
    char long_name[OWN_FOLDER_NAME + 2];

    memset(long_name, 'a', sizeof(long_name) - 1);
    long_name[sizeof(long_name) - 1] = '\0';
    for (size_t i = 0; i < sizeof(no_names) / sizeof(no_names[0]); i++) {
        struct error err = { 0 };
        ck_assert_msg(!own_folder_check_name(no_names[i], &err), "%s", no_names[i]);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_ptr_nonnull(strchr(err.message, '.'));
    }
    ck_assert(!own_folder_check_name(long_name, NULL));
    ck_assert(own_folder_check_name(long_name + 1, NULL));
    ck_assert(own_folder_check_name("Liste d’été (2).csv", NULL));
    ck_assert(own_folder_check_name("-", NULL));
}
END_TEST

START_TEST(what_is_written__ends_like_a_file_that_people_take_away)
{
    static const char *const yes[] = { "m.ics", "l.csv", "l.XLSX", "s.pdf", "b.db" };
    static const char *const no[] = { "m",      "l.json", "authorized_keys", "x.sh",
                                      "l.csv~", "csv",    "x.csv.part",      "rc.d" };

    for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
        ck_assert_msg(own_folder_check_new(yes[i], NULL), "%s", yes[i]);
    for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
        ck_assert_msg(!own_folder_check_new(no[i], NULL), "%s", no[i]);
}
END_TEST

/* Each is told what is wrong with it, and one that only looks odd is taken. */
START_TEST(an_odd_name__is_answered_by_what_is_odd)
{
    static const char *const names[][2] = {
        { "-x.ics", NULL },
        { "x .ics", NULL },
        { "a..ics", NULL },
        { "..ics", "begin with a dot" },
        { "x.ics ", "end in a blank or a dot" },
        { "x.ics.", "end in a blank or a dot" },
        { "x.ics...", "end in a blank or a dot" },
        { "x\r.ics", "control" },
        { "x\x7f.ics", "control" },
        { "ics", "end the name in" },
        { "x.json", "end the name in" },
    };
    char long_name[256];

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct error err = { 0 };
        const bool taken = own_folder_check_new(names[i][0], &err);
        ck_assert_msg(taken == !names[i][1], "%s", names[i][0]);
        if (!taken)
            ck_assert_msg(strstr(err.message, names[i][1]), "%s: %s", names[i][0],
                          err.message);
        error_clear(&err);
    }
    memset(long_name, 'a', sizeof(long_name) - 1);
    memcpy(long_name + 251, ".ics", 5);
    struct error err = { 0 };
    ck_assert(!own_folder_check_new(long_name, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "200 bytes"));
    error_clear(&err);
}
END_TEST

START_TEST(the_folder__is_its_owners_alone)
{
    struct stat is;
    char files[160];

    (void)snprintf(files, sizeof(files), "%s/files", root);
    ck_assert_int_eq(stat(files, &is), 0);
    ck_assert_uint_eq(is.st_mode & 0777U, 0700);
    ck_assert_int_eq(stat(path_of(""), &is), 0);
    ck_assert_uint_eq(is.st_mode & 0777U, 0700);
}
END_TEST

START_TEST(a_folder_that_others_made_or_may_enter__is_refused)
{
    struct error err = { 0 };

    ck_assert_int_eq(chmod(path_of(""), 0750), 0);
    ck_assert_ptr_null(open_folder(&err));
    ck_assert_ptr_nonnull(strstr(err.message, "administrator"));
    ck_assert_int_eq(chmod(path_of(""), 0700), 0);
    if (geteuid() != 0)
        return;
    ck_assert_int_eq(chown(path_of(""), 65534, 65534), 0);
    ck_assert_ptr_null(open_folder(&err));
}
END_TEST

START_TEST(a_link_in_the_place_of_the_folder__is_refused)
{
    char link[200];

    (void)snprintf(link, sizeof(link), "%s/files/berta", root);
    ck_assert_int_eq(symlink(root, link), 0);
    ck_assert_int_eq(chmod(root, 0700), 0);
    (void)snprintf(link, sizeof(link), "%s/files", root);
    ck_assert_ptr_null(own_folder_open(link, "berta", 0, NULL));
    ck_assert_ptr_null(own_folder_open(link, "../outside", 0, NULL));
    ck_assert_ptr_null(own_folder_open(link, "..", 0, NULL));
    ck_assert_ptr_null(own_folder_open(link, ".anna", 0, NULL));
}
END_TEST

/* --- what lies there */

static void
lay_traps(void)
{
    ck_assert_int_eq(symlink(outside, path_of("link.csv")), 0);
    ck_assert_int_eq(symlink("nowhere", path_of("dangling.csv")), 0);
    ck_assert_int_eq(mkfifo(path_of("pipe.csv"), 0600), 0);
    ck_assert_int_eq(mkdir(path_of("folder.csv"), 0700), 0);
    ck_assert_int_eq(link(outside, path_of("hard.csv")), 0);
}

static const char *const traps[] = { "link.csv", "dangling.csv", "pipe.csv", "folder.csv",
                                     "hard.csv" };
enum { TRAPS = sizeof(traps) / sizeof(traps[0]) };

static int
read_own(const char *name, struct error *err)
{
    struct stat is;

    return input_file_open(folder, name, &is, err);
}

START_TEST(what_leads_elsewhere__is_not_read)
{
    lay_traps();
    for (size_t i = 0; i < TRAPS; i++) {
        struct error err = { 0 };
        ck_assert_msg(read_own(traps[i], &err) < 0, "%s", traps[i]);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_ptr_nonnull(strstr(err.message, "cannot be used here"));
    }
    for (size_t i = 0; i < sizeof(no_names) / sizeof(no_names[0]); i++) {
        struct error err = { 0 };
        ck_assert_msg(read_own(no_names[i], &err) < 0, "%s", no_names[i]);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
    }
    ck_assert(read_own("../../outside", NULL) < 0);
    ck_assert(read_own(outside, NULL) < 0);
    suite_put_file(path_of("own.csv"), "Name\n");
    const int fd = read_own("own.csv", NULL);
    ck_assert_int_ge(fd, 0);
    (void)close(fd);
}
END_TEST

static bool
is_any(const char *path, const char *begin, size_t length, struct error *err)
{
    (void)path;
    (void)begin;
    (void)length;
    (void)err;
    return true;
}

static struct output_file *
open_output(const char *name, struct error *err)
{
    const struct output_rule rule = { .mode = OUTPUT_FOR_OWNER,
                                      .is_like = is_any,
                                      .within = folder };

    return output_file_open(name, &rule, err);
}

START_TEST(what_leads_elsewhere__is_not_written)
{
    char text[64];

    lay_traps();
    for (size_t i = 0; i < TRAPS; i++) {
        struct error err = { 0 };
        ck_assert_msg(!open_output(traps[i], &err), "%s", traps[i]);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
    }
    for (size_t i = 0; i < sizeof(no_names) / sizeof(no_names[0]); i++)
        ck_assert_msg(!open_output(no_names[i], NULL), "%s", no_names[i]);
    ck_assert(!open_output("../new.csv", NULL));
    const int fd = open(outside, O_RDONLY);
    ck_assert_int_gt(read(fd, text, sizeof(text)), 0);
    ck_assert_int_eq(strncmp(text, "Name;Given\n", 11), 0);
    (void)close(fd);
}
END_TEST

START_TEST(a_file__comes_to_its_name_in_the_folder__wherever_the_program_works)
{
    struct error err = { 0 };
    struct stat is;

    ck_assert_int_eq(chdir("/"), 0);
    struct output_file *file = open_output("l.csv", &err);
    ck_assert_msg(file != NULL, "%s", err.message);
    ck_assert(output_file_write(file, "Name\n", 5, &err));
    ck_assert_msg(output_file_finish(file, NULL, &err), "%s", err.message);
    ck_assert_int_eq(stat(path_of("l.csv"), &is), 0);
    ck_assert_int_eq(is.st_size, 5);
    ck_assert_int_ne(access("/l.csv", F_OK), 0);
}
END_TEST

/* --- room */

static void
fill(const char *name, off_t size)
{
    suite_put_file(path_of(name), "");
    ck_assert_int_eq(truncate(path_of(name), size), 0);
}

START_TEST(what_is_more_than_the_room__is_refused__and_leaves_nothing)
{
    char part[8192] = { 'x' };
    struct error err = { 0 };

    fill("big.csv", OWN_FOLDER_MOST - 4096);
    ck_assert_uint_eq(own_folder_room(folder), 4096);
    struct output_file *file = open_output("l.csv", &err);
    ck_assert_ptr_nonnull(file);
    ck_assert(output_file_has_room(file, 4096, NULL));
    ck_assert(!output_file_has_room(file, 4097, NULL));
    ck_assert(output_file_write(file, part, sizeof(part), &err));
    ck_assert(!output_file_finish(file, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "100 MB"));
    ck_assert_int_ne(access(path_of("l.csv"), F_OK), 0);
    ck_assert_uint_eq(own_folder_room(folder), 4096);
    /* A disk is not filled first. */
    static char much[100000];
    file = open_output("l.csv", &err);
    ck_assert(!output_file_write(file, much, sizeof(much), &err));
    output_file_discard(file);
    /* In its own place there is the room that it had. */
    file = open_output("big.csv", &err);
    ck_assert(output_file_write(file, part, sizeof(part), &err));
    ck_assert_msg(output_file_finish(file, NULL, &err), "%s", err.message);
}
END_TEST

START_TEST(what_filled_the_folder_meanwhile__counts)
{
    struct error err = { 0 };
    struct output_file *file = open_output("l.csv", &err);

    ck_assert(output_file_write(file, "Name\n", 5, &err));
    fill("big.csv", OWN_FOLDER_MOST);
    ck_assert(!output_file_finish(file, NULL, &err));
    ck_assert_int_ne(access(path_of("l.csv"), F_OK), 0);
    /* A child writes to the descriptor itself. */
    ck_assert_int_eq(truncate(path_of("big.csv"), OWN_FOLDER_MOST - 8192), 0);
    file = open_output("l.csv", &err);
    ck_assert_int_eq(ftruncate(output_file_descriptor(file), 8193), 0);
    ck_assert(!output_file_finish(file, NULL, &err));
    ck_assert_int_ne(access(path_of("l.csv"), F_OK), 0);
}
END_TEST

START_TEST(files_without_a_byte__take_room_too)
{
    char name[32];

    for (int i = 0; i < 3; i++) {
        (void)snprintf(name, sizeof(name), "%d.csv", i);
        suite_put_file(path_of(name), "");
    }
    ck_assert_uint_eq(own_folder_room(folder), OWN_FOLDER_MOST - 3 * 4096);
}
END_TEST

static void
age(const char *name, int days)
{
    const struct timespec old = { .tv_sec = time(NULL) - (time_t)days * 24 * 60 * 60 };
    const struct timespec times[2] = { old, old };

    ck_assert_int_eq(utimensat(AT_FDCWD, path_of(name), times, AT_SYMLINK_NOFOLLOW), 0);
}

START_TEST(files_go_after_thirty_days__at_the_next_start)
{
    suite_put_file(path_of("old.csv"), "Name\n");
    suite_put_file(path_of("young.csv"), "Name\n");
    ck_assert_int_eq(symlink(outside, path_of("link.csv")), 0);
    age("old.csv", OWN_FOLDER_DAYS + 1);
    age("link.csv", OWN_FOLDER_DAYS + 1);
    age("young.csv", OWN_FOLDER_DAYS - 1);
    struct own_folder *again = open_folder(NULL);
    ck_assert_ptr_nonnull(again);
    own_folder_close(again);
    ck_assert_int_ne(access(path_of("old.csv"), F_OK), 0);
    ck_assert_int_eq(access(path_of("young.csv"), F_OK), 0);
    ck_assert_int_eq(access(outside, F_OK), 0);
    ck_assert_int_ne(faccessat(AT_FDCWD, path_of("link.csv"), F_OK, AT_SYMLINK_NOFOLLOW),
                     0);
}
END_TEST

/* --- folders of others */

static const char *
path_of_other(const char *name)
{
    static char path[400];

    (void)snprintf(path, sizeof(path), "%s/files/bert%s", root, name);
    return path;
}

static void
lay_files_of_another(void)
{
    struct utimbuf times;
    ck_assert_int_eq(mkdir(path_of_other(""), 0700), 0);
    suite_put_file(path_of_other("/old.csv"), "Name\n");
    suite_put_file(path_of_other("/young.csv"), "Name\nAnna\n");
    times.actime = times.modtime = time(NULL) - (OWN_FOLDER_DAYS + 1) * 86400L;
    ck_assert_int_eq(utime(path_of_other("/old.csv"), &times), 0);
}

START_TEST(files_of_who_never_comes__go_after_thirty_days__when_another_comes)
{
    lay_files_of_another();
    struct own_folder *again = open_folder(NULL);
    ck_assert_ptr_nonnull(again);
    own_folder_close(again);
    ck_assert_int_ne(access(path_of_other("/old.csv"), F_OK), 0);
    ck_assert_int_eq(access(path_of_other("/young.csv"), F_OK), 0);
}
END_TEST

START_TEST(what_is_left_of_a_login__is_named__and_removed)
{
    char files[160];
    struct left_files left;
    struct error err = { 0 };
    size_t count = 0;

    (void)snprintf(files, sizeof(files), "%s/files", root);
    lay_files_of_another();
    ck_assert(left_files_read(files, "bert", &left, &err));
    ck_assert_uint_eq(left.count, 2);
    ck_assert_str_eq(left.names[0], "old.csv");
    ck_assert_str_eq(left.names[1], "young.csv");
    ck_assert_uint_eq(left.bytes, 15);
    left_files_clear(&left);
    ck_assert(left_files_read_logins(files, &left, &err));
    ck_assert_uint_eq(left.count, 2);
    ck_assert_str_eq(left.names[0], "anna");
    ck_assert_str_eq(left.names[1], "bert");
    left_files_clear(&left);
    ck_assert_int_eq(symlink(outside, path_of_other("/link")), 0);
    ck_assert_msg(left_files_remove(files, "bert", &count, &err), "%s", err.message);
    ck_assert_uint_eq(count, 3);
    ck_assert_int_ne(access(path_of_other(""), F_OK), 0);
    ck_assert_int_eq(access(outside, F_OK), 0);
    ck_assert_int_eq(access(path_of(""), F_OK), 0);
}
END_TEST

START_TEST(a_login_without_a_folder__has_nothing_left__and_none_leads_elsewhere)
{
    static const char *const names[] = { "bert", "..", ".", "../files", "/etc", "link" };
    char files[160], link[200];
    size_t count = 0;

    (void)snprintf(files, sizeof(files), "%s/files", root);
    (void)snprintf(link, sizeof(link), "%s/link", files);
    ck_assert_int_eq(symlink(root, link), 0);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct error err = { 0 };
        ck_assert_msg(!left_files_remove(files, names[i], &count, &err), "%s", names[i]);
        ck_assert(i > 0 || err.kind == ERROR_NOT_FOUND);
        ck_assert(i < 1 || i > 4 || err.kind == ERROR_INPUT); /* it may well be there */
        error_clear(&err);
    }
    ck_assert_int_eq(access(outside, F_OK), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, what_is_a_path_or_no_text__is_no_name);
    tcase_add_test(tests, what_is_written__ends_like_a_file_that_people_take_away);
    tcase_add_test(tests, an_odd_name__is_answered_by_what_is_odd);
    tcase_add_test(tests,
                   files_of_who_never_comes__go_after_thirty_days__when_another_comes);
    tcase_add_test(tests, what_is_left_of_a_login__is_named__and_removed);
    tcase_add_test(tests,
                   a_login_without_a_folder__has_nothing_left__and_none_leads_elsewhere);
    tcase_add_test(tests, the_folder__is_its_owners_alone);
    tcase_add_test(tests, a_folder_that_others_made_or_may_enter__is_refused);
    tcase_add_test(tests, a_link_in_the_place_of_the_folder__is_refused);
    tcase_add_test(tests, what_leads_elsewhere__is_not_read);
    tcase_add_test(tests, what_leads_elsewhere__is_not_written);
    tcase_add_test(tests,
                   a_file__comes_to_its_name_in_the_folder__wherever_the_program_works);
    tcase_add_test(tests, what_is_more_than_the_room__is_refused__and_leaves_nothing);
    tcase_add_test(tests, what_filled_the_folder_meanwhile__counts);
    tcase_add_test(tests, files_without_a_byte__take_room_too);
    tcase_add_test(tests, files_go_after_thirty_days__at_the_next_start);
}

SUITE_MAIN("own_folder")
