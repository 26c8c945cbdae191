/* SPDX-License-Identifier: GPL-3.0-or-later */
/* venue_list.c - the buildings where meetings take place */
#include "atelier/base/language.h"
#include "noun/noun_list.h"

static const struct action actions[] = {
    NOUN_LIST_CHANGE("venue.open", "Enter e", VENUE, N_("Venue")),
    NOUN_LIST_ADD("venue.add", VENUE, N_("Venue"), N_("Add a venue")),
    NOUN_LIST_REMOVE("venue.remove", VENUE, N_("Venue"), N_("remove"),
                     N_("For a venue without rooms.")),
    ACTION_END
};

NOUN_LIST(venue, VENUE, N_("Venues"),
          N_("No venue yet.  Press %K{venue.add} to add the first one."));
