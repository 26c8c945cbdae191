/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum.c - the fields of a quorum, and what one row must keep to */
#include "atelier/domain/quorum.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct quorum, group),
        .label = N_("Working group"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_WORKING_GROUP,
    },
    {
        FIELD_OF(struct quorum, category),
        .label = N_("Category"),
        .help = N_("whose people are counted; empty: everybody"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .refers_to = ENTITY_CATEGORY,
    },
    {
        FIELD_OF(struct quorum, people),
        .label = N_("People"),
        .help = N_("so many at least"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_PEOPLE,
    },
};

static bool
quorum_check(const void *record, struct error *err)
{
    const struct quorum *quorum = record;

    if (quorum->people != NUMBER_NONE && quorum->people < 1)
        return error_set_field(err, ERROR_INPUT, "people",
                               _("A quorum is of 1 person at least; correct the number, "
                                 "or remove the quorum."));
    return true;
}

/* The category stands in another row: who needs it puts it in front. */
static void
quorum_title(const void *record, struct buffer *buffer)
{
    const struct quorum *quorum = record;

    if (quorum->people != NUMBER_NONE)
        buffer_addf(buffer,
                    ngettext("at least %lld person", "at least %lld people",
                             (unsigned long)quorum->people),
                    (long long)quorum->people);
}

static const struct unique uniques[] = {
    { "quorum_once", "category",
      N_("The group has a quorum for these people already; change that one.") },
    { 0 },
};

const struct entity quorum_entity = {
    .kind = ENTITY_QUORUM,
    .number = 17,
    .name = "quorum",
    .label = N_("Quorum"),
    .plural = N_("Quorums"),
    .another = N_("New quorum"),
    ENTITY_OF(struct quorum, fields),
    .check = quorum_check,
    .title = quorum_title,
    .listing = LISTING_QUORUM,
    .only_by_id = true,
    .unknown_id = N_("No quorum has the id %s.  “atelier quorum list GROUP” shows them."),
    .unknown_name = N_("A quorum is named by its id, not “%s”.  “atelier quorum list "
                       "GROUP” shows them."),
    .uniques = uniques,
};

void
quorum_list_clear(struct quorum_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&quorum_entity, &list->items[i]);
    free(list->items);
    *list = (struct quorum_list){ 0 };
}

/* --- its lists */

/* As the source selects it: whether the quorum is of everybody. */
static const struct choice quorum_scopes[] = {
    { "category", N_("category") },
    { "everybody", N_("everybody") },
    { NULL, NULL },
};

static const struct column quorum_columns[] = {
    HIDDEN("group", FIELD_REFERENCE),
    CHOICE("scope", N_("For"), quorum_scopes, 19, 1),
    HIDDEN("category", FIELD_REFERENCE),
    COLUMN("name", N_("Name"), FIELD_TEXT, 30, 0, 1),
    COUNT("people", N_("People"), 10, 1),
};

const struct listing quorum_listing = {
    .kind = LISTING_QUORUM,
    LISTING_OF(quorum_columns),
    .can_search = true,
};
