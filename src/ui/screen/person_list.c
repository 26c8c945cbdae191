/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_list.c - everybody the office knows */
#include "atelier/base/language.h"
#include "noun/noun.h"
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
    screen->list.empty =
        _("Nobody is known yet.  Press n to add somebody, i to import a spreadsheet.");
    return true;
}

static void
person_open(struct ui *ui, void *state)
{
    ui_open(ui, "person", list_selected(state));
}

static void
person_add(struct ui *ui, void *state)
{
    list_select(state, noun_add(ui, ENTITY_PERSON, NULL, 0));
}

static void
person_edit(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_PERSON, list_selected(state));
}

static void
person_remove(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_PERSON, list_selected(state));
}

static void
open_organisations(struct ui *ui, void *state)
{
    (void)state;
    ui_open(ui, "organisation_list", 0);
}

static void
open_import(struct ui *ui, void *state)
{
    (void)state;
    ui_open(ui, "import_people", 0);
}

static const struct action actions[] = {
    { .name = "person.open",
      .keys = "Enter",
      .menu = N_("Person"),
      .label = N_("Open"),
      .hint = N_("open"),
      .blocked = list_is_empty,
      .run = person_open },
    { .name = "person.add",
      .keys = "n Ins",
      .menu = N_("Person"),
      .label = N_("Add a person"),
      .hint = N_("new"),
      .run = person_add },
    { .name = "person.edit",
      .keys = "e",
      .menu = N_("Person"),
      .label = N_("Change"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = person_edit },
    { .name = "person.remove",
      .keys = "d Del",
      .menu = N_("Person"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For somebody added by mistake, who is on no list."),
      .blocked = list_is_empty,
      .run = person_remove },
    { .name = "organisation.list",
      .keys = "o",
      .menu = N_("View"),
      .label = N_("Organisations"),
      .hint = N_("organisations"),
      .run = open_organisations },
    { .name = "person.import",
      .keys = "i",
      .menu = N_("View"),
      .label = N_("Import a spreadsheet"),
      .hint = N_("import"),
      .run = open_import },
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
