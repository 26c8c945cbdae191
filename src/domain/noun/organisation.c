/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation.c - the fields of an organisation, and what one row must keep to */
#include "atelier/domain/organisation.h"

#include "atelier/base/language.h"
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

const struct entity organisation_entity = {
    .kind = ENTITY_ORGANISATION,
    .name = "organisation",
    .label = N_("Organisation"),
    .plural = N_("Organisations"),
    .another = N_("New organisation"),
    ENTITY_OF(struct organisation, fields),
    .check = organisation_check,
    .title = organisation_title,
};
