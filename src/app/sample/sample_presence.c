/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_presence.c - who was at the meetings of the sample network */
#include "sample/sample_presence.h"

#include "atelier/app/attend.h"
#include "atelier/app/edit.h"
#include "atelier/base/memory.h"
#include "sample/sample_network.h"

static const struct {
    const char *label;
    int hour, minute;
    int minutes;
} halves[] = {
    { "Matin", 9, 30, 210 },
    { "Après-midi", 14, 0, 150 },
};

bool
sample_presence_divide(struct atelier *at, int64_t meeting, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof(halves) / sizeof(halves[0]); i++) {
        struct slot slot;
        record_init(&slot_entity, &slot);
        slot.meeting = meeting;
        slot.label = memory_copy(halves[i].label);
        slot.start = (struct local_time){ .date = sample_digital_day,
                                          .hour = halves[i].hour,
                                          .minute = halves[i].minute };
        slot.end = local_time_add_minutes(slot.start, halves[i].minutes);
        ok = edit_add(at, &slot_entity, &slot, NULL, err);
        record_clear(&slot_entity, &slot);
    }
    return ok;
}

bool
sample_presence_mark(struct atelier *at, int64_t meeting, int64_t person,
                     const struct sample_act *act, struct error *err)
{
    struct attend_request request = {
        .meeting = meeting,
        .person = person,
        .kind = act->kind,
        .means = act->kind == PRESENCE_SIGNED ? "sheet" : "door",
    };
    struct attend_outcome outcome;
    attend_outcome_init(&outcome);
    struct slot_list slots = { 0 };
    bool ok = attend_slots(at, meeting, &slots, err);
    if (ok && act->slot < slots.count)
        request.slot = slots.items[act->slot].head.id;
    ok = ok && (attend_mark(at, &request, &outcome, err) || err->kind == ERROR_RULE);
    slot_list_clear(&slots);
    attend_outcome_clear(&outcome);
    return ok;
}
