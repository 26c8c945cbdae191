/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_wish_test.c - wishes for workshops come in with the list of a meeting */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_people.h"
#include "atelier/app/undo.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Nom;Prénom;Courriel;Vœu 2;Vœu 1\n"
#define PAUL "Durand;Paul;paul@example.org;"
#define ZOE "Petit;Zoé;zoe@example.org;"

static struct atelier *at;
static struct atelier *colleague;
static int64_t meeting;
static int64_t paul;
static int64_t registration;
static int64_t trams;
static int64_t parks;
static int64_t again;
static struct error err;

static int64_t
add_workshop(const char *title, const char *slot)
{
    return office_add(at, &workshop_entity, "meeting", "1", "title", title, "slot", slot,
                      NULL);
}

static void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "claire", ROLE_ORGANISER);
    meeting = office_add_meeting(at, office_add_group(at, "URB"), "2027-03-16 09:30",
                                 NUMBER_NONE);
    office_change(at, &meeting_entity, meeting, "end", "2027-03-16 17:00", NULL);
    office_add(at, &slot_entity, "meeting", "1", "label", "Morning", "start",
               "2027-03-16 09:30", "end", "2027-03-16 12:30", NULL);
    office_add(at, &slot_entity, "meeting", "1", "label", "Afternoon", "start",
               "2027-03-16 14:00", "end", "2027-03-16 17:00", NULL);
    trams = add_workshop("Trams", "1");
    parks = add_workshop("Parks", "1");
    again = add_workshop("Trams", "2");
    paul = office_add(at, &person_entity, "family", "Durand", "given", "Paul", "email",
                      "paul@example.org", NULL);
    registration = office_register(at, meeting, paul);
}

static void
end(void)
{
    atelier_close(colleague);
    office_expect_whole(at);
    office_end(at);
}

static struct import *
judged(const char *text)
{
    return sheet_judged(at, paper_write("list.csv", text), meeting);
}

static struct import_outcome
take(const char *text)
{
    struct import *import = judged(text);
    const struct import_outcome outcome = sheet_run(import);

    import_free(import);
    return outcome;
}

static void
expect_verdict(struct import *import, enum import_verdict verdict, const char *reason)
{
    ck_assert_msg(import_row_verdict(import, 0) == verdict, "%s: %s",
                  import_verdicts[import_row_verdict(import, 0)].name,
                  sheet_row(import, 0)->reason);
    sheet_expect_reason(import, 0, reason);
}

static void
wish(struct atelier *by, const int64_t *workshops, size_t count)
{
    ck_assert_msg(workshop_wish(by, meeting, paul, workshops, count, &err), "%s",
                  err.message);
}

static const char wishes[] =
    "SELECT p.family, c.workshop, c.wish FROM workshop_choice c"
    " JOIN registration r ON r.id = c.registration JOIN person p ON p.id = r.person"
    " WHERE c.wish IS NOT NULL ORDER BY p.family, c.workshop";

START_TEST(wishes__are_shown_old_and_new__and_then_the_same)
{
    struct import *import = judged(HEADER PAUL "parks;Trams (matin)\n");
    expect_verdict(import, IMPORT_CHANGED,
                   "Wish for a workshop: nothing → Morning: Trams, Parks");
    import_free(import);
    const struct import_outcome outcome = take(HEADER PAUL "parks;Trams (matin)\n");
    ck_assert_int_eq(outcome.wished, 1);
    office_expect(wishes, "Durand|1|1\nDurand|2|2\n");
    office_expect("SELECT rev FROM person", "1\n");
    import = judged(HEADER PAUL "parks;Trams (matin)\n");
    expect_verdict(import, IMPORT_SAME, "");
    import_free(import);
}
END_TEST

START_TEST(what_a_row_does_not_wish__stays_as_it_was)
{
    wish(at, (const int64_t[]){ parks, trams, again }, 3);
    struct import *import = judged(HEADER PAUL ";Parks\n");
    expect_verdict(import, IMPORT_CHANGED,
                   "Wish for a workshop: Morning: Parks, Trams / Afternoon: Trams → "
                   "Morning: Parks / Afternoon: Trams");
    import_free(import);
    (void)take(HEADER PAUL ";Parks\n");
    office_expect(wishes, "Durand|2|1\nDurand|3|1\n");
    ck_assert_int_eq(take(HEADER PAUL ";-\n").wished, 0);
    office_expect(wishes, "Durand|2|1\nDurand|3|1\n");
}
END_TEST

START_TEST(who_is_new__is_registered_with_their_wishes__and_undone_as_one)
{
    struct journal_entry entry = { 0 };
    struct import_outcome rehearsed;
    struct import *import = judged(HEADER ZOE "Trams (14h);Parks\n" PAUL ";Parks\n");
    ck_assert_msg(import_rehearse(import, NULL, NULL, &rehearsed, &err), "%s",
                  err.message);
    office_expect(wishes, "");
    const struct import_outcome outcome = sheet_run(import);
    ck_assert_mem_eq(&outcome, &rehearsed, sizeof(outcome));
    ck_assert_int_eq(outcome.wished, 2);
    office_expect(wishes, "Durand|2|1\nPetit|2|1\nPetit|3|1\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "person.import");
    office_expect(wishes, "");
    office_expect("SELECT count(*) FROM registration", "1\n");
    journal_entry_clear(&entry);
    import_free(import);
}
END_TEST

START_TEST(who_waits__wishes__and_who_found_no_seat_does_not)
{
    office_change_unseen(meeting, "seats", "1");
    ck_assert_int_eq(take(HEADER ZOE ";Parks\n").wished, 0);
    office_expect(wishes, "");
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    ck_assert_int_eq(take(HEADER "Grand;Luc;luc@example.org;;Parks\n").waiting, 1);
    office_expect(wishes, "Grand|2|1\n");
}
END_TEST

START_TEST(workshop_that_there_is_not__is_refused_in_its_column__mended_or_left_out)
{
    static const char *const right[] = { "Durand", "Paul", "paul@example.org", "",
                                         "Parks" };
    static const char none[] =
        "“Tramways” is no workshop of this meeting; these are: Trams (Morning); Parks; "
        "Trams (Afternoon).";
    bool done = false;
    size_t column;
    struct import *import =
        judged(HEADER PAUL "Trams (Morning);Tramways\n" ZOE "Trams;\n");
    expect_verdict(import, IMPORT_REFUSED, none);
    ck_assert_uint_eq(sheet_row(import, 0)->column, 4);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_REFUSED);
    ck_assert_uint_eq(sheet_row(import, 1)->column, 3);
    ck_assert(import_leave_out_wrong(import, 0, &done, &err) && done);
    sheet_judge(import);
    expect_verdict(import, IMPORT_CHANGED,
                   "Wish for a workshop: nothing → Morning: Trams; without Wish for a "
                   "workshop “Tramways”");
    ck_assert_msg(import_mend_row(import, 0, right, 5, &column, &err), "%s", err.message);
    sheet_judge(import);
    expect_verdict(import, IMPORT_CHANGED,
                   "Wish for a workshop: nothing → Morning: Parks");
    import_free(import);
}
END_TEST

START_TEST(after_their_last_day__wishes_are_told_and_passed_over)
{
    office_change_unseen(meeting, "wishes_until", "2027-02-28");
    struct import *import = judged(HEADER PAUL ";Tramways\n" ZOE ";Parks\n");
    expect_verdict(import, IMPORT_SAME, "wishes counted until Sun 28/02/2027: not taken");
    const struct import_outcome outcome = sheet_run(import);
    ck_assert_int_eq(outcome.registered, 1);
    ck_assert_int_eq(outcome.wished, 0);
    office_expect(wishes, "");
    import_free(import);
}
END_TEST

START_TEST(later_wishes__are_not_replaced_unseen)
{
    struct import *import = judged(HEADER PAUL ";Parks\n");
    struct import_outcome outcome;

    wish(colleague, &trams, 1);
    ck_assert(!import_run(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    office_expect(wishes, "Durand|1|1\n");
    sheet_judge(import);
    expect_verdict(import, IMPORT_CHANGED,
                   "Wish for a workshop: Morning: Trams → Morning: Parks");
    import_free(import);
}
END_TEST

START_TEST(rows_of_one_person__that_wish_otherwise__are_doubtful)
{
    struct import *import = judged(HEADER PAUL ";Parks\n" PAUL ";Trams (matin)\n");

    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_DOUBTFUL);
    sheet_expect_reason(import, 1,
                        "Line 2 names Durand, Paul as well, and says otherwise: Wish for "
                        "a workshop: Morning: Parks → Morning: Trams.");
    import_free(import);
}
END_TEST

START_TEST(without_workshops__wishes_are_passed_over_with_a_word)
{
    struct buffer told = { 0 };
    struct import *import =
        sheet_judged(at, paper_write("list.csv", HEADER PAUL ";Tramways\n"), 0);
    expect_verdict(import, IMPORT_SAME, "");
    ck_assert_int_eq(import_column_brings(import, 4), IMPORT_NOTHING);
    import_add_passed_wishes(import, &told);
    ck_assert_str_eq(
        buffer_text(&told),
        "Column 4, “Vœu 2”: wishes for workshops are passed over; the list of a meeting "
        "takes them.\nColumn 5, “Vœu 1”: wishes for workshops are passed over; the list "
        "of a meeting takes them.\n");
    buffer_clear(&told);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, wishes__are_shown_old_and_new__and_then_the_same);
    tcase_add_test(tests, what_a_row_does_not_wish__stays_as_it_was);
    tcase_add_test(tests, who_is_new__is_registered_with_their_wishes__and_undone_as_one);
    tcase_add_test(tests, who_waits__wishes__and_who_found_no_seat_does_not);
    tcase_add_test(
        tests, workshop_that_there_is_not__is_refused_in_its_column__mended_or_left_out);
    tcase_add_test(tests, after_their_last_day__wishes_are_told_and_passed_over);
    tcase_add_test(tests, later_wishes__are_not_replaced_unseen);
    tcase_add_test(tests, rows_of_one_person__that_wish_otherwise__are_doubtful);
    tcase_add_test(tests, without_workshops__wishes_are_passed_over_with_a_word);
}

SUITE_MAIN("import_wish")
