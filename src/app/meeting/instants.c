/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants.c - the first who may plan makes the instants anew when a zone's rules have
 * changed */
#include "atelier/app/instants.h"

#include <stdlib.h>

#include "atelier/store/row_table.h"
#include "atelier/store/zone_rule_table.h"
#include "meeting/changed_zones.h"
#include "meeting/instants_moved.h"
#include "noun/workshop_rule.h"
#include "session/operation.h"

/* The SEQUENCE of its calendar stays (RFC 5545, 3.8.7.4): DTSTART with its TZID says the
 * same wall clock time as before, and whoever has the event reads it by their own rules,
 * which change without us. */
static bool
follow_meeting(struct atelier *at, int64_t id, size_t *moved, struct error *err)
{
    struct meeting meeting;
    struct span span;
    record_init(&meeting_entity, &meeting);
    bool ok = row_load(at->db, &meeting_entity, id, &meeting, err);
    if (ok && instants_moved(at, &meeting, &span, NULL)) {
        meeting.start_at = span.start;
        meeting.end_at = span.end;
        ok = row_update(at->db, &meeting_entity, &meeting, at->login, atelier_now(at),
                        err) &&
             workshop_rule_recompute(at, &meeting, err);
        (*moved)++;
    }
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* The names of the zones in which a meeting moved come into the summary. */
static bool
follow_zone(struct atelier *at, const struct zone *zone, struct buffer *summary,
            struct error *err)
{
    int64_t *ids = NULL;
    size_t count = 0;
    size_t moved = 0;
    bool ok = instants_to_come(at, zone_name(zone), &ids, &count, err);
    for (size_t i = 0; ok && i < count; i++)
        ok = follow_meeting(at, ids[i], &moved, err);
    free(ids);
    if (moved > 0)
        buffer_addf(summary, "%s%s", summary->length > 0 ? ", " : "", zone_name(zone));
    return ok &&
           zone_rule_table_set(at->db, zone_name(zone), zone_fingerprint(zone), err);
}

/* Somebody else may have been first while this waited for its turn: then no meeting moves
 * any more, and there is no act. */
static bool
follow(struct atelier *at, const struct changed_zones *changed, struct error *err)
{
    struct buffer summary = { 0 };

    if (!operation_begin(at, ACT_MEETING_RECOMPUTE_NEEDS, ROW_NONE, err))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < changed->count; i++)
        ok = follow_zone(at, changed->items[i].zone, &summary, err);
    const struct operation_note note = {
        .act = ACT_MEETING_RECOMPUTE,
        .entity = ENTITY_COUNT,
        .summary = buffer_text(&summary),
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

void
instants_follow_rules(struct atelier *at)
{
    struct changed_zones changed = { 0 };
    struct error ignored = { 0 };

    if (at->grants.count == 0 && /* it is about all groups */
        atelier_may(at, ACT_MEETING_RECOMPUTE_NEEDS, ROW_NONE, &ignored) &&
        changed_zones_find(at, &changed, &ignored) && changed.count > 0)
        follow(at, &changed, &ignored);
    changed_zones_clear(&changed);
}
