/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_actions.h - what can be done with a meeting, for the tables of all screens that
 * show one
 *
 * Written once, so that a key does the same wherever the meeting is seen.
 */
#ifndef ATELIER_UI_MEETING_ACTIONS_H
#define ATELIER_UI_MEETING_ACTIONS_H

#include "meeting/meeting_audit.h"
#include "meeting/meeting_clashes.h"
#include "meeting/meeting_dialog.h"
#include "meeting/meeting_print.h"
#include "meeting/meeting_scan.h"
#include "noun/noun_list.h"

/* --- on a screen of one meeting */

#define MEETING_REGISTER(MENU)                                                           \
    {                                                                                    \
        .name = "meeting.register", .keys = "n Ins", .menu = (MENU),                     \
        .label = N_("Register people"), .hint = N_("register"),                          \
        .help = N_("Type three letters of a name, an organisation or an e-mail; "        \
                   "somebody new is created on the spot."),                              \
        .needs = NEEDS_OPEN_MEETING, .permission = ACT_REGISTRATION_ADD_NEEDS,           \
        .run = meeting_dialog_register                                                   \
    }
#define MEETING_CONVENE(HINT)                                                            \
    {                                                                                    \
        .name = "meeting.convene", .keys = "v", .menu = N_("Meeting"),                   \
        .label = N_("Convene the group"), .hint = (HINT),                                \
        .sought = N_("invite the members, send for"),                                    \
        .help = N_("Puts everybody who is a member on the day of the meeting on its "    \
                   "list, as invited."),                                                 \
        .needs = NEEDS_OPEN_MEETING, .permission = ACT_MEETING_CONVENE_NEEDS,            \
        .guarded = true, .run = meeting_dialog_convene                                   \
    }
#define MEETING_STATISTICS                                                               \
    {                                                                                    \
        .name = "meeting.statistics", .keys = "A", .menu = N_("Meeting"),                \
        .label = N_("Statistics: who was asked and who came"),                           \
        .argument = SCREEN_MEETING_STATISTICS, .run = ui_open_same                       \
    }
/* Of all groups, from a list of them or of their meetings. */
#define STATISTICS_OF_ALL(NAME, MENU)                                                    \
    {                                                                                    \
        .name = (NAME), .keys = "A", .menu = (MENU),                                     \
        .label = N_("Statistics of all groups: who was asked and who came"),             \
        .argument = SCREEN_STATISTICS, .run = ui_open_same                               \
    }

#define MEETING_HISTORY MEETING_HISTORY_HINTED(N_("history"))
/* Where a tab names it there is better use for the room of a hint. */
#define MEETING_HISTORY_HINTED(HINT)                                                     \
    {                                                                                    \
        .name = "meeting.history", .keys = "h", .menu = N_("Meeting"),                   \
        .label = N_("History"), .hint = (HINT),                                          \
        .help = N_("Who did what and when, field by field."),                            \
        .argument = SCREEN_MEETING_HISTORY, .run = ui_open_same                          \
    }
#define MEETING_EDIT_SOUGHT N_("edit, move a meeting, reschedule, another day or room")
#define MEETING_EDIT_THIS(KEYS, HINT)                                                    \
    {                                                                                    \
        .name = "meeting.edit", .keys = KEYS, .menu = N_("Meeting"),                     \
        .label = N_("Change or move"), .hint = (HINT), .sought = MEETING_EDIT_SOUGHT,    \
        .help = N_("Its title, date, times, room, seats."),                              \
        .needs = NEEDS_OPEN_MEETING | NEEDS_WRITING, .argument = ENTITY_MEETING,         \
        .run = noun_edit_this                                                            \
    }
#define MEETING_QUOTAS                                                                   \
    {                                                                                    \
        .name = "meeting.quotas", .keys = "Q", .menu = N_("Meeting"),                    \
        .label = N_("Quotas"),                                                           \
        .help =                                                                          \
            N_("How many seats a category or an organisation may take, or has held."),   \
        .argument = SCREEN_SEAT_LIMIT_LIST, .run = ui_open_same                          \
    }
#define MEETING_SLOTS                                                                    \
    {                                                                                    \
        .name = "meeting.slots", .menu = N_("Meeting"), .label = N_("Slots"),            \
        .help = N_("The half-days and sessions in which people are marked and "          \
                   "workshops lie."),                                                    \
        .argument = SCREEN_SLOT_LIST, .run = ui_open_same                                \
    }
#define MEETING_QUESTIONS                                                                \
    {                                                                                    \
        .name = "meeting.questions", .menu = N_("Meeting"), .label = N_("Questions"),    \
        .help = N_("What it asks everybody on its list, such as the meal, and how many " \
                   "take each answer."),                                                 \
        .argument = SCREEN_MEETING_QUESTION_LIST, .run = ui_open_same                    \
    }
#define MEETING_PRINT_PROGRAMME(MENU)                                                    \
    {                                                                                    \
        .name = "meeting.print_programme", .menu = (MENU),                               \
        .label = N_("Print the programme"),                                              \
        .help = N_("A PDF for the wall and for who comes: by the hour, what is where."), \
        .needs = NEEDS_FILES, .argument = MEETING_PROGRAMME, .run = meeting_print        \
    }
#define MEETING_PRINT(RUN, ALSO, HINTED)                                                 \
    { .name = "meeting.print",                                                           \
      .keys = "p",                                                                       \
      .menu = N_("Meeting"),                                                             \
      .label = N_("Print the attendance sheet"),                                         \
      .also = (ALSO),                                                                    \
      .hinted = (HINTED),                                                                \
      .lasting = true,                                                                   \
      .help = N_("A PDF to be signed: a column a slot, empty rows for who is on no "     \
                 "list; each printing of a changed list is a new version."),             \
      .needs = NEEDS_FILES,                                                              \
      .permission = ACT_SHEET_ADD_NEEDS,                                                 \
      .argument = MEETING_SHEET,                                                         \
      .run = (RUN) },                                                                    \
        { .name = "meeting.badges",                                                      \
          .menu = N_("Meeting"),                                                         \
          .label = N_("Print badges"),                                                   \
          .help = N_("A PDF of badges for those in the room: name, organisation, "       \
                     "and a code that the door reads."),                                 \
          .needs = NEEDS_FILES,                                                          \
          .permission = ACT_SHEET_ADD_NEEDS,                                             \
          .argument = MEETING_BADGES,                                                    \
          .run = (RUN) },                                                                \
        { .name = "meeting.place_cards",                                                 \
          .menu = N_("Meeting"),                                                         \
          .label = N_("Print place cards"),                                              \
          .help = N_("A PDF of cards for the table, to be folded."),                     \
          .needs = NEEDS_FILES,                                                          \
          .permission = ACT_SHEET_ADD_NEEDS,                                             \
          .argument = MEETING_PLACE_CARDS,                                               \
          .run = (RUN) },                                                                \
        { .name = "meeting.certificates",                                                \
          .menu = N_("Meeting"),                                                         \
          .label = N_("Print certificates of attendance"),                               \
          .help = N_("A page for each who was marked as present: the slots, the hours "  \
                     "and a place to sign."),                                            \
          .needs = NEEDS_FILES,                                                          \
          .permission = ACT_SHEET_ADD_NEEDS,                                             \
          .argument = MEETING_CERTIFICATES,                                              \
          .run = (RUN) },                                                                \
        { .name = "meeting.scan",                                                        \
          .keys = "J",                                                                   \
          .menu = N_("Meeting"),                                                         \
          .label = N_("Note the scan of the signed sheet"),                              \
          .help = N_("Where the sheet with its signatures was scanned to: it stands "    \
                     "in the facts, and the check of signatures asks for it."),          \
          .permission = ACT_SHEET_CHANGE_NEEDS,                                          \
          .run = meeting_scan },                                                         \
        MEETING_PRINT_PROGRAMME(N_("Meeting")),                                          \
    {                                                                                    \
        .name = "meeting.audit", .menu = N_("Meeting"),                                  \
        .label = N_("Check signatures and sheets"),                                      \
        .help = N_("Once it is over: who was in the room and has not signed, who was "   \
                   "in two places, a sheet printed after signing."),                     \
        .run = meeting_audit_show                                                        \
    }
#define MEETING_FACTS                                                                    \
    {                                                                                    \
        .name = "meeting.facts", .keys = "F", .menu = N_("Meeting"),                     \
        .label = N_("Facts"), .help = N_("What does not fit above the list."),           \
        .argument = SCREEN_MEETING_FACTS, .run = ui_open_same                            \
    }

#define MEETING_CLASHES(NEEDS, RUN)                                                      \
    {                                                                                    \
        .name = "meeting.why", .keys = "w", .menu = N_("Meeting"),                       \
        .label = N_("What does it clash with?"),                                         \
        .help = N_("Another meeting in its room or with its people, too few seats, a "   \
                   "holiday; and what was accepted, by whom."),                          \
        .needs = (NEEDS), .run = (RUN)                                                   \
    }
#define MEETING_CLASHES_THIS MEETING_CLASHES(0, meeting_clashes_show)

/* One key asks which of those that are possible now; each has its name in the menu. */
#define MEETING_STATE                                                                    \
    { .name = "meeting.state",                                                           \
      .keys = "c",                                                                       \
      .menu = N_("State"),                                                               \
      .label = N_("Confirm, postpone, cancel ..."),                                      \
      .hint = N_("state"),                                                               \
      .help = N_("Asks what becomes of the meeting."),                                   \
      .permission = ACT_MEETING_CONFIRM_NEEDS,                                           \
      .guarded = true,                                                                   \
      .run = meeting_dialog_state },                                                     \
        MEETING_ACT("meeting.confirm", CONFIRM, N_("Confirm"), N_("It takes place.")),   \
        MEETING_ACT("meeting.postpone", POSTPONE, N_("Postpone"),                        \
                    N_("It is postponed; its list is kept.  Change its date when it is " \
                       "known.")),                                                       \
        MEETING_ACT("meeting.cancel", CANCEL, N_("Cancel the meeting"),                  \
                    N_("It is cancelled for good; its calendar says so.")),              \
        MEETING_ACT("meeting.hold", HOLD, N_("It took place"), NULL),                    \
        MEETING_ACT("meeting.close", CLOSE, N_("Close: its list is final"), NULL),       \
        MEETING_ACT("meeting.reopen", REOPEN, N_("Reopen a closed meeting"),             \
                    N_("Its list can change again; asks why."))
#define MEETING_ACT(NAME, ACT, LABEL, HELP)                                              \
    {                                                                                    \
        .name = NAME, .menu = N_("State"), .label = (LABEL), .help = (HELP),             \
        .permission = ACT_MEETING_##ACT##_NEEDS, .argument = MEETING_##ACT,              \
        .blocked = meeting_dialog_why_no_act, .run = meeting_dialog_act                  \
    }

/* --- on a list of meetings */

#define MEETING_OPEN                                                                     \
    {                                                                                    \
        .name = "meeting.open", .keys = "Enter", .menu = N_("Meeting"),                  \
        .label = N_("Open"), .hint = N_("open"),                                         \
        .help = N_("Shows its list, with its facts above it and its history beside."),   \
        .needs = NEEDS_ROW, .argument = SCREEN_REGISTRATION_LIST, .run = list_open_row   \
    }
#define MEETING_ADD(HELP)                                                                \
    {                                                                                    \
        .name = "meeting.add", .keys = "n Ins", .menu = N_("Meeting"),                   \
        .label = N_("Plan a meeting"), .hint = N_("plan"),                               \
        .sought = N_("new, add, create"), .help = (HELP), .needs = NEEDS_WRITING,        \
        .argument = ENTITY_MEETING, .run = meeting_dialog_plan_row                       \
    }
#define MEETING_EDIT_ROW                                                                 \
    {                                                                                    \
        .name = "meeting.edit", .keys = "e", .menu = N_("Meeting"),                      \
        .label = N_("Change or move"), .hint = N_("change"),                             \
        .sought = MEETING_EDIT_SOUGHT, .needs = NEEDS_ROW | NEEDS_WRITING,               \
        .argument = ENTITY_MEETING, .run = noun_edit_row                                 \
    }

#define MEETING_CLASHES_ROW MEETING_CLASHES(NEEDS_ROW, meeting_clashes_show_row)

/* --- on any */

/* Into the group that the screen shows, if it shows one. */
#define MEETING_IMPORT(KEYS, MENU)                                                       \
    {                                                                                    \
        .name = "meeting.import", .keys = KEYS, .menu = (MENU),                          \
        .label = N_("Import a calendar"),                                                \
        .help = N_("From a calendar file (.ics) of another program: shows what it will " \
                   "do, and does it after a yes."),                                      \
        .needs = NEEDS_FILES, .permission = ACT_MEETING_IMPORT_NEEDS,                    \
        .argument = SCREEN_IMPORT_CALENDAR, .run = ui_open_same                          \
    }

/* Of its meetings: all, or those of the group, the person, the meeting itself. */
#define MEETING_EXPORT(NAME, MENU, LABEL, HINT, WHAT)                                    \
    MEETING_EXPORT_NEEDING(NEEDS_FILES, NAME, MENU, LABEL, HINT, WHAT)
#define MEETING_EXPORT_NEEDING(NEEDS, NAME, MENU, LABEL, HINT, WHAT)                     \
    {                                                                                    \
        .name = NAME, .keys = "x", .menu = (MENU), .label = (LABEL), .hint = (HINT),     \
        .help = N_("Writes a file that any calendar program reads."), .needs = (NEEDS),  \
        .argument = (WHAT), .run = meeting_dialog_export                                 \
    }
#define MEETING_EXPORT_THIS(HINT)                                                        \
    MEETING_EXPORT("meeting.export", N_("Meeting"), N_("Export the calendar"), HINT,     \
                   EXPORT_MEETING)
#define MEETING_EXPORT_GROUP                                                             \
    MEETING_EXPORT("group.export", N_("Group"), N_("Export the group's calendar"),       \
                   N_("export"), EXPORT_GROUP)
/* Of the group that a list of groups stands on. */
#define MEETING_EXPORT_GROUP_OF_ROW                                                      \
    MEETING_EXPORT_NEEDING(NEEDS_ROW | NEEDS_FILES, "group.export", N_("Group"),         \
                           N_("Export the group's calendar"), N_("export"),              \
                           EXPORT_GROUP)
#define MEETING_EXPORT_ALL(MENU, HINT)                                                   \
    MEETING_EXPORT("meeting.export_all", MENU,                                           \
                   N_("Export the calendar of all meetings"), HINT, EXPORT_ALL)

#endif
