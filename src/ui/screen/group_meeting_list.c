/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_meeting_list.c - the meetings of one working group, past and to come */
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_fullness.h"
#include "screen.h"
#include "widget/list.h"
#include "widget/list_states.h"

static bool
group_meeting_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    list_screen_open(state, LISTING_GROUP_MEETING, id,
                     _("The group has not met yet.  Press %K{meeting.add} to plan its "
                       "first meeting, %K{meeting.import} to import a calendar."));
    meeting_fullness_show(state);
    return true;
}

static const struct action actions[] = { MEETING_OPEN,
                                         MEETING_ADD(NULL),
                                         MEETING_EDIT_ROW,
                                         MEETING_CLASHES_ROW,
                                         LIST_STATES("meeting.filter"),
                                         MEETING_IMPORT("i", N_("Group")),
                                         MEETING_EXPORT_GROUP,
                                         ACTION_END };

const struct screen group_meeting_list_screen = {
    .name = "group_meeting_list",
    .about = &working_group_entity,
    .title = N_("Meetings"),
    .size = sizeof(struct list),
    .open = group_meeting_list_open,
    .actions = actions,
    LIST_SCREEN,
};
