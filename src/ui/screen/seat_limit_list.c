/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit_list.c - the quotas of a meeting, and what is taken and left of each */
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_page.h"
#include "noun/noun_list.h"

static bool
seat_limit_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return list_screen_open(state, LISTING_SEAT_LIMIT, id,
                            _("No quota yet.  Press %K{seat_limit.add} to say how many "
                              "seats a category or an "
                              "organisation may take, or to hold some for them."));
}

static const struct action actions[] = {
    NOUN_LIST_CHANGE("seat_limit.edit", "Enter e", SEAT_LIMIT, N_("Quota")),
    NOUN_LIST_ADD("seat_limit.add", SEAT_LIMIT, N_("Quota"), N_("Add a quota")),
    NOUN_LIST_REMOVE("seat_limit.remove", SEAT_LIMIT, N_("Quota"), N_("remove"),
                     N_("Nobody is taken off the list.")),
    MEETING_CONVENE(NULL),
    MEETING_EDIT_THIS("E", NULL),
    MEETING_STATE,
    MEETING_HISTORY,
    MEETING_FACTS,
    ACTION_END
};

const struct screen seat_limit_list_screen = {
    .name = "seat_limit_list",
    .about = &meeting_entity,
    .title = N_("Quotas"),
    .size = sizeof(struct meeting_page),
    .open = seat_limit_list_open,
    .actions = actions,
    MEETING_PAGE,
};
