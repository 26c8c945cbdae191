/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_place_test.c - an entry is put to a place and so deep, as who moves it by keys
 * sees it, whatever a colleague does meanwhile */
#include "report_office.h"

static void
write_some(void)
{
    note("A");
    note("  A1");
    note("  A2");
    note("B");
    note("  B1");
    note("C");
}

#define AS_WRITTEN "1|0|0|A\n2|1|0|A1\n3|1|0|A2\n4|0|0|B\n5|1|0|B1\n6|0|0|C\n"

START_TEST(an_entry__is_put_right_behind_another_with_what_belongs_to_it)
{
    write_some();
    ck_assert_msg(entry_place(at, 6, 0, 0, &err), "%s", err.message);
    office_expect(SQL_REPORT,
                  "6|0|0|C\n1|0|0|A\n2|1|0|A1\n3|1|0|A2\n4|0|0|B\n5|1|0|B1\n");
    undo();
    office_expect(SQL_REPORT, AS_WRITTEN);
    /* Before what belongs to that one, and deeper. */
    ck_assert_msg(entry_place(at, 4, 1, 1, &err), "%s", err.message);
    office_expect(SQL_REPORT,
                  "1|0|0|A\n4|1|0|B\n5|2|0|B1\n2|1|0|A1\n3|1|0|A2\n6|0|0|C\n");
    ck_assert_msg(entry_place(at, 4, 3, 0, &err), "%s", err.message);
    office_expect(SQL_REPORT, AS_WRITTEN);
    undo();
    redo();
    /* Where it is. */
    ck_assert_msg(entry_place(at, 4, 3, 0, &err), "%s", err.message);
    office_expect(SQL_REPORT, AS_WRITTEN);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_place__leaves_no_entry_hanging)
{
    const char *const hangs = "no entry above";

    write_some();
    expect_refused(entry_place(at, 1, 2, 0, &err), hangs);  /* in itself */
    expect_refused(entry_place(at, 2, 0, 1, &err), hangs);  /* below nothing */
    expect_refused(entry_place(at, 4, 1, 2, &err), hangs);  /* two below it */
    expect_refused(entry_place(at, 6, 5, -1, &err), hangs); /* above the first level */
    expect_refused(entry_place(at, 6, 99, 0, &err), "not there any more");
    ck_assert(entry_indent(at, 3, 1, &err));
    /* A2 is two below what would come before it. */
    expect_refused(entry_place(at, 6, 2, 0, &err), hangs);
    ck_assert_msg(entry_place(at, 4, 3, 2, &err), "%s", err.message);
    /* B1 would be deeper than an entry can be. */
    expect_refused(entry_place(at, 4, 3, 3, &err), hangs);
    office_expect(SQL_REPORT,
                  "1|0|0|A\n2|1|0|A1\n3|2|0|A2\n4|2|0|B\n5|3|0|B1\n6|0|0|C\n");
}
END_TEST

START_TEST(what_is_split_or_joined__is_placed_like_any_other)
{
    int64_t second;
    int64_t above;

    note("A");
    note("  A1");
    note("= Rents and shops");
    ck_assert(entry_split(at, 3, 0, NULL, strlen("Rents "), &second, &err));
    ck_assert_msg(entry_place(at, second, 1, 1, &err), "%s", err.message);
    office_expect(SQL_REPORT, "1|0|0|A\n4|1|5|and shops\n2|1|0|A1\n3|0|5|Rents\n");
    ck_assert_msg(entry_place(at, second, 3, 0, &err), "%s", err.message);
    ck_assert_msg(entry_join(at, second, 0, &above, &err), "%s", err.message);
    ck_assert_int_eq(above, 3);
    office_expect(SQL_REPORT, "1|0|0|A\n2|1|0|A1\n3|0|5|Rents and shops\n");
    undo();
    undo();
    undo();
    undo();
    office_expect(SQL_REPORT, "1|0|0|A\n2|1|0|A1\n3|0|5|Rents and shops\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(two_people__place_entries_of_one_report)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);

    write_some();
    /* What it was to come behind is moved, deeper, gone. */
    ck_assert_msg(entry_place(lea, 4, 0, 0, &err), "%s", err.message);
    ck_assert_msg(entry_place(at, 6, 5, 1, &err), "%s", err.message);
    office_expect(SQL_REPORT,
                  "4|0|0|B\n5|1|0|B1\n6|1|0|C\n1|0|0|A\n2|1|0|A1\n3|1|0|A2\n");
    ck_assert(entry_indent(lea, 5, -1, &err));
    expect_refused(entry_place(at, 1, 5, 2, &err), "no entry above");
    ck_assert_msg(edit_remove(lea, &report_entry_entity, 5, 2, &err) ||
                      edit_remove(lea, &report_entry_entity, 5, 3, &err),
                  "%s", err.message);
    expect_refused(entry_place(at, 1, 5, 0, &err), "not there any more");
    /* Both moved it: whoever was first takes nothing back of the second. */
    ck_assert_msg(entry_place(at, 1, 0, 0, &err), "%s", err.message);
    ck_assert_msg(entry_place(lea, 1, 6, 0, &err), "%s", err.message);
    expect_refused(undo_last(at, NULL, &entry, &err), "lea");
    office_expect(SQL_REPORT, "4|0|0|B\n6|1|0|C\n1|0|0|A\n2|1|0|A1\n3|1|0|A2\n");
    ck_assert_msg(undo_last(lea, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_REPORT, "1|0|0|A\n2|1|0|A1\n3|1|0|A2\n4|0|0|B\n6|1|0|C\n");
    atelier_close(lea);
    office_expect_whole(at);
}
END_TEST

START_TEST(what_is_final__and_whoever_may_not__moves_nothing)
{
    struct atelier *reader = office_hire(at, "kim", ROLE_READER);

    write_some();
    expect_refused(entry_place(reader, 6, 0, 0, &err), "may not write reports");
    hold(meeting);
    ck_assert_msg(report_finalise(at, meeting, NULL, &err), "%s", err.message);
    expect_refused(entry_place(at, 6, 0, 0, &err), "The report is final");
    office_expect(SQL_REPORT, AS_WRITTEN);
    atelier_close(reader);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin_report, end_report);
    tcase_add_test(tests, an_entry__is_put_right_behind_another_with_what_belongs_to_it);
    tcase_add_test(tests, a_place__leaves_no_entry_hanging);
    tcase_add_test(tests, what_is_split_or_joined__is_placed_like_any_other);
    tcase_add_test(tests, two_people__place_entries_of_one_report);
    tcase_add_test(tests, what_is_final__and_whoever_may_not__moves_nothing);
}

SUITE_MAIN("entry_place")
