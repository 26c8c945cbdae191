/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_test.c - what each role may do (rule 13) */
#include "atelier/domain/staff.h"

#include <string.h>

#include "support/suite.h"

enum { ROLES = ROLE_ADMINISTRATOR + 1, PERMISSIONS = MAY_ADMINISTER + 1 };

START_TEST(each_role__may__what_the_design_says)
{
    static const bool may[ROLES][PERMISSIONS] = {
        [ROLE_READER] = { [MAY_READ] = true },
        [ROLE_DOOR] = { [MAY_READ] = true, [MAY_MARK] = true },
        [ROLE_DESK] = { [MAY_READ] = true,
                        [MAY_MARK] = true,
                        [MAY_REGISTER] = true,
                        [MAY_IMPORT] = true },
        [ROLE_ORGANISER] = { [MAY_READ] = true,
                             [MAY_MARK] = true,
                             [MAY_REGISTER] = true,
                             [MAY_IMPORT] = true,
                             [MAY_PLAN] = true,
                             [MAY_OVERBOOK] = true },
        [ROLE_ADMINISTRATOR] = { true, true, true, true, true, true, true },
    };

    for (int role = 0; role < ROLES; role++)
        for (int permission = 0; permission < PERMISSIONS; permission++)
            ck_assert_int_eq(role_may((enum staff_role)role, (enum permission)permission),
                             may[role][permission]);
}

START_TEST(writing__never_needs__only_reading)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++)
        ck_assert(!role_may(ROLE_READER, permission_to_write((enum entity_kind)kind)));
}

/* Each noun has its line here: one that is added asks who may write it. */
START_TEST(each_noun__is_written__by_those_whose_work_it_is)
{
    static const struct {
        enum entity_kind kind;
        enum permission permission;
    } nouns[] = {
        { ENTITY_CATEGORY, MAY_ADMINISTER },
        { ENTITY_STAFF, MAY_ADMINISTER },
        { ENTITY_ORGANISATION, MAY_REGISTER },
        { ENTITY_PERSON, MAY_REGISTER },
        { ENTITY_AFFILIATION, MAY_REGISTER },
        { ENTITY_REGISTRATION, MAY_REGISTER },
        { ENTITY_WORKING_GROUP, MAY_PLAN },
        { ENTITY_MEMBERSHIP, MAY_PLAN },
        { ENTITY_VENUE, MAY_PLAN },
        { ENTITY_ROOM, MAY_PLAN },
        { ENTITY_MEETING, MAY_PLAN },
        { ENTITY_SLOT, MAY_PLAN },
        { ENTITY_PRESENCE, MAY_MARK },
    };
    enum { NOUNS = sizeof nouns / sizeof nouns[0] };

    for (size_t i = 0; i < NOUNS; i++)
        ck_assert_msg(permission_to_write(nouns[i].kind) == nouns[i].permission, "%s",
                      entity_get(nouns[i].kind)->name);
    ck_assert_int_eq(NOUNS, ENTITY_COUNT);
    ck_assert_int_eq(permission_to_write(ENTITY_COUNT), MAY_ADMINISTER); /* settings */
}

START_TEST(refusal__names_the_role__and_whom_to_ask)
{
    for (int role = 0; role < ROLES; role++)
        for (int permission = 0; permission < PERMISSIONS; permission++) {
            struct error err = { 0 };

            ck_assert(
                !role_refuse((enum staff_role)role, (enum permission)permission, &err));
            ck_assert_int_eq(err.kind, ERROR_RULE);
            ck_assert_ptr_nonnull(strstr(err.message, staff_roles[role].label));
            ck_assert_ptr_nonnull(strstr(err.message, "; ask "));
        }
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, each_role__may__what_the_design_says);
    tcase_add_test(tests, writing__never_needs__only_reading);
    tcase_add_test(tests, each_noun__is_written__by_those_whose_work_it_is);
    tcase_add_test(tests, refusal__names_the_role__and_whom_to_ask);
}

SUITE_MAIN("staff")
