/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entity_table.c - all nouns, found by kind, by name or by number */
#include <assert.h>
#include <string.h>

#include "atelier/domain/entity.h"
#include "atelier/domain/setting.h"

#define NOUN(KIND, name) extern const struct entity name##_entity;
#include "atelier/domain/nouns.def"
#undef NOUN

/* The settings come last: they belong to ENTITY_COUNT. */
static const struct entity *const entities[] = {
#define NOUN(KIND, name) [ENTITY_##KIND] = &name##_entity,
#include "atelier/domain/nouns.def"
#undef NOUN
    [ENTITY_COUNT] = &settings_entity,
};

const struct entity *
entity_get(enum entity_kind kind)
{
    assert(kind <= ENTITY_COUNT);
    return entities[kind];
}

const struct entity *
entity_find(const char *name)
{
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (strcmp(entities[i]->name, name) == 0)
            return entities[i];
    return NULL;
}

const struct entity *
entity_by_number(int number)
{
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (entities[i]->number == number)
            return entities[i];
    return NULL;
}
