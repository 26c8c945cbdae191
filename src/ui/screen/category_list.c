/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category_list.c - the kinds of organisations */
#include "atelier/base/language.h"
#include "noun/noun_actions.h"
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
    screen->list.empty =
        _("No category yet.  Press %K{category.add} to add the first one.");
    return true;
}

static const struct action actions[] = {
    { .name = "category.open",
      .keys = "Enter e",
      .menu = N_("Category"),
      .label = N_("Change"),
      .hint = N_("change"),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_CATEGORY,
      .run = noun_edit_row },
    { .name = "category.add",
      .keys = "n Ins",
      .menu = N_("Category"),
      .label = N_("Add a category"),
      .hint = N_("new"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_CATEGORY,
      .run = noun_add_row },
    { .name = "category.remove",
      .keys = "d Del",
      .menu = N_("Category"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For a category that no organisation has."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_CATEGORY,
      .run = noun_remove_row },
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
