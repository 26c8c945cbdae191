/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category.c - the fields of a category of organisations */
#include "atelier/domain/category.h"

#include "atelier/base/language.h"
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

const struct entity category_entity = {
    .kind = ENTITY_CATEGORY,
    .name = "category",
    .label = N_("Category"),
    .plural = N_("Categories"),
    .another = N_("New category"),
    ENTITY_OF(struct category, fields),
    .title = category_title,
};
