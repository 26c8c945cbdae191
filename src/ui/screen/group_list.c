/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_list.c - the working groups */
#include "atelier/base/language.h"
#include "noun/noun.h"
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
    screen->list.empty = _("No working group yet.  Press n to found the first one.");
    return true;
}

static void
group_open(struct ui *ui, void *state)
{
    ui_open(ui, "group", list_selected(state));
}

static void
group_add(struct ui *ui, void *state)
{
    list_select(state, noun_add(ui, ENTITY_WORKING_GROUP, NULL, 0));
}

static void
group_edit(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_WORKING_GROUP, list_selected(state));
}

static void
group_remove(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_WORKING_GROUP, list_selected(state));
}

static const struct action actions[] = {
    { .name = "group.open",
      .keys = "Enter",
      .menu = N_("Group"),
      .label = N_("Open"),
      .hint = N_("open"),
      .blocked = list_is_empty,
      .run = group_open },
    { .name = "group.add",
      .keys = "n Ins",
      .menu = N_("Group"),
      .label = N_("Found a working group"),
      .hint = N_("new"),
      .run = group_add },
    { .name = "group.edit",
      .keys = "e",
      .menu = N_("Group"),
      .label = N_("Change"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = group_edit },
    { .name = "group.remove",
      .keys = "d Del",
      .menu = N_("Group"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For a group without meetings and members."),
      .blocked = list_is_empty,
      .run = group_remove },
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
