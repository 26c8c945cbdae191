/* SPDX-License-Identifier: GPL-3.0-or-later */
/* permission_test.c - what each role may do (rule 13) */
#include "atelier/domain/permission.h"

#include <string.h>

#include "support/suite.h"

/* Rule 13, written down once more. */
START_TEST(each_role__may__what_rule_13_says)
{
    static const bool may[STAFF_ROLE_COUNT][PERMISSION_COUNT] = {
        [ROLE_READER] = { [MAY_READ] = true,
                          [MAY_READ_DAY] = true,
                          [MAY_COME_IN] = true },
        [ROLE_DOOR] = { [MAY_READ_DAY] = true,
                        [MAY_COME_IN] = true,
                        [MAY_MARK] = true,
                        [MAY_WALK_IN] = true },
        [ROLE_DESK] = { [MAY_READ] = true,
                        [MAY_READ_DAY] = true,
                        [MAY_COME_IN] = true,
                        [MAY_WALK_IN] = true,
                        [MAY_READ_PRIVATE] = true,
                        [MAY_MARK] = true,
                        [MAY_CORRECT_MARKS] = true,
                        [MAY_REGISTER] = true,
                        [MAY_IMPORT] = true,
                        [MAY_PRINT] = true,
                        [MAY_REPORT] = true },
        [ROLE_ORGANISER] = { [MAY_READ] = true,
                             [MAY_READ_DAY] = true,
                             [MAY_COME_IN] = true,
                             [MAY_WALK_IN] = true,
                             [MAY_READ_PRIVATE] = true,
                             [MAY_MARK] = true,
                             [MAY_CORRECT_MARKS] = true,
                             [MAY_REGISTER] = true,
                             [MAY_IMPORT] = true,
                             [MAY_PRINT] = true,
                             [MAY_REPORT] = true,
                             [MAY_FINALISE] = true,
                             [MAY_PLAN] = true,
                             [MAY_OVERBOOK] = true,
                             [MAY_UNDO_OTHERS] = true },
        [ROLE_ADMINISTRATOR] = { [MAY_READ] = true,
                                 [MAY_READ_DAY] = true,
                                 [MAY_COME_IN] = true,
                                 [MAY_WALK_IN] = true,
                                 [MAY_READ_PRIVATE] = true,
                                 [MAY_MARK] = true,
                                 [MAY_CORRECT_MARKS] = true,
                                 [MAY_REGISTER] = true,
                                 [MAY_IMPORT] = true,
                                 [MAY_PRINT] = true,
                                 [MAY_REPORT] = true,
                                 [MAY_FINALISE] = true,
                                 [MAY_REOPEN_REPORT] = true,
                                 [MAY_PLAN] = true,
                                 [MAY_OVERBOOK] = true,
                                 [MAY_UNDO_OTHERS] = true,
                                 [MAY_REOPEN] = true,
                                 [MAY_SEE_SESSIONS] = true,
                                 [MAY_ADMINISTER] = true },
    };

    for (int role = 0; role < STAFF_ROLE_COUNT; role++)
        for (int permission = 0; permission < PERMISSION_COUNT; permission++)
            ck_assert_int_eq(role_may((enum staff_role)role, (enum permission)permission),
                             may[role][permission]);
}

START_TEST(refusal__names_the_role__and_whom_to_ask)
{
    for (int role = 0; role < STAFF_ROLE_COUNT; role++)
        for (int permission = 0; permission < PERMISSION_COUNT; permission++) {
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
    tcase_add_test(tests, each_role__may__what_rule_13_says);
    tcase_add_test(tests, refusal__names_the_role__and_whom_to_ask);
}

SUITE_MAIN("permission")
