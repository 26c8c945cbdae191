/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category_list.c - the kinds of organisations */
#include "atelier/base/language.h"
#include "noun/noun_list.h"

static const struct action actions[] = {
    NOUN_LIST_CHANGE("category.open", "Enter e", CATEGORY, N_("Category")),
    NOUN_LIST_ADD("category.add", CATEGORY, N_("Category"), N_("Add a category")),
    NOUN_LIST_REMOVE("category.remove", CATEGORY, N_("Category"), N_("remove"),
                     N_("For a category that no organisation has.")),
    ACTION_END
};

NOUN_LIST(category, CATEGORY, N_("Categories"),
          N_("No category yet.  Press %K{category.add} to add the first one."));
