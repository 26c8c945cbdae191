/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assigning.c - the fields of a run that gave seats in workshops */
#include "atelier/domain/assigning.h"

#include "atelier/base/language.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct assigning, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct assigning, seed),
        .label = N_("Number drawn"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED,
    },
    {
        FIELD_OF(struct assigning, seated),
        .label = N_("Seated"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED,
    },
    {
        FIELD_OF(struct assigning, unseated),
        .label = N_("Without a seat"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED,
    },
    {
        FIELD_OF(struct assigning, proven),
        .label = N_("Proven best"),
        .kind = FIELD_BOOLEAN,
    },
};

static void
assigning_title(const void *record, struct buffer *buffer)
{
    const struct assigning *run = record;

    if (run->seed != NUMBER_NONE)
        buffer_addf(buffer, "%lld", (long long)run->seed);
}

const struct entity assigning_entity = {
    .kind = ENTITY_ASSIGNING,
    .number = 23,
    .name = "assigning",
    .label = N_("Assigning"),
    .plural = N_("Assignings"),
    .another = N_("New assigning"),
    ENTITY_OF(struct assigning, fields),
    .title = assigning_title,
    .listing = LISTING_COUNT, /* the history tells them */
    .only_by_id = true,
};
