/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write_report_test.c - the entries of a report: where they stand, what is made of them,
 * and what an undo brings back */
#include <stdlib.h>

#include "report_office.h"

START_TEST(a_report__has_a_row_from_its_first_entry_on)
{
    office_expect("SELECT count(*) FROM report", "0\n");
    note("? Who pays");
    office_expect(SQL_STATE, "1|0|1|-|-\n");
    note("  + Ask early");
    office_expect("SELECT count(*) FROM report", "1\n");
    office_expect(SQL_REPORT, "1|0|1|Who pays\n2|1|4|Ask early\n");
    undo();
    undo();
    office_expect("SELECT count(*) FROM report_entry", "0\n");
    office_expect("SELECT count(*) FROM report", "0\n");
    redo();
    office_expect(SQL_REPORT, "1|0|1|Who pays\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(an_entry__comes_behind_another_and_what_belongs_to_it)
{
    const int64_t a = note("A");
    note("  A1");
    note("B");
    ck_assert_int_ne(write_by(at, meeting, "C", ENTRY_AT_TOP), 0);
    ck_assert_int_ne(write_by(at, meeting, "A2", a), 0);
    office_expect(SQL_REPORT, "4|0|0|C\n1|0|0|A\n2|1|0|A1\n5|0|0|A2\n3|0|0|B\n");
    expect_refused(write_by(at, meeting, "x", 99) != 0, "not there any more");
    expect_refused(write_by(at, meeting, " ", a) != 0, "empty");
}
END_TEST

START_TEST(an_entry__is_at_most_one_deeper_than_what_is_above)
{
    note("      A");
    note("      B");
    note("      C");
    office_expect(SQL_REPORT, "1|0|0|A\n2|1|0|B\n3|2|0|C\n");
    expect_refused(entry_indent(at, 1, 1, &err), "no entry above");
    expect_refused(entry_indent(at, 1, -1, &err), "not indented");
    expect_refused(entry_indent(at, 2, 1, &err), "no entry above");
    note("    D");
    ck_assert(entry_indent(at, 4, 1, &err));
    note("    E");
    ck_assert(entry_indent(at, 5, 1, &err));
    expect_refused(entry_indent(at, 5, 1, &err), "as deep as an entry can be");
    ck_assert(entry_indent(at, 3, -1, &err));
    office_expect(SQL_REPORT, "1|0|0|A\n2|1|0|B\n3|1|0|C\n4|2|0|D\n5|2|0|E\n");
    undo();
    office_expect(SQL_REPORT, "1|0|0|A\n2|1|0|B\n3|2|0|C\n4|3|0|D\n5|3|0|E\n");
    redo();
    office_expect(SQL_REPORT, "1|0|0|A\n2|1|0|B\n3|1|0|C\n4|2|0|D\n5|2|0|E\n");
}
END_TEST

/* Markdown means a list below a list by them. */
START_TEST(the_blanks_before_a_line__stay)
{
    const int64_t a = note("  + Steps\n\n- count\n  - by day");
    office_expect("SELECT text FROM report_entry", "Steps\n\n- count\n  - by day\n");
    ck_assert(set(at, a, 0, "text", " - count \n\t- by  night\n"));
    office_expect("SELECT text FROM report_entry", "- count\n    - by night\n");
}
END_TEST

START_TEST(what_belongs_to_an_entry__moves_with_it)
{
    note("A");
    note("  A1");
    note("  A2");
    note("B");
    note("  B1");
    ck_assert(entry_move_down(at, 1, &err));
    office_expect(SQL_REPORT, "4|0|0|B\n5|1|0|B1\n1|0|0|A\n2|1|0|A1\n3|1|0|A2\n");
    undo();
    office_expect(SQL_REPORT, "1|0|0|A\n2|1|0|A1\n3|1|0|A2\n4|0|0|B\n5|1|0|B1\n");
    redo();
    ck_assert(entry_move_up(at, 1, &err));
    ck_assert(entry_move_up(at, 3, &err));
    office_expect(SQL_REPORT, "1|0|0|A\n3|1|0|A2\n2|1|0|A1\n4|0|0|B\n5|1|0|B1\n");
    expect_refused(entry_move_up(at, 1, &err), "first entry already");
    expect_refused(entry_move_down(at, 4, &err), "last entry already");
    expect_refused(entry_move_up(at, 3, &err), "first of what belongs to “A”");
    expect_refused(entry_move_down(at, 2, &err), "last of what belongs to “A”");
    ck_assert(entry_move_after(at, 4, 3, &err));
    office_expect(SQL_REPORT, "1|0|0|A\n3|1|0|A2\n4|1|0|B\n5|2|0|B1\n2|1|0|A1\n");
    expect_refused(entry_move_after(at, 1, 5, &err), "after itself");
    ck_assert(entry_move_after(at, 4, ENTRY_AT_TOP, &err));
    ck_assert(entry_move_after(at, 3, ENTRY_AT_END, &err));
    office_expect(SQL_REPORT, "4|0|0|B\n5|1|0|B1\n1|0|0|A\n2|1|0|A1\n3|0|0|A2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(there_is_always_room_between_two_entries)
{
    enum { TIMES = 70 };
    int64_t last = 0;

    note("A");
    note("B");
    for (int i = 0; i < TIMES; i++)
        last = write_by(at, meeting, "x", 1);
    ck_assert_int_eq(last, TIMES + 2);
    office_expect("SELECT count(DISTINCT place), count(*) FROM report_entry", "72|72\n");
    office_expect("SELECT group_concat(id) FROM (SELECT id FROM report_entry"
                  " ORDER BY place LIMIT 3)",
                  "1,72,71\n");
    office_expect("SELECT id FROM report_entry ORDER BY place DESC LIMIT 1", "2\n");
    undo();
    office_expect_whole(at);
}
END_TEST

START_TEST(an_entry__is_split_between_characters__and_no_word_is_lost)
{
    int64_t second;
    const int64_t id = note("= Élan commun Łódź");

    ck_assert(set(at, id, 0, "due", "2027-05-01"));
    ck_assert(set(at, id, 0, "said_by", "A. Roux"));
    /* Inside the Ł: before it. */
    ck_assert_msg(entry_split(at, id, 0, NULL, strlen("Élan commun ") + 1, &second, &err),
                  "%s", err.message);
    office_expect("SELECT kind, text, due, said_by FROM report_entry ORDER BY place",
                  "5|Élan commun|2027-05-01|A. Roux\n5|Łódź|-|A. Roux\n");
    undo();
    office_expect(SQL_REPORT, "1|0|5|Élan commun Łódź\n");
    redo();
    undo();
    expect_refused(entry_split(at, id, 0, NULL, 1, &second, &err), "on one side");
    ck_assert_int_eq(second, 0);
    ck_assert(entry_split(at, id, 0, "typed e\xCC\x81lan", 7, &second, &err));
    office_expect("SELECT text FROM report_entry ORDER BY place", "typed\nélan\n");
}
END_TEST

START_TEST(two_entries__are_joined_unless_they_differ)
{
    int64_t above;

    note("A");
    expect_refused(entry_join(at, 1, 0, &above, &err), "no entry above");
    note("+ B");
    ck_assert(set(at, 2, 0, "owner_person", "1"));
    note("two\nlines");
    note("  C");
    ck_assert_msg(entry_join(at, 2, 0, &above, &err), "%s", err.message);
    ck_assert_int_eq(above, 1);
    office_expect("SELECT id, text, owner_person FROM report_entry WHERE id < 3",
                  "1|A B|1\n");
    undo();
    ck_assert(set(at, 1, 0, "owner_organisation",
                  rows_number(office_add(at, entity_find("organisation"), "name",
                                         "Oldtown", NULL))));
    expect_refused(entry_join(at, 2, 0, &above, &err), "differ in “Owner”");
    office_expect("SELECT count(*) FROM report_entry", "4\n");
    ck_assert(entry_join(at, 3, 0, &above, &err));
    office_expect("SELECT text FROM report_entry WHERE id = 2", "B\ntwo\nlines\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(what_is_to_be_done__is_settled__and_opened_again)
{
    const int64_t next = office_add_meeting(at, group, "2027-04-16 09:30", SEATS);

    note("+ Ask");
    note("A finding");
    expect_refused(entry_settle(at, 2, ENTRY_DONE, 0, NULL, &err), "another kind");
    expect_refused(entry_settle(at, 1, ENTRY_DROPPED, 0, " ", &err), "Say why");
    expect_refused(entry_settle(at, 1, ENTRY_DONE, earlier, NULL, &err),
                   "not before the one");
    ck_assert(entry_settle(at, 1, ENTRY_DONE, next, NULL, &err));
    office_expect("SELECT state, reason, settled_at FROM report_entry WHERE id = 1",
                  "1|-|3\n");
    expect_refused(set(at, 1, 0, "kind", "finding"), "settled already");
    ck_assert(entry_settle(at, 1, ENTRY_DROPPED, 0, "too dear", &err));
    office_expect("SELECT state, reason, settled_at FROM report_entry WHERE id = 1",
                  "2|too dear|1\n");
    ck_assert(entry_settle(at, 1, ENTRY_OPEN, 0, NULL, &err));
    office_expect("SELECT state, reason, settled_at FROM report_entry WHERE id = 1",
                  "0|-|-\n");
    undo();
    undo();
    office_expect("SELECT state, reason, settled_at FROM report_entry WHERE id = 1",
                  "1|-|3\n");
    expect_refused(set(at, 1, 0, "state", "open"), "not typed");
    office_expect_whole(at);
}
END_TEST

START_TEST(two_writers__keep_what_both_wrote__and_see_where_they_differ)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);
    int64_t above;
    const int64_t id = note("Towns wait");

    ck_assert_int_ne(write_by(lea, meeting, "! Late", id), 0);
    note("Cities wait");
    office_expect(SQL_REPORT, "1|0|0|Towns wait\n2|0|2|Late\n3|0|0|Cities wait\n");
    ck_assert(set(lea, id, 1, "text", "Towns wait long"));
    ck_assert(!set(at, id, 1, "text", "Towns wait for money"));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    int64_t second;
    ck_assert(!entry_split(at, id, 1, NULL, 5, &second, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    ck_assert(!entry_join(at, 3, 7, &above, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    office_expect(SQL_REPORT, "1|0|0|Towns wait long\n2|0|2|Late\n3|0|0|Cities wait\n");
    atelier_close(lea);
}
END_TEST

START_TEST(an_entry__keeps_to_its_meeting_and_to_one_matter)
{
    const char *workshop = rows_number(
        office_add(at, entity_find("workshop"), "meeting", rows_number(earlier), "title",
                   "One", "start", "2027-02-16 09:30", "end", "2027-02-16 10:30", NULL));
    const int64_t id = note("A");
    char *text = calloc(1, 16003);

    expect_refused(set(at, id, 0, "workshop", workshop), "another meeting");
    expect_refused(set(at, id, 0, "meeting", rows_number(earlier)),
                   "stays in the report");
    expect_refused(set(at, id, 0, "indent", "1"), "not typed");
    memset(text, 'x', 16001);
    expect_refused(set(at, id, 0, "text", text), "at most 16000 bytes");
    free(text);
    ck_assert(set(at, id, 0, "owner_person", rows_number(anna)));
    expect_refused(set(at, id, 0, "owner_organisation", "1"), "One is the owner");
}
END_TEST

START_TEST(a_meeting__is_not_removed_while_its_report_says_something)
{
    const int64_t draft = office_add(at, &meeting_entity, "group", rows_number(group),
                                     "title", "New", "start", "2027-05-16 09:30", "end",
                                     "2027-05-16 11:30", "zone", "Europe/Paris", NULL);
    const int64_t id = write_by(at, draft, "A", ENTRY_AT_END);
    struct meeting row;

    ck_assert_int_ne(id, 0);
    record_init(&meeting_entity, &row);
    ck_assert(edit_load(at, &meeting_entity, draft, &row, &err));
    expect_refused(edit_remove(at, &meeting_entity, draft, row.head.rev, &err),
                   "Its report has 1 entry");
    ck_assert(edit_remove(at, &report_entry_entity, id, 1, &err));
    ck_assert_msg(edit_remove(at, &meeting_entity, draft, row.head.rev, &err), "%s",
                  err.message);
    office_expect("SELECT count(*) FROM report", "0\n");
    undo();
    undo();
    office_expect("SELECT count(*) FROM report, report_entry", "1\n");
    record_clear(&meeting_entity, &row);
    office_expect_whole(at);
}
END_TEST

/* --- memory */

START_TEST(what_is_open__comes_up_in_later_reports__until_it_is_settled_before)
{
    struct report_view view = { 0 };
    const int64_t next = office_add_meeting(at, group, "2027-04-16 09:30", SEATS);

    ck_assert_int_ne(write_by(at, earlier, "+ Ask", ENTRY_AT_END), 0);
    ck_assert_int_ne(write_by(at, earlier, "= Agreed", ENTRY_AT_END), 0);
    ck_assert_int_ne(write_by(at, earlier, "A finding", ENTRY_AT_END), 0);
    ck_assert(set(at, 1, 0, "due", "2027-02-28"));
    ck_assert(set(at, 1, 0, "owner_person", rows_number(anna)));
    ck_assert(entry_settle(at, 2, ENTRY_DONE, meeting, NULL, &err));
    ck_assert(report_view_load(at, meeting, &view, &err));
    ck_assert_uint_eq(view.entries.count, 0);
    ck_assert_uint_eq(view.carried.count, 2);
    ck_assert_str_eq(view.carried.items[0].owner, "Müller, Anna");
    ck_assert(view.carried.items[0].is_overdue);
    ck_assert(!view.carried.items[1].is_overdue);
    ck_assert_ptr_nonnull(strstr(view.carried.items[0].from, "16/02/2027"));
    ck_assert(report_view_load(at, next, &view, &err));
    ck_assert_uint_eq(view.carried.count, 1);
    ck_assert(report_view_load(at, earlier, &view, &err));
    ck_assert_uint_eq(view.carried.count, 0);
    ck_assert_uint_eq(view.entries.count, 3);
    report_view_clear(&view);
}
END_TEST

START_TEST(open_ones_of_all_groups__are_listed_with_what_is_overdue_first)
{
    const int64_t other = office_add_group(at, "MOB");
    struct listing_query query = { .kind = LISTING_OPEN_ENTRY };
    struct listing_page page = { 0 };

    note("+ No day");
    note("= Later");
    note("+ Long ago");
    note("A finding");
    write_by(at, office_add_meeting(at, other, "2027-04-16 09:30", SEATS), "+ Else",
             ENTRY_AT_END);
    ck_assert(set(at, 2, 0, "due", "2027-09-01"));
    ck_assert(set(at, 3, 0, "due", "2027-01-01"));
    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, 9, &page, &err));
    ck_assert_uint_eq(page.count, 4);
    ck_assert_int_eq(page.rows[0].id, 3);
    ck_assert_str_eq(page.rows[0].cells[1], "1");
    ck_assert_int_eq(page.rows[1].id, 2);
    ck_assert_str_eq(page.rows[1].cells[1], "0");
    ck_assert_int_eq(page.rows[2].id, 1);
    listing_page_clear(&page);
    query.scope = other;
    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, 9, &page, &err));
    ck_assert_uint_eq(page.count, 1);
    ck_assert_str_eq(page.rows[0].cells[6], "MOB");
    listing_page_clear(&page);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin_report, end_report);
    tcase_add_test(tests, a_report__has_a_row_from_its_first_entry_on);
    tcase_add_test(tests, an_entry__comes_behind_another_and_what_belongs_to_it);
    tcase_add_test(tests, an_entry__is_at_most_one_deeper_than_what_is_above);
    tcase_add_test(tests, the_blanks_before_a_line__stay);
    tcase_add_test(tests, what_belongs_to_an_entry__moves_with_it);
    tcase_add_test(tests, there_is_always_room_between_two_entries);
    tcase_add_test(tests, an_entry__is_split_between_characters__and_no_word_is_lost);
    tcase_add_test(tests, two_entries__are_joined_unless_they_differ);
    tcase_add_test(tests, what_is_to_be_done__is_settled__and_opened_again);
    tcase_add_test(tests, two_writers__keep_what_both_wrote__and_see_where_they_differ);
    tcase_add_test(tests, an_entry__keeps_to_its_meeting_and_to_one_matter);
    tcase_add_test(tests, a_meeting__is_not_removed_while_its_report_says_something);
    tcase_add_test(tests,
                   what_is_open__comes_up_in_later_reports__until_it_is_settled_before);
    tcase_add_test(tests, open_ones_of_all_groups__are_listed_with_what_is_overdue_first);
}

SUITE_MAIN("write_report")
