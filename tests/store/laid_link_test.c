/* SPDX-License-Identifier: GPL-3.0-or-later */
/* laid_link_test.c - whoever may write to a folder lays a link in the place of one in it:
 * nothing is made, and nothing read, through that */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/input_file.h"
#include "atelier/base/memory.h"
#include "atelier/base/output_file.h"
#include "atelier/base/published_folder.h"
#include "atelier/base/real_path.h"
#include "atelier/store/maintenance.h"
#include "support/database_file.h"
#include "support/paper.h"
#include "support/suite.h"

enum { COLLEAGUE = 65534, NOW = 1700000000 };

static struct error err;
static char within[PATH_MAX]; /* the way that the link leads */

/* A folder "private", and "way", which leads there. */
static void
set_up(void)
{
    database_close(database_file_create());
    error_clear(&err);
    ck_assert_int_eq(mkdir(database_file_path("private"), 0700), 0);
    ck_assert_int_eq(symlink("private", database_file_path("way")), 0);
    ck_assert_int_eq(symlink("list.csv", database_file_path("laid.csv")), 0);
    suite_put_file(database_file_path("list.csv"), "Nom;Prénom\n");
    (void)snprintf(within, sizeof(within), "%s", database_file_path("private"));
}

static void
tear_down(void)
{
    char command[PATH_MAX + 20];

    (void)snprintf(command, sizeof(command), "rm -rf '%s'", within);
    ck_assert_int_eq(system(command), 0);
    database_file_remove(NULL);
}

static void
lay(void)
{
    ck_assert_int_eq(lchown(database_file_path("way"), COLLEAGUE, (gid_t)-1), 0);
    ck_assert_int_eq(lchown(database_file_path("laid.csv"), COLLEAGUE, (gid_t)-1), 0);
}

static bool
write_file(const char *path)
{
    struct output_file *file =
        output_file_open(path, &(struct output_rule){ .mode = OUTPUT_FOR_OWNER }, &err);

    return file && output_file_write(file, "list", 4, &err) &&
           output_file_finish(file, NULL, &err);
}

static bool
publish(const char *path)
{
    struct published_folder *folder = published_folder_open(path, false, &err);

    published_folder_free(folder);
    return folder;
}

static bool
create(const char *path)
{
    struct database *db = database_open(path, DATABASE_CREATE, false, &err);

    database_close(db);
    return db;
}

static bool
restore(const char *path)
{
    struct restore_report report;
    char *source = memory_copy(path);
    const bool done =
        maintenance_restore(database_file_path("atelier.db"), source, NOW, &report, &err);

    restore_report_clear(&report);
    free(source);
    return done;
}

static bool
read_file(const char *path)
{
    struct stat is;
    const int file = input_file_open(NULL, path, &is, &err);

    if (file >= 0)
        (void)close(file);
    return file >= 0;
}

static const struct {
    bool (*act)(const char *path);
    const char *name;
    const char *there; /* before, with these bytes of the database; or NULL */
} acts[] = {
    { write_file, "way/list.csv", NULL },
    { publish, "way", NULL },
    { publish, "way/site", NULL },
    { publish, "way/site/", NULL },
    { create, "way/new.db", NULL },
    { create, "way/further/new.db", NULL },
    { restore, "way/copy.db", "private/copy.db" },
    { read_file, "way/copy.db", "private/copy.db" },
    { read_file, "laid.csv", NULL },
};

static void
put_there(const char *name)
{
    size_t length;
    char *bytes;

    if (!name)
        return;
    bytes = paper_read(database_file_path("atelier.db"), &length);
    paper_write_bytes(name, bytes, length);
    free(bytes);
}

static bool
is_empty(const char *path)
{
    return rmdir(path) == 0 && mkdir(path, 0700) == 0;
}

START_TEST(nothing__goes_through_a_link__that_a_colleague_laid)
{
    if (geteuid() != 0)
        return;
    put_there(acts[_i].there);
    lay();
    ck_assert(!acts[_i].act(database_file_path(acts[_i].name)));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "that the user 65534 laid"), "%s", err.message);
    ck_assert(acts[_i].there || is_empty(within));
}
END_TEST

START_TEST(all__goes_through_a_link__of_ones_own)
{
    put_there(acts[_i].there);
    ck_assert_msg(acts[_i].act(database_file_path(acts[_i].name)), "%s", err.message);
}
END_TEST

/* What the path was settled to may be another folder by the time it is opened. */
START_TEST(folder__that_is_not_there__is_no_reason_to_speak)
{
    static const char *const names[] = { "nowhere/file", "list.csv/file" };
    int folder;

    ck_assert(real_path_open_folder(database_file_path(names[_i]), &folder, &err));
    ck_assert_int_eq(folder, -1);
    ck_assert_int_eq(err.kind, ERROR_NONE);
}
END_TEST

START_TEST(link_to_nothing__is_not_said_to_be_there)
{
    const char *path = database_file_path("broken");

    ck_assert_int_eq(symlink("nowhere", path), 0);
    ck_assert(!create(path));
    ck_assert_msg(strstr(err.message, "is a link to a file that is missing"), "%s",
                  err.message);
    ck_assert(!publish(path));
    ck_assert_msg(strstr(err.message, "is a link to a folder that is missing"), "%s",
                  err.message);
    ck_assert_int_eq(unlink(path), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    enum { ACTS = sizeof acts / sizeof acts[0] };

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, nothing__goes_through_a_link__that_a_colleague_laid, 0,
                        ACTS);
    tcase_add_loop_test(tests, all__goes_through_a_link__of_ones_own, 0, ACTS);
    tcase_add_loop_test(tests, folder__that_is_not_there__is_no_reason_to_speak, 0, 2);
    tcase_add_test(tests, link_to_nothing__is_not_said_to_be_there);
}

SUITE_MAIN("laid_link")
