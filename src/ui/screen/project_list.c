/* SPDX-License-Identifier: GPL-3.0-or-later */
/* project_list.c - the projects that meetings are shown, with holder and territory */
#include "atelier/base/language.h"
#include "noun/noun_list.h"

static const struct action actions[] = {
    NOUN_LIST_CHANGE("project.open", "Enter e", PROJECT, N_("Project")),
    NOUN_LIST_ADD("project.add", PROJECT, N_("Project"), N_("Add a project")),
    NOUN_LIST_REMOVE("project.remove", PROJECT, N_("Project"), N_("remove"),
                     N_("For a project that no meeting was shown.")),
    ACTION_END
};

NOUN_LIST(project, PROJECT, N_("Projects"),
          N_("No project yet.  Press %K{project.add} to note one that a meeting will be "
             "shown."));
