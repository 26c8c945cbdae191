/* SPDX-License-Identifier: GPL-3.0-or-later */
/* venue_list.c - the buildings where meetings take place */
#include "atelier/base/language.h"
#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"

struct venue_list {
    struct list list; /* first: LIST_SCREEN works on it */
};

static bool
venue_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)id;
    (void)err;
    struct venue_list *screen = state;
    list_init(&screen->list, LISTING_VENUE);
    screen->list.empty = _("No venue yet.  Press %K{venue.add} to add the first one.");
    return true;
}

static const struct action actions[] = { { .name = "venue.open",
                                           .keys = "Enter e",
                                           .menu = N_("Venue"),
                                           .label = N_("Change"),
                                           .hint = N_("change"),
                                           .needs = NEEDS_ROW | NEEDS_WRITING,
                                           .argument = ENTITY_VENUE,
                                           .run = noun_edit_row },
                                         { .name = "venue.add",
                                           .keys = "n Ins",
                                           .menu = N_("Venue"),
                                           .label = N_("Add a venue"),
                                           .hint = N_("new"),
                                           .needs = NEEDS_WRITING,
                                           .argument = ENTITY_VENUE,
                                           .run = noun_add_row },
                                         { .name = "venue.remove",
                                           .keys = "d Del",
                                           .menu = N_("Venue"),
                                           .label = N_("Remove"),
                                           .hint = N_("remove"),
                                           .help = N_("For a venue without rooms."),
                                           .needs = NEEDS_ROW | NEEDS_WRITING,
                                           .argument = ENTITY_VENUE,
                                           .run = noun_remove_row },
                                         ACTION_END };

const struct screen venue_list_screen = {
    .name = "venue_list",
    .title = N_("Venues"),
    .size = sizeof(struct venue_list),
    .open = venue_list_open,
    .actions = actions,
    LIST_SCREEN,
};
