/* SPDX-License-Identifier: GPL-3.0-or-later */
/* speaker_list.c - who speaks in a workshop besides its leader */
#include "atelier/base/language.h"
#include "atelier/domain/workshop.h"
#include "noun/noun_list.h"

static bool
speaker_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return list_screen_open(state, LISTING_SPEAKER, id,
                            _("Nobody speaks here yet besides the leader.  Press "
                              "%K{speaker.add} to add the first one."));
}

static const struct action actions[] = {
    NOUN_LIST_CHANGE("speaker.edit", "Enter e", SPEAKER, N_("Speaker")),
    NOUN_LIST_ADD("speaker.add", SPEAKER, N_("Speaker"), N_("Add a speaker")),
    NOUN_LIST_REMOVE("speaker.remove", SPEAKER, N_("Speaker"), N_("remove"),
                     N_("The person stays on the list of the meeting.")),
    ACTION_END
};

const struct screen speaker_list_screen = {
    .name = "speaker_list",
    .about = &workshop_entity,
    .title = N_("Speakers"),
    .size = sizeof(struct list),
    .open = speaker_list_open,
    .actions = actions,
    LIST_SCREEN,
};
