/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_test.c - acts in words, and what entries own */
#include "atelier/domain/journal.h"

#include "atelier/base/memory.h"
#include "atelier/domain/field.h"
#include "support/suite.h"

START_TEST(label__of_an_unknown_act__is_the_act)
{
    ck_assert_str_eq(journal_act_label("meeting.move"), "moved a meeting");
    ck_assert_str_eq(journal_act_label("unicorn.ride"), "unicorn.ride");
}

static void
expect_words(const char *summary, const char *words)
{
    struct buffer buffer = { 0 };

    journal_add_summary(summary, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), words);
    buffer_clear(&buffer);
}

START_TEST(figures_of_an_import__are_words)
{
    expect_words("c40.csv (+40, ~0, → 40)", "c40.csv: 40 added, 40 registered");
    expect_words("c40.csv (+0, ~2)", "c40.csv: 2 changed");
    expect_words("c (+1).csv (+1, ~2, ∈ 3)",
                 "c (+1).csv: 1 added, 2 changed, 3 new members");
    expect_words("c40.csv (+0, ~0, ∈ 1)", "c40.csv: 1 new member");
    expect_words("c40.csv (+0, ~0)", "c40.csv: nothing changed");
}
END_TEST

START_TEST(two_parts__are_joined__and_parted_again)
{
    struct buffer summary = { 0 };
    size_t who = 0;
    const char *where = NULL;

    buffer_add(&summary, "Roe, Jane");
    ck_assert(!journal_part_summary(buffer_text(&summary), &who, &where));
    journal_add_where("Jobs · in cities", &summary);
    ck_assert_str_eq(buffer_text(&summary), "Roe, Jane · Jobs · in cities");
    ck_assert(journal_part_summary(buffer_text(&summary), &who, &where));
    ck_assert_uint_eq(who, strlen("Roe, Jane"));
    ck_assert_str_eq(where, "Jobs · in cities");
    buffer_clear(&summary);
}
END_TEST

START_TEST(summary_without_figures__stays_as_it_is)
{
    expect_words(NULL, "");
    expect_words("Jobs (+12)", "Jobs (+12)");
    expect_words("Jobs (+12, ~3) · B", "Jobs (+12, ~3) · B");
    expect_words("Jobs (+ , ~3)", "Jobs (+ , ~3)");
    expect_words("Roe · Urban (12)", "Roe · Urban (12)");
}
END_TEST

START_TEST(a_quota_or_quorum__is_in_words)
{
    expect_words("Town (≤ 3)", "Town, at most 3 seats");
    expect_words(" (∀ ≤ 1)", "at most 1 seat for each organisation");
    expect_words("Town (⊇ 2)", "Town, 2 seats held");
    expect_words("A (≤ B (⊇ 2, 2027-03-16)", "A (≤ B, 2 seats held until Tue 16/03/2027");
    expect_words(" (≥ 2)", "at least 2 people");
    expect_words("Town (≤ 3) and more", "Town (≤ 3) and more");
    expect_words("- (+4, ~0)", "standard input: 4 added");
}
END_TEST

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

START_TEST(an_act_without_a_summary__has_no_parentheses)
{
    struct journal_entry entry = { .act = memory_copy("presence.add"),
                                   .summary = memory_copy("Roe, Ada · Jobs") };
    struct buffer text = { 0 };

    journal_add_act(&entry, &text);
    ck_assert_str_eq(buffer_text(&text), "marked a presence (Roe, Ada · Jobs)");
    memory_replace(&entry.summary, NULL);
    buffer_reset(&text);
    journal_add_act(&entry, &text);
    ck_assert_str_eq(buffer_text(&text), "marked a presence");
    buffer_clear(&text);
    journal_entry_clear(&entry);
}
END_TEST

/* What is asked of the first: true where the reader is told of it. */
static bool
first_is_shown(unsigned first, unsigned second)
{
    const struct field fields[] = { { .flags = first }, { .flags = second } };
    struct journal_change changes[] = { { .field = &fields[0] },
                                        { .field = &fields[1] } };
    const struct journal_change_list list = { .items = changes, .count = 2 };

    return journal_change_is_shown(&list, &changes[0]);
}

START_TEST(change_of_a_hidden_field__is_told_of__where_no_other_changed)
{
    ck_assert(first_is_shown(FIELD_HIDDEN, FIELD_HIDDEN));
    ck_assert(!first_is_shown(FIELD_HIDDEN, 0));
    ck_assert(first_is_shown(0, FIELD_HIDDEN));
    ck_assert(first_is_shown(0, 0));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, label__of_an_unknown_act__is_the_act);
    tcase_add_test(tests, figures_of_an_import__are_words);
    tcase_add_test(tests, an_act_without_a_summary__has_no_parentheses);
    tcase_add_test(tests, two_parts__are_joined__and_parted_again);
    tcase_add_test(tests, summary_without_figures__stays_as_it_is);
    tcase_add_test(tests, a_quota_or_quorum__is_in_words);
    tcase_add_test(tests, change_of_a_hidden_field__is_told_of__where_no_other_changed);
    tcase_add_test(tests, clearing__frees__entries_and_changes);
}

SUITE_MAIN("journal")
