/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_rule.c - every time zone in a row is one that the system knows, under one name */
#include "record/zone_rule.h"

#include "atelier/base/language.h"

/* Programs that read calendars know few of the other names. */
static bool
settle_name(struct zone_cache *zones, const struct field *field, void *record,
            struct error *err)
{
    const char *typed = field_text(field, record);
    const char *name;

    if (!zone_cache_canonical(zones, typed, &name, err)) {
        err->field = field->name;
        return false;
    }
    if (!name)
        return error_set_field(err, ERROR_INPUT, field->name,
                               _("“%s” is not the time zone of a place: choose one such "
                                 "as Europe/Paris."),
                               typed);
    field_set_text(field, record, name);
    return true;
}

bool
zone_rule_settle(struct atelier *at, const struct entity *entity, const void *before,
                 void *record, struct error *err)
{
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (field->kind != FIELD_ZONE || field_is_absent(field, record))
            continue;
        if (!zone_cache_get(at->zones, field_text(field, record), err)) {
            err->field = field->name;
            return false;
        }
        if ((!before || !field_equal(field, before, record)) &&
            !settle_name(at->zones, field, record, err))
            return false;
    }
    return true;
}
