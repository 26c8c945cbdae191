/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login_folder_test.c - a login that is renamed takes its folder of files along */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/edit.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/staff.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;

static void
begin(void)
{
    err = (struct error){ 0 };
    at = office_found();
    ck_assert_int_eq(mkdir(database_file_path("files"), 0700), 0);
}

static void
end(void)
{
    office_end(at);
}

static const char *
path(const char *login, const char *name)
{
    char beneath[96];

    (void)snprintf(beneath, sizeof(beneath), "files/%s%s%s", login, name ? "/" : "",
                   name ? name : "");
    return database_file_path(beneath);
}

static void
make(const char *login, const char *name)
{
    (void)mkdir(path(login, NULL), 0700);
    if (!name)
        return;
    FILE *file = fopen(path(login, name), "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fclose(file), 0);
}

static bool
is_there(const char *login, const char *name)
{
    struct stat is;
    return lstat(path(login, name), &is) == 0;
}

/* What is said of it, or "". */
static const char *
rename_to(const char *from, const char *to)
{
    static struct buffer said;
    struct staff *staff = record_new(&staff_entity);
    char sql[128];

    buffer_reset(&said);
    (void)snprintf(sql, sizeof(sql), "SELECT id FROM staff WHERE login = '%s'", from);
    ck_assert(edit_load(at, &staff_entity, database_file_number(sql), staff, &err));
    memory_replace(&staff->login, to);
    ck_assert_msg(edit_change(at, &staff_entity, staff, &err), "%s", err.message);
    (void)edit_warning(at, &staff_entity, staff, &said);
    record_free(&staff_entity, staff);
    return strstr(buffer_text(&said), "stay") ? buffer_text(&said) : "";
}

static void
hire(const char *login)
{
    atelier_close(office_hire(at, login, ROLE_DESK));
}

START_TEST(files__go_along_with_a_login__and_back_when_that_is_undone)
{
    struct journal_entry entry = { 0 };

    hire("lea");
    make("lea", "list.csv");
    ck_assert_str_eq(rename_to("lea", "lea.m"), "");
    ck_assert(!is_there("lea", NULL));
    ck_assert(is_there("lea.m", "list.csv"));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    ck_assert(!is_there("lea.m", NULL));
    ck_assert(is_there("lea", "list.csv"));
}
END_TEST

START_TEST(files__of_two_whose_logins_are_exchanged__stay_with_each)
{
    hire("lea");
    hire("binta");
    make("lea", "lea.csv");
    make("binta", "binta.csv");
    ck_assert_str_eq(rename_to("lea", "third"), "");
    ck_assert_str_eq(rename_to("binta", "lea"), "");
    ck_assert_str_eq(rename_to("third", "binta"), "");
    ck_assert(is_there("lea", "binta.csv") && is_there("binta", "lea.csv"));
    ck_assert(!is_there("third", NULL));
}
END_TEST

START_TEST(a_folder_that_is_there__is_replaced_when_it_is_empty__and_else_named)
{
    hire("lea");
    make("lea", "lea.csv");
    make("lea.m", NULL);
    ck_assert_str_eq(rename_to("lea", "lea.m"), "");
    ck_assert(is_there("lea.m", "lea.csv"));

    make("nora", "left.csv");
    const char *said = rename_to("lea.m", "nora");
    ck_assert_ptr_nonnull(strstr(said, "The files of nora stay in "));
    ck_assert_ptr_nonnull(strstr(said, "files/lea.m, as others lie in "));
    ck_assert_ptr_nonnull(strstr(said, "“atelier gateway files remove lea.m”"));
    ck_assert(is_there("lea.m", "lea.csv") && is_there("nora", "left.csv"));
    ck_assert(!is_there("nora", "lea.csv"));
}
END_TEST

START_TEST(who_has_no_folder__or_keeps_the_login__hears_nothing)
{
    hire("lea");
    hire("binta");
    make("lea", "lea.csv");
    ck_assert_str_eq(rename_to("binta", "binta.s"), "");
    ck_assert_str_eq(rename_to("lea", "lea"), "");
    ck_assert(is_there("lea", "lea.csv"));
    ck_assert_int_eq(unlink(path("lea", "lea.csv")), 0);
    ck_assert_int_eq(rmdir(path("lea", NULL)), 0);
    ck_assert_int_eq(rmdir(database_file_path("files")), 0);
    ck_assert_str_eq(rename_to("lea", "lea.m"), "");
}
END_TEST

/* Whoever may write there may have put one in the place of a folder. */
START_TEST(a_link__is_not_followed_and_not_moved)
{
    hire("lea");
    make("elsewhere", "a.csv");
    ck_assert_int_eq(symlink("elsewhere", path("lea", NULL)), 0);
    ck_assert_ptr_nonnull(strstr(rename_to("lea", "lea.m"), "mv -nT "));
    ck_assert(is_there("elsewhere", "a.csv"));
    ck_assert(!is_there("lea.m", NULL));

    hire("binta");
    make("binta", "b.csv");
    ck_assert_int_eq(symlink("elsewhere", path("binta.s", NULL)), 0);
    ck_assert_ptr_nonnull(strstr(rename_to("binta", "binta.s"), "mv -nT "));
    ck_assert(is_there("binta", "b.csv"));
    ck_assert(!is_there("elsewhere", "b.csv"));
}
END_TEST

START_TEST(a_change_that_is_refused__moves_nothing)
{
    struct staff *staff = record_new(&staff_entity);

    hire("lea");
    hire("binta");
    make("lea", "lea.csv");
    ck_assert(edit_load(at, &staff_entity,
                        database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                        staff, &err));
    memory_replace(&staff->login, "binta");
    ck_assert(!edit_change(at, &staff_entity, staff, &err));
    ck_assert(is_there("lea", "lea.csv") && !is_there("binta", NULL));
    /* nor does the next one do it after all */
    hire("nora");
    ck_assert(is_there("lea", "lea.csv") && !is_there("binta", NULL));
    record_free(&staff_entity, staff);
}
END_TEST

START_TEST(an_undo_that_is_only_tried__moves_nothing__nor_does_the_act_after_it)
{
    struct questions questions = { 0 };
    int64_t blocker = 0;

    hire("lea");
    make("lea", "lea.csv");
    ck_assert_str_eq(rename_to("lea", "lea.m"), "");
    const int64_t act = database_file_number("SELECT max(id) FROM journal");
    ck_assert_msg(undo_try(at, act, &questions, &blocker, &err), "%s", err.message);
    hire("nora");
    ck_assert(is_there("lea.m", "lea.csv") && !is_there("lea", NULL));
    questions_clear(&questions);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, files__go_along_with_a_login__and_back_when_that_is_undone);
    tcase_add_test(tests, files__of_two_whose_logins_are_exchanged__stay_with_each);
    tcase_add_test(tests,
                   a_folder_that_is_there__is_replaced_when_it_is_empty__and_else_named);
    tcase_add_test(tests, who_has_no_folder__or_keeps_the_login__hears_nothing);
    tcase_add_test(tests, a_link__is_not_followed_and_not_moved);
    tcase_add_test(tests, a_change_that_is_refused__moves_nothing);
    tcase_add_test(tests,
                   an_undo_that_is_only_tried__moves_nothing__nor_does_the_act_after_it);
}

SUITE_MAIN("login_folder")
