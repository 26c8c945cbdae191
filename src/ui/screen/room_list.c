/* SPDX-License-Identifier: GPL-3.0-or-later */
/* room_list.c - the rooms, and how many people they seat */
#include "atelier/base/language.h"
#include "noun/noun_list.h"

static const struct action actions[] = {
    NOUN_LIST_CHANGE("room.open", "Enter e", ROOM, N_("Room")),
    NOUN_LIST_ADD("room.add", ROOM, N_("Room"), N_("Add a room")),
    NOUN_LIST_REMOVE("room.remove", ROOM, N_("Room"), N_("remove"),
                     N_("For a room that no meeting uses or used.")),
    { .name = "venue.list",
      .keys = "V",
      .menu = N_("View"),
      .label = N_("Venues"),
      .hint = N_("venues"),
      .argument = SCREEN_VENUE_LIST,
      .run = ui_open_same },
    ACTION_END
};

NOUN_LIST(room, ROOM, N_("Rooms"),
          N_("No room yet.  Press %K{room.add} to add one; its venue can be created on "
             "the way."));
