/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_right.c - at which meetings somebody stands who may read nothing else (rule 13) */
#include "session/day_right.h"

#include "atelier/domain/meeting.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/row_table.h"

static int64_t
meeting_of_workshop(const struct atelier *at, int64_t id)
{
    struct workshop workshop;

    record_init(&workshop_entity, &workshop);
    const int64_t meeting =
        row_load(at->db, &workshop_entity, id, &workshop, NULL) ? workshop.meeting : 0;
    record_clear(&workshop_entity, &workshop);
    return meeting;
}

static bool
is_of_day(const struct atelier *at, int64_t id, instant now)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    bool is = row_load(at->db, &meeting_entity, id, &meeting, NULL);
    const struct zone *zone = is ? zone_cache_get(at->zones, meeting.zone, NULL) : NULL;
    is = zone && meeting_is_of_day(&meeting, zone_instant_to_local(zone, now));
    record_clear(&meeting_entity, &meeting);
    return is;
}

bool
day_right_allows(const struct atelier *at, enum permission permission,
                 struct row_ref subject, instant now, struct error *err)
{
    if (role_may(at->role, MAY_READ) || permission == MAY_COME_IN || subject.id == 0)
        return true;
    const int64_t meeting = subject.entity == ENTITY_WORKSHOP
                                ? meeting_of_workshop(at, subject.id)
                                : subject.id;
    return (subject.entity != ENTITY_WORKING_GROUP && is_of_day(at, meeting, now)) ||
           role_refuse(at->role, MAY_READ, err);
}
