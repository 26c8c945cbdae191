/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_meeting_list.c - the meetings of one working group, past and to come */
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_fill.h"
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
        _("The group has not met yet.  Press %K{meeting.add} to plan its first meeting.");
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
add_meeting(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct group_meeting_list *screen = state;
    list_select(&screen->list, meeting_dialog_plan(ui, screen->group));
}

static const struct action actions[] = { MEETING_OPEN,
                                         { .name = "meeting.add",
                                           .keys = "n Ins",
                                           .menu = N_("Meeting"),
                                           .label = N_("Plan a meeting"),
                                           .hint = N_("plan"),
                                           .needs = NEEDS_WRITING,
                                           .argument = ENTITY_MEETING,
                                           .run = add_meeting },
                                         MEETING_OPEN_LIST,
                                         MEETING_EDIT_ROW,
                                         MEETING_EXPORT_GROUP,
                                         ACTION_END };

const struct screen group_meeting_list_screen = {
    .name = "group_meeting_list",
    .about = &working_group_entity,
    .title = N_("Meetings"),
    .size = sizeof(struct group_meeting_list),
    .open = group_meeting_list_open,
    .add_title = group_meeting_list_add_title,
    .actions = actions,
    LIST_SCREEN,
};
