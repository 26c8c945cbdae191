/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_choice.c - the fields of a wish, or a seat, in a workshop */
#include "atelier/domain/workshop_choice.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice workshop_choice_states[] = {
    [CHOICE_WISHED] = { "wished", N_("wished") },
    [CHOICE_WAITING] = { "waiting", N_("waiting") },
    [CHOICE_SEATED] = { "seated", N_("seated") },
    [CHOICE_WITHDRAWN] = { "withdrawn", N_("withdrawn") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct workshop_choice, workshop),
        .label = N_("Workshop"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_WORKSHOP,
    },
    {
        FIELD_OF(struct workshop_choice, registration),
        .label = N_("Registration"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_REGISTRATION,
    },
    {
        FIELD_OF(struct workshop_choice, state),
        .label = N_("State"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
        .choices = workshop_choice_states,
    },
    {
        FIELD_OF(struct workshop_choice, wish),
        .label = N_("Wish"),
        .help = N_("1: the first"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct workshop_choice, wished_at),
        .label = N_("Wished at"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct workshop_choice, rank),
        .label = N_("Rank"),
        .help = N_("on the waiting list"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
    },
};

/* Who and where stand in other rows. */
static void
workshop_choice_title(const void *record, struct buffer *buffer)
{
    const struct workshop_choice *choice = record;

    buffer_add(buffer, _(workshop_choice_states[choice->state].label));
}

static const struct unique uniques[] = {
    { "workshop_choice.registration, workshop_choice.workshop", "workshop",
      N_("This person has chosen this workshop already.") },
    { 0 },
};

const struct entity workshop_choice_entity = {
    .kind = ENTITY_WORKSHOP_CHOICE,
    .number = 22,
    .name = "workshop_choice",
    .label = N_("Choice of a workshop"),
    .plural = N_("Choices of workshops"),
    .another = N_("New choice of a workshop"),
    ENTITY_OF(struct workshop_choice, fields),
    .title = workshop_choice_title,
    .listing = LISTING_WORKSHOP_CHOICE,
    .only_by_id = true,
    .uniques = uniques,
};

void
workshop_choice_give_up(struct workshop_choice *choice)
{
    choice->state = choice->wish == NUMBER_NONE ? CHOICE_WITHDRAWN : CHOICE_WISHED;
    choice->rank = NUMBER_NONE;
}

void
workshop_choice_list_clear(struct workshop_choice_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&workshop_choice_entity, &list->items[i]);
    free(list->items);
    *list = (struct workshop_choice_list){ 0 };
}

/* --- its lists */

static const struct column workshop_choice_columns[] = {
    HIDDEN("workshop", FIELD_REFERENCE),
    HIDDEN("registration", FIELD_REFERENCE),
    TYPED("person"),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 18, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 14, 24, 1),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 20, 0, 1),
    COLUMN("category_name", N_("Category"), FIELD_TEXT, 13, 24, 3),
    CHOICE("state", N_("State"), workshop_choice_states, 10, 1),
    COUNT("rank", N_("Rank"), 5, 1),
    COUNT("wish", N_("Wish"), 5, 1),
    COLUMN("wished_at", N_("Wished at"), FIELD_INSTANT, 21, 21, 4),
};

const struct listing workshop_choice_listing = {
    .kind = LISTING_WORKSHOP_CHOICE,
    LISTING_OF(workshop_choice_columns),
    .can_search = true,
};
