/* SPDX-License-Identifier: GPL-3.0-or-later */
/* room_list.c - the rooms, and how many people they seat */
#include "atelier/base/language.h"
#include "noun/noun.h"
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
    screen->list.empty =
        _("No room yet.  Press n to add one; its venue can be created on the way.");
    return true;
}

static void
room_open(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_ROOM, list_selected(state));
}

static void
room_add(struct ui *ui, void *state)
{
    list_select(state, noun_add(ui, ENTITY_ROOM, NULL, 0));
}

static void
room_remove(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_ROOM, list_selected(state));
}

static void
open_venues(struct ui *ui, void *state)
{
    (void)state;
    ui_open(ui, "venue_list", 0);
}

static const struct action actions[] = {
    { .name = "room.open",
      .keys = "Enter e",
      .menu = N_("Room"),
      .label = N_("Change"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = room_open },
    { .name = "room.add",
      .keys = "n Ins",
      .menu = N_("Room"),
      .label = N_("Add a room"),
      .hint = N_("new"),
      .run = room_add },
    { .name = "room.remove",
      .keys = "d Del",
      .menu = N_("Room"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For a room that no meeting uses or used."),
      .blocked = list_is_empty,
      .run = room_remove },
    { .name = "venue.list",
      .keys = "v",
      .menu = N_("View"),
      .label = N_("Venues"),
      .hint = N_("venues"),
      .run = open_venues },
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
