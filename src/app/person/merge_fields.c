/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge_fields.c - whose name, telephone and note stay when two people are merged */
#include "person/merge_fields.h"

#include <string.h>

#include "atelier/base/memory.h"

static bool
is_chosen(const struct field *field)
{
    return !(field->flags & FIELD_DERIVED);
}

uint32_t
merge_field_bit(const char *name)
{
    for (size_t i = 0; i < person_entity.field_count; i++)
        if (is_chosen(&person_entity.fields[i]) &&
            strcmp(person_entity.fields[i].name, name) == 0)
            return UINT32_C(1) << i;
    return 0;
}

static void
take(const struct field *field, struct person *to, const struct person *from)
{
    struct buffer text = { 0 };
    const bool there = field_format(field, from, &text);

    (void)field_restore(field, to, there ? buffer_text(&text) : NULL);
    buffer_clear(&text);
}

static void
join_notes(const struct merge_outcome *outcome, struct person *after)
{
    struct buffer both = { 0 };

    if (!outcome->keep.note || !outcome->other.note ||
        strcmp(outcome->keep.note, outcome->other.note) == 0)
        return;
    buffer_addf(&both, "%s\n%s", outcome->keep.note, outcome->other.note);
    memory_replace(&after->note, buffer_text(&both));
    buffer_clear(&both);
}

void
merge_fields(const struct merge_request *request, struct merge_outcome *outcome)
{
    struct person *after = &outcome->after;

    record_copy(&person_entity, after, &outcome->keep);
    for (size_t i = 0; i < person_entity.field_count; i++) {
        const struct field *field = &person_entity.fields[i];
        const uint32_t bit = UINT32_C(1) << i;
        const bool lacks =
            field->kind != FIELD_BOOLEAN && field_is_absent(field, &outcome->keep);
        if (is_chosen(field) &&
            ((request->of_other & bit) || (lacks && !(request->of_keep & bit))))
            take(field, after, &outcome->other);
    }
    if (!((request->of_keep | request->of_other) & merge_field_bit("note")))
        join_notes(outcome, after);
}
