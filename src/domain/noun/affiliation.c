/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affiliation.c - the fields of a post, and what one row must keep to */
#include "atelier/domain/affiliation.h"

#include "atelier/base/language.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct affiliation, person),
        .label = N_("Person"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct affiliation, organisation),
        .label = N_("Organisation"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
        .refers_to = ENTITY_ORGANISATION,
    },
    {
        FIELD_OF(struct affiliation, function),
        .label = N_("Function"),
        .help = N_("e.g. European policy officer"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct affiliation, from),
        .label = N_("From"),
        .help = N_("the first day, if known"),
        .kind = FIELD_DATE,
    },
    {
        FIELD_OF(struct affiliation, to),
        .label = N_("To"),
        .help = N_("the last day, once it is known"),
        .kind = FIELD_DATE,
    },
    {
        FIELD_OF(struct affiliation, main),
        .label = N_("Main post"),
        .help = N_("the one that lists and badges show"),
        .kind = FIELD_BOOLEAN,
    },
};

static bool
affiliation_check(const void *record, struct error *err)
{
    const struct affiliation *affiliation = record;

    if (!PERIOD_IS_ORDERED(affiliation))
        return error_set_field(
            err, ERROR_RULE, "to",
            _("The last day is before the first; correct one of them."));
    return true;
}

static void
affiliation_title(const void *record, struct buffer *buffer)
{
    const struct affiliation *affiliation = record;

    buffer_add(buffer, affiliation->function);
}

const struct entity affiliation_entity = {
    .kind = ENTITY_AFFILIATION,
    .name = "affiliation",
    .label = N_("Post"),
    .plural = N_("Posts"),
    .another = N_("New post"),
    ENTITY_OF(struct affiliation, fields),
    .check = affiliation_check,
    .title = affiliation_title,
};
