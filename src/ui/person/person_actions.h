/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_actions.h - what an administrator can do with a person, for the list of people
 * and for a person's page
 */
#ifndef ATELIER_UI_PERSON_ACTIONS_H
#define ATELIER_UI_PERSON_ACTIONS_H

#include "person/person_erase.h"
#include "person/person_merge.h"

/* Of what changes a person, in the list and on the page. */
#define PERSON_EDIT_SOUGHT N_("edit, correct, e-mail, email, address, telephone, name")
#define PERSON_MERGE(NEEDS, RUN)                                                         \
    {                                                                                    \
        .name = "person.merge", .keys = "M", .menu = N_("Person"),                       \
        .label = N_("Merge with the same person"),                                       \
        .sought = N_("duplicate, double, twice"),                                        \
        .help = N_("Two rows that are one person, side by side: what belongs to both "   \
                   "belongs to the one who is kept."),                                   \
        .needs = (NEEDS), .permission = ACT_PERSON_MERGE_NEEDS, .guarded = true,         \
        .run = (RUN)                                                                     \
    }
#define PERSON_ERASE(NEEDS, RUN)                                                         \
    {                                                                                    \
        .name = "person.erase", .keys = "X", .menu = N_("Person"),                       \
        .label = N_("Erase for good"),                                                   \
        .help = N_("For somebody who wants to be forgotten: shows what it will touch, "  \
                   "and cannot be undone."),                                             \
        .needs = (NEEDS), .permission = ACT_PERSON_ERASE_NEEDS, .guarded = true,         \
        .run = (RUN)                                                                     \
    }

#endif
