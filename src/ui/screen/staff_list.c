/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_list.c - who may use the program, and as what */
#include "atelier/base/language.h"
#include "noun/noun_list.h"

static const struct action actions[] = {
    NOUN_LIST_OPEN("staff.open", GRANT_LIST, N_("Staff")),
    NOUN_LIST_CHANGE("staff.edit", "e", STAFF, N_("Staff")),
    NOUN_LIST_ADD("staff.add", STAFF, N_("Staff"), N_("Let a login in")),
    NOUN_LIST_REMOVE("staff.remove", STAFF, N_("Staff"), N_("remove"),
                     N_("The login may then no more than unknown logins may.")),
    ACTION_END
};

NOUN_LIST(staff, STAFF, N_("Staff"),
          N_("Nobody is staff yet.  Press %K{staff.add} to let a login in."));
