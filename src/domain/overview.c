/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overview.c - what the page of a group, a person, an organisation says besides its
 * fields */
#include "atelier/domain/overview.h"

#include <stdlib.h>

static void
clear_meeting(struct overview_meeting *meeting)
{
    free(meeting->title);
    free(meeting->zone);
}

void
group_overview_clear(struct group_overview *overview)
{
    free(overview->chairs);
    clear_meeting(&overview->next);
    clear_meeting(&overview->last);
    for (size_t i = 0; i < overview->count; i++)
        free(overview->shares[i].name);
    free(overview->shares);
    *overview = (struct group_overview){ 0 };
}

void
person_overview_clear(struct person_overview *overview)
{
    for (size_t i = 0; i < overview->count; i++)
        free(overview->groups[i].code);
    free(overview->groups);
    *overview = (struct person_overview){ 0 };
}
