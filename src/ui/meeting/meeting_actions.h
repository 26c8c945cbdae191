/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_actions.h - what can be done with a meeting, for the tables of all screens that
 * show one
 *
 * Written once, so that a key does the same wherever the meeting is seen.
 */
#ifndef ATELIER_UI_MEETING_ACTIONS_H
#define ATELIER_UI_MEETING_ACTIONS_H

#include "meeting/meeting_dialog.h"
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
        .help = N_("Puts everybody who is a member on the day of the meeting on its "    \
                   "list, as invited."),                                                 \
        .needs = NEEDS_OPEN_MEETING, .permission = ACT_MEETING_CONVENE_NEEDS,            \
        .run = meeting_dialog_convene                                                    \
    }
#define MEETING_HISTORY                                                                  \
    {                                                                                    \
        .name = "meeting.history", .keys = "h", .menu = N_("Meeting"),                   \
        .label = N_("History"), .hint = N_("history"),                                   \
        .help = N_("Who did what and when, field by field."),                            \
        .argument = SCREEN_MEETING_HISTORY, .run = ui_open_same                          \
    }

/* --- on a list of meetings */

#define MEETING_OPEN                                                                     \
    {                                                                                    \
        .name = "meeting.open", .keys = "Enter", .menu = N_("Meeting"),                  \
        .label = N_("Open"), .hint = N_("open"),                                         \
        .help = N_("Shows the meeting: its facts, its list, its history."),              \
        .needs = NEEDS_ROW, .argument = SCREEN_MEETING, .run = list_open_row             \
    }
#define MEETING_ADD(HELP)                                                                \
    {                                                                                    \
        .name = "meeting.add", .keys = "n Ins", .menu = N_("Meeting"),                   \
        .label = N_("Plan a meeting"), .hint = N_("plan"), .help = (HELP),               \
        .needs = NEEDS_WRITING, .argument = ENTITY_MEETING,                              \
        .run = meeting_dialog_plan_row                                                   \
    }
#define MEETING_OPEN_LIST                                                                \
    {                                                                                    \
        .name = "meeting.list", .keys = "r", .menu = N_("Meeting"),                      \
        .label = N_("Registrations"), .hint = N_("list"),                                \
        .help = N_("Goes straight to the meeting's list."), .needs = NEEDS_ROW,          \
        .argument = SCREEN_REGISTRATION_LIST, .run = list_open_row                       \
    }
#define MEETING_EDIT_ROW                                                                 \
    {                                                                                    \
        .name = "meeting.edit", .keys = "e", .menu = N_("Meeting"),                      \
        .label = N_("Change or move"), .hint = N_("change"),                             \
        .needs = NEEDS_ROW | NEEDS_WRITING, .argument = ENTITY_MEETING,                  \
        .run = noun_edit_row                                                             \
    }

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
    {                                                                                    \
        .name = NAME, .keys = "x", .menu = (MENU), .label = (LABEL), .hint = (HINT),     \
        .help = N_("Writes a file that any calendar program reads."),                    \
        .needs = NEEDS_FILES, .argument = (WHAT), .run = meeting_dialog_export           \
    }
#define MEETING_EXPORT_THIS(HINT)                                                        \
    MEETING_EXPORT("meeting.export", N_("Meeting"), N_("Export the calendar"), HINT,     \
                   EXPORT_MEETING)
#define MEETING_EXPORT_GROUP                                                             \
    MEETING_EXPORT("group.export", N_("Group"), N_("Export the group's calendar"),       \
                   N_("export"), EXPORT_GROUP)
#define MEETING_EXPORT_ALL(MENU, HINT)                                                   \
    MEETING_EXPORT("meeting.export_all", MENU,                                           \
                   N_("Export the calendar of all meetings"), HINT, EXPORT_ALL)

#endif
