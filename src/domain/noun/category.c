/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category.c - the fields of a category of organisations */
#include "atelier/domain/category.h"

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct category, name),
        .label = N_("Name"),
        .help = N_("e.g. agglomeration, managing authority"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct category, order),
        .label = N_("Order"),
        .help = N_("small numbers come first in lists"),
        .kind = FIELD_NUMBER,
    },
};

static void
category_title(const void *record, struct buffer *buffer)
{
    const struct category *category = record;

    buffer_add(buffer, category->name);
}

static const struct unique uniques[] = {
    { "category.name", "name", N_("There is already a category of this name.") },
    { 0 },
};

const struct entity category_entity = {
    .kind = ENTITY_CATEGORY,
    .number = 1,
    .name = "category",
    .label = N_("Category"),
    .plural = N_("Categories"),
    .another = N_("New category"),
    ENTITY_OF(struct category, fields),
    .groupless = true,
    .title = category_title,
    .listing = LISTING_CATEGORY,
    .named_by = "name",
    .unknown_id = N_("No category has the id %s.  “atelier category list” shows them."),
    .unknown_name =
        N_("No category is called “%s”.  “atelier category list” shows them."),
    .needed =
        N_("Organisations, registrations, quotas or quorums have this category: give "
           "them another one first."),
    .uniques = uniques,
};

/* --- its lists */

static const struct column category_columns[] = {
    COLUMN("name", N_("Name"), FIELD_TEXT, 40, 0, 1),
    COUNT("order", N_("Order"), 6, 2),
    COUNT("organisations", N_("Organisations"), 14, 3),
};

const struct listing category_listing = {
    .kind = LISTING_CATEGORY,
    LISTING_OF(category_columns),
    .can_search = true,
};
