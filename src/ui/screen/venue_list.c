/* SPDX-License-Identifier: GPL-3.0-or-later */
/* venue_list.c - the buildings where meetings take place */
#include "atelier/base/language.h"
#include "noun/noun.h"
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
    screen->list.empty = _("No venue yet.  Press n to add the first one.");
    return true;
}

static void
venue_open(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_VENUE, list_selected(state));
}

static void
venue_add(struct ui *ui, void *state)
{
    list_select(state, noun_add(ui, ENTITY_VENUE, NULL, 0));
}

static void
venue_remove(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_VENUE, list_selected(state));
}

static const struct action actions[] = { { .name = "venue.open",
                                           .keys = "Enter e",
                                           .menu = N_("Venue"),
                                           .label = N_("Change"),
                                           .hint = N_("change"),
                                           .blocked = list_is_empty,
                                           .run = venue_open },
                                         { .name = "venue.add",
                                           .keys = "n Ins",
                                           .menu = N_("Venue"),
                                           .label = N_("Add a venue"),
                                           .hint = N_("new"),
                                           .run = venue_add },
                                         { .name = "venue.remove",
                                           .keys = "d Del",
                                           .menu = N_("Venue"),
                                           .label = N_("Remove"),
                                           .hint = N_("remove"),
                                           .help = N_("For a venue without rooms."),
                                           .blocked = list_is_empty,
                                           .run = venue_remove },
                                         ACTION_END };

const struct screen venue_list_screen = {
    .name = "venue_list",
    .title = N_("Venues"),
    .size = sizeof(struct venue_list),
    .open = venue_list_open,
    .actions = actions,
    LIST_SCREEN,
};
