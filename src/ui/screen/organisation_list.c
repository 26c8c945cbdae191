/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_list.c - the organisations where people come from */
#include "atelier/base/language.h"
#include "noun/noun_list.h"

static const struct action actions[] = {
    NOUN_LIST_OPEN("organisation.open", ORGANISATION, N_("Organisation")),
    NOUN_LIST_ADD("organisation.add", ORGANISATION, N_("Organisation"),
                  N_("Add an organisation")),
    NOUN_LIST_CHANGE("organisation.edit", "e", ORGANISATION, N_("Organisation")),
    NOUN_LIST_REMOVE("organisation.remove", ORGANISATION, N_("Organisation"),
                     N_("remove"),
                     N_("For an organisation that nobody belongs or belonged to.")),
    ACTION_END
};

NOUN_LIST(organisation, ORGANISATION, N_("Organisations"),
          N_("No organisation yet.  Press %K{organisation.add} to add the first one."));
