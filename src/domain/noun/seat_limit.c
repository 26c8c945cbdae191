/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit.c - the fields of a quota, and what one row must keep to */
#include "atelier/domain/seat_limit.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/domain/seats.h"
#include "atelier/domain/when.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice seat_limit_scopes[] = {
    [SEAT_LIMIT_CATEGORY] = { "category", N_("category") },
    [SEAT_LIMIT_ORGANISATION] = { "organisation", N_("organisation") },
    [SEAT_LIMIT_EACH_ORGANISATION] = { "each-organisation", N_("each organisation") },
    { NULL, NULL },
};

const struct choice seat_limit_kinds[] = {
    [SEAT_LIMIT_MOST] = { "most", N_("at most") },
    [SEAT_LIMIT_HOLD] = { "hold", N_("hold") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct seat_limit, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct seat_limit, scope),
        .label = N_("For"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
        .choices = seat_limit_scopes,
    },
    {
        FIELD_OF(struct seat_limit, category),
        .label = N_("Category"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
        .refers_to = ENTITY_CATEGORY,
    },
    {
        FIELD_OF(struct seat_limit, organisation),
        .label = N_("Organisation"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
        .refers_to = ENTITY_ORGANISATION,
    },
    {
        FIELD_OF(struct seat_limit, kind),
        .label = N_("Kind"),
        .help = N_("at most so many, or so many held for them"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
        .choices = seat_limit_kinds,
    },
    {
        FIELD_OF(struct seat_limit, people),
        .label = N_("Seats"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_PEOPLE,
    },
    {
        FIELD_OF(struct seat_limit, until),
        .label = N_("Until"),
        .help = N_("the last day on which seats are held"),
        .kind = FIELD_DATE,
        .flags = FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct seat_limit, workshop),
        .label = N_("Workshop"),
        .help = N_("empty: of the meeting as a whole"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_CONCERNS,
        .refers_to = ENTITY_WORKSHOP,
    },
};

/* Whose limit it is: one of the two references, as the scope says. */
static bool
check_scope(const struct seat_limit *limit, struct error *err)
{
    if (limit->scope == SEAT_LIMIT_CATEGORY && limit->category == 0)
        return error_set_field(err, ERROR_INPUT, "category",
                               _("Say which category the quota is for."));
    if (limit->scope == SEAT_LIMIT_ORGANISATION && limit->organisation == 0)
        return error_set_field(err, ERROR_INPUT, "organisation",
                               _("Say which organisation the quota is for."));
    if (limit->scope != SEAT_LIMIT_CATEGORY && limit->category != 0)
        return error_set_field(err, ERROR_INPUT, "category",
                               _("The quota is not for a category; leave it empty."));
    if (limit->scope != SEAT_LIMIT_ORGANISATION && limit->organisation != 0)
        return error_set_field(
            err, ERROR_INPUT, "organisation",
            _("The quota is not for one organisation; leave it empty."));
    return true;
}

static bool
seat_limit_check(const void *record, struct error *err)
{
    const struct seat_limit *limit = record;

    if (!check_scope(limit, err))
        return false;
    if (limit->kind == SEAT_LIMIT_HOLD && limit->scope == SEAT_LIMIT_EACH_ORGANISATION)
        return error_set_field(err, ERROR_RULE, "kind",
                               _("Seats are held for a category or one organisation, not "
                                 "for each; choose one."));
    if (!seats_check(limit->people, "people", err))
        return false;
    if (limit->kind == SEAT_LIMIT_HOLD && limit->people == 0)
        return error_set_field(err, ERROR_RULE, "people",
                               _("To hold no seat keeps nothing: say how many, or remove "
                                 "the quota."));
    if (limit->kind != SEAT_LIMIT_HOLD && !date_is_none(limit->until))
        return error_set_field(
            err, ERROR_RULE, "until",
            _("Only seats that are held have a last day; leave it empty."));
    return true;
}

static void
add_held(const struct seat_limit *limit, struct buffer *buffer)
{
    const unsigned long count = (unsigned long)limit->people;
    struct buffer day = { 0 };

    if (date_is_none(limit->until)) {
        buffer_addf(buffer, ngettext("%lld seat held", "%lld seats held", count),
                    (long long)limit->people);
        return;
    }
    when_format_date(limit->until, WHEN_SHORT, &day);
    buffer_addf(buffer,
                ngettext("%lld seat held until %s", "%lld seats held until %s", count),
                (long long)limit->people, buffer_text(&day));
    buffer_clear(&day);
}

/* Whose it is stands in another row: who needs it puts it in front. */
static void
seat_limit_title(const void *record, struct buffer *buffer)
{
    const struct seat_limit *limit = record;
    const unsigned long count = (unsigned long)limit->people;

    if (limit->people == NUMBER_NONE)
        return;
    if (limit->scope == SEAT_LIMIT_EACH_ORGANISATION)
        buffer_addf(buffer,
                    ngettext("at most %lld seat for each organisation",
                             "at most %lld seats for each organisation", count),
                    (long long)limit->people);
    else if (limit->kind == SEAT_LIMIT_MOST)
        buffer_addf(buffer, ngettext("at most %lld seat", "at most %lld seats", count),
                    (long long)limit->people);
    else
        add_held(limit, buffer);
}

static const struct unique uniques[] = {
    { "seat_limit_once", "kind",
      N_("There is a quota of this kind for them already; change that one.") },
    { 0 },
};

const struct entity seat_limit_entity = {
    .kind = ENTITY_SEAT_LIMIT,
    .number = 15,
    .name = "seat_limit",
    .label = N_("Quota"),
    .plural = N_("Quotas"),
    .another = N_("New quota"),
    ENTITY_OF(struct seat_limit, fields),
    .check = seat_limit_check,
    .title = seat_limit_title,
    .listing = LISTING_SEAT_LIMIT,
    .only_by_id = true,
    .unknown_id = N_("No quota has the id %s.  “atelier quota list MEETING” shows them."),
    .unknown_name = N_("A quota is named by its id, not “%s”.  “atelier quota list "
                       "MEETING” shows them."),
    .uniques = uniques,
};

void
seat_limit_list_clear(struct seat_limit_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&seat_limit_entity, &list->items[i]);
    free(list->items);
    *list = (struct seat_limit_list){ 0 };
}

/* --- its lists */

static const struct column seat_limit_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    CHOICE("scope", N_("For"), seat_limit_scopes, 19, 1),
    HIDDEN("category", FIELD_REFERENCE),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("name", N_("Name"), FIELD_TEXT, 16, 0, 1),
    CHOICE("kind", N_("Kind"), seat_limit_kinds, 9, 1),
    COUNT("people", N_("Seats"), 6, 1),
    COUNT("taken", N_("Taken"), 6, 1),
    COUNT("free", N_("Free"), 6, 1),
    DAY("until", N_("Until"), 1),
    HIDDEN("workshop", FIELD_REFERENCE),
    COLUMN("workshop_title", N_("Workshop"), FIELD_TEXT, 16, 30, 2),
};

const struct listing seat_limit_listing = {
    .kind = LISTING_SEAT_LIMIT,
    LISTING_OF(seat_limit_columns),
    .can_search = true,
};
