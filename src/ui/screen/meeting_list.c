/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_list.c - the meetings to come, or all of them; plan a new one */
#include "atelier/base/language.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_fullness.h"
#include "widget/list_states.h"

static void
show_to_come(struct list *list, struct ui *ui, bool to_come)
{
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
    struct list *list = state;
    list_init(list, LISTING_MEETING_TO_COME);
    meeting_fullness_show(list);
    show_to_come(list, ui, true);
    return true;
}

static void
toggle_past(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct list *list = state;
    bool to_come = list->query.kind == LISTING_MEETING_TO_COME;
    int64_t id = list_selected(list);
    show_to_come(list, ui, !to_come);
    list_select(list, id);
    ui_say(ui, "%s",
           to_come ? _("All meetings, past ones too.") : _("Meetings to come."));
}

static const struct action actions[] = {
    MEETING_OPEN,
    MEETING_ADD(
        N_("Plans a meeting of a working group; zone, room and seats come from the "
           "group.")),
    MEETING_EDIT_ROW,
    MEETING_CLASHES_ROW,
    NOUN_LIST_REMOVE(
        "meeting.remove", MEETING, N_("Meeting"), NULL,
        N_("For a meeting planned by mistake, with nobody on its list.  One that "
           "will not take place: open it and cancel it.")),
    { .name = "meeting.past",
      .keys = "t",
      .menu = N_("View"),
      .label = N_("Past meetings too, or not"),
      .hint = N_("past"),
      .run = toggle_past },
    LIST_STATES("meeting.filter"),
    STATISTICS_OF_ALL("meeting_list.statistics", N_("View")),
    MEETING_IMPORT("i", N_("View")),
    MEETING_EXPORT_ALL(N_("View"), N_("export")),
    ACTION_END
};

const struct screen meeting_list_screen = {
    .name = "meeting_list",
    .title = N_("Meetings"),
    .size = sizeof(struct list),
    .open = meeting_list_open,
    .actions = actions,
    LIST_SCREEN,
};
