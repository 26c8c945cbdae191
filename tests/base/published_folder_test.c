/* SPDX-License-Identifier: GPL-3.0-or-later */
/* published_folder_test.c - pages that others read: whole, written only when they
 * changed, and never anybody else's files */
#include "atelier/base/published_folder.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "support/suite.h"

static char root[128], site[160];
static struct published_outcome outcome;
static struct error err;

static const char *
path_of(const char *name)
{
    static char paths[4][300];
    static int next;
    char *path = paths[next++ % 4];

    (void)snprintf(path, sizeof(paths[0]), "%s/%s", site, name);
    return path;
}

static void
begin(void)
{
    suite_make_folder("atelier-site", root, sizeof(root));
    (void)snprintf(site, sizeof(site), "%s/site", root);
    err = (struct error){ 0 };
}

static void
end(void)
{
    char command[200];

    published_outcome_clear(&outcome);
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", root);
    ck_assert_int_eq(system(command), 0);
}

/* "name text" pairs, up to NULL; the key is the text's own. */
static bool
publish(const char *const *pairs, bool only_looks)
{
    struct published_folder *folder = published_folder_open(site, only_looks, &err);
    bool ok = folder != NULL;

    published_outcome_clear(&outcome);
    for (; ok && *pairs; pairs += 2)
        ok = published_folder_keep(folder, pairs[0], pairs[1]) ||
             published_folder_put(folder, pairs[0], pairs[1], pairs[1], strlen(pairs[1]),
                                  &err);
    ok = ok && published_folder_finish(folder, "all", &outcome, &err);
    published_folder_free(folder);
    return ok;
}

/* Whether all of it stands as it was finished under that key. */
static bool
keeps_all(const char *key)
{
    struct published_folder *folder = published_folder_open(site, false, &err);
    const bool kept = published_folder_keep_all(folder, key);

    published_outcome_clear(&outcome);
    if (kept)
        ck_assert(published_folder_finish(folder, key, &outcome, &err));
    published_folder_free(folder);
    return kept;
}

static void
expect(const char *const *pairs, size_t written, size_t unchanged, size_t removed)
{
    ck_assert_msg(publish(pairs, false), "%s", err.message);
    ck_assert_uint_eq(outcome.written.count, written);
    ck_assert_uint_eq(outcome.unchanged, unchanged);
    ck_assert_uint_eq(outcome.removed.count, removed);
}

static void
expect_refused(const char *const *pairs, const char *words)
{
    ck_assert(!publish(pairs, false));
    ck_assert_msg(strstr(err.message, words), "%s", err.message);
    err = (struct error){ 0 };
}

static void
expect_file(const char *name, const char *text)
{
    char bytes[200] = "";
    FILE *file = fopen(path_of(name), "r");

    ck_assert_msg((file != NULL) == (text != NULL), "%s", name);
    if (!file)
        return;
    (void)!fread(bytes, 1, sizeof(bytes) - 1, file);
    (void)fclose(file);
    ck_assert_str_eq(bytes, text);
}

static ino_t
number_of(const char *name)
{
    struct stat is;

    ck_assert_int_eq(stat(path_of(name), &is), 0);
    return is.st_ino;
}

static const char *const two[] = { "index.html", "one", "a.ics", "two", NULL };
static const char *const changed[] = { "index.html", "one", "a.ics", "new", NULL };
static const char *const one[] = { "index.html", "one", NULL };

START_TEST(only_what_changed__is_written)
{
    struct stat is;
    (void)umask(077);
    expect(two, 2, 0, 0);
    ck_assert_int_eq(stat(path_of("index.html"), &is), 0);
    ck_assert_int_eq(is.st_mode & 0777, 0644); /* a server of the web reads it */
    ck_assert_int_eq(stat(site, &is), 0);
    ck_assert_int_eq(is.st_mode & 0777, 0755);
    const ino_t index = number_of("index.html");
    const ino_t list = number_of(".atelier-site");
    expect(two, 0, 2, 0);
    ck_assert_uint_eq(number_of(".atelier-site"), list);
    expect(changed, 1, 1, 0);
    ck_assert_uint_eq(number_of("index.html"), index);
    expect_file("a.ics", "new");
    expect(one, 0, 1, 1);
    expect_file("a.ics", NULL);
    ck_assert_int_ne(access(path_of(".atelier-new"), F_OK), 0);
}
END_TEST

START_TEST(all_of_it__is_kept_at_once__while_every_page_stands)
{
    expect(two, 2, 0, 0);
    const ino_t list = number_of(".atelier-site");
    ck_assert(!keeps_all("other"));
    ck_assert(keeps_all("all"));
    ck_assert_uint_eq(outcome.unchanged, 2);
    ck_assert_uint_eq(outcome.written.count + outcome.removed.count, 0);
    ck_assert_uint_eq(number_of(".atelier-site"), list);
    suite_put_file(path_of("index.html"), "own");
    ck_assert(!keeps_all("all"));
    expect(two, 1, 1, 0);
    ck_assert(keeps_all("all"));
    ck_assert_int_eq(unlink(path_of("a.ics")), 0);
    ck_assert(!keeps_all("all"));
    expect(two, 1, 1, 0);
    ck_assert(keeps_all("all"));
}
END_TEST

START_TEST(what_somebody_changed__is_written_anew__and_not_removed)
{
    expect(two, 2, 0, 0);
    suite_put_file(path_of("a.ics"), "TWO");
    expect(two, 1, 1, 0);
    expect_file("a.ics", "two");
    suite_put_file(path_of("a.ics"), "TWO");
    expect(one, 0, 1, 0);
    ck_assert_uint_eq(outcome.left.count, 1);
    expect_file("a.ics", "TWO");
    expect_refused(two, "a.ics");
    expect_file("a.ics", "TWO");
}
END_TEST

START_TEST(files_of_others__stay__and_no_link_is_followed)
{
    char outside[200];
    (void)snprintf(outside, sizeof(outside), "%s/outside", root);
    suite_put_file(outside, "theirs");
    ck_assert_int_eq(mkdir(site, 0755), 0);
    suite_put_file(path_of("index.html"), "theirs");
    expect_refused(two, "was not published from here");
    expect_file("index.html", "theirs");
    expect_file("a.ics", NULL);
    ck_assert_int_eq(unlink(path_of("index.html")), 0);
    ck_assert_int_eq(symlink(outside, path_of("index.html")), 0);
    expect_refused(two, "was not published from here");
    ck_assert_int_eq(unlink(path_of("index.html")), 0);
    suite_put_file(path_of("mine.html"), "mine");
    expect(two, 2, 0, 0);
    /* A page that became a link is written as a page, never through it. */
    ck_assert_int_eq(unlink(path_of("a.ics")), 0);
    ck_assert_int_eq(symlink(outside, path_of("a.ics")), 0);
    expect_refused(two, "a.ics");
    expect(one, 0, 1, 0);
    expect_file("mine.html", "mine");
    expect_file("../outside", "theirs");
}
END_TEST

START_TEST(a_list_that_lies__removes_nothing)
{
    static const char sum[] =
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    char list[400];
    char outside[200];
    (void)snprintf(outside, sizeof(outside), "%s/x.html", root);
    suite_put_file(outside, "");
    expect(one, 1, 0, 0);
    suite_put_file(path_of("mine.html"), "mine");
    (void)snprintf(list, sizeof(list), "atelier site 1\n../x.html\t0\t1\t1\t1\t%s\tk\n",
                   sum);
    suite_put_file(path_of(".atelier-site"), list);
    ck_assert_int_eq(chmod(path_of(".atelier-site"), 0600), 0);
    expect(one, 0, 1, 0);
    ck_assert_int_eq(access(outside, F_OK), 0);
    (void)snprintf(list, sizeof(list), "atelier site 1\nmine.html\t4\t1\t1\t1\t%s\tk\n",
                   sum);
    suite_put_file(path_of(".atelier-site"), list);
    expect(one, 0, 1, 0);
    expect_file("mine.html", "mine");
}
END_TEST

/* The digest of nothing. */
#define NO_BYTES "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* Of a list of which one line cannot be read nothing is believed. */
START_TEST(a_list_that_is_spoilt__removes_nothing)
{
    static const char *const lines[] = { "z.html", "z.html\t1\t1\t1\t1\tno sum\tk",
                                         "z.html\t\t1\t1\t1\t\t",
                                         "../z.html\t1\t1\t1\t1\t" NO_BYTES "\tk" };

    expect(two, 2, 0, 0);
    FILE *list = fopen(path_of(".atelier-site"), "a");
    ck_assert_ptr_nonnull(list);
    ck_assert_int_ge(fprintf(list, "%s\n", lines[_i]), 0);
    ck_assert_int_eq(fclose(list), 0);
    expect(one, 0, 1, 0);
    expect_file("a.ics", "two");
}
END_TEST

START_TEST(a_folder_that_others_write_to__is_refused)
{
    ck_assert_int_eq(mkdir(site, 0755), 0);
    ck_assert_int_eq(chmod(site, 0775), 0);
    expect_refused(two, "others may write to it");
    ck_assert_int_eq(chmod(site, 0755), 0);
    ck_assert_int_eq(mkdir(path_of(".atelier-new"), 0755), 0);
    ck_assert_int_eq(chmod(path_of(".atelier-new"), 0777), 0);
    expect_refused(two, ".atelier-new");
    (void)strcat(site, "/missing/site");
    expect_refused(two, "cannot be published in");
}
END_TEST

START_TEST(who_only_looks__writes_nothing)
{
    ck_assert_msg(publish(two, true), "%s", err.message);
    ck_assert_uint_eq(outcome.written.count, 2);
    ck_assert_int_ne(access(site, F_OK), 0);
    expect(two, 2, 0, 0);
    ck_assert(publish(one, true));
    ck_assert_uint_eq(outcome.removed.count, 1);
    expect_file("a.ics", "two");
}
END_TEST

/* --- killed at any moment */

enum { PAGES = 60, KILLS = 25, LENGTH = 20000 };

static bool
publish_many(char letter)
{
    struct published_folder *folder = published_folder_open(site, false, &err);
    char text[LENGTH];
    bool ok = folder != NULL;

    memset(text, letter, sizeof(text));
    published_outcome_clear(&outcome);
    for (int i = 0; ok && i < PAGES; i++) {
        char name[32];
        (void)snprintf(name, sizeof(name), "page-%d.html", i);
        ok = published_folder_put(folder, name, "k", text, sizeof(text), &err);
    }
    ok = ok && published_folder_finish(folder, "k", &outcome, &err);
    published_folder_free(folder);
    return ok;
}

/* Every page that is there is of one letter, from its first byte to its last. */
static void
expect_whole_pages(void)
{
    for (int i = 0; i < PAGES; i++) {
        char name[32];
        char text[LENGTH + 1];
        (void)snprintf(name, sizeof(name), "page-%d.html", i);
        FILE *file = fopen(path_of(name), "r");
        if (!file)
            continue;
        ck_assert_uint_eq(fread(text, 1, sizeof(text), file), LENGTH);
        (void)fclose(file);
        for (int j = 1; j < LENGTH; j++)
            ck_assert_int_eq(text[j], text[0]);
    }
}

START_TEST(whoever_is_killed__leaves_whole_pages__and_the_next_run_goes_on)
{
    for (int i = 0; i < KILLS; i++) {
        const pid_t pid = fork();
        if (pid == 0) {
            (void)publish_many((char)('a' + i));
            _exit(0);
        }
        (void)usleep((useconds_t)(i * 400));
        (void)kill(pid, SIGKILL);
        (void)waitpid(pid, NULL, 0);
        expect_whole_pages();
    }
    ck_assert_msg(publish_many('A'), "%s", err.message);
    ck_assert_uint_eq(outcome.written.count, PAGES);
    expect_whole_pages();
    ck_assert_int_ne(access(path_of(".atelier-new"), F_OK), 0);
}
END_TEST

/* As on a full disk; what somebody had made stays. */
START_TEST(what_cannot_be_written__leaves_no_folder)
{
    static const char *const pages[] = { "index.html", "seventeen letters", NULL };

    ck_assert(_i == 0 || mkdir(site, 0755) == 0);
    const pid_t pid = fork();
    if (pid == 0) {
        (void)signal(SIGXFSZ, SIG_IGN);
        (void)setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 8, 8 });
        _exit(publish(pages, false) ? EXIT_FAILURE : EXIT_SUCCESS);
    }
    int status;
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS);
    ck_assert_int_eq(access(site, F_OK), _i == 0 ? -1 : 0);
    ck_assert_int_ne(access(path_of(".atelier-new"), F_OK), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, only_what_changed__is_written);
    tcase_add_test(tests, all_of_it__is_kept_at_once__while_every_page_stands);
    tcase_add_test(tests, what_somebody_changed__is_written_anew__and_not_removed);
    tcase_add_test(tests, files_of_others__stay__and_no_link_is_followed);
    tcase_add_test(tests, a_list_that_lies__removes_nothing);
    tcase_add_loop_test(tests, a_list_that_is_spoilt__removes_nothing, 0, 4);
    tcase_add_test(tests, a_folder_that_others_write_to__is_refused);
    tcase_add_test(tests, who_only_looks__writes_nothing);
    tcase_add_loop_test(tests, what_cannot_be_written__leaves_no_folder, 0, 2);
    tcase_add_test(tests,
                   whoever_is_killed__leaves_whole_pages__and_the_next_run_goes_on);
}

SUITE_MAIN("published_folder")
