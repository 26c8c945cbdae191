/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_right_deeds.h - every act of acts.def, and how it is tried for one group */
#ifndef ATELIER_TESTS_GROUP_RIGHT_DEEDS_H
#define ATELIER_TESTS_GROUP_RIGHT_DEEDS_H

#include "group_right_list_deeds.h"

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
