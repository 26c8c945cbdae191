/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_list.c - the quorums of a group as a screen */
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "noun/noun_list.h"

static bool
quorum_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return list_screen_open(state, LISTING_QUORUM, id,
                            _("No quorum yet.  Press %K{quorum.add} to say how many "
                              "people of a category, or of everybody, a meeting of the "
                              "group asks for."));
}

static const struct action actions[] = {
    NOUN_LIST_CHANGE("quorum.edit", "Enter e", QUORUM, N_("Quorum")),
    NOUN_LIST_ADD("quorum.add", QUORUM, N_("Quorum"), N_("Add a quorum")),
    NOUN_LIST_REMOVE("quorum.remove", QUORUM, N_("Quorum"), N_("remove"),
                     N_("Meetings of the group are not measured by it any more.")),
    ACTION_END
};

const struct screen quorum_list_screen = {
    .name = "quorum_list",
    .about = &working_group_entity,
    .title = N_("Quorums"),
    .size = sizeof(struct list),
    .open = quorum_list_open,
    .actions = actions,
    LIST_SCREEN,
};
