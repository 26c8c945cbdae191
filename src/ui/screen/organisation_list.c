/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_list.c - the organisations where people come from */
#include "atelier/base/language.h"
#include "noun/noun.h"
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
    screen->list.empty = _("No organisation yet.  Press n to add the first one.");
    return true;
}

static void
organisation_open(struct ui *ui, void *state)
{
    ui_open(ui, "organisation", list_selected(state));
}

static void
organisation_add(struct ui *ui, void *state)
{
    list_select(state, noun_add(ui, ENTITY_ORGANISATION, NULL, 0));
}

static void
organisation_edit(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_ORGANISATION, list_selected(state));
}

static void
organisation_remove(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_ORGANISATION, list_selected(state));
}

static const struct action actions[] = {
    { .name = "organisation.open",
      .keys = "Enter",
      .menu = N_("Organisation"),
      .label = N_("Open"),
      .hint = N_("open"),
      .blocked = list_is_empty,
      .run = organisation_open },
    { .name = "organisation.add",
      .keys = "n Ins",
      .menu = N_("Organisation"),
      .label = N_("Add an organisation"),
      .hint = N_("new"),
      .run = organisation_add },
    { .name = "organisation.edit",
      .keys = "e",
      .menu = N_("Organisation"),
      .label = N_("Change"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = organisation_edit },
    { .name = "organisation.remove",
      .keys = "d Del",
      .menu = N_("Organisation"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For an organisation that nobody belongs or belonged to."),
      .blocked = list_is_empty,
      .run = organisation_remove },
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
