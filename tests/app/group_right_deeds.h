/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_right_deeds.h - every act of acts.def, and how it is tried for one group */
#ifndef ATELIER_TESTS_GROUP_RIGHT_DEEDS_H
#define ATELIER_TESTS_GROUP_RIGHT_DEEDS_H

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
    int64_t version;
    ck_assert_msg(print_sheet(at), "%s", err.message);
    return sheet_scan_note(who, &request, &version, &err);
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

/* --- people and lists */

static inline bool
import_into(struct atelier *who, struct import_goal goal)
{
    struct import_outcome outcome;
    FILE *file = fopen(database_file_path("list.csv"), "w");
    ck_assert_ptr_nonnull(file);
    fputs("Nom,Prénom\nXyz,Vera\n", file);
    ck_assert_int_eq(fclose(file), 0);
    struct import *list = import_open_as(who, database_file_path("list.csv"), &goal,
                                         &(struct import_choice){ 0 }, &err);
    bool ok = list && import_judge(list, NULL, NULL, &err) &&
              import_run(list, NULL, NULL, &outcome, &err);
    import_free(list);
    return ok;
}

DEED(import_people, import_into(who, (struct import_goal){ 0 }))
DEED(import_to_list, import_into(who, (struct import_goal){ .meeting = meeting }))
DEED(import_members, import_into(who, (struct import_goal){ .group = urb }))

static inline bool
change_post(struct atelier *who)
{
    struct person *person = record_new(&person_entity);
    struct post before = { 0 };
    struct post after = { .organisation = organisation };
    ck_assert(edit_load(at, &person_entity, emil, person, &err));
    bool ok = post_change(who, person, &before, &after, NULL, &err);
    record_free(&person_entity, person);
    return ok;
}

static inline bool
enrol(struct atelier *who, int64_t person, struct questions *questions)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = person,
                                              .questions = questions };
    struct register_outcome outcome;
    return register_add(who, &request, &outcome, &err);
}

DEED(enrol_one, enrol(who, emil, NULL))

static inline bool
enrol_many(struct atelier *who)
{
    const struct register_request request = { .meeting = meeting };
    struct register_added people[] = { { .person = emil }, { .person = dora } };
    return register_add_many(who, &request, people, 2, &err);
}

static inline bool
on(struct atelier *who, int64_t registration, enum registration_act act)
{
    struct register_outcome outcome;
    return register_act(who, registration, act, "ill", NULL, &outcome, &err);
}

DEED(more_seats, change(who, &meeting_entity, meeting, "seats", "9", NULL))
/* Nobody waits any more. */
DEED(nobody_waits, on(who, carls, REGISTRATION_WITHDRAW))
DEED(overbook,
     nobody_waits(at) && enrol(who, emil, office_answer(QUESTION_SEAT, "the mayor asks")))

/* Of who was invited. */
static inline int64_t
doras(void)
{
    if (database_file_number("SELECT count(*) FROM registration WHERE state = 0") == 0)
        ck_assert(convene(at));
    return database_file_number("SELECT max(id) FROM registration");
}

DEED(decline, on(who, doras(), REGISTRATION_DECLINE))
DEED(excuse, on(who, annas, REGISTRATION_EXCUSE))
DEED(withdraw, on(who, annas, REGISTRATION_WITHDRAW))

static inline bool
move_anna(struct atelier *who, int64_t group)
{
    const struct bulk_request request = { .registrations = &annas,
                                          .count = 1,
                                          .deed = BULK_MOVE,
                                          .target = office_add_meeting(
                                              at, group, "2027-05-04 09:30", 9) };
    struct bulk_outcome outcome = { 0 };

    err = (struct error){ 0 };
    const bool ok = register_bulk(who, &request, &outcome, &err);
    if (ok && outcome.count > 0 && outcome.rows[0].refusal.kind != ERROR_NONE)
        err = outcome.rows[0].refusal;
    const bool done = ok && outcome.done == 1;
    bulk_outcome_clear(&outcome);
    return done;
}

DEED(move_people, move_anna(who, urb))

static inline bool
revive(struct atelier *who)
{
    const int64_t registration = doras();
    ck_assert(on(at, registration, REGISTRATION_DECLINE) && more_seats(at));
    return on(who, registration, REGISTRATION_REVIVE);
}

static inline bool
substitute(struct atelier *who)
{
    const struct substitute_request request = { .registration = annas,
                                                .person = emil,
                                                .act = REGISTRATION_SUBSTITUTE };
    struct register_outcome outcome;
    return register_substitute(who, &request, &outcome, &err);
}

DEED(change_registration, change(who, &registration_entity, annas, "note", "late", NULL))

static inline bool
mark(struct atelier *who, int64_t person, enum presence_kind kind)
{
    const struct attend_request request = {
        .meeting = meeting, .person = person, .kind = kind, .reason = "a slip"
    };
    struct attend_outcome outcome;
    attend_outcome_init(&outcome);
    bool ok = attend_mark(who, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

DEED(mark_one, mark(who, anna, PRESENCE_PRESENT))

static inline bool
annul(struct atelier *who)
{
    ck_assert(mark(at, anna, PRESENCE_PRESENT));
    return mark(who, anna, PRESENCE_ANNULLED);
}

static inline bool
mark_many(struct atelier *who)
{
    const struct attend_request request = { .meeting = meeting };
    const int64_t registrations[] = { annas, bens };
    struct attend_sum sum = { 0 };
    bool ok = attend_mark_many(who, &request, registrations, 2, &sum, &err);
    attend_sum_clear(&sum);
    return ok;
}

static inline bool
walk_in(struct atelier *who)
{
    const struct walk_in_request request = {
        .meeting = meeting,
        .person = emil,
    };
    struct walk_in_outcome outcome;
    walk_in_outcome_init(&outcome);
    ck_assert(more_seats(at));
    bool ok = walk_in_add(who, &request, &outcome, &err);
    walk_in_outcome_clear(&outcome);
    return ok;
}

static inline bool
walk_in_knowing(struct atelier *who)
{
    const struct walk_in_request request = {
        .meeting = meeting,
        .person = emil,
        .questions = office_answer(QUESTION_SEAT, "she speaks"),
    };
    question_reply(request.questions, QUESTION_OVERTAKE, QUESTION_YES, "she speaks");
    struct walk_in_outcome outcome;
    walk_in_outcome_init(&outcome);
    bool ok = walk_in_add(who, &request, &outcome, &err);
    walk_in_outcome_clear(&outcome);
    return ok;
}

/* --- workshops */

typedef bool workshop_deed(struct atelier *who, int64_t workshop,
                           struct workshop_person *people, size_t count,
                           struct error *err);

static inline bool
in_workshop(struct atelier *who, workshop_deed *deed, int64_t person)
{
    struct workshop_person people[] = { { .person = person } };
    return deed(who, workshop, people, 1, &err);
}

DEED(take_workshop, in_workshop(who, workshop_register, anna))

static inline bool
leave_workshop(struct atelier *who)
{
    ck_assert(take_workshop(at));
    return in_workshop(who, workshop_withdraw, anna);
}

static inline bool
change_workshops(struct atelier *who)
{
    struct workshop_person person = { .person = anna };
    ck_assert(take_workshop(at));
    return workshop_move(who, workshop, other, &person, &err);
}

static inline bool
overbook_workshop(struct atelier *who)
{
    struct workshop_person people[] = {
        { .person = ben, .questions = office_answer(QUESTION_SEAT, "she speaks") }
    };
    ck_assert(take_workshop(at));
    return workshop_register(who, workshop, people, 1, &err) &&
           people[0].refusal.kind == ERROR_NONE;
}

DEED(wish, workshop_wish(who, meeting, anna, &workshop, 1, &err))

static inline bool
assign(struct atelier *who)
{
    const struct workshop_assign_request request = { .meeting = meeting, .seed = 1 };
    struct workshop_assign_result result = { 0 };
    ck_assert(wish(at));
    bool ok = workshop_assign(who, &request, &result, &err);
    workshop_assign_clear(&result);
    return ok;
}

static inline bool
cancel_workshop(struct atelier *who)
{
    struct buffer told = { 0 };
    bool ok = workshop_cancel(who, workshop, "flood", &told, &err);
    buffer_clear(&told);
    return ok;
}

static inline bool
revive_workshop(struct atelier *who)
{
    ck_assert(cancel_workshop(at));
    return workshop_revive(who, workshop, &err);
}

/* --- what was done before */

static inline bool
take_back(struct atelier *who)
{
    struct journal_entry entry = { 0 };
    ck_assert(change_registration(at));
    bool ok = undo_act(who, database_file_number("SELECT max(id) FROM journal"),
                       office_answer(QUESTION_COLLEAGUE, "a slip"), &entry, &err);
    journal_entry_clear(&entry);
    return ok;
}

/* How an act is tried. */
enum trial {
    NOT_SORTED,
    OF_GROUP,  /* done for the group, and refused to those who are of another */
    OF_NONE,   /* about no group: done whatever the group */
    OF_ALL,    /* needs the role for all groups */
    ROWS_ALONE /* no function of its own here: each_row__counts_for_its_group has its rows
                */
};

static const struct {
    enum trial trial;
    bool (*run)(struct atelier *who);
} deeds[ACT_COUNT] = {
#define OF_NOUN(TRIAL, NOUN, noun)                                                       \
    [ACT_##NOUN##_ADD] = { TRIAL, add_##noun },                                          \
    [ACT_##NOUN##_CHANGE] = { TRIAL, change_##noun },                                    \
    [ACT_##NOUN##_REMOVE] = { TRIAL, remove_##noun }
#define ONLY_ROWS(NOUN)                                                                  \
    [ACT_##NOUN##_ADD] = { ROWS_ALONE, NULL },                                           \
    [ACT_##NOUN##_CHANGE] = { ROWS_ALONE, NULL },                                        \
    [ACT_##NOUN##_REMOVE] = { ROWS_ALONE, NULL }
    OF_NOUN(OF_NONE, AFFILIATION, affiliation),
    [ACT_ANSWER_ADD] = { OF_GROUP, answer },
    [ACT_ANSWER_CHANGE] = { OF_GROUP, change_answer },
    [ACT_ANSWER_REMOVE] = { OF_GROUP, remove_answer },
    ONLY_ROWS(ASSIGNING),
    [ACT_CATEGORY_ADD] = { OF_ALL, add_category },
    [ACT_CATEGORY_CHANGE] = { OF_ALL, NULL },
    [ACT_CATEGORY_REMOVE] = { OF_ALL, NULL },
    [ACT_CLASH_ACCEPTANCE_ADD] = { OF_GROUP, accept_clash },
    [ACT_CLASH_ACCEPTANCE_CHANGE] = { ROWS_ALONE, NULL },
    [ACT_CLASH_ACCEPTANCE_REMOVE] = { ROWS_ALONE, NULL },
    [ACT_GRANT_ADD] = { OF_ALL, add_grant },
    [ACT_GRANT_CHANGE] = { OF_ALL, NULL },
    [ACT_GRANT_REMOVE] = { OF_ALL, NULL },
    OF_NOUN(OF_GROUP, ITEM, item),
    OF_NOUN(OF_GROUP, MEETING, meeting),
    OF_NOUN(OF_GROUP, MEETING_QUESTION, meeting_question),
    [ACT_REPORT_ADD] = { ROWS_ALONE, NULL },
    [ACT_REPORT_CHANGE] = { OF_GROUP, change_report },
    [ACT_REPORT_REMOVE] = { ROWS_ALONE, NULL },
    OF_NOUN(OF_GROUP, REPORT_ENTRY, report_entry),
    [ACT_MEMBERSHIP_ADD] = { ROWS_ALONE, NULL },
    [ACT_MEMBERSHIP_CHANGE] = { OF_GROUP, change_membership },
    [ACT_MEMBERSHIP_REMOVE] = { OF_GROUP, remove_membership },
    OF_NOUN(OF_NONE, ORGANISATION, organisation),
    OF_NOUN(OF_NONE, PERSON, person),
    [ACT_PRESENCE_ADD] = { OF_GROUP, mark_one },
    [ACT_PRESENCE_CHANGE] = { ROWS_ALONE, NULL },
    [ACT_PRESENCE_REMOVE] = { ROWS_ALONE, NULL },
    OF_NOUN(OF_NONE, PROJECT, project),
    OF_NOUN(OF_GROUP, QUORUM, quorum),
    [ACT_REGISTRATION_ADD] = { OF_GROUP, enrol_one },
    [ACT_REGISTRATION_CHANGE] = { OF_GROUP, change_registration },
    [ACT_REGISTRATION_REMOVE] = { ROWS_ALONE, NULL },
    OF_NOUN(OF_NONE, ROOM, room),
    OF_NOUN(OF_GROUP, SEAT_LIMIT, seat_limit),
    [ACT_SHEET_ADD] = { OF_GROUP, print_sheet },
    [ACT_SHEET_CHANGE] = { OF_GROUP, scan_sheet },
    [ACT_SHEET_REMOVE] = { ROWS_ALONE, NULL },
    OF_NOUN(OF_GROUP, SLOT, slot),
    OF_NOUN(OF_GROUP, SPEAKER, speaker),
    [ACT_STAFF_ADD] = { OF_ALL, add_staff },
    [ACT_STAFF_CHANGE] = { OF_ALL, NULL },
    [ACT_STAFF_REMOVE] = { OF_ALL, NULL },
    OF_NOUN(OF_NONE, VENUE, venue),
    OF_NOUN(OF_GROUP, WORKSHOP, workshop),
    ONLY_ROWS(WORKSHOP_CHOICE),
    [ACT_WORKING_GROUP_ADD] = { ROWS_ALONE, NULL }, /* a_new_group__is_none_of_theirs */
    [ACT_WORKING_GROUP_CHANGE] = { OF_GROUP, change_group },
    [ACT_WORKING_GROUP_REMOVE] = { ROWS_ALONE, NULL },
    [ACT_DATABASE_CREATE] = { OF_ALL, NULL },
    [ACT_DATABASE_RESTORE] = { OF_ALL, NULL },
    [ACT_MEETING_CANCEL] = { OF_GROUP, cancel },
    [ACT_MEETING_CLOSE] = { OF_GROUP, close },
    [ACT_MEETING_CONFIRM] = { OF_GROUP, confirm },
    [ACT_MEETING_CONVENE] = { OF_GROUP, convene },
    [ACT_MEETING_HOLD] = { OF_GROUP, hold },
    [ACT_MEETING_IMPORT] = { OF_GROUP, import_events },
    [ACT_MEETING_IMPORT_NOTE] = { ROWS_ALONE, NULL },
    [ACT_MEETING_MOVE] = { OF_GROUP, move_meeting },
    [ACT_MEETING_POSTPONE] = { OF_GROUP, postpone },
    [ACT_MEETING_RECOMPUTE] = { ROWS_ALONE, NULL },
    [ACT_MEETING_REOPEN] = { OF_GROUP, reopen },
    [ACT_MEMBERSHIP_JOIN] = { OF_GROUP, join },
    [ACT_MEMBERSHIP_LEAVE] = { OF_GROUP, leave },
    [ACT_PERSON_ERASE] = { OF_ALL, NULL },
    [ACT_PERSON_IMPORT] = { OF_NONE, import_people },
    [ACT_PERSON_MERGE] = { OF_ALL, merge_two },
    [ACT_PERSON_POST] = { OF_NONE, change_post },
    [ACT_PRESENCE_ADD_MANY] = { OF_GROUP, mark_many },
    [ACT_PRESENCE_ANNUL] = { OF_GROUP, annul },
    [ACT_PRESENCE_OPEN] = { ROWS_ALONE, NULL },
    [ACT_QUESTION_COPY] = { OF_GROUP, copy_questions },
    [ACT_QUESTION_MOVE] = { OF_GROUP, move_question },
    [ACT_REPORT_APPROVE] = { OF_GROUP, approve_report },
    [ACT_REPORT_CIRCULATE] = { OF_GROUP, circulate },
    [ACT_REPORT_ENTRY_JOIN] = { OF_GROUP, join_entry },
    [ACT_REPORT_ENTRY_MOVE] = { OF_GROUP, move_entry },
    [ACT_REPORT_ENTRY_SETTLE] = { OF_GROUP, settle_entry },
    [ACT_REPORT_ENTRY_SPLIT] = { OF_GROUP, split_entry },
    [ACT_REPORT_FINALISE] = { OF_GROUP, finalise },
    [ACT_REPORT_REOPEN] = { OF_GROUP, reopen_report },
    [ACT_REGISTRATION_ACCEPT] = { ROWS_ALONE, NULL },
    [ACT_REGISTRATION_ADD_MANY] = { OF_GROUP, enrol_many },
    [ACT_REGISTRATION_DECLINE] = { OF_GROUP, decline },
    [ACT_REGISTRATION_EXCUSE] = { OF_GROUP, excuse },
    [ACT_REGISTRATION_OVERBOOK] = { OF_GROUP, overbook },
    [ACT_REGISTRATION_MOVE] = { OF_GROUP, move_people },
    [ACT_REGISTRATION_OVERTAKE] = { ROWS_ALONE, NULL },
    [ACT_REGISTRATION_PAST_QUOTA] = { ROWS_ALONE, NULL },
    [ACT_REGISTRATION_PROMOTE] = { ROWS_ALONE, NULL },
    [ACT_REGISTRATION_REFUSE] = { ROWS_ALONE, NULL },
    [ACT_REGISTRATION_REVIVE] = { OF_GROUP, revive },
    [ACT_REGISTRATION_SUBSTITUTE] = { OF_GROUP, substitute },
    [ACT_REGISTRATION_WAIT] = { ROWS_ALONE, NULL },
    [ACT_REGISTRATION_WALK_IN] = { OF_GROUP, walk_in },
    [ACT_REGISTRATION_WALK_IN_KNOWING] = { OF_GROUP, walk_in_knowing },
    [ACT_REGISTRATION_WITHDRAW] = { OF_GROUP, withdraw },
    [ACT_SAMPLE_FILL] = { OF_ALL, NULL },
    [ACT_SETTINGS_CHANGE] = { OF_ALL, NULL },
    [ACT_SLOT_MAKE] = { OF_GROUP, make_slots },
    [ACT_WORKSHOP_ASSIGN] = { OF_GROUP, assign },
    [ACT_WORKSHOP_CANCEL] = { OF_GROUP, cancel_workshop },
    [ACT_WORKSHOP_MOVE] = { OF_GROUP, change_workshops },
    [ACT_WORKSHOP_OVERBOOK] = { OF_GROUP, overbook_workshop },
    [ACT_WORKSHOP_PROMOTE] = { ROWS_ALONE, NULL },
    [ACT_WORKSHOP_REGISTER] = { OF_GROUP, take_workshop },
    [ACT_WORKSHOP_REVIVE] = { OF_GROUP, revive_workshop },
    [ACT_WORKSHOP_WISH] = { OF_GROUP, wish },
    [ACT_WORKSHOP_WITHDRAW] = { OF_GROUP, leave_workshop },
    [ACT_REDO] = { ROWS_ALONE, NULL },
    [ACT_UNDO] = { OF_GROUP, take_back },
};

#endif
