/* SPDX-License-Identifier: GPL-3.0-or-later */
/* founding_test.c - a database is there when it is whole, and always has an administrator
 */
#include <check.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/sample.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier_options options;
static struct error err;

static void
set_up(void)
{
    static char path[300];

    database_file_begin();
    (void)snprintf(path, sizeof(path), "%s", database_file_path("atelier.db"));
    err = (struct error){ 0 };
    options = (struct atelier_options){
        .database = path,
        .identity = office_self(),
        .now = INSTANT_NONE,
    };
}

static void
tear_down(void)
{
    office_end(NULL);
}

static bool
is_there(const char *name)
{
    struct stat status;

    return lstat(database_file_path(name), &status) == 0;
}

static void
write_file(const char *name, const char *text)
{
    FILE *file = fopen(database_file_path(name), "w");

    ck_assert_ptr_nonnull(file);
    (void)fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
}

static void
found_office(void)
{
    struct atelier *at = atelier_create(&options, &err);

    ck_assert_msg(at != NULL, "%s", err.message);
    atelier_close(at);
}

START_TEST(nothing_is_at_the_path__before_it_is_placed)
{
    struct atelier *at = atelier_found(&options, &err);

    ck_assert_msg(at != NULL, "%s", err.message);
    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    ck_assert(!is_there("atelier.db") && !is_there("atelier.db-journal") &&
              !is_there("atelier.db-wal") && !is_there("atelier.db.queue"));
    ck_assert_msg(atelier_place(at, &err), "%s", err.message);
    office_add_person(at, "Durand", "Paul");
    office_expect_whole(at);
    atelier_close(at);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 401);
}
END_TEST

START_TEST(closed_before_it_is_placed__it_is_gone)
{
    struct atelier *at = atelier_found(&options, &err);

    ck_assert_msg(at != NULL, "%s", err.message);
    atelier_close(at);
    ck_assert(!is_there("atelier.db") && !is_there("atelier.db.queue"));
}
END_TEST

START_TEST(who_places_second__replaces_nothing)
{
    struct atelier *first = atelier_found(&options, &err);
    struct atelier *second = atelier_found(&options, &err);

    ck_assert(first && second);
    ck_assert_msg(atelier_place(first, &err), "%s", err.message);
    office_add_person(first, "Durand", "Paul");
    ck_assert(!atelier_place(second, &err));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    ck_assert_ptr_nonnull(strstr(err.message, "there already"));
    atelier_close(second);
    atelier_close(first);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 1);
}
END_TEST

START_TEST(a_log_without_its_database__becomes_no_part_of_a_new_one)
{
    static const char *const rests[] = { "atelier.db-wal", "atelier.db-journal" };

    write_file(rests[_i], "of a database that is gone");
    ck_assert_ptr_null(atelier_create(&options, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, rests[_i]));
    ck_assert(!is_there("atelier.db") && is_there(rests[_i]));
    write_file(rests[_i], ""); /* without a word in it, it harms nobody */
    found_office();
}
END_TEST

START_TEST(a_shared_one__is_for_the_group_of_its_folder__whatever_the_umask)
{
    struct stat status;
    char shared[300];
    const gid_t group = geteuid() == 0 ? 2 : getegid();

    (void)snprintf(shared, sizeof(shared), "%s", database_file_path("shared"));
    ck_assert_int_eq(mkdir(shared, 0770), 0);
    ck_assert_int_eq(chown(shared, (uid_t)-1, group), 0);
    ck_assert_int_eq(chmod(shared, 02770), 0);
    (void)umask(077);
    options.database = database_file_path("shared/atelier.db");
    options.shared = true;
    found_office();
    ck_assert_int_eq(stat(options.database, &status), 0);
    ck_assert_uint_eq(status.st_mode & 07777, 0660);
    ck_assert_uint_eq(status.st_gid, group);

    (void)umask(0);
    options.database = database_file_path("atelier.db");
    options.shared = false;
    found_office();
    ck_assert_int_eq(stat(options.database, &status), 0);
    ck_assert_uint_eq(status.st_mode & 07777, 0600);
    (void)unlink(database_file_path("shared/atelier.db"));
    (void)unlink(database_file_path("shared/atelier.db.queue"));
    (void)rmdir(shared);
}
END_TEST

/* As a program that was killed between two transactions left it. */
static void
make_unfinished(void)
{
    found_office();
    ck_assert(database_file_run("DELETE FROM staff; DELETE FROM setting"));
}

START_TEST(one_without_staff__is_finished_by_its_owner)
{
    make_unfinished();
    struct atelier *at = atelier_open(&options, &err);
    ck_assert_msg(at != NULL, "%s", err.message);
    ck_assert_int_eq(atelier_role(at), ROLE_ADMINISTRATOR);
    ck_assert_ptr_nonnull(atelier_settings(at)->domain);
    office_add_person(at, "Durand", "Paul");
    atelier_close(at);
    office_expect("SELECT act FROM journal ORDER BY id",
                  "database.create\ndatabase.create\nperson.add\n");
    office_expect("SELECT role FROM staff_view", "administrator\n");

    at = atelier_open(&options, &err); /* and only once */
    ck_assert_ptr_nonnull(at);
    atelier_close(at);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM journal"
                                          " WHERE act = 'database.create'"),
                     2);
}
END_TEST

START_TEST(one_without_staff__keeps_the_settings_it_has)
{
    found_office();
    ck_assert(database_file_run("DELETE FROM staff;"
                                "UPDATE setting SET value = 'Pacific/Auckland'"
                                " WHERE name = 'zone'"));
    struct atelier *at = atelier_open(&options, &err);
    ck_assert_msg(at != NULL, "%s", err.message);
    ck_assert_str_eq(atelier_settings(at)->zone, "Pacific/Auckland");
    atelier_close(at);
}
END_TEST

static void
expect_refused(void)
{
    ck_assert_ptr_null(atelier_open(&options, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, office_self().login) != NULL, "%s", err.message);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM staff"), 0);
}

START_TEST(one_without_staff__is_not_finished_by_a_stranger__who_hears_whose_it_is)
{
    make_unfinished();
    options.identity.login = "eve";
    options.identity.source = IDENTITY_GATEWAY;
    expect_refused();
    if (geteuid() != 0)
        return;
    /* A member of the group, who may write the file. */
    char folder[300];
    (void)snprintf(folder, sizeof(folder), "%s", database_file_path("."));
    ck_assert_int_eq(chmod(folder, 0777), 0);
    ck_assert_int_eq(chmod(options.database, 0666), 0);
    ck_assert_int_eq(chmod(database_file_path("atelier.db.queue"), 0666), 0);
    options.identity.source = IDENTITY_SYSTEM;
    (void)fflush(stdout);
    const pid_t pid = fork();
    if (pid == 0) {
        const bool is_other = setgid(65534) == 0 && setuid(65534) == 0;
        struct atelier *at = is_other ? atelier_open(&options, &err) : NULL;
        _exit(!is_other ? 2 : at ? 3 : strstr(err.message, "root") == NULL ? 4 : 0);
    }
    int status = -1;
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert_int_eq(status, 0);
}
END_TEST

START_TEST(a_discarded_one__leaves_nothing_beside)
{
    struct atelier *at = atelier_create(&options, &err);

    ck_assert_msg(at != NULL, "%s", err.message);
    write_file("atelier.db-journal", "");
    atelier_discard(at);
    ck_assert(!is_there("atelier.db") && !is_there("atelier.db-wal") &&
              !is_there("atelier.db-shm") && !is_there("atelier.db-journal") &&
              !is_there("atelier.db.queue"));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, nothing_is_at_the_path__before_it_is_placed);
    tcase_add_test(tests, closed_before_it_is_placed__it_is_gone);
    tcase_add_test(tests, who_places_second__replaces_nothing);
    tcase_add_loop_test(tests, a_log_without_its_database__becomes_no_part_of_a_new_one,
                        0, 2);
    tcase_add_test(tests,
                   a_shared_one__is_for_the_group_of_its_folder__whatever_the_umask);
    tcase_add_test(tests, one_without_staff__is_finished_by_its_owner);
    tcase_add_test(tests, one_without_staff__keeps_the_settings_it_has);
    tcase_add_test(
        tests, one_without_staff__is_not_finished_by_a_stranger__who_hears_whose_it_is);
    tcase_add_test(tests, a_discarded_one__leaves_nothing_beside);
}

SUITE_MAIN("founding")
