/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person.c - the fields of a person, and what one row must keep to */
#include "atelier/domain/person.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/whole_name.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct person, family),
        .label = N_("Family name"),
        .help = N_("with its particle: de la Fontaine"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct person, given),
        .label = N_("Given name"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct person, civility),
        .label = N_("Civility"),
        .help = N_("e.g. Ms, Mr, Dr"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct person, language),
        .label = N_("Language"),
        .help = N_("of letters to this person: fr, en"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct person, email),
        .label = N_("E-mail"),
        .help = N_("e.g. anna.muller@example.org"),
        .kind = FIELD_EMAIL,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct person, phone),
        .label = N_("Telephone"),
        .help = N_("e.g. +33 1 99 00 12 34"),
        .kind = FIELD_PHONE,
        .flags = FIELD_PRIVATE,
    },
    {
        FIELD_OF(struct person, needs),
        .label = N_("Needs"),
        .help = N_("e.g. access, diet"),
        .kind = FIELD_TEXT,
        .flags = FIELD_PRIVATE,
    },
    {
        FIELD_OF(struct person, note),
        .label = N_("Note"),
        .kind = FIELD_LINES,
        .flags = FIELD_PRIVATE,
    },
    {
        FIELD_OF(struct person, consent),
        .label = N_("Consent"),
        .help = N_("to be listed and photographed"),
        .kind = FIELD_BOOLEAN,
    },
    {
        FIELD_OF(struct person, keep_until),
        .label = N_("Keep until"),
        .help = N_("the day after which the person is erased"),
        .kind = FIELD_DATE,
    },
    {
        FIELD_OF(struct person, merged_into),
        .label = N_("Merged into"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_DERIVED,
        .refers_to = ENTITY_PERSON,
    },
};

/* "fr", "gsw", "pt-BR": a language of two or three letters, perhaps a region. */
static bool
is_language(const char *text)
{
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    const char *region = text + letters;

    if (letters < 2 || letters > 3)
        return false;
    return region[0] == '\0' || (region[0] == '-' && strlen(region) == 3 &&
                                 strspn(region + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2);
}

static bool
person_check(const void *record, struct error *err)
{
    const struct person *person = record;

    if (person->language && !is_language(person->language))
        return error_set_field(err, ERROR_INPUT, "language",
                               _("“%s” is not a language; write fr, en or another code."),
                               person->language);
    if (person->merged_into != 0 && person->merged_into == person->head.id)
        return error_set_field(err, ERROR_RULE, "merged_into",
                               _("A person cannot be merged into themselves."));
    return true;
}

static void
person_title(const void *record, struct buffer *buffer)
{
    const struct person *person = record;

    whole_name_add_listed(person->family, person->given, buffer);
}

static char *
person_sort_key(const void *record)
{
    const struct person *person = record;

    return fold_sort_key(person->family, person->given);
}

const struct entity person_entity = {
    .kind = ENTITY_PERSON,
    .number = 3,
    .name = "person",
    .label = N_("Person"),
    .plural = N_("People"),
    .another = N_("New person"),
    ENTITY_OF(struct person, fields),
    .groupless = true,
    .check = person_check,
    .title = person_title,
    .sort_key = person_sort_key,
    .listing = LISTING_PERSON,
    .unknown_id = N_("No person has the id %s.  “atelier person list” shows them."),
    .unknown_name =
        N_("No person has this e-mail or name: “%s”.  “atelier person list” shows them."),
    .needed = N_("This person is in a group, in an organisation or on the list of a "
                 "meeting, so they stay."),
};

void
person_list_clear(struct person_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&person_entity, &list->items[i]);
    free(list->items);
    *list = (struct person_list){ 0 };
}

void
person_list_add(struct person_list *list, const struct person *person)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    struct person *added = &list->items[list->count++];
    record_init(&person_entity, added);
    record_copy(&person_entity, added, person);
}

/* --- its lists */

static const struct column person_columns[] = {
    COLUMN("family", N_("Family name"), FIELD_TEXT, 17, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 13, 24, 1),
    HIDDEN("organisation", FIELD_REFERENCE), /* of the main post today */
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 22, 0, 1),
    COLUMN("function", N_("Function"), FIELD_TEXT, 20, 36, 3),
    COLUMN("email", N_("E-mail"), FIELD_EMAIL, 24, 36, 2),
    PRIVATE("phone", N_("Telephone"), FIELD_PHONE, 16, 20, 4),
    HIDDEN("category", FIELD_REFERENCE),
    COLUMN("category_name", N_("Category"), FIELD_TEXT, 16, 24, 5),
    HIDDEN("civility", FIELD_TEXT),
    HIDDEN("language", FIELD_TEXT),
    HIDDEN("merged_into", FIELD_REFERENCE),
};

const struct listing person_listing = {
    .kind = LISTING_PERSON,
    LISTING_OF(person_columns),
    .can_search = true,
};
