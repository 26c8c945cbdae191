/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_test.c - acts in words, and what entries own */
#include "atelier/domain/journal.h"

#include "atelier/base/memory.h"

#include "support/suite.h"

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
    tcase_add_test(tests, label__of_an_unknown_act__is_the_act);
    tcase_add_test(tests, clearing__frees__entries_and_changes);
}

SUITE_MAIN("journal")
