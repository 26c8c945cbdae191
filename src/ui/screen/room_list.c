/* SPDX-License-Identifier: GPL-3.0-or-later */
/* room_list.c - the rooms, and how many people they seat */
#include "atelier/base/language.h"
#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"

struct room_list {
    struct list list; /* first: LIST_SCREEN works on it */
};

static bool
room_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)id;
    (void)err;
    struct room_list *screen = state;
    list_init(&screen->list, LISTING_ROOM);
    screen->list.empty = _("No room yet.  Press %K{room.add} to add one; its venue can "
                           "be created on the way.");
    return true;
}

static const struct action actions[] = {
    { .name = "room.open",
      .keys = "Enter e",
      .menu = N_("Room"),
      .label = N_("Change"),
      .hint = N_("change"),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_ROOM,
      .run = noun_edit_row },
    { .name = "room.add",
      .keys = "n Ins",
      .menu = N_("Room"),
      .label = N_("Add a room"),
      .hint = N_("new"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_ROOM,
      .run = noun_add_row },
    { .name = "room.remove",
      .keys = "d Del",
      .menu = N_("Room"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For a room that no meeting uses or used."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_ROOM,
      .run = noun_remove_row },
    { .name = "venue.list",
      .keys = "v",
      .menu = N_("View"),
      .label = N_("Venues"),
      .hint = N_("venues"),
      .argument = SCREEN_VENUE_LIST,
      .run = ui_open_same },
    ACTION_END
};

const struct screen room_list_screen = {
    .name = "room_list",
    .title = N_("Rooms"),
    .size = sizeof(struct room_list),
    .open = room_list_open,
    .actions = actions,
    LIST_SCREEN,
};
