/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grant.c - the fields of a grant: whose role counts for which group */
#include "atelier/domain/grant.h"

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct grant, staff),
        .label = N_("Colleague"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_STAFF,
    },
    {
        FIELD_OF(struct grant, group),
        .label = N_("Working group"),
        .help = N_("for which the role counts; for others it is that of a reader"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_WORKING_GROUP,
    },
};

static const struct unique uniques[] = {
    { "grant.staff, grant.group", "group",
      N_("The role of this colleague counts for this group already.") },
    { 0 },
};

/* Colleague and group are in other rows: who shows it names both. */
static void
grant_title(const void *record, struct buffer *buffer)
{
    (void)record;
    (void)buffer;
}

const struct entity grant_entity = {
    .kind = ENTITY_GRANT,
    .number = 26,
    .name = "grant",
    .label = N_("Right for a group"),
    .plural = N_("Rights for groups"),
    .another = N_("New right for a group"),
    ENTITY_OF(struct grant, fields),
    .title = grant_title,
    .listing = LISTING_GRANT,
    .only_by_id = true,
    .uniques = uniques,
};

/* --- its lists */

static const struct column grant_columns[] = {
    HIDDEN("staff", FIELD_REFERENCE),
    HIDDEN("group", FIELD_REFERENCE),
    COLUMN("code", N_("Code"), FIELD_TEXT, 10, 16, 1),
    COLUMN("name", N_("Name"), FIELD_TEXT, 40, 0, 1),
};

const struct listing grant_listing = {
    .kind = LISTING_GRANT,
    LISTING_OF(grant_columns),
    .can_search = true,
};
