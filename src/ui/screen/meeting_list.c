/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_list.c - the meetings to come, or all of them; plan a new one */
#include "atelier/base/language.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_fill.h"
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
        to_come ? _("No meeting to come.  Press %K{meeting.add} to plan one, "
                    "%K{meeting.past} to see the past ones.")
                : _("No meeting yet.  Press %K{meeting.add} to plan the first one.");
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
add_meeting(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    list_select(state, meeting_dialog_plan(ui, 0));
}

static void
toggle_past(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct meeting_list *screen = state;
    bool to_come = screen->list.query.kind == LISTING_MEETING_TO_COME;
    int64_t id = list_selected(&screen->list);
    show_to_come(screen, ui, !to_come);
    list_select(&screen->list, id);
    ui_say(ui, "%s",
           to_come ? _("All meetings, past ones too.") : _("Meetings to come."));
}

static const struct action actions[] = {
    MEETING_OPEN,
    { .name = "meeting.add",
      .keys = "n Ins",
      .menu = N_("Meeting"),
      .label = N_("Plan a meeting"),
      .hint = N_("plan"),
      .help = N_("Plans a meeting of a working group; zone, room and seats come from the "
                 "group."),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_MEETING,
      .run = add_meeting },
    MEETING_OPEN_LIST,
    MEETING_EDIT_ROW,
    { .name = "meeting.remove",
      .keys = "d Del",
      .menu = N_("Meeting"),
      .label = N_("Remove"),
      .help =
          N_("For a meeting planned by mistake, with nobody on its list.  To call off a "
             "meeting, open it and cancel it."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_MEETING,
      .run = noun_remove_row },
    { .name = "meeting.past",
      .keys = "t",
      .menu = N_("View"),
      .label = N_("Past meetings too, or not"),
      .hint = N_("past"),
      .run = toggle_past },
    MEETING_EXPORT_ALL(N_("View"), N_("export")),
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
