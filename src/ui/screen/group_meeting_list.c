/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_meeting_list.c - the meetings of one working group, past and to come */
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "meeting/meeting_dialog.h"
#include "meeting/meeting_fill.h"
#include "noun/noun.h"
#include "screen.h"
#include "widget/list.h"

struct group_meeting_list {
    struct list list; /* first: LIST_SCREEN works on it */
    int64_t group;
};

static bool
group_meeting_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct group_meeting_list *screen = state;
    screen->group = id;
    list_init(&screen->list, LISTING_GROUP_MEETING);
    meeting_fill_show(&screen->list);
    screen->list.query.scope = id;
    screen->list.empty =
        _("The group has not met yet.  Press n to plan its first meeting.");
    return true;
}

static void
group_meeting_list_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    present_title(ui_atelier(ui), ENTITY_WORKING_GROUP,
                  ((struct group_meeting_list *)state)->group, buffer);
    buffer_addf(buffer, " · %s", _("Meetings"));
}

static void
open_meeting(struct ui *ui, void *state)
{
    ui_open(ui, "meeting", list_selected(state));
}

static void
add_meeting(struct ui *ui, void *state)
{
    struct group_meeting_list *screen = state;
    int64_t id = noun_add(ui, ENTITY_MEETING, "group", screen->group);
    list_select(&screen->list, id);
    if (id)
        ui_open(ui, "meeting", id);
}

static void
open_registrations(struct ui *ui, void *state)
{
    ui_open(ui, "registration_list", list_selected(state));
}

static void
edit_meeting(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_MEETING, list_selected(state));
}

static void
export_group(struct ui *ui, void *state)
{
    const struct row_ref scope = { ENTITY_WORKING_GROUP,
                                   ((struct group_meeting_list *)state)->group };
    meeting_dialog_export(ui, scope);
}

static const struct action actions[] = { { .name = "meeting.open",
                                           .keys = "Enter",
                                           .menu = N_("Meeting"),
                                           .label = N_("Open"),
                                           .hint = N_("open"),
                                           .blocked = list_is_empty,
                                           .run = open_meeting },
                                         { .name = "meeting.add",
                                           .keys = "n Ins",
                                           .menu = N_("Meeting"),
                                           .label = N_("Plan a meeting"),
                                           .hint = N_("plan"),
                                           .run = add_meeting },
                                         { .name = "meeting.list",
                                           .keys = "r",
                                           .menu = N_("Meeting"),
                                           .label = N_("Registrations"),
                                           .hint = N_("list"),
                                           .blocked = list_is_empty,
                                           .run = open_registrations },
                                         { .name = "meeting.edit",
                                           .keys = "e",
                                           .menu = N_("Meeting"),
                                           .label = N_("Change or move"),
                                           .hint = N_("change"),
                                           .blocked = list_is_empty,
                                           .run = edit_meeting },
                                         { .name = "group.export",
                                           .keys = "x",
                                           .menu = N_("View"),
                                           .label = N_("Export the group's calendar"),
                                           .hint = N_("export"),
                                           .run = export_group },
                                         ACTION_END };

const struct screen group_meeting_list_screen = {
    .name = "group_meeting_list",
    .title = N_("Meetings"),
    .size = sizeof(struct group_meeting_list),
    .open = group_meeting_list_open,
    .add_title = group_meeting_list_add_title,
    .actions = actions,
    LIST_SCREEN,
};
