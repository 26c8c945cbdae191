/* SPDX-License-Identifier: GPL-3.0-or-later */
/* administrators_test.c - an office keeps an administrator who can come in */
#include <check.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/staff.h"
#include "support/office.h"
#include "support/suite.h"

/* Two that every system knows. */
static const char known[] = "daemon";
static const char also_known[] = "nobody";

static struct atelier *at;
static int64_t founder;
static struct error err;

static void
found(enum identity_source source, const char *login)
{
    at = office_found_by((struct identity){ .login = login, .source = source });
    founder = 1;
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    office_end(at);
}

static int64_t
add(const char *login)
{
    return office_add(at, &staff_entity, "login", login, "role", "administrator", NULL);
}

static bool
change(int64_t id, const char *login, enum staff_role role)
{
    struct staff *staff = record_new(&staff_entity);

    ck_assert(edit_load(at, &staff_entity, id, staff, &err));
    if (login)
        memory_replace(&staff->login, login);
    staff->role = role;
    const bool ok = edit_change(at, &staff_entity, staff, &err);
    record_free(&staff_entity, staff);
    return ok;
}

/* In each of the ways in which one goes. */
static bool
take_away(int64_t id, int way)
{
    return way == 0   ? edit_remove(at, &staff_entity, id, 1, &err)
           : way == 1 ? change(id, "another-ghost", ROLE_ADMINISTRATOR)
                      : change(id, NULL, ROLE_DESK);
}

START_TEST(the_last_whom_the_system_knows__stays__beside_unknown_ones)
{
    found(IDENTITY_SYSTEM, known);
    add("ghost");
    ck_assert(!take_away(founder, _i));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "whom this computer knows"));
    office_expect("SELECT login, role FROM staff_view WHERE id = 1",
                  "daemon|administrator\n");
    add(also_known);
    ck_assert_msg(take_away(founder, _i), "%s", err.message);
}
END_TEST

START_TEST(an_unknown_one__may_go__while_a_known_one_stays)
{
    found(IDENTITY_SYSTEM, known);
    ck_assert_msg(take_away(add("ghost"), _i), "%s", err.message);
}
END_TEST

START_TEST(unknown_ones_among_themselves__keep_one)
{
    found(IDENTITY_SYSTEM, "ghost");
    const int64_t second = add("second-ghost");
    ck_assert_msg(change(second, NULL, ROLE_DESK), "%s", err.message);
    ck_assert(!take_away(founder, _i));
    ck_assert_int_eq(err.kind, ERROR_RULE);
}
END_TEST

/* A gateway knows whom the system does not. */
START_TEST(behind_a_gateway__every_login_is_known)
{
    found(IDENTITY_GATEWAY, known);
    add("ghost");
    ck_assert_msg(take_away(founder, _i), "%s", err.message);
}
END_TEST

START_TEST(an_undo__keeps_one_whom_the_system_knows)
{
    struct journal_entry entry = { 0 };

    found(IDENTITY_SYSTEM, "ghost");
    add(known);
    ck_assert(!undo_last(at, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT login FROM staff ORDER BY id", "ghost\ndaemon\n");
    add(also_known);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_loop_test(tests, the_last_whom_the_system_knows__stays__beside_unknown_ones,
                        0, 3);
    tcase_add_loop_test(tests, an_unknown_one__may_go__while_a_known_one_stays, 0, 3);
    tcase_add_loop_test(tests, unknown_ones_among_themselves__keep_one, 0, 3);
    tcase_add_loop_test(tests, behind_a_gateway__every_login_is_known, 0, 3);
    tcase_add_test(tests, an_undo__keeps_one_whom_the_system_knows);
}

SUITE_MAIN("administrators")
