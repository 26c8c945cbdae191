/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_hook.c - a mark of presence is added or annulled, never typed (rule 6) */
#include "atelier/base/language.h"
#include "noun/noun_hook.h"

extern const struct noun_hook presence_hook;
const struct noun_hook presence_hook = {
    .refusal = N_("A mark of presence is not typed or changed: mark the person, or "
                  "annul the mark."),
};
