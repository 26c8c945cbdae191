/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_list.c - the working groups */
#include "atelier/base/language.h"
#include "meeting/meeting_actions.h"
#include "noun/noun_list.h"

static const struct action actions[] = {
    NOUN_LIST_OPEN("group.open", GROUP, N_("Group")),
    NOUN_LIST_ADD("group.add", WORKING_GROUP, N_("Group"), N_("Found a working group")),
    NOUN_LIST_CHANGE("group.edit", "e", WORKING_GROUP, N_("Group")),
    NOUN_LIST_REMOVE("group.remove", WORKING_GROUP, N_("Group"), N_("remove"),
                     N_("For a group without meetings, members and quorums.")),
    STATISTICS_OF_ALL("group_list.statistics", N_("Group")),
    MEETING_EXPORT_GROUP_OF_ROW,
    ACTION_END
};

NOUN_LIST(group, WORKING_GROUP, N_("Groups"),
          N_("No working group yet.  Press %K{group.add} to found the first one."));
