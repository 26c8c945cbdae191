/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_acceptance.c - the fields of an accepted clash */
#include "atelier/domain/clash_acceptance.h"

#include "atelier/base/language.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct clash_acceptance, clash),
        .label = N_("Clash"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
    },
    {
        FIELD_OF(struct clash_acceptance, mark),
        .label = N_("Mark"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct clash_acceptance, reason),
        .label = N_("Reason"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_PRIVATE,
    },
};

static void
clash_acceptance_title(const void *record, struct buffer *buffer)
{
    const struct clash_acceptance *acceptance = record;

    buffer_add(buffer, acceptance->clash);
}

static const struct unique uniques[] = {
    { "clash_acceptance.clash", "clash", N_("This clash is accepted already.") },
    { 0 },
};

const struct entity clash_acceptance_entity = {
    .kind = ENTITY_CLASH_ACCEPTANCE,
    .number = 18,
    .name = "clash_acceptance",
    .label = N_("Accepted clash"),
    .plural = N_("Accepted clashes"),
    .another = N_("New accepted clash"),
    ENTITY_OF(struct clash_acceptance, fields),
    .title = clash_acceptance_title,
    .listing = LISTING_COUNT, /* they are told with the clashes */
    .only_by_id = true,
    .uniques = uniques,
};
