/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_right_meeting_deeds.h - acts on a meeting, its questions, report and sheet, each
 * tried once */
#ifndef ATELIER_TESTS_GROUP_RIGHT_MEETING_DEEDS_H
#define ATELIER_TESTS_GROUP_RIGHT_MEETING_DEEDS_H

#include "group_right_rows.h"

/* --- meetings */

static inline bool
act_on(struct atelier *who, int64_t id, enum meeting_act act)
{
    return plan_act(who, id, act, "flood", &err);
}

DEED(cancel, act_on(who, meeting, MEETING_CANCEL))
DEED(confirm, act_on(who, draft, MEETING_CONFIRM))
DEED(postpone, act_on(who, meeting, MEETING_POSTPONE))

/* A year later, when it is past. */
static inline int64_t
past(void)
{
    return office_add_meeting(at, urb, "2027-02-16 09:30", 2);
}

DEED(hold, act_on(who, past(), MEETING_HOLD))

static inline bool
close(struct atelier *who)
{
    const int64_t held = past();
    ck_assert(act_on(at, held, MEETING_HOLD));
    return act_on(who, held, MEETING_CLOSE);
}

static inline bool
reopen(struct atelier *who)
{
    const int64_t held = past();
    ck_assert(act_on(at, held, MEETING_HOLD) && act_on(at, held, MEETING_CLOSE));
    return act_on(who, held, MEETING_REOPEN);
}

static inline bool
convene(struct atelier *who)
{
    struct convene_outcome outcome;
    return convene_members(who, meeting, false, &outcome, &err);
}

static inline int64_t
meal(void)
{
    const int64_t known = database_file_number(
        "SELECT coalesce(min(id), 0) FROM question WHERE text = 'Meal'");
    return known ? known
                 : ONE_MORE(&meeting_question_entity, "meeting", rows_number(meeting),
                            "text", "Meal", "kind", "one", "choices", "meat; fish");
}

DEED(answer, answer_give(who, annas, meal(), "fish", NULL, &err))

static inline bool
change_answer(struct atelier *who)
{
    ck_assert(answer(at));
    return answer_give(who, annas, meal(), "meat", NULL, &err);
}

static inline bool
remove_answer(struct atelier *who)
{
    ck_assert(answer(at));
    return answer_give(who, annas, meal(), "", NULL, &err);
}

static inline bool
copy_questions(struct atelier *who)
{
    size_t count;

    (void)meal();
    return question_copy(who, meeting, draft, &count, &err);
}

static inline bool
move_question(struct atelier *who)
{
    static int64_t nights;
    bool moved;

    (void)meal();
    if (nights == 0)
        nights = ONE_MORE(&meeting_question_entity, "meeting", rows_number(meeting),
                          "text", "Nights", "kind", "number");
    return question_place(who, nights, 0, &moved, &err);
}

/* --- reports */

static inline int64_t
recommend(void)
{
    return ONE_MORE(&report_entry_entity, "meeting", rows_number(meeting), "text", "Ask",
                    "kind", "recommendation");
}

static inline bool
change_report(struct atelier *who)
{
    (void)recommend();
    return change(who, &report_entity, database_file_number("SELECT min(id) FROM report"),
                  "note", "Else", NULL);
}

static inline bool
move_entry(struct atelier *who)
{
    (void)recommend();
    return entry_move_up(who, recommend(), &err);
}

static inline bool
split_entry(struct atelier *who)
{
    int64_t second;
    return entry_split(who, recommend(), 0, "one two", 4, &second, &err);
}

static inline bool
join_entry(struct atelier *who)
{
    int64_t above;
    (void)recommend();
    return entry_join(who, recommend(), 0, &above, &err);
}

DEED(settle_entry, entry_settle(who, recommend(), ENTRY_DONE, 0, NULL, &err))

/* The report of a meeting that was held, with one entry. */
static inline int64_t
reported(void)
{
    const int64_t held = past();

    ck_assert(act_on(at, held, MEETING_HOLD));
    ONE_MORE(&report_entry_entity, "meeting", rows_number(held), "text", "Ask");
    return held;
}

DEED(circulate, report_circulate(who, reported(), &err))
DEED(finalise, report_finalise(who, reported(), NULL, &err))

static inline bool
reopen_report(struct atelier *who)
{
    const int64_t held = reported();

    ck_assert(report_finalise(at, held, NULL, &err));
    return report_reopen(who, held, "late", &err);
}

static inline bool
approve_report(struct atelier *who)
{
    const int64_t held = reported();

    ck_assert(report_finalise(at, held, NULL, &err));
    return report_approve(who, held, meeting, &err);
}

static inline bool
make_slots(struct atelier *who)
{
    size_t made;
    return slots_make(who, past(), NULL, &made, &err);
}

static inline bool
take_nothing(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return true;
}

static inline bool
print_sheet(struct atelier *who)
{
    const struct sheet_request request = { .meeting = meeting };
    const struct print_destination nowhere = { .sink = take_nothing };
    struct sheet_outcome outcome = { 0 };
    struct sheet_job *job = sheet_job_start(who, &request, &nowhere, &err);
    if (!job)
        return false;
    struct child *child = sheet_job_child(job);
    (void)child_wait(child, NULL, NULL, NULL);
    bool ok = sheet_job_end(job, child, &outcome, &err);
    child_free(child);
    sheet_outcome_clear(&outcome);
    return ok;
}

static inline bool
scan_sheet(struct atelier *who)
{
    const struct scan_request request = { .meeting = meeting, .file = "scan.pdf" };
    struct questions sheet = { 0 };
    int64_t version;
    ck_assert_msg(print_sheet(at), "%s", err.message);
    question_reply(&sheet, QUESTION_UNSEEN, QUESTION_YES, NULL);
    bool ok = sheet_scan_note(who, &request, &sheet, &version, &err);
    questions_clear(&sheet);
    return ok;
}

static inline bool
accept_clash(struct atelier *who)
{
    office_add(at, &meeting_entity, "group", rows_number(urb), "title", "Twin", "start",
               "2027-03-16 09:30", "end", "2027-03-16 11:30", "zone", "Europe/Paris",
               "room", rows_number(room), NULL);
    char name[60];
    (void)snprintf(name, sizeof name, "room:%lld:%lld", (long long)meeting,
                   (long long)database_file_number("SELECT max(id) FROM meeting"));
    return clash_accept(who, name, "both fit", &err);
}

static inline bool
join(struct atelier *who)
{
    struct membership *record = record_new(&membership_entity);
    record->group = urb;
    record->person = emil;
    bool ok = membership_join(who, record, &err);
    record_free(&membership_entity, record);
    return ok;
}

DEED(leave, membership_leave(who, membership, (struct date){ 2027, 6, 1 }, &err))

static inline bool
import_events(struct atelier *who)
{
    const struct calendar_import_choice choice = { .group = urb,
                                                   .from = { 2027, 1, 1 },
                                                   .until = { 2028, 1, 1 } };
    struct calendar_import_outcome outcome;
    FILE *file = fopen(database_file_path("list.ics"), "w");
    ck_assert_ptr_nonnull(file);
    fputs(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\nBEGIN:VEVENT\r\n"
        "UID:1@example.org\r\nDTSTAMP:20270101T000000Z\r\n"
        "DTSTART;TZID=Europe/Paris:20270616T093000\r\n"
        "DTEND;TZID=Europe/Paris:20270616T113000\r\nSUMMARY:Rivers\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n",
        file);
    ck_assert_int_eq(fclose(file), 0);
    struct calendar_import *import =
        calendar_import_open(who, database_file_path("list.ics"), &choice, &err);
    bool ok = import && calendar_import_judge(import, NULL, NULL, &err) &&
              calendar_import_run(import, NULL, NULL, &outcome, &err);
    calendar_import_free(import);
    return ok;
}

#endif
