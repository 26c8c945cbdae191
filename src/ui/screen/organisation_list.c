/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_list.c - the organisations where people come from */
#include "atelier/base/language.h"
#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"

struct organisation_list {
    struct list list; /* first: LIST_SCREEN works on it */
};

static bool
organisation_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)id;
    (void)err;
    struct organisation_list *screen = state;
    list_init(&screen->list, LISTING_ORGANISATION);
    screen->list.empty =
        _("No organisation yet.  Press %K{organisation.add} to add the first one.");
    return true;
}

static const struct action actions[] = {
    { .name = "organisation.open",
      .keys = "Enter",
      .menu = N_("Organisation"),
      .label = N_("Open"),
      .hint = N_("open"),
      .needs = NEEDS_ROW,
      .argument = SCREEN_ORGANISATION,
      .run = list_open_row },
    { .name = "organisation.add",
      .keys = "n Ins",
      .menu = N_("Organisation"),
      .label = N_("Add an organisation"),
      .hint = N_("new"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_ORGANISATION,
      .run = noun_add_row },
    { .name = "organisation.edit",
      .keys = "e",
      .menu = N_("Organisation"),
      .label = N_("Change"),
      .hint = N_("change"),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_ORGANISATION,
      .run = noun_edit_row },
    { .name = "organisation.remove",
      .keys = "d Del",
      .menu = N_("Organisation"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For an organisation that nobody belongs or belonged to."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_ORGANISATION,
      .run = noun_remove_row },
    ACTION_END
};

const struct screen organisation_list_screen = {
    .name = "organisation_list",
    .title = N_("Organisations"),
    .size = sizeof(struct organisation_list),
    .open = organisation_list_open,
    .actions = actions,
    LIST_SCREEN,
};
