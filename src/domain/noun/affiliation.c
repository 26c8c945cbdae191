/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affiliation.c - the fields of a post, and what one row must keep to */
#include "atelier/domain/affiliation.h"

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct affiliation, person),
        .label = N_("Person"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct affiliation, organisation),
        .label = N_("Organisation"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_CONCERNS,
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
        .label = N_("Until"),
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
    .number = 4,
    .name = "affiliation",
    .label = N_("Post"),
    .plural = N_("Posts"),
    .another = N_("New post"),
    ENTITY_OF(struct affiliation, fields),
    .groupless = true,
    .check = affiliation_check,
    .title = affiliation_title,
    .listing = LISTING_AFFILIATION,
    .only_by_id = true,
    .unknown_id = N_(
        "No post has the id %s.  “atelier affiliation list” with a person shows theirs."),
    .unknown_name = N_("“%s” is not a post's id.  “atelier affiliation list” with a "
                       "person shows theirs."),
};

/* --- its lists */

static const struct column affiliation_columns[] = {
    HIDDEN("person", FIELD_REFERENCE),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 28, 0, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 18, 40, 1),
    COLUMN("main", N_("Main post"), FIELD_BOOLEAN, 10, 10, 2),
    DAY("from", N_("From"), 2),
    DAY("to", N_("Until"), 2),
};

const struct listing affiliation_listing = {
    .kind = LISTING_AFFILIATION,
    LISTING_OF(affiliation_columns),
    .can_search = true,
};

/* The id is the affiliation's: one person can hold two posts. */
static const struct column organisation_person_columns[] = {
    HIDDEN("person", FIELD_REFERENCE),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 17, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 13, 24, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 20, 0, 1),
    COLUMN("email", N_("E-mail"), FIELD_EMAIL, 24, 36, 2),
    PRIVATE("phone", N_("Telephone"), FIELD_PHONE, 16, 20, 3),
    HIDDEN("main", FIELD_BOOLEAN),
    DAY("from", N_("From"), 5),
    DAY("to", N_("Until"), 5),
};

const struct listing organisation_person_listing = {
    .kind = LISTING_ORGANISATION_PERSON,
    LISTING_OF(organisation_person_columns),
    .can_search = true,
};
