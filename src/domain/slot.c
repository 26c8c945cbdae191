/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot.c - the fields of a slot, and what one row must keep to */
#include "atelier/domain/slot.h"

#include "atelier/base/language.h"
#include "noun.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct slot, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct slot, label),
        .label = N_("Label"),
        .help = N_("Morning"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct slot, start),
        .label = N_("Start"),
        .help = N_("2027-03-16 09:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct slot, end),
        .label = N_("End"),
        .help = N_("2027-03-16 12:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
};

static bool
slot_check(const void *record, struct error *err)
{
    const struct slot *slot = record;

    if (local_time_compare(slot->start, slot->end) >= 0)
        return error_set_field(
            err, ERROR_RULE, "end",
            _("The end must be after the start; correct one of them."));
    return true;
}

static void
slot_title(const void *record, struct buffer *buffer)
{
    const struct slot *slot = record;

    if (slot->label != NULL) {
        buffer_add(buffer, slot->label);
        return;
    }
    buffer_addf(buffer, "%02d:%02d–%02d:%02d", slot->start.hour, slot->start.minute,
                slot->end.hour, slot->end.minute);
}

const struct entity slot_entity = {
    .kind = ENTITY_SLOT,
    .name = "slot",
    .label = N_("Slot"),
    .plural = N_("Slots"),
    ENTITY_OF(struct slot, fields),
    .check = slot_check,
    .title = slot_title,
};
