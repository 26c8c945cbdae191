/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grant_list.c - the groups for which the role of a colleague counts, as a screen */
#include "atelier/base/language.h"
#include "atelier/domain/staff.h"
#include "noun/noun_list.h"

static bool
grant_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return list_screen_open(state, LISTING_GRANT, id,
                            _("The role counts for all groups.  Press %K{grant.add} to "
                              "let it count for single ones alone; the others are then "
                              "only read."));
}

static const struct action actions[] = {
    NOUN_LIST_ADD("grant.add", GRANT, N_("Group"), N_("Let the role count for a group")),
    NOUN_LIST_REMOVE("grant.remove", GRANT, N_("Group"), N_("remove"),
                     N_("The role does not count for the group any more; without any it "
                        "counts for all again.")),
    { .name = "colleague.edit",
      .keys = "E",
      .menu = N_("Staff"),
      .label = N_("Change the colleague"),
      .hint = N_("colleague"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_STAFF,
      .run = noun_edit_this },
    ACTION_END
};

const struct screen grant_list_screen = {
    .name = "grant_list",
    .about = &staff_entity,
    .title = N_("Rights for groups"),
    .size = sizeof(struct list),
    .open = grant_list_open,
    .actions = actions,
    LIST_SCREEN,
};
