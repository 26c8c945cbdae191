/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_row_change.c - what a row of a calendar changes of its meeting, field by field
 */
#include "calendar/import_row_change.h"

#include <string.h>

#include "atelier/base/memory.h"

static struct calendar_import_change
change_of(const struct field *field, const struct meeting *before,
          const struct meeting *after)
{
    struct buffer old = { 0 };
    struct buffer new = { 0 };
    (void)field_format(field, before, &old);
    (void)field_format(field, after, &new);
    const struct calendar_import_change change = {
        .field = field,
        .before = old.length > 0 ? buffer_take(&old) : NULL,
        .after = new.length > 0 ? buffer_take(&new) : NULL,
    };
    buffer_clear(&old);
    buffer_clear(&new);
    return change;
}

static void
add(struct calendar_import_row *row, const struct field *field,
    const struct meeting *before, const struct meeting *after)
{
    if (field_equal(field, before, after))
        return;
    row->changes = memory_grow(row->changes, &row->change_capacity, row->change_count + 1,
                               sizeof row->changes[0]);
    row->changes[row->change_count++] = change_of(field, before, after);
}

void
import_row_change_add_stay(struct calendar_import_row *row, const struct field *field,
                           const struct meeting *before, const struct meeting *wanted)
{
    if (field_equal(field, before, wanted))
        return;
    row->stays = memory_grow(row->stays, &row->stay_capacity, row->stay_count + 1,
                             sizeof row->stays[0]);
    row->stays[row->stay_count++] = change_of(field, before, wanted);
}

/* A field that follows from others is not worth a word, but for the state. */
static bool
is_told(const struct field *field)
{
    return (field->flags & FIELD_DERIVED) == 0 || strcmp(field->name, "state") == 0;
}

void
import_row_change_list(struct calendar_import_row *row, const struct meeting *before,
                       const struct meeting *after)
{
    for (size_t i = 0; i < meeting_entity.field_count; i++)
        if (is_told(&meeting_entity.fields[i]))
            add(row, &meeting_entity.fields[i], before, after);
}
