/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affiliation_list.c - the posts that a person holds and held */
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "noun/noun.h"
#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"

struct affiliation_list {
    struct list list; /* first: LIST_SCREEN works on it */
    int64_t person;
};

static bool
affiliation_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct affiliation_list *screen = state;
    screen->person = id;
    list_init(&screen->list, LISTING_AFFILIATION);
    screen->list.query.scope = id;
    screen->list.query.history = true;
    screen->list.empty =
        _("No post yet.  Press %K{affiliation.add} to say what they do, and where.");
    return true;
}

static void
affiliation_list_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    present_title(ui_atelier(ui), ENTITY_PERSON,
                  ((struct affiliation_list *)state)->person, buffer);
    buffer_addf(buffer, " · %s", _("Posts"));
}

static void
add_post(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct affiliation_list *screen = state;
    list_select(&screen->list,
                noun_add(ui, ENTITY_AFFILIATION, "person", screen->person));
}

static const struct action actions[] = {
    { .name = "affiliation.edit",
      .keys = "Enter e",
      .menu = N_("Post"),
      .label = N_("Change, or end it with a last day"),
      .hint = N_("change"),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_AFFILIATION,
      .run = noun_edit_row },
    { .name = "affiliation.add",
      .keys = "n Ins",
      .menu = N_("Post"),
      .label = N_("Add a post"),
      .hint = N_("new"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_AFFILIATION,
      .run = add_post },
    { .name = "affiliation.organisation",
      .keys = "o",
      .menu = N_("Post"),
      .label = N_("Open the organisation"),
      .hint = N_("organisation"),
      .needs = NEEDS_ROW,
      .argument = ENTITY_ORGANISATION,
      .run = list_open_reference },
    { .name = "affiliation.remove",
      .keys = "d Del",
      .menu = N_("Post"),
      .label = N_("Remove"),
      .help = N_("For a post typed by mistake; one that ended gets a last day."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_AFFILIATION,
      .run = noun_remove_row },
    ACTION_END
};

const struct screen affiliation_list_screen = {
    .name = "affiliation_list",
    .title = N_("Posts"),
    .size = sizeof(struct affiliation_list),
    .open = affiliation_list_open,
    .add_title = affiliation_list_add_title,
    .actions = actions,
    LIST_SCREEN,
};
