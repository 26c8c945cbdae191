/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category_list.c - the kinds of organisations */
#include "atelier/base/language.h"
#include "noun/noun.h"
#include "screen.h"
#include "widget/list.h"

struct category_list {
    struct list list; /* first: LIST_SCREEN works on it */
};

static bool
category_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)id;
    (void)err;
    struct category_list *screen = state;
    list_init(&screen->list, LISTING_CATEGORY);
    screen->list.empty = _("No category yet.  Press n to add the first one.");
    return true;
}

static void
category_open(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_CATEGORY, list_selected(state));
}

static void
category_add(struct ui *ui, void *state)
{
    list_select(state, noun_add(ui, ENTITY_CATEGORY, NULL, 0));
}

static void
category_remove(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_CATEGORY, list_selected(state));
}

static const struct action actions[] = {
    { .name = "category.open",
      .keys = "Enter e",
      .menu = N_("Category"),
      .label = N_("Change"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = category_open },
    { .name = "category.add",
      .keys = "n Ins",
      .menu = N_("Category"),
      .label = N_("Add a category"),
      .hint = N_("new"),
      .run = category_add },
    { .name = "category.remove",
      .keys = "d Del",
      .menu = N_("Category"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For a category that no organisation has."),
      .blocked = list_is_empty,
      .run = category_remove },
    ACTION_END
};

const struct screen category_list_screen = {
    .name = "category_list",
    .title = N_("Categories"),
    .size = sizeof(struct category_list),
    .open = category_list_open,
    .actions = actions,
    LIST_SCREEN,
};
