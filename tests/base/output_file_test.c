/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output_file_test.c - a file that leaves the program is whole in its place, or not there
 */
#include "atelier/base/output_file.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/old_system.h"
#include "support/suite.h"

static char folder[128];
static char path[160];

static void
begin(void)
{
    suite_make_folder("atelier-output", folder, sizeof(folder));
    (void)snprintf(path, sizeof(path), "%s/list", folder);
}

static void
end(void)
{
    char command[200];

    (void)snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
}

/* How many files are in the folder, under whatever name. */
static size_t
count_files(void)
{
    DIR *open_folder = opendir(folder);
    size_t count = 0;

    ck_assert_ptr_nonnull(open_folder);
    for (struct dirent *entry; (entry = readdir(open_folder));)
        count += entry->d_name[0] != '.' || strlen(entry->d_name) > 2;
    (void)closedir(open_folder);
    return count;
}

static void
put(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void
expect(const char *name, const char *text)
{
    char found[100] = "";
    FILE *file = fopen(name, "r");

    ck_assert_ptr_nonnull(file);
    found[fread(found, 1, sizeof(found) - 1, file)] = '\0';
    (void)fclose(file);
    ck_assert_str_eq(found, text);
}

static bool
begins_with_list(const char *name, const char *begin, size_t length, struct error *err)
{
    return (length >= 4 && memcmp(begin, "list", 4) == 0) ||
           error_set(err, ERROR_INPUT, "%s is not a list: name another file.", name);
}

static const struct output_rule new_rule = { .mode = 0600 };
static const struct output_rule list_rule = {
    .mode = 0644,
    .is_like = begins_with_list,
};

static bool
write_list(const struct output_rule *rule, const char *text, bool *replaced,
           struct error *err)
{
    struct output_file *file = output_file_open(path, rule, err);

    if (!file)
        return false;
    if (output_file_write(file, text, strlen(text), err))
        return output_file_finish(file, replaced, err);
    output_file_discard(file);
    return false;
}

START_TEST(file__appears__when_it_is_whole)
{
    struct error err = { 0 };
    struct output_file *file = output_file_open(path, &new_rule, &err);
    struct stat status;

    ck_assert_msg(file != NULL, "%s", err.message);
    ck_assert(output_file_write(file, "list of one", 11, &err));
    ck_assert_int_ne(access(path, F_OK), 0);
    ck_assert_msg(output_file_finish(file, NULL, &err), "%s", err.message);
    expect(path, "list of one");
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0600);
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

START_TEST(file__is_as_private__as_the_umask_says)
{
    struct output_rule rule = new_rule;
    struct error err = { 0 };
    struct stat status;

    rule.mode = 0644;
    (void)umask(027);
    ck_assert_msg(write_list(&rule, "list", NULL, &err), "%s", err.message);
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0640);
}
END_TEST

START_TEST(file__that_is_given_up__leaves_nothing)
{
    struct error err = { 0 };
    struct output_file *file = output_file_open(path, &new_rule, &err);

    ck_assert(output_file_write(file, "half", 4, &err));
    output_file_discard(file);
    output_file_discard(NULL);
    ck_assert_uint_eq(count_files(), 0);
}
END_TEST

START_TEST(file__of_a_program_that_is_killed__leaves_nothing_or_the_older)
{
    static char much[1 << 20];

    put(path, "list, older");
    pid_t child = fork();
    if (child == 0) {
        struct error err = { 0 };
        struct output_file *file = output_file_open(path, &list_rule, &err);
        if (file && output_file_write(file, much, sizeof(much), &err))
            (void)raise(SIGKILL);
        _exit(1);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFSIGNALED(status));
    expect(path, "list, older");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

/* The list that is there is written over, and keeps its mode. */
static void
expect_replaced(void)
{
    struct error err = { 0 };
    struct stat status;
    bool replaced = false;

    ck_assert_int_eq(chmod(path, 0640), 0);
    ck_assert_msg(write_list(&list_rule, "list, newer", &replaced, &err), "%s",
                  err.message);
    ck_assert(replaced);
    expect(path, "list, newer");
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0640);
    ck_assert_uint_eq(count_files(), 1);
}

/* A network share, and one of an old kernel: the file has another name until it is whole.
 */
static void
be_on_a_share(int kernel)
{
    old_system_forbid_nameless_files();
    if (kernel == 1)
        old_system_forbid_careful_rename();
}

START_TEST(file_on_a_share__appears__when_it_is_whole)
{
    struct error err = { 0 };
    bool replaced = true;

    be_on_a_share(_i);
    struct output_file *file = output_file_open(path, &list_rule, &err);
    ck_assert_msg(file != NULL, "%s", err.message);
    ck_assert(output_file_write(file, "list of one", 11, &err));
    ck_assert_int_ne(access(path, F_OK), 0);
    ck_assert_uint_eq(count_files(), 1);
    ck_assert_msg(output_file_finish(file, &replaced, &err), "%s", err.message);
    ck_assert(!replaced);
    expect(path, "list of one");
    ck_assert_uint_eq(count_files(), 1);

    expect_replaced();
}
END_TEST

START_TEST(file_on_a_share__that_is_given_up__leaves_nothing)
{
    struct error err = { 0 };

    be_on_a_share(_i);
    struct output_file *file = output_file_open(path, &new_rule, &err);
    ck_assert(output_file_write(file, "half", 4, &err));
    output_file_discard(file);
    ck_assert_uint_eq(count_files(), 0);
}
END_TEST

START_TEST(file_on_a_share__that_came_meanwhile__is_not_written_over)
{
    struct error err = { 0 };

    be_on_a_share(_i);
    struct output_file *file = output_file_open(path, &new_rule, &err);
    ck_assert(output_file_write(file, "list", 4, &err));
    put(path, "a colleague's");
    ck_assert(!output_file_finish(file, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    expect(path, "a colleague's");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

/* The name that it has meanwhile, ending in ".part". */
static void
find_part(char part[200])
{
    DIR *open_folder = opendir(folder);

    ck_assert_ptr_nonnull(open_folder);
    part[0] = '\0';
    for (struct dirent *entry; (entry = readdir(open_folder));) {
        if (strstr(entry->d_name, ".part"))
            (void)snprintf(part, 200, "%s/%.60s", folder, entry->d_name);
    }
    (void)closedir(open_folder);
    ck_assert_str_ne(part, "");
}

START_TEST(file_on_a_share__that_was_exchanged_meanwhile__does_not_get_the_name)
{
    struct error err = { 0 };
    char part[200], aside[180];

    be_on_a_share(_i);
    (void)snprintf(aside, sizeof(aside), "%s/aside", folder);
    struct output_file *file = output_file_open(path, &new_rule, &err);
    ck_assert(output_file_write(file, "list", 4, &err));
    find_part(part);
    ck_assert_int_eq(rename(part, aside), 0);
    put(part, "a colleague's");
    ck_assert(!output_file_finish(file, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_ptr_nonnull(strstr(err.message, "exchanged"));
    ck_assert_int_ne(access(path, F_OK), 0);
    expect(part, "a colleague's");
}
END_TEST

START_TEST(file__that_is_there__stays_unless_it_is_like)
{
    struct error err = { 0 };

    put(path, "letters");
    ck_assert(!write_list(&new_rule, "list", NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    ck_assert_ptr_nonnull(strstr(err.message, "is there already"));
    ck_assert(!write_list(&list_rule, "list", NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "is not a list"));
    expect(path, "letters");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

START_TEST(file__that_is_like__is_replaced_and_keeps_its_mode)
{
    put(path, "list, older");
    expect_replaced();
}
END_TEST

START_TEST(file__made_to_be_filled__is_filled)
{
    struct error err = { 0 };
    bool replaced = true;

    put(path, "");
    ck_assert_msg(write_list(&list_rule, "list", &replaced, &err), "%s", err.message);
    ck_assert(!replaced);
    expect(path, "list");
}
END_TEST

/* What comes to the name meanwhile is somebody's. */
START_TEST(file__that_came_meanwhile__is_not_written_over)
{
    struct error err = { 0 };
    struct output_file *file = output_file_open(path, &new_rule, &err);

    ck_assert(output_file_write(file, "list", 4, &err));
    put(path, "a colleague's");
    ck_assert(!output_file_finish(file, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    expect(path, "a colleague's");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

/* Whoever may write to the folder puts another file in the place of what was judged. */
START_TEST(file__that_was_exchanged_meanwhile__is_not_written_over)
{
    struct error err = { 0 };
    char other[180];

    (void)snprintf(other, sizeof(other), "%s/other", folder);
    put(path, "list, older");
    put(other, "a colleague's");
    struct output_file *file = output_file_open(path, &list_rule, &err);
    ck_assert(output_file_write(file, "list", 4, &err));
    ck_assert_int_eq(
        _i == 0 ? rename(other, path) : unlink(path) + symlink("other", path), 0);
    ck_assert(!output_file_finish(file, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_ptr_nonnull(strstr(err.message, "exchanged"));
    expect(_i == 0 ? path : other, "a colleague's");
    ck_assert_uint_eq(count_files(), _i == 0 ? 1 : 2);
}
END_TEST

START_TEST(file__that_went_meanwhile__is_written)
{
    struct error err = { 0 };

    put(path, "list, older");
    struct output_file *file = output_file_open(path, &list_rule, &err);
    ck_assert(output_file_write(file, "list", 4, &err));
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_msg(output_file_finish(file, NULL, &err), "%s", err.message);
    expect(path, "list");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

/* Its name leads to another folder by now, where a list has the same name. */
START_TEST(folder__that_was_exchanged_meanwhile__is_not_written_to)
{
    struct error err = { 0 };
    char first[180], second[180], named[200], there[200];

    (void)snprintf(first, sizeof(first), "%s/first", folder);
    (void)snprintf(second, sizeof(second), "%s/second", folder);
    ck_assert_int_eq(mkdir(first, 0700) + mkdir(second, 0700), 0);
    (void)snprintf(named, sizeof(named), "%s/list", first);
    (void)snprintf(there, sizeof(there), "%s/list", second);
    put(there, "list of a colleague");
    struct output_file *file = output_file_open(named, &list_rule, &err);
    ck_assert(output_file_write(file, "list", 4, &err));
    ck_assert_int_eq(rename(first, path), 0);
    ck_assert_int_eq(symlink("second", first), 0);
    ck_assert_msg(output_file_finish(file, NULL, &err), "%s", err.message);
    expect(there, "list of a colleague");
    (void)snprintf(named, sizeof(named), "%s/list", path);
    expect(named, "list");
}
END_TEST

START_TEST(link__stays_one__and_its_file_is_replaced)
{
    struct error err = { 0 };
    char behind[180];
    struct stat status;

    (void)snprintf(behind, sizeof(behind), "%s/behind", folder);
    put(behind, "list, older");
    ck_assert_int_eq(symlink("behind", path), 0);
    ck_assert_msg(write_list(&list_rule, "list", NULL, &err), "%s", err.message);
    expect(behind, "list");
    ck_assert_int_eq(lstat(path, &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
}
END_TEST

/* In the folder of a group everybody may lay one. */
START_TEST(link_of_another__is_not_written_through)
{
    struct error err = { 0 };
    char behind[180];

    if (geteuid() != 0)
        return;
    (void)snprintf(behind, sizeof(behind), "%s/behind", folder);
    put(behind, "list, older");
    ck_assert_int_eq(symlink(_i == 0 ? "behind" : "/dev/null", path), 0);
    ck_assert_int_eq(lchown(path, 65534, (gid_t)-1), 0);
    ck_assert(!write_list(&list_rule, "list", NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    expect(behind, "list, older");
}
END_TEST

START_TEST(link__to_nowhere__is_a_name_that_is_taken)
{
    struct error err = { 0 };

    ck_assert_int_eq(symlink("nowhere", path), 0);
    ck_assert(!write_list(&list_rule, "list", NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "is a link to a file that is missing"));
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

START_TEST(folder__is_no_file)
{
    struct error err = { 0 };

    ck_assert_int_eq(mkdir(path, 0700), 0);
    ck_assert(!write_list(&list_rule, "list", NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "is a folder"));
    ck_assert_int_eq(rmdir(path), 0);
}
END_TEST

START_TEST(device__takes_the_bytes)
{
    struct error err = { 0 };
    struct output_file *file = output_file_open("/dev/null", &list_rule, &err);
    struct stat status;

    ck_assert_msg(file != NULL, "%s", err.message);
    ck_assert(output_file_write(file, "list", 4, &err));
    ck_assert_msg(output_file_finish(file, NULL, &err), "%s", err.message);
    ck_assert_int_eq(stat("/dev/null", &status), 0);
    ck_assert(S_ISCHR(status.st_mode));

    file = output_file_open("/dev/full", &list_rule, &err);
    ck_assert(output_file_write(file, "list", 4, &err));
    ck_assert(!output_file_finish(file, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
}
END_TEST

/* As /dev/stdout is, before a program that reads from it. */
START_TEST(pipe__behind_a_link__takes_the_bytes)
{
    struct error err = { 0 };
    int ends[2];
    char named[40];
    char found[8] = "";

    ck_assert_int_eq(pipe(ends), 0);
    (void)snprintf(named, sizeof(named), "/proc/self/fd/%d", ends[1]);
    ck_assert_int_eq(symlink(named, path), 0);
    ck_assert_msg(write_list(&list_rule, "list", NULL, &err), "%s", err.message);
    ck_assert_int_eq(read(ends[0], found, sizeof(found)), 4);
    ck_assert_str_eq(found, "list");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

START_TEST(folder__instead_of_a_file__or_none__gets_a_sentence)
{
    static const char *const names[] = { "/", "/nowhere/at/all", "." };
    struct error err = { 0 };
    char named[200];

    (void)snprintf(named, sizeof(named), "%s%s", _i == 2 ? "" : folder, names[_i]);
    ck_assert_ptr_null(output_file_open(named, &list_rule, &err));
    ck_assert(err.kind == ERROR_SYSTEM || err.kind == ERROR_INPUT);
    ck_assert_uint_eq(count_files(), 0);
}
END_TEST

static bool
allow_nothing(void *context, const char *name, const struct stat *there,
              struct error *err)
{
    (void)there;
    *(int *)context += 1;
    return error_set(err, ERROR_INPUT, "%s belongs to the database.", name);
}

START_TEST(name__that_is_not_allowed__is_not_touched)
{
    struct error err = { 0 };
    int asked = 0;
    struct output_rule rule = new_rule;

    rule.allows = allow_nothing;
    rule.context = &asked;
    ck_assert(!write_list(&rule, "list", NULL, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "belongs to the database"));
    ck_assert_int_eq(asked, 1);
    ck_assert_uint_eq(count_files(), 0);
}
END_TEST

/* A disk that fills, a limit of the system: the sentence says so, the older file stays.
 */
START_TEST(file__that_does_not_fit__leaves_the_older_one)
{
    struct error err = { 0 };
    static char much[1 << 20];

    put(path, "list, older");
    pid_t child = fork();
    if (child == 0) {
        struct output_file *file = output_file_open(path, &list_rule, &err);
        /* As a full disk would: what was gathered cannot be written. */
        if (!file || dup2(open("/dev/full", O_WRONLY), output_file_descriptor(file)) < 0)
            _exit(2);
        bool ok = output_file_write(file, much, sizeof(much), &err);
        output_file_discard(file);
        _exit(ok || err.kind != ERROR_SYSTEM);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    expect(path, "list, older");
    ck_assert_uint_eq(count_files(), 1);
}
END_TEST

/* As where backups are dropped: one may write there, and not see what is there. */
START_TEST(folder_that_cannot_be_read__takes_a_file)
{
    const struct output_rule rule = { .mode = OUTPUT_FOR_OWNER };
    struct error err = { 0 };

    if (geteuid() == 0) {
        ck_assert_int_eq(chown(folder, 65534, 65534), 0);
        ck_assert_int_eq(seteuid(65534), 0);
    }
    ck_assert_int_eq(chmod(folder, 0300), 0);
    struct output_file *file = output_file_open(path, &rule, &err);
    ck_assert_msg(file, "%s", err.message);
    ck_assert_int_eq(write(output_file_descriptor(file), "x", 1), 1);
    ck_assert_msg(output_file_finish(file, NULL, &err), "%s", err.message);
    expect(path, "x");
    ck_assert_int_eq(chmod(folder, 0700), 0);
    (void)!seteuid(getuid());
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, folder_that_cannot_be_read__takes_a_file);
    tcase_add_test(tests, file__appears__when_it_is_whole);
    tcase_add_test(tests, file__is_as_private__as_the_umask_says);
    tcase_add_test(tests, file__that_is_given_up__leaves_nothing);
    tcase_add_test(tests, file__of_a_program_that_is_killed__leaves_nothing_or_the_older);
    tcase_add_loop_test(tests, file_on_a_share__appears__when_it_is_whole, 0, 2);
    tcase_add_loop_test(tests, file_on_a_share__that_is_given_up__leaves_nothing, 0, 2);
    tcase_add_loop_test(tests, file_on_a_share__that_came_meanwhile__is_not_written_over,
                        0, 2);
    tcase_add_loop_test(
        tests, file_on_a_share__that_was_exchanged_meanwhile__does_not_get_the_name, 0,
        2);
    tcase_add_test(tests, file__that_is_there__stays_unless_it_is_like);
    tcase_add_test(tests, file__that_is_like__is_replaced_and_keeps_its_mode);
    tcase_add_test(tests, file__made_to_be_filled__is_filled);
    tcase_add_test(tests, file__that_came_meanwhile__is_not_written_over);
    tcase_add_loop_test(tests, file__that_was_exchanged_meanwhile__is_not_written_over, 0,
                        2);
    tcase_add_test(tests, file__that_went_meanwhile__is_written);
    tcase_add_test(tests, folder__that_was_exchanged_meanwhile__is_not_written_to);
    tcase_add_test(tests, link__stays_one__and_its_file_is_replaced);
    tcase_add_loop_test(tests, link_of_another__is_not_written_through, 0, 2);
    tcase_add_test(tests, link__to_nowhere__is_a_name_that_is_taken);
    tcase_add_test(tests, folder__is_no_file);
    tcase_add_test(tests, device__takes_the_bytes);
    tcase_add_test(tests, pipe__behind_a_link__takes_the_bytes);
    tcase_add_loop_test(tests, folder__instead_of_a_file__or_none__gets_a_sentence, 0, 3);
    tcase_add_test(tests, name__that_is_not_allowed__is_not_touched);
    tcase_add_test(tests, file__that_does_not_fit__leaves_the_older_one);
}

SUITE_MAIN("output_file")
