/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_today_test.c - what Today says of reports: which are to be written, and what
 * they left to do */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "report_office.h"

/* Of that kind: "meeting state" of each, in their order. */
static void
expect_unreported(struct atelier *who, const char *expected)
{
    struct today_list list = { 0 };
    struct buffer text = { 0 };

    ck_assert_msg(browse_today(who, 8, &list, &err), "%s", err.message);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].kind == TODAY_UNREPORTED)
            buffer_addf(&text, "%d %d\n", (int)list.items[i].meeting,
                        (int)list.items[i].count);
    buffer_add(&text, "");
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
    today_list_clear(&list);
}

START_TEST(a_meeting_that_was_held__is_named_until_its_report_is_final)
{
    hold(earlier);
    hold(meeting);
    struct atelier *later = office_return(NULL, "2027-04-01 09:00");
    expect_unreported(later, "1 -1\n2 -1\n"); /* the latest first */
    note("+ Ask");
    expect_unreported(later, "1 0\n2 -1\n");
    ck_assert(report_circulate(at, meeting, &err));
    expect_unreported(later, "1 1\n2 -1\n");
    ck_assert(plan_act(later, meeting, MEETING_CLOSE, NULL, &err));
    expect_unreported(later, "1 1\n2 -1\n");
    ck_assert(report_finalise(at, meeting, NULL, &err));
    expect_unreported(later, "2 -1\n");
    ck_assert(report_reopen(at, meeting, "late", &err));
    expect_unreported(later, "1 0\n2 -1\n");
    atelier_close(later);
    later = office_return(NULL, "2027-05-01 09:00");
    expect_unreported(later, "1 0\n"); /* what is long over is not asked after */
    atelier_close(later);
}
END_TEST

START_TEST(a_meeting_that_did_not_take_place__owes_no_report)
{
    note("+ Ask");
    struct atelier *later = office_return(NULL, "2027-04-01 09:00");
    expect_unreported(later, "");
    ck_assert(plan_act(later, meeting, MEETING_CANCEL, "rain", &err));
    expect_unreported(later, "");
    atelier_close(later);
}
END_TEST

START_TEST(what_is_left_to_do__comes_by_its_day__and_goes_when_it_is_settled)
{
    const int64_t mob =
        office_add_meeting(at, office_add_group(at, "MOB"), "2027-02-01 09:30", SEATS);

    note("+ No day");
    note("= Later");
    note("? Not to do");
    ck_assert_int_ne(write_by(at, mob, "+ Long ago", ENTRY_AT_END), 0);
    ck_assert(set(at, 2, 0, "due", "2027-09-01"));
    ck_assert(set(at, 4, 0, "due", "2026-01-01"));
    ck_assert(set(at, 4, 0, "owner_person", rows_number(anna)));
    struct entry_shown_list list = { 0 };
    ck_assert(report_open_entries(at, 9, &list, &err));
    ck_assert_uint_eq(list.count, 3);
    ck_assert_int_eq(list.items[0].entry.head.id, 4);
    ck_assert(list.items[0].is_overdue);
    ck_assert_str_eq(list.items[0].group, "MOB");
    ck_assert_str_eq(list.items[0].owner, "Müller, Anna");
    ck_assert_ptr_nonnull(strstr(list.items[0].from, "01/02/2027"));
    ck_assert_int_eq(list.items[1].entry.head.id, 2);
    ck_assert(!list.items[1].is_overdue);
    ck_assert_int_eq(list.items[2].entry.head.id, 1);
    ck_assert(report_open_entries(at, 1, &list, &err));
    ck_assert_uint_eq(list.count, 1);
    ck_assert(entry_settle(at, 4, ENTRY_DONE, 0, NULL, &err));
    ck_assert(entry_settle(at, 2, ENTRY_DROPPED, 0, "too dear", &err));
    ck_assert(report_open_entries(at, 9, &list, &err));
    ck_assert_uint_eq(list.count, 1);
    ck_assert_int_eq(list.items[0].entry.head.id, 1);
    undo();
    ck_assert(report_open_entries(at, 9, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    entry_shown_list_clear(&list);
}
END_TEST

START_TEST(what_comes_up_from_before__stands_by_its_day)
{
    struct report_view view = { 0 };

    ck_assert_int_ne(write_by(at, earlier, "+ No day", ENTRY_AT_END), 0);
    ck_assert_int_ne(write_by(at, earlier, "+ Later", ENTRY_AT_END), 0);
    ck_assert_int_ne(write_by(at, earlier, "= Soon", ENTRY_AT_END), 0);
    ck_assert(set(at, 2, 0, "due", "2027-09-01"));
    ck_assert(set(at, 3, 0, "due", "2027-04-01"));
    ck_assert(report_view_load(at, meeting, &view, &err));
    ck_assert_uint_eq(view.carried.count, 3);
    ck_assert_str_eq(view.carried.items[0].entry.text, "Soon");
    ck_assert_str_eq(view.carried.items[1].entry.text, "Later");
    ck_assert_str_eq(view.carried.items[2].entry.text, "No day");
    ck_assert_int_eq(strncmp(view.carried.items[0].from, "Tue 16/02/2027, ", 16), 0);
    report_view_clear(&view);
}
END_TEST

/* It is read on the way of a key: no more of them than are shown. */
START_TEST(what_is_left_to_do__is_found_by_an_index_alone)
{
    office_expect("SELECT count(*) FROM sqlite_schema WHERE name = 'report_entry_open'",
                  "1\n");
    char *plan =
        database_file_dump("EXPLAIN QUERY PLAN SELECT e.id, g.code FROM report_entry e"
                           " CROSS JOIN meeting m ON m.id = e.meeting"
                           " CROSS JOIN working_group g ON g.id = m.\"group\""
                           " WHERE e.state = 0 AND e.kind IN (4, 5)"
                           " ORDER BY coalesce(e.due, '9999-12-31'), e.id LIMIT 7");
    ck_assert_msg(strstr(plan, "report_entry_open") && !strstr(plan, "TEMP B-TREE"), "%s",
                  plan);
    free(plan);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin_report, end_report);
    tcase_add_test(tests, a_meeting_that_was_held__is_named_until_its_report_is_final);
    tcase_add_test(tests, a_meeting_that_did_not_take_place__owes_no_report);
    tcase_add_test(tests,
                   what_is_left_to_do__comes_by_its_day__and_goes_when_it_is_settled);
    tcase_add_test(tests, what_comes_up_from_before__stands_by_its_day);
    tcase_add_test(tests, what_is_left_to_do__is_found_by_an_index_alone);
}

SUITE_MAIN("report_today")
