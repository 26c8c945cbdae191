/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_test.c - every act has its words */
#include "atelier/domain/journal.h"

#include <stdio.h>
#include <string.h>

#include "atelier/base/memory.h"

#include "support/suite.h"

START_TEST(acts__are_in_order__and_of_one_form)
{
    for (int i = 0; journal_acts[i].name != NULL; i++) {
        const char *name = journal_acts[i].name;

        ck_assert_uint_eq(strspn(name, "abcdefghijklmnopqrstuvwxyz_."), strlen(name));
        ck_assert_ptr_nonnull(journal_acts[i].label);
        if (i > 0)
            ck_assert_msg(strcmp(journal_acts[i - 1].name, name) < 0, "%s", name);
    }
}

START_TEST(every_noun__has_words__for_adding_changing_and_removing)
{
    static const char *const verbs[] = { "add", "change", "remove" };

    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        for (int verb = 0; verb < 3; verb++) {
            char act[60];

            (void)snprintf(act, sizeof act, "%s.%s",
                           entity_get((enum entity_kind)kind)->name, verbs[verb]);
            ck_assert_msg(choice_find(journal_acts, act) >= 0, "%s", act);
        }
}

START_TEST(label__of_an_unknown_act__is_the_act)
{
    ck_assert_str_eq(journal_act_label("meeting.move"), "moved a meeting");
    ck_assert_str_eq(journal_act_label("unicorn.ride"), "unicorn.ride");
}

START_TEST(clearing__frees__entries_and_changes)
{
    struct journal_entry entry = { .act = memory_copy("undo"),
                                   .staff = memory_copy("ana"),
                                   .summary = memory_copy("Roe"),
                                   .reason = memory_copy("slip") };
    struct journal_change_list list = { 0 };

    journal_entry_clear(&entry);
    ck_assert_ptr_null(entry.act);
    list.items = memory_grow(NULL, &list.capacity, 1, sizeof *list.items);
    list.count = 1;
    list.items[0].title = memory_copy("Roe");
    list.items[0].before = memory_copy("1");
    list.items[0].after = memory_copy("2");
    journal_change_list_clear(&list);
    ck_assert_ptr_null(list.items);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, acts__are_in_order__and_of_one_form);
    tcase_add_test(tests, every_noun__has_words__for_adding_changing_and_removing);
    tcase_add_test(tests, label__of_an_unknown_act__is_the_act);
    tcase_add_test(tests, clearing__frees__entries_and_changes);
}

SUITE_MAIN("journal")
