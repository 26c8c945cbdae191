/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_sheet_test.c - versions of an attendance sheet: when there is a new one, when one
 * is out of date, and what stays when it cannot be printed */
#include "atelier/app/print_sheet.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/attend.h"
#include "atelier/app/export_list.h"
#include "atelier/app/sheet_scan.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/sheet_rows.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "register_office.h"
#include "support/rows.h"
#include "support/workbook.h"

#define SQL_SHEETS "SELECT version, slot FROM sheet ORDER BY version"

static struct sheet_outcome outcome;
static char folder[200];
static char file[260];

static void
set_up_desk(void)
{
    set_up();
    suite_make_folder("sheet", folder, sizeof(folder));
    (void)snprintf(file, sizeof(file), "%s/sheet.pdf", folder);
    outcome = (struct sheet_outcome){ 0 };
    office_change(at, &meeting_entity, meeting, "seats", "9", NULL);
    ck_assert_int_ne(office_register(at, meeting, anna), 0);
    (void)signal(SIGPIPE, SIG_IGN); /* as the program does */
}

static void
tear_down_desk(void)
{
    sheet_outcome_clear(&outcome);
    (void)unlink(file);
    (void)rmdir(folder);
    tear_down();
}

/* The child runs to its end, then `between` happens. */
static bool
print_while(struct atelier *who, const struct sheet_request *request,
            void (*between)(void))
{
    const struct print_destination to = { .path = file, .replace = true };
    err = (struct error){ 0 };
    sheet_outcome_clear(&outcome);
    struct sheet_job *job = sheet_job_start(who, request, &to, &err);
    if (!job)
        return false;
    struct child *child = sheet_job_child(job);
    (void)child_wait(child, NULL, NULL, NULL);
    if (between)
        between();
    const bool ok = sheet_job_end(job, child, &outcome, &err);
    child_free(child);
    return ok;
}

static bool
print_slot(int64_t slot)
{
    const struct sheet_request request = { .meeting = meeting, .slot = slot, .blank = 2 };
    return print_while(at, &request, NULL);
}

static void
ck_print(int64_t version, bool is_new)
{
    ck_assert_msg(print_slot(0), "%s", err.message);
    ck_assert_int_eq(outcome.version, version);
    ck_assert_int_eq(outcome.is_new, is_new);
}

static void
ck_standing(int64_t version, bool is_stale, int64_t changed)
{
    struct sheet_standing standing;
    ck_assert_msg(sheet_standing_load(at, meeting, -1, &standing, &err), "%s",
                  err.message);
    ck_assert_int_eq(standing.version, version);
    ck_assert_int_eq(standing.is_stale, is_stale);
    ck_assert_int_eq(standing.changed, changed);
}

static int64_t
add_person(const char *family)
{
    return office_register(at, meeting, office_add_person(at, family, "Zoé"));
}

START_TEST(the_same_register__is_one_version__and_one_act)
{
    ck_standing(0, false, 0);
    ck_print(1, true);
    ck_standing(1, false, 0);
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_print(1, false);
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    ck_assert(outcome.replaced);
    office_expect(SQL_SHEETS, "1|0\n");
    office_expect(SQL_LAST_ACT, "sheet.add|-\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(what_changed_on_it__makes_it_stale__and_the_next_one_is_new)
{
    ck_print(1, true);
    add_person("Becker");
    add_person("Colas");
    ck_standing(1, true, 2);
    struct buffer text = { 0 };
    struct sheet_standing standing;
    ck_assert(sheet_standing_load(at, meeting, 0, &standing, &err));
    sheet_standing_add(at, &standing, &text);
    ck_assert_msg(strstr(buffer_text(&text), "; 2 people changed since"), "%s",
                  buffer_text(&text));
    buffer_clear(&text);
    ck_print(2, true);
    ck_standing(2, false, 0);
}
END_TEST

START_TEST(what_is_not_on_it__leaves_it_true)
{
    const int64_t note = database_file_number("SELECT id FROM registration");
    ck_print(1, true);
    office_change(at, &registration_entity, note, "note", "vegetarian", NULL);
    ck_standing(1, false, 0);
    ck_print(1, false);
}
END_TEST

START_TEST(another_title__is_another_version__though_nobody_changed)
{
    ck_print(1, true);
    office_change(at, &meeting_entity, meeting, "title", "Another", NULL);
    ck_standing(1, true, 0);
    ck_print(2, true);
}
END_TEST

START_TEST(a_sheet_of_one_slot__counts_with_the_others__but_stands_for_itself)
{
    const int64_t slot =
        office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "Morning",
                   "start", "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
    ck_print(1, true);
    ck_assert_msg(print_slot(slot), "%s", err.message);
    ck_assert_int_eq(outcome.version, 2);
    ck_print(1, false);
    office_expect(SQL_SHEETS, "1|0\n2|1\n");
    ck_assert(!print_slot(slot + 99));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}
END_TEST

START_TEST(who_was_seen_remote__stands_apart)
{
    struct printed_sheet sheet = { 0 };
    const struct sheet_request request = { .meeting = meeting };
    struct attend_outcome attended;
    add_person("Becker");
    attend_outcome_init(&attended);
    const struct attend_request mark = { .meeting = meeting,
                                         .person = anna,
                                         .kind = PRESENCE_PRESENT,
                                         .place = ATTEND_REMOTE,
                                         .means = "desk" };
    office_change(at, &meeting_entity, meeting, "mode", "hybrid", "link",
                  "https://example.org/room", NULL);
    ck_assert_msg(attend_mark(at, &mark, &attended, &err), "%s", err.message);
    ck_assert(sheet_read(at, &request, &sheet, &err));
    ck_assert_uint_eq(sheet.people.count, 2);
    ck_assert_str_eq(sheet.people.items[0].name, "Becker, Zoé");
    ck_assert(!sheet.people.items[0].remote && sheet.people.items[1].remote);
    printed_sheet_clear(&sheet);
    attend_outcome_clear(&attended);
}
END_TEST

/* The sheet of a workbook; the caller frees it. */
static char *
write_workbook(const struct sheet_request *request)
{
    const char *path = database_file_path("sheet.xlsx");
    struct printed_sheet sheet = { 0 };
    struct sheet_rows rows = { 0 };
    struct list_outcome written = { 0 };

    ck_assert_msg(sheet_read(at, request, &sheet, &err), "%s", err.message);
    sheet_rows_fill(&rows, &sheet);
    const struct list_export list = { .listing = &rows.listing,
                                      .page = &rows.page,
                                      .form = LIST_XLSX };
    ck_assert_msg(export_list_file(at, &list, path, true, &written, &err), "%s",
                  err.message);
    ck_assert_int_eq(written.rows, (int64_t)rows.page.count);
    sheet_rows_clear(&rows);
    printed_sheet_clear(&sheet);
    char *xml = workbook_read_part(path, "xl/worksheets/sheet1.xml");
    ck_assert_ptr_nonnull(xml);
    return xml;
}

static void
ck_has(const char *xml, const char *part)
{
    ck_assert_msg(strstr(xml, part), "no %s in\n%.6000s", part, xml);
}

/* Anna is the chair, too: her name is taken apart below as above. */
START_TEST(workbook_of_a_sheet__has_its_rows_and_empty_columns__and_no_telephone)
{
    const struct sheet_request request = { .meeting = meeting, .blank = 2 };
    office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "=Morning",
               "start", "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
    office_change(at, &person_entity, anna, "phone", "+33 6 12 34 56 78", "needs",
                  "a ramp", NULL);
    office_change(at, &working_group_entity, group, "chair", rows_number(anna), NULL);
    char *xml = write_workbook(&request);
    ck_has(xml, "<c r=\"G1\" s=\"1\" t=\"inlineStr\"><is><t>=Morning 09:30–11:30</t>");
    ck_has(xml, "<c r=\"A2\"><v>1</v></c>");
    ck_has(xml, "<t>Müller</t>");
    ck_has(xml, "<c r=\"A4\"><v>3</v></c>"); /* an empty row */
    ck_has(xml, "<row r=\"6\">");            /* whoever leads */
    ck_assert_ptr_null(strstr(xml, "<row r=\"7\">"));
    ck_assert_ptr_null(strstr(xml, "<f>"));
    ck_assert_ptr_null(strstr(xml, "r=\"G2\""));
    ck_assert_ptr_null(strstr(xml, "12 34 56"));
    ck_assert_ptr_null(strstr(xml, "a ramp"));
    free(xml);
}
END_TEST

START_TEST(paper__is_not_taken_back__by_an_undo)
{
    struct journal_entry entry = { 0 };
    ck_print(1, true);
    const int64_t printed = database_file_number("SELECT max(id) FROM journal");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_ne(entry.act, "sheet.add");
    journal_entry_clear(&entry);
    ck_assert(!undo_act(at, printed, NULL, &entry, &err));
    ck_assert_msg(strstr(err.message, "stays printed"), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect(SQL_SHEETS, "1|0\n");
    ck_standing(1, true, 1);
    ck_print(2, true);
}
END_TEST

static void
register_another(void)
{
    add_person("Between");
}

START_TEST(a_list_that_changes_meanwhile__is_printed_again__and_no_file_is_left)
{
    const struct sheet_request request = { .meeting = meeting };
    ck_assert(!print_while(at, &request, register_another));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    ck_assert_int_ne(access(file, F_OK), 0);
    office_expect(SQL_SHEETS, "");
}
END_TEST

START_TEST(a_file_that_is_there__stays)
{
    const struct sheet_request request = { .meeting = meeting };
    const struct print_destination to = { .path = file };
    suite_put_file(file, "mine");
    ck_assert_ptr_null(sheet_job_start(at, &request, &to, &err));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    office_expect(SQL_SHEETS, "");
}
END_TEST

/* The program that prints is another one. */
static bool
print_by(const char *script)
{
    char helper[260];
    const char *before = getenv("ATELIER_LIBEXECDIR");
    char *kept = memory_copy(before ? before : "");
    (void)snprintf(helper, sizeof(helper), "%s/atelier-print", folder);
    suite_put_file(helper, script);
    ck_assert_int_eq(chmod(helper, 0700), 0);
    ck_assert_int_eq(setenv("ATELIER_LIBEXECDIR", folder, 1), 0);
    const bool ok = print_slot(0);
    ck_assert_int_eq(setenv("ATELIER_LIBEXECDIR", kept, 1), 0);
    (void)unlink(helper);
    free(kept);
    return ok;
}

static void
ck_fails_with(const char *script, const char *said)
{
    ck_assert(!print_by(script));
    ck_assert_msg(strstr(err.message, said), "%s", err.message);
    ck_assert_int_ne(access(file, F_OK), 0);
    office_expect(SQL_SHEETS, "");
}

START_TEST(a_child_that_fails_or_is_killed__leaves_no_version_and_no_file)
{
    ck_fails_with("#!/bin/sh\nkill -9 $$\n", "ended too early");
    ck_fails_with("#!/bin/sh\necho half >&3; echo 'The disk is full.' >&2; exit 1\n",
                  "The disk is full.");
}
END_TEST

/* And no byte of it reaches a terminal as a command. */
START_TEST(a_sign_that_no_font_has__is_said__with_whose_name_it_is)
{
    ck_assert_msg(
        print_by("#!/bin/sh\nprintf '! U+13000 Un\\033[31mknown, Zoé\\n1 1\\n'\n"), "%s",
        err.message);
    ck_assert_msg(strstr(buffer_text(&outcome.missed), "U+13000") &&
                      strstr(buffer_text(&outcome.missed), "known, Zoé"),
                  "%s", buffer_text(&outcome.missed));
    ck_assert_ptr_null(strchr(buffer_text(&outcome.missed), '\033'));
}
END_TEST

/* A document is gone over twice, and a name is told once. */
START_TEST(signs_that_no_font_has__are_one_sentence__however_many_people_have_them)
{
    ck_assert_msg(
        print_by("#!/bin/sh\n"
                 "for i in 1 2; do for who in Abe Bea Cid Dee Eve Fay; do\n"
                 "echo \"! U+13000 $who\"; echo \"! U+13001 $who\"; done; done\n"
                 "echo 1 1\n"),
        "%s", err.message);
    ck_assert_str_eq(buffer_text(&outcome.missed),
                     "No font here has every sign for 6 people, and boxes are printed: "
                     "“Abe”, “Bea”, “Cid”, “Dee”, “Eve”, ….\n");
}
END_TEST

START_TEST(a_reader__reads_the_sheet__and_does_not_print_it)
{
    struct atelier *reader = office_hire(at, "rui", ROLE_READER);
    const struct sheet_request request = { .meeting = meeting };
    struct printed_sheet sheet = { 0 };
    ck_assert_msg(sheet_read(reader, &request, &sheet, &err), "%s", err.message);
    printed_sheet_clear(&sheet);
    ck_assert(!print_while(reader, &request, NULL));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(reader);
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);
    ck_assert_msg(print_while(desk, &request, NULL), "%s", err.message);
    atelier_close(desk);
}
END_TEST

/* --- its scan, once it is signed */

static bool
note_scan(int64_t version, const char *name)
{
    const struct scan_request request = { .meeting = meeting,
                                          .version = version,
                                          .file = name };
    struct questions sheet = { 0 };
    int64_t noted = 0;
    err = (struct error){ 0 };
    question_reply(&sheet, QUESTION_UNSEEN, QUESTION_YES, NULL);
    bool ok = sheet_scan_note(at, &request, &sheet, &noted, &err);
    questions_clear(&sheet);
    return ok;
}

static void
ck_scan(int64_t version, const char *name)
{
    int64_t found = 0;
    char *noted = NULL;
    ck_assert(sheet_scan_find(at, meeting, &found, &noted, &err));
    ck_assert_int_eq(found, version);
    ck_assert_pstr_eq(noted, name);
    free(noted);
}

START_TEST(a_scan__is_noted_with_its_version__and_an_undo_takes_it_back)
{
    struct journal_entry entry = { 0 };
    ck_print(1, true);
    ck_scan(1, NULL);
    ck_assert_msg(note_scan(0, "/archive/first.pdf"), "%s", err.message);
    ck_scan(1, "/archive/first.pdf");
    ck_standing(1, false, 0); /* the register is what was printed */
    ck_print(1, false);
    office_expect(SQL_LAST_ACT, "sheet.change|-\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    ck_scan(1, NULL);
    office_expect_whole(at);
}
END_TEST

/* What people signed may not be what was printed last. */
START_TEST(a_scan_of_an_older_version__stays_with_it)
{
    ck_print(1, true);
    add_person("Becker");
    ck_print(2, true);
    ck_assert_msg(note_scan(1, "first.pdf"), "%s", err.message);
    ck_scan(1, "first.pdf");
    ck_assert_msg(note_scan(2, "second.pdf"), "%s", err.message);
    ck_scan(2, "second.pdf");
    ck_assert_msg(note_scan(2, ""), "%s", err.message);
    ck_scan(1, "first.pdf");
}
END_TEST

START_TEST(a_scan_that_is_not_seen__is_refused_until_it_is_said_to_lie_elsewhere)
{
    struct scan_request request = { .meeting = meeting, .file = "no-such-scan.pdf" };
    int64_t noted = 0;
    ck_print(1, true);
    ck_assert(!sheet_scan_note(at, &request, NULL, &noted, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_UNSEEN);
    request.file = "/"; /* a folder is no scan */
    ck_assert(!sheet_scan_note(at, &request, NULL, &noted, &err));
    ck_scan(1, NULL);
    ck_assert(note_scan(1, "no-such-scan.pdf"));
    ck_scan(1, "no-such-scan.pdf");
}
END_TEST

START_TEST(a_scan_of_what_was_never_printed__is_refused)
{
    ck_assert(!note_scan(0, "scan.pdf"));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_print(1, true);
    ck_assert(!note_scan(2, "scan.pdf"));
    ck_assert_str_eq(err.field, "version");
    ck_assert(!note_scan(1, "two\nlines"));
    ck_scan(1, NULL);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_desk, tear_down_desk);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, the_same_register__is_one_version__and_one_act);
    tcase_add_test(tests, what_changed_on_it__makes_it_stale__and_the_next_one_is_new);
    tcase_add_test(tests, what_is_not_on_it__leaves_it_true);
    tcase_add_test(tests, another_title__is_another_version__though_nobody_changed);
    tcase_add_test(tests,
                   a_sheet_of_one_slot__counts_with_the_others__but_stands_for_itself);
    tcase_add_test(tests, who_was_seen_remote__stands_apart);
    tcase_add_test(tests,
                   workbook_of_a_sheet__has_its_rows_and_empty_columns__and_no_telephone);
    tcase_add_test(tests, paper__is_not_taken_back__by_an_undo);
    tcase_add_test(tests,
                   a_list_that_changes_meanwhile__is_printed_again__and_no_file_is_left);
    tcase_add_test(tests, a_file_that_is_there__stays);
    tcase_add_test(tests, a_child_that_fails_or_is_killed__leaves_no_version_and_no_file);
    tcase_add_test(tests, a_sign_that_no_font_has__is_said__with_whose_name_it_is);
    tcase_add_test(
        tests, signs_that_no_font_has__are_one_sentence__however_many_people_have_them);
    tcase_add_test(tests, a_reader__reads_the_sheet__and_does_not_print_it);
    tcase_add_test(tests, a_scan__is_noted_with_its_version__and_an_undo_takes_it_back);
    tcase_add_test(tests, a_scan_of_an_older_version__stays_with_it);
    tcase_add_test(tests,
                   a_scan_that_is_not_seen__is_refused_until_it_is_said_to_lie_elsewhere);
    tcase_add_test(tests, a_scan_of_what_was_never_printed__is_refused);
}

SUITE_MAIN("print_sheet")
