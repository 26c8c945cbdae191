/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_follow.c - what follows from the writing of a row: the journal, counts, zones,
 * days, words */
#include "table/row_follow.h"

#include "journal/journal_capture.h"
#include "search/search_due.h"
#include "table/head_count.h"
#include "table/meeting_day_due.h"
#include "table/merged_person.h"
#include "table/overbooked.h"
#include "table/presence_count.h"
#include "table/registration_gone.h"
#include "table/workshop_left.h"
#include "table/zone_rule_follow.h"

bool
row_follow(struct database *db, const struct entity *entity, const void *before,
           const void *after, struct error *err)
{
    meeting_day_due_follow(db, entity, before, after);
    return journal_capture_row(db, entity, before, after, err) &&
           merged_person_follow(db, entity, before, after, err) &&
           (entity->kind != ENTITY_REGISTRATION ||
            (registration_gone_follow(db, before, after, err) &&
             head_count_follow(db, before, after, err) &&
             overbooked_follow(db, before, after, err))) &&
           presence_count_follow(db, entity, before, after, err) &&
           (entity->kind != ENTITY_MEETING ||
            (zone_rule_follow(db, before, after, err) &&
             overbooked_follow_meeting(db, before, after, err))) &&
           (entity->kind != ENTITY_WORKSHOP_CHOICE ||
            workshop_left_follow(db, before, after, err)) &&
           search_due_follow(db, entity, before, after, err);
}
