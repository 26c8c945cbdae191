/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affiliation_list.c - the posts that a person holds and held */
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "noun/noun_list.h"

static bool
affiliation_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct list *list = state;
    list_screen_open(
        list, LISTING_AFFILIATION, id,
        _("No post yet.  Press %K{affiliation.add} to say what they do, and where."));
    list->query.history = true;
    return true;
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
    NOUN_LIST_ADD("affiliation.add", AFFILIATION, N_("Post"), N_("Add a post")),
    { .name = "affiliation.organisation",
      .keys = "O",
      .menu = N_("Post"),
      .label = N_("Open the organisation"),
      .hint = N_("organisation"),
      .needs = NEEDS_ROW,
      .argument = ENTITY_ORGANISATION,
      .run = list_open_reference },
    NOUN_LIST_REMOVE("affiliation.remove", AFFILIATION, N_("Post"), NULL,
                     N_("For a post typed by mistake; one that ended gets a last day.")),
    ACTION_END
};

const struct screen affiliation_list_screen = {
    .name = "affiliation_list",
    .about = &person_entity,
    .title = N_("Posts"),
    .size = sizeof(struct list),
    .open = affiliation_list_open,
    .actions = actions,
    LIST_SCREEN,
};
