/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_list.c - who may use the program, and as what */
#include "atelier/base/language.h"
#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"

struct staff_list {
    struct list list; /* first: LIST_SCREEN works on it */
};

static bool
staff_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)id;
    (void)err;
    struct staff_list *screen = state;
    list_init(&screen->list, LISTING_STAFF);
    screen->list.empty =
        _("Nobody is staff yet.  Press %K{staff.add} to let a login in.");
    return true;
}

static const struct action actions[] = {
    { .name = "staff.open",
      .keys = "Enter e",
      .menu = N_("Staff"),
      .label = N_("Change"),
      .hint = N_("change"),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_STAFF,
      .run = noun_edit_row },
    { .name = "staff.add",
      .keys = "n Ins",
      .menu = N_("Staff"),
      .label = N_("Let a login in"),
      .hint = N_("new"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_STAFF,
      .run = noun_add_row },
    { .name = "staff.remove",
      .keys = "d Del",
      .menu = N_("Staff"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("The login may then no more than unknown logins may."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_STAFF,
      .run = noun_remove_row },
    ACTION_END
};

const struct screen staff_list_screen = {
    .name = "staff_list",
    .title = N_("Staff"),
    .size = sizeof(struct staff_list),
    .open = staff_list_open,
    .actions = actions,
    LIST_SCREEN,
};
