/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_list.c - the meetings to come, or all of them; plan a new one */
#include "atelier/base/language.h"
#include "meeting/meeting_dialog.h"
#include "meeting/meeting_fill.h"
#include "noun/noun.h"
#include "screen.h"
#include "widget/list.h"

struct meeting_list {
    struct list list; /* first: LIST_SCREEN works on it */
};

static void
show_to_come(struct meeting_list *screen, struct ui *ui, bool to_come)
{
    struct list *list = &screen->list;
    list->query.kind = to_come ? LISTING_MEETING_TO_COME : LISTING_MEETING;
    list->query.from = atelier_now(ui_atelier(ui)) - 24 * 60 * 60;
    list->empty =
        to_come ? _("No meeting to come.  Press n to plan one, t to see the past ones.")
                : _("No meeting yet.  Press n to plan the first one.");
    list_reset(list);
}

static bool
meeting_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)id;
    (void)err;
    struct meeting_list *screen = state;
    list_init(&screen->list, LISTING_MEETING_TO_COME);
    meeting_fill_show(&screen->list);
    show_to_come(screen, ui, true);
    return true;
}

static void
open_meeting(struct ui *ui, void *state)
{
    ui_open(ui, "meeting", list_selected(state));
}

static void
open_registrations(struct ui *ui, void *state)
{
    ui_open(ui, "registration_list", list_selected(state));
}

static void
add_meeting(struct ui *ui, void *state)
{
    int64_t id = noun_add(ui, ENTITY_MEETING, NULL, 0);
    list_select(state, id);
    if (id)
        ui_open(ui, "meeting", id);
}

static void
edit_meeting(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_MEETING, list_selected(state));
}

static void
remove_meeting(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_MEETING, list_selected(state));
}

static void
toggle_past(struct ui *ui, void *state)
{
    struct meeting_list *screen = state;
    bool to_come = screen->list.query.kind == LISTING_MEETING_TO_COME;
    int64_t id = list_selected(&screen->list);
    show_to_come(screen, ui, !to_come);
    list_select(&screen->list, id);
    ui_say(ui, "%s",
           to_come ? _("All meetings, past ones too.") : _("Meetings to come."));
}

static void
export_all(struct ui *ui, void *state)
{
    (void)state;
    meeting_dialog_export(ui, ROW_NONE);
}

static const struct action actions[] = {
    { .name = "meeting.open",
      .keys = "Enter",
      .menu = N_("Meeting"),
      .label = N_("Open"),
      .hint = N_("open"),
      .help = N_("Shows the meeting: its facts, its list, its history."),
      .blocked = list_is_empty,
      .run = open_meeting },
    { .name = "meeting.add",
      .keys = "n Ins",
      .menu = N_("Meeting"),
      .label = N_("Plan a meeting"),
      .hint = N_("plan"),
      .help = N_("Plans a meeting of a working group; zone, room and seats come from the "
                 "group."),
      .run = add_meeting },
    { .name = "meeting.list",
      .keys = "r",
      .menu = N_("Meeting"),
      .label = N_("Registrations"),
      .hint = N_("list"),
      .help = N_("Goes straight to the meeting's list."),
      .blocked = list_is_empty,
      .run = open_registrations },
    { .name = "meeting.edit",
      .keys = "e",
      .menu = N_("Meeting"),
      .label = N_("Change or move"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = edit_meeting },
    { .name = "meeting.remove",
      .keys = "d Del",
      .menu = N_("Meeting"),
      .label = N_("Remove"),
      .help =
          N_("For a meeting planned by mistake, with nobody on its list.  To call off a "
             "meeting, open it and cancel it."),
      .blocked = list_is_empty,
      .run = remove_meeting },
    { .name = "meeting.past",
      .keys = "t",
      .menu = N_("View"),
      .label = N_("Past meetings too, or not"),
      .hint = N_("past"),
      .run = toggle_past },
    { .name = "meeting.export_all",
      .keys = "x",
      .menu = N_("View"),
      .label = N_("Export the calendar of all meetings"),
      .hint = N_("export"),
      .run = export_all },
    ACTION_END
};

const struct screen meeting_list_screen = {
    .name = "meeting_list",
    .title = N_("Meetings"),
    .size = sizeof(struct meeting_list),
    .open = meeting_list_open,
    .actions = actions,
    LIST_SCREEN,
};
