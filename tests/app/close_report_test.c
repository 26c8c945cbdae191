/* SPDX-License-Identifier: GPL-3.0-or-later */
/* close_report_test.c - a report is sent round, made final, reopened, approved: when it
 * may be, and what is locked meanwhile */
#include "atelier/app/erase.h"
#include "atelier/app/finish_report.h"
#include "atelier/base/memory.h"
#include "atelier/store/report_table.h"
#include "report_office.h"
#include "session/session.h"

static bool
finalise(int64_t of)
{
    return report_finalise(at, of, NULL, &err);
}

static void
make_final(int64_t of)
{
    ck_assert_int_ne(write_by(at, of, "+ Ask", ENTRY_AT_END), 0);
    hold(of);
    ck_assert_msg(finalise(of), "%s", err.message);
}

START_TEST(a_report__is_final_once_its_meeting_took_place__and_its_remarks_are_decided)
{
    expect_refused(finalise(meeting), "Nothing is in the report");
    note("+ Ask");
    expect_refused(finalise(meeting), "note that it was held");
    hold(meeting);
    struct report_entry remark;
    record_init(&report_entry_entity, &remark);
    remark.meeting = meeting;
    remark.kind = ENTRY_REMARK;
    ck_assert(field_parse(entity_field(&report_entry_entity, "text"), &remark, "Line two",
                          &err));
    ck_assert(edit_add(at, &report_entry_entity, &remark, NULL, &err));
    expect_refused(finalise(meeting), "1 remark is still");
    /* Before anything is printed. */
    expect_refused(finish_job_start(at, meeting, NULL, &err) != NULL,
                   "1 remark is still");
    ck_assert(entry_settle(at, remark.head.id, ENTRY_DONE, 0, NULL, &err));
    record_clear(&report_entry_entity, &remark);
    ck_assert_msg(finalise(meeting), "%s", err.message);
    office_expect(SQL_STATE, "1|2|1|1|-\n");
    expect_refused(finalise(meeting), "final already");
    undo();
    office_expect(SQL_STATE, "1|0|1|-|-\n");
    redo();
    office_expect(SQL_STATE, "1|2|1|1|-\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(what_is_final__does_not_change__but_is_settled)
{
    int64_t id;
    const int64_t first = note("+ Ask");
    note("  B");
    hold(meeting);
    ck_assert(set(at, first, 0, "text", "Ask early"));
    ck_assert(finalise(meeting));
    const char *const final = "The report is final: reopen it";
    expect_refused(write_by(at, meeting, "x", ENTRY_AT_END) != 0, final);
    expect_refused(set(at, first, 0, "text", "x"), final);
    expect_refused(edit_remove(at, &report_entry_entity, first, 2, &err), final);
    expect_refused(entry_move_up(at, first, &err), final);
    expect_refused(entry_indent(at, 2, -1, &err), final);
    expect_refused(entry_split(at, first, 0, NULL, 4, &id, &err), final);
    expect_refused(entry_join(at, 2, 0, &id, &err), final);
    expect_refused(report_circulate(at, meeting, &err), "final already");
    ck_assert_msg(entry_settle(at, first, ENTRY_DONE, 0, NULL, &err), "%s", err.message);
    undo();
    office_expect(SQL_REPORT, "1|0|4|Ask early\n2|1|0|B\n");
    /* An older act, chosen from the history. */
    expect_refused(
        undo_act(at,
                 database_file_number(
                     "SELECT max(id) FROM journal WHERE act = 'report_entry.change'"),
                 NULL, &entry, &err),
        "The report is final");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_number__is_kept_over_versions__and_runs_within_the_group)
{
    make_final(earlier);
    make_final(meeting);
    office_expect(SQL_STATE, "1|2|1|2|-\n2|2|1|1|-\n");
    expect_refused(report_reopen(at, earlier, "late", &err),
                   "A later meeting of the group");
    expect_refused(report_reopen(at, meeting, "  ", &err), "Say why");
    ck_assert_msg(report_reopen(at, meeting, "a name was wrong", &err), "%s",
                  err.message);
    office_expect(SQL_STATE, "1|0|2|2|-\n2|2|1|1|-\n");
    office_expect(SQL_LAST_ACT, "report.reopen|a name was wrong\n");
    expect_refused(report_reopen(at, meeting, "again", &err), "not final");
    ck_assert(finalise(meeting));
    office_expect(SQL_STATE, "1|2|2|2|-\n2|2|1|1|-\n");
}
END_TEST

START_TEST(what_is_settled_between_two_meetings__is_told_at_the_next_one)
{
    struct atelier *later = office_return(NULL, "2027-03-01 09:00");
    const int64_t ask = write_by(later, earlier, "+ Ask", ENTRY_AT_END);

    ck_assert_msg(entry_settle(later, ask, ENTRY_DONE, 0, NULL, &err), "%s", err.message);
    office_expect("SELECT settled_at FROM report_entry", "1\n");
    atelier_close(later);
}
END_TEST

START_TEST(what_may_not_be_reopened__is_told_before_the_reason)
{
    struct atelier *organiser = office_hire(at, "max", ROLE_ORGANISER);

    expect_refused(report_check_reopen(at, meeting, &err), "Nothing is in the report");
    make_final(earlier);
    ck_assert_msg(report_check_reopen(at, earlier, &err), "%s", err.message);
    expect_refused(report_check_reopen(organiser, earlier, &err), "ask an administrator");
    make_final(meeting);
    expect_refused(report_check_reopen(at, earlier, &err),
                   "A later meeting of the group, of Tue 16/03/2027");
    ck_assert_msg(report_check_reopen(at, meeting, &err), "%s", err.message);
    ck_assert(report_reopen(at, meeting, "late", &err));
    expect_refused(report_check_reopen(at, meeting, &err), "not final");
    ck_assert_msg(report_check_reopen(at, earlier, &err), "%s", err.message);
    atelier_close(organiser);
}
END_TEST

START_TEST(an_undo_of_reopening__is_refused_once_something_was_written)
{
    make_final(meeting);
    ck_assert(report_reopen(at, meeting, "late", &err));
    undo();
    office_expect(SQL_STATE, "1|2|1|1|-\n");
    redo();
    note("x");
    expect_refused(
        undo_act(at,
                 database_file_number(
                     "SELECT max(id) FROM journal WHERE act = 'report.reopen'"),
                 NULL, &entry, &err),
        "It cannot be undone");
    expect_refused(
        undo_act(at,
                 database_file_number("SELECT max(id) FROM journal WHERE act = 'redo'"),
                 NULL, &entry, &err),
        "entries were written since");
}
END_TEST

START_TEST(an_older_final_report__does_not_become_a_draft_by_an_undo)
{
    make_final(earlier);
    make_final(meeting);
    expect_refused(
        undo_act(at,
                 database_file_number(
                     "SELECT min(id) FROM journal WHERE act = 'report.finalise'"),
                 NULL, &entry, &err),
        "a later meeting of the group has its final report");
}
END_TEST

/* Nothing new is written there, but what was is taken back and put back. */
START_TEST(what_was_written_before_its_meeting_was_cancelled__is_undone_and_redone)
{
    const int64_t first = note("+ Ask");
    const int64_t written = database_file_number("SELECT max(id) FROM journal");
    ck_assert_msg(set(at, first, 0, "text", "Answer"), "%s", err.message);
    const int64_t changed = database_file_number("SELECT max(id) FROM journal");
    note("Second");
    ck_assert(edit_remove(at, &report_entry_entity, 2, 1, &err));
    const int64_t removed = database_file_number("SELECT max(id) FROM journal");
    ck_assert_msg(plan_act(at, meeting, MEETING_CANCEL, "flood", &err), "%s",
                  err.message);
    expect_refused(write_by(at, meeting, "x", ENTRY_AT_END) != 0, "nothing to report");
    ck_assert_msg(undo_act(at, removed, NULL, &entry, &err), "%s", err.message);
    ck_assert_msg(undo_act(at, changed, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_REPORT, "1|0|4|Ask\n2|0|0|Second\n");
    redo();
    redo();
    office_expect(SQL_REPORT, "1|0|4|Answer\n");
    undo();
    ck_assert_msg(undo_act(at, changed, NULL, &entry, &err), "%s", err.message);
    ck_assert_msg(undo_act(at, written, NULL, &entry, &err), "%s", err.message);
    office_expect_whole(at);
}
END_TEST

START_TEST(who_may__is_asked_of_each_act)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);
    struct atelier *organiser = office_hire(at, "max", ROLE_ORGANISER);
    struct atelier *reader = office_hire(at, "kim", ROLE_READER);
    struct report_view view = { 0 };

    expect_refused(write_by(reader, meeting, "x", ENTRY_AT_END) != 0,
                   "may not write reports");
    ck_assert_int_ne(write_by(desk, meeting, "+ Ask", ENTRY_AT_END), 0);
    ck_assert(entry_settle(desk, 1, ENTRY_DONE, 0, NULL, &err));
    ck_assert(report_view_load(reader, meeting, &view, &err));
    ck_assert_uint_eq(view.entries.count, 1);
    report_view_clear(&view);
    hold(meeting);
    expect_refused(report_circulate(desk, meeting, &err), "ask an organiser");
    expect_refused(report_finalise(desk, meeting, NULL, &err), "ask an organiser");
    ck_assert(report_circulate(organiser, meeting, &err));
    expect_refused(report_circulate(organiser, meeting, &err), "sent round already");
    ck_assert(report_finalise(organiser, meeting, NULL, &err));
    expect_refused(report_reopen(organiser, meeting, "late", &err),
                   "ask an administrator");
    ck_assert(report_reopen(at, meeting, "late", &err));
    atelier_close(reader);
    atelier_close(organiser);
    atelier_close(desk);
}
END_TEST

START_TEST(what_an_organiser_made_final__is_a_slip_on_the_day__and_reopened_later)
{
    struct atelier *organiser = office_hire(at, "max", ROLE_ORGANISER);

    note("+ Ask");
    hold(meeting);
    ck_assert(report_finalise(organiser, meeting, NULL, &err));
    atelier_close(organiser);
    organiser = office_return("max", "2027-07-03 09:00");
    expect_refused(undo_last(organiser, NULL, &entry, &err), "ask an administrator");
    atelier_close(organiser);
    office_expect(SQL_STATE, "1|2|1|1|-\n");
}
END_TEST

START_TEST(the_last_report__is_approved_at_the_next_meeting)
{
    struct report_view view = { 0 };

    expect_refused(report_approve(at, earlier, 0, &err), "Nothing is in the report");
    make_final(earlier);
    ck_assert(report_view_load(at, meeting, &view, &err));
    ck_assert_int_eq(view.to_approve, earlier);
    ck_assert_ptr_nonnull(strstr(view.to_approve_words, "16/02/2027"));
    ck_assert(!view.is_approved);
    expect_refused(report_approve(at, earlier, earlier, &err), "at a later meeting");
    ck_assert_msg(report_approve(at, earlier, 0, &err), "%s", err.message);
    office_expect(SQL_STATE, "2|2|1|1|1\n");
    ck_assert(report_view_load(at, meeting, &view, &err));
    ck_assert(view.is_approved);
    const int64_t next = office_add_meeting(at, group, "2027-04-16 09:30", SEATS);
    ck_assert(report_view_load(at, next, &view, &err));
    ck_assert_int_eq(view.to_approve, 0);
    expect_refused(report_approve(at, earlier, next, &err), "at another meeting");
    ck_assert(report_reopen(at, earlier, "late", &err));
    office_expect(SQL_STATE, "2|0|2|1|-\n");
    expect_refused(report_approve(at, earlier, 0, &err), "not final yet");
    undo();
    undo();
    undo();
    office_expect(SQL_STATE, "2|2|1|1|-\n");
    report_view_clear(&view);
    office_expect_whole(at);
}
END_TEST

/* --- what is kept */

static bool
keep(struct atelier *who, const struct report *report, void *context, struct error *err_)
{
    struct report_edition edition = {
        .report = report->head.id,
        .version = report->version,
        .final_at = report->final_at,
        .final_by = memory_copy("ada"),
        .language = memory_copy("fr"),
        .document = memory_copy(context),
        .pdf = memory_copy("%PDF"),
        .pdf_size = 4,
    };
    const bool ok = report_table_keep_edition(who->db, &edition, err_);

    report_edition_clear(&edition);
    return ok && *(const char *)context != '\0';
}

START_TEST(what_was_made_final__is_kept_for_each_version)
{
    const struct report_keeping fails = { keep, "" };
    const struct report_keeping one = { keep, "one" };
    const struct report_keeping two = { keep, "two" };
    struct report_edition edition = { 0 };

    note("A");
    hold(meeting);
    ck_assert(!report_finalise(at, meeting, &fails, &err));
    office_expect("SELECT count(*) FROM report_edition", "0\n");
    office_expect(SQL_STATE, "1|0|1|-|-\n");
    ck_assert(report_finalise(at, meeting, &one, &err));
    ck_assert(report_reopen(at, meeting, "late", &err));
    ck_assert(report_finalise(at, meeting, &two, &err));
    ck_assert(report_table_edition(at->db, 1, 0, &edition, &err));
    ck_assert_str_eq(edition.document, "two");
    ck_assert(report_table_edition(at->db, 1, 1, &edition, &err));
    ck_assert_str_eq(edition.document, "one");
    ck_assert_str_eq(edition.final_by, "ada");
    ck_assert_uint_eq(edition.pdf_size, 4);
    ck_assert_mem_eq(edition.pdf, "%PDF", 4);
    ck_assert(!report_table_edition(at->db, 1, 3, &edition, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    report_edition_clear(&edition);
    office_expect_whole(at);
}
END_TEST

START_TEST(what_is_kept__and_cannot_be_read__holds_nobody_who_was_erased)
{
    const struct report_keeping keeping = { keep, "3:Ask8:Müller" };
    const struct erase_request request = { .person = anna, .reason = "asked" };
    struct erase_outcome outcome = { 0 };

    note("A");
    hold(meeting);
    ck_assert(report_finalise(at, meeting, &keeping, &err));
    ck_assert_msg(erase_person(at, &request, &outcome, &err), "%s", err.message);
    erase_outcome_clear(&outcome);
    office_expect("SELECT version, document, pdf, sha256 FROM report_edition",
                  "1||-|-\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin_report, end_report);
    tcase_add_test(
        tests,
        a_report__is_final_once_its_meeting_took_place__and_its_remarks_are_decided);
    tcase_add_test(tests, what_is_final__does_not_change__but_is_settled);
    tcase_add_test(tests, a_number__is_kept_over_versions__and_runs_within_the_group);
    tcase_add_test(tests, what_is_settled_between_two_meetings__is_told_at_the_next_one);
    tcase_add_test(tests, what_may_not_be_reopened__is_told_before_the_reason);
    tcase_add_test(tests, an_undo_of_reopening__is_refused_once_something_was_written);
    tcase_add_test(tests, an_older_final_report__does_not_become_a_draft_by_an_undo);
    tcase_add_test(
        tests, what_was_written_before_its_meeting_was_cancelled__is_undone_and_redone);
    tcase_add_test(tests, who_may__is_asked_of_each_act);
    tcase_add_test(
        tests, what_an_organiser_made_final__is_a_slip_on_the_day__and_reopened_later);
    tcase_add_test(tests, the_last_report__is_approved_at_the_next_meeting);
    tcase_add_test(tests, what_was_made_final__is_kept_for_each_version);
    tcase_add_test(tests, what_is_kept__and_cannot_be_read__holds_nobody_who_was_erased);
}

SUITE_MAIN("close_report")
