/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entity.c - what holds for a row of any noun: begin, copy, compare, check, free */
#include "atelier/domain/entity.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

const struct field *
entity_field(const struct entity *entity, const char *name)
{
    for (size_t i = 0; i < entity->field_count; i++)
        if (strcmp(entity->fields[i].name, name) == 0)
            return &entity->fields[i];
    return NULL;
}

void
record_init(const struct entity *entity, void *record)
{
    memset(record, 0, entity->size);
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];

        if (field->kind == FIELD_NUMBER || field->kind == FIELD_DURATION ||
            field->kind == FIELD_INSTANT)
            field_set_number(field, record, NUMBER_NONE);
    }
}

static bool
field_owns_memory(const struct field *field)
{
    return field->kind == FIELD_TEXT || field->kind == FIELD_LINES ||
           field->kind == FIELD_EMAIL || field->kind == FIELD_PHONE ||
           field->kind == FIELD_ZONE;
}

void
record_clear(const struct entity *entity, void *record)
{
    struct record *head = record;

    free(head->created_by);
    free(head->changed_by);
    for (size_t i = 0; i < entity->field_count; i++)
        if (field_owns_memory(&entity->fields[i]))
            field_set_text(&entity->fields[i], record, NULL);
    record_init(entity, record);
}

void *
record_new(const struct entity *entity)
{
    void *record = memory_new(1, entity->size);

    record_init(entity, record);
    return record;
}

void
record_free(const struct entity *entity, void *record)
{
    if (!record)
        return;
    record_clear(entity, record);
    free(record);
}

void
record_copy(const struct entity *entity, void *to, const void *from)
{
    if (to == from)
        return;
    record_clear(entity, to);
    memcpy(to, from, entity->size);

    /* What `from` owns, `to` must own again. */
    struct record *head = to;
    head->created_by = memory_copy(head->created_by);
    head->changed_by = memory_copy(head->changed_by);
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];

        if (field_owns_memory(field)) {
            char *copy = memory_copy(field_text(field, from));
            memcpy((char *)to + field->offset, &copy, sizeof(copy));
        }
    }
}

bool
record_equal(const struct entity *entity, const void *a, const void *b)
{
    for (size_t i = 0; i < entity->field_count; i++)
        if (!field_equal(&entity->fields[i], a, b))
            return false;
    return true;
}

static int64_t
reference_to(const struct entity *entity, const void *record, enum entity_kind kind)
{
    if (entity->kind == kind)
        return ((const struct record *)record)->id;
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (field->kind == FIELD_REFERENCE && field->refers_to == (int)kind)
            return field_number(field, record);
    }
    return 0;
}

struct row_ref
record_subject(const struct entity *entity, const void *record)
{
    static const enum entity_kind narrowest_first[] = { ENTITY_MEETING,
                                                        ENTITY_WORKING_GROUP };
    for (size_t i = 0; i < sizeof(narrowest_first) / sizeof(narrowest_first[0]); i++) {
        int64_t id = reference_to(entity, record, narrowest_first[i]);
        if (id)
            return (struct row_ref){ narrowest_first[i], id };
    }
    return ROW_NONE;
}

static bool
field_check(const struct field *field, const void *record, struct error *err)
{
    if (field_is_absent(field, record)) {
        if ((field->flags & FIELD_REQUIRED) == 0)
            return true;
        return error_set_field(err, ERROR_INPUT, field->name,
                               _("The field “%s” is empty; fill it in."),
                               _(field->label));
    }
    if ((field->kind == FIELD_DATE && !date_is_valid(field_date(field, record))) ||
        (field->kind == FIELD_LOCAL_TIME &&
         !local_time_is_valid(field_local_time(field, record))))
        return error_set_field(
            err, ERROR_INPUT, field->name,
            _("The date in the field “%s” does not exist; correct it."), _(field->label));
    return true;
}

bool
record_check(const struct entity *entity, const void *record, struct error *err)
{
    for (size_t i = 0; i < entity->field_count; i++)
        if (!field_check(&entity->fields[i], record, err))
            return false;
    return !entity->check || entity->check(record, err);
}
