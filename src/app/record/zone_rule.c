/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_rule.c - every time zone in a row is one that the system knows */
#include "record/zone_rule.h"

bool
zone_rule_check(struct atelier *at, const struct entity *entity, const void *record,
                struct error *err)
{
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (field->kind != FIELD_ZONE || field_is_absent(field, record))
            continue;
        if (!zone_cache_get(at->zones, field_text(field, record), err)) {
            err->field = field->name;
            return false;
        }
    }
    return true;
}
