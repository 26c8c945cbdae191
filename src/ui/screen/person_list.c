/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_list.c - everybody the office knows */
#include "atelier/base/language.h"
#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"

struct person_list {
    struct list list; /* first: LIST_SCREEN works on it */
};

static bool
person_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)id;
    (void)err;
    struct person_list *screen = state;
    list_init(&screen->list, LISTING_PERSON);
    screen->list.empty = _("Nobody is known yet.  Press %K{person.add} to add somebody, "
                           "%K{person.import} to import a spreadsheet.");
    return true;
}

static const struct action actions[] = {
    { .name = "person.open",
      .keys = "Enter",
      .menu = N_("Person"),
      .label = N_("Open"),
      .hint = N_("open"),
      .needs = NEEDS_ROW,
      .argument = SCREEN_PERSON,
      .run = list_open_row },
    { .name = "person.add",
      .keys = "n Ins",
      .menu = N_("Person"),
      .label = N_("Add a person"),
      .hint = N_("new"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_PERSON,
      .run = noun_add_row },
    { .name = "person.edit",
      .keys = "e",
      .menu = N_("Person"),
      .label = N_("Change"),
      .hint = N_("change"),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_PERSON,
      .run = noun_edit_row },
    { .name = "person.remove",
      .keys = "d Del",
      .menu = N_("Person"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For somebody added by mistake, who is on no list."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_PERSON,
      .run = noun_remove_row },
    { .name = "organisation.list",
      .keys = "o",
      .menu = N_("View"),
      .label = N_("Organisations"),
      .hint = N_("organisations"),
      .argument = SCREEN_ORGANISATION_LIST,
      .run = ui_open_same },
    { .name = "person.import",
      .keys = "i",
      .menu = N_("View"),
      .label = N_("Import a spreadsheet"),
      .hint = N_("import"),
      .needs = NEEDS_FILES,
      .permission = MAY_IMPORT,
      .argument = SCREEN_IMPORT_PEOPLE,
      .run = ui_open_same },
    ACTION_END
};

const struct screen person_list_screen = {
    .name = "person_list",
    .title = N_("People"),
    .size = sizeof(struct person_list),
    .open = person_list_open,
    .actions = actions,
    LIST_SCREEN,
};
