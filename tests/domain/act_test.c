/* SPDX-License-Identifier: GPL-3.0-or-later */
/* act_test.c - every act has its name, its words and its permission */
#include "atelier/domain/act.h"

#include <stdio.h>
#include <string.h>

#include "support/suite.h"

START_TEST(every_act__has_a_name_of_its_own__words__and_a_permission)
{
    for (int i = 0; i < ACT_COUNT; i++) {
        const char *name = act_name((enum act)i);
        enum act found;

        ck_assert_uint_eq(strspn(name, "abcdefghijklmnopqrstuvwxyz_."), strlen(name));
        ck_assert_uint_gt(strlen(journal_acts[i].label), 0);
        ck_assert_int_lt(act_permission((enum act)i), PERMISSION_COUNT);
        ck_assert_msg(!role_may(ROLE_READER, act_permission((enum act)i)), "%s", name);
        ck_assert(act_find(name, &found));
        ck_assert_msg((int)found == i, "%s is there twice", name);
    }
    ck_assert_ptr_null(journal_acts[ACT_COUNT].name);
}

START_TEST(the_acts_of_a_noun__are_stored__under_its_name)
{
    static const char *const verbs[] = { "add", "change", "remove" };

    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        for (int verb = 0; verb < 3; verb++) {
            char name[60];

            (void)snprintf(name, sizeof name, "%s.%s",
                           entity_get((enum entity_kind)kind)->name, verbs[verb]);
            ck_assert_str_eq(
                act_name(act_of((enum entity_kind)kind, (enum act_verb)verb)), name);
        }
    ck_assert_str_eq(act_name(act_of(ENTITY_COUNT, VERB_CHANGE)), "settings.change");
}

START_TEST(an_act_of_another_program__is_not_found)
{
    enum act found = ACT_UNDO;

    ck_assert(!act_find("unicorn.ride", &found));
    ck_assert(!act_find("", &found));
    ck_assert(!act_find("meeting", &found));
    ck_assert_int_eq(found, ACT_UNDO);
}

START_TEST(what_is_stored__keeps_its_name)
{
    ck_assert_str_eq(act_name(ACT_REGISTRATION_ACCEPT), "registration.accept");
    ck_assert_str_eq(act_name(ACT_MEMBERSHIP_JOIN), "membership.join");
    ck_assert_str_eq(act_name(ACT_WORKING_GROUP_ADD), "working_group.add");
    ck_assert_str_eq(act_name(ACT_PRESENCE_ANNUL), "presence.annul");
    ck_assert_str_eq(act_name(ACT_UNDO), "undo");
}

START_TEST(writing_a_row__takes_what_its_acts_take)
{
    ck_assert_int_eq(permission_to_write(ENTITY_STAFF), MAY_ADMINISTER);
    ck_assert_int_eq(permission_to_write(ENTITY_CATEGORY), MAY_ADMINISTER);
    ck_assert_int_eq(permission_to_write(ENTITY_COUNT), MAY_ADMINISTER);
    ck_assert_int_eq(permission_to_write(ENTITY_REGISTRATION), MAY_REGISTER);
    ck_assert_int_eq(permission_to_write(ENTITY_MEETING), MAY_PLAN);
    ck_assert_int_eq(permission_to_write(ENTITY_PRESENCE), MAY_MARK);
    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        for (int verb = 0; verb < 3; verb++)
            ck_assert_int_eq(
                act_permission(act_of((enum entity_kind)kind, (enum act_verb)verb)),
                permission_to_write((enum entity_kind)kind));
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, every_act__has_a_name_of_its_own__words__and_a_permission);
    tcase_add_test(tests, the_acts_of_a_noun__are_stored__under_its_name);
    tcase_add_test(tests, an_act_of_another_program__is_not_found);
    tcase_add_test(tests, what_is_stored__keeps_its_name);
    tcase_add_test(tests, writing_a_row__takes_what_its_acts_take);
}

SUITE_MAIN("act")
