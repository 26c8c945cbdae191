/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affiliation_list.c - the posts that a person holds and held */
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "noun/noun.h"
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
    screen->list.empty = _("No post yet.  Press n to say what they do, and where.");
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
edit_post(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_AFFILIATION, list_selected(state));
}

static void
add_post(struct ui *ui, void *state)
{
    struct affiliation_list *screen = state;
    list_select(&screen->list,
                noun_add(ui, ENTITY_AFFILIATION, "person", screen->person));
}

static void
remove_post(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_AFFILIATION, list_selected(state));
}

static void
open_organisation(struct ui *ui, void *state)
{
    ui_open(ui, "organisation", list_cell_number(state, "organisation"));
}

static const struct action actions[] = {
    { .name = "affiliation.edit",
      .keys = "Enter e",
      .menu = N_("Post"),
      .label = N_("Change, or end it with a last day"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = edit_post },
    { .name = "affiliation.add",
      .keys = "n Ins",
      .menu = N_("Post"),
      .label = N_("Add a post"),
      .hint = N_("new"),
      .run = add_post },
    { .name = "affiliation.organisation",
      .keys = "o",
      .menu = N_("Post"),
      .label = N_("Open the organisation"),
      .hint = N_("organisation"),
      .blocked = list_is_empty,
      .run = open_organisation },
    { .name = "affiliation.remove",
      .keys = "d Del",
      .menu = N_("Post"),
      .label = N_("Remove"),
      .help = N_("For a post typed by mistake; one that ended gets a last day."),
      .blocked = list_is_empty,
      .run = remove_post },
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
