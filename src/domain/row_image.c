/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_image.c - what the journal keeps of a row: what a change replaced, and a hash of
 * what it left */
#include "atelier/domain/row_image.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/json.h"
#include "atelier/base/memory.h"

static const char rev[] = "rev";
static const char created_at[] = "created_at";
static const char created_by[] = "created_by";

static void
add_value(struct buffer *json, size_t begin, const char *name, const char *text)
{
    buffer_add_char(json, json->length == begin ? '{' : ',');
    json_add_text(json, name);
    buffer_add_char(json, ':');
    json_add_text(json, text);
}

/* The buffer is only lent: a row has many fields. */
static void
add_field(struct buffer *json, size_t begin, const struct field *field,
          const void *record, struct buffer *text)
{
    buffer_reset(text);
    const bool present = field_format(field, record, text);
    add_value(json, begin, field->name, present ? buffer_text(text) : NULL);
}

size_t
row_image_add_changed(struct buffer *json, const struct entity *entity,
                      const void *before, const void *after)
{
    const size_t begin = json->length;
    struct buffer text = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if ((field->flags & (FIELD_COMPUTED | FIELD_COUNTED)) ||
            field_equal(field, before, after))
            continue;
        add_field(json, begin, field, before, &text);
        count++;
    }
    if (count > 0)
        buffer_add_char(json, '}');
    buffer_clear(&text);
    return count;
}

void
row_image_add_whole(struct buffer *json, const struct entity *entity, const void *record)
{
    const struct record *head = record;
    const size_t begin = json->length;
    struct buffer text = { 0 };
    char at[INSTANT_TEXT_SIZE];

    (void)snprintf(at, sizeof at, "%" PRId64, head->rev);
    add_value(json, begin, rev, at);
    instant_format(head->created_at, at);
    add_value(json, begin, created_at, at);
    add_value(json, begin, created_by, head->created_by);
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (!(field->flags & FIELD_COMPUTED) && !field_is_absent(field, record))
            add_field(json, begin, field, record, &text);
    }
    buffer_add_char(json, '}');
    buffer_clear(&text);
}

bool
row_image_restore(const struct entity *entity, void *record, const char *name,
                  const char *text)
{
    struct record *head = record;

    if (strcmp(name, rev) == 0 && text) {
        head->rev = strtoll(text, NULL, 10);
        return true;
    }
    if (strcmp(name, created_at) == 0)
        return text && instant_parse(text, &head->created_at);
    if (strcmp(name, created_by) == 0) {
        memory_replace(&head->created_by, text);
        return text != NULL;
    }
    const struct field *field = entity_field(entity, name);
    return field && field_restore(field, record, text);
}

/* --- the hash */

/* Where the fields stand in the order of their names; the caller frees. */
static size_t *
order_by_name(const struct entity *entity)
{
    size_t *order = memory_new(entity->field_count, sizeof *order);

    for (size_t i = 0; i < entity->field_count; i++) {
        size_t at = i;
        for (; at > 0 &&
               strcmp(entity->fields[order[at - 1]].name, entity->fields[i].name) > 0;
             at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static uint64_t
hash_text(uint64_t hash, const char *text)
{
    return hash_add(hash, text, strlen(text) + 1);
}

static uint64_t
hash_field(uint64_t hash, const struct field *field, const void *record,
           struct buffer *text)
{
    buffer_reset(text);
    field_format(field, record, text);
    return hash_text(hash_text(hash, field->name), buffer_text(text));
}

/* What an empty row has, too. */
static bool
is_default(const struct field *field, const void *record)
{
    return field_is_absent(field, record) ||
           ((field->kind == FIELD_BOOLEAN || field->kind == FIELD_CHOICE) &&
            field_number(field, record) == 0);
}

uint64_t
row_image_hash(const struct entity *entity, const void *record)
{
    size_t *order = order_by_name(entity);
    struct buffer text = { 0 };
    uint64_t hash = HASH_EMPTY;

    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[order[i]];
        if (!(field->flags & (FIELD_COMPUTED | FIELD_COUNTED)) &&
            !is_default(field, record))
            hash = hash_field(hash, field, record, &text);
    }
    buffer_clear(&text);
    free(order);
    return hash;
}
