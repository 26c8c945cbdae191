/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_list.c - the working groups */
#include "atelier/base/language.h"
#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"

struct group_list {
    struct list list; /* first: LIST_SCREEN works on it */
};

static bool
group_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)id;
    (void)err;
    struct group_list *screen = state;
    list_init(&screen->list, LISTING_WORKING_GROUP);
    screen->list.empty =
        _("No working group yet.  Press %K{group.add} to found the first one.");
    return true;
}

static const struct action actions[] = {
    { .name = "group.open",
      .keys = "Enter",
      .menu = N_("Group"),
      .label = N_("Open"),
      .hint = N_("open"),
      .needs = NEEDS_ROW,
      .argument = SCREEN_GROUP,
      .run = list_open_row },
    { .name = "group.add",
      .keys = "n Ins",
      .menu = N_("Group"),
      .label = N_("Found a working group"),
      .hint = N_("new"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_WORKING_GROUP,
      .run = noun_add_row },
    { .name = "group.edit",
      .keys = "e",
      .menu = N_("Group"),
      .label = N_("Change"),
      .hint = N_("change"),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_WORKING_GROUP,
      .run = noun_edit_row },
    { .name = "group.remove",
      .keys = "d Del",
      .menu = N_("Group"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For a group without meetings and members."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_WORKING_GROUP,
      .run = noun_remove_row },
    ACTION_END
};

const struct screen group_list_screen = {
    .name = "group_list",
    .title = N_("Groups"),
    .size = sizeof(struct group_list),
    .open = group_list_open,
    .actions = actions,
    LIST_SCREEN,
};
