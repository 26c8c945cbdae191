/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation.c - the fields of an organisation, and what one row must keep to */
#include "atelier/domain/organisation.h"

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct organisation, name),
        .label = N_("Name"),
        .help = N_("in full: Grand Périgueux, Communauté d'agglomération"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct organisation, short_name),
        .label = N_("Short name"),
        .help = N_("as it stands on badges"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct organisation, category),
        .label = N_("Category"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .refers_to = ENTITY_CATEGORY,
    },
    {
        FIELD_OF(struct organisation, territory),
        .label = N_("Territory"),
        .help = N_("e.g. a region, a department, a country"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct organisation, parent),
        .label = N_("Part of"),
        .help = N_("the organisation that this one belongs to"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_ORGANISATION,
    },
};

static bool
organisation_check(const void *record, struct error *err)
{
    const struct organisation *organisation = record;

    if (organisation->parent != 0 && organisation->parent == organisation->head.id)
        return error_set_field(
            err, ERROR_RULE, "parent",
            _("An organisation cannot be part of itself; choose another or none."));
    return true;
}

static void
organisation_title(const void *record, struct buffer *buffer)
{
    const struct organisation *organisation = record;

    buffer_add(buffer, organisation->name);
}

static char *
organisation_sort_key(const void *record)
{
    const struct organisation *organisation = record;

    return fold_sort_key(organisation->name, NULL);
}

const struct entity organisation_entity = {
    .kind = ENTITY_ORGANISATION,
    .number = 2,
    .name = "organisation",
    .label = N_("Organisation"),
    .plural = N_("Organisations"),
    .another = N_("New organisation"),
    ENTITY_OF(struct organisation, fields),
    .groupless = true,
    .check = organisation_check,
    .title = organisation_title,
    .sort_key = organisation_sort_key,
    .listing = LISTING_ORGANISATION,
    .unknown_id =
        N_("No organisation has the id %s.  “atelier organisation list” shows them."),
    .unknown_name =
        N_("No organisation is called “%s”.  “atelier organisation list” shows them."),
    .needed = N_("People belong or belonged to this organisation, or a quota is for it, "
                 "so it stays."),
};

/* --- its lists */

static const struct column organisation_columns[] = {
    COLUMN("name", N_("Name"), FIELD_TEXT, 34, 0, 1),
    COLUMN("short_name", N_("Short name"), FIELD_TEXT, 12, 16, 3),
    HIDDEN("category", FIELD_REFERENCE),
    COLUMN("category_name", N_("Category"), FIELD_TEXT, 18, 26, 1),
    COLUMN("territory", N_("Territory"), FIELD_TEXT, 14, 30, 2),
    COUNT("people", N_("People"), 9, 2),
    HIDDEN("parent", FIELD_REFERENCE),
    COLUMN("parent_name", N_("Part of"), FIELD_TEXT, 20, 34, 5),
};

const struct listing organisation_listing = {
    .kind = LISTING_ORGANISATION,
    LISTING_OF(organisation_columns),
    .can_search = true,
};
