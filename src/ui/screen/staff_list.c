/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_list.c - who may use the program, and as what */
#include "atelier/base/language.h"
#include "noun/noun.h"
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
    screen->list.empty = _("Nobody is staff yet.  Press n to let a login in.");
    return true;
}

static void
staff_open(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_STAFF, list_selected(state));
}

static void
staff_add(struct ui *ui, void *state)
{
    list_select(state, noun_add(ui, ENTITY_STAFF, NULL, 0));
}

static void
staff_remove(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_STAFF, list_selected(state));
}

static const struct action actions[] = {
    { .name = "staff.open",
      .keys = "Enter e",
      .menu = N_("Staff"),
      .label = N_("Change"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = staff_open },
    { .name = "staff.add",
      .keys = "n Ins",
      .menu = N_("Staff"),
      .label = N_("Let a login in"),
      .hint = N_("new"),
      .run = staff_add },
    { .name = "staff.remove",
      .keys = "d Del",
      .menu = N_("Staff"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("The login may then no more than unknown logins may."),
      .blocked = list_is_empty,
      .run = staff_remove },
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
