/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_mend_list.c - which rows of a calendar a person mended, and with what */
#include <stdlib.h>

#include "atelier/app/import_calendar_mend.h"
#include "atelier/base/memory.h"

const char *const calendar_mend_fields[] = { "title", "start", "end",
                                             "zone",  "place", NULL };

void
calendar_mend_copy(struct meeting *to, const struct meeting *from)
{
    for (size_t i = 0; calendar_mend_fields[i]; i++) {
        const struct field *field =
            entity_field(&meeting_entity, calendar_mend_fields[i]);
        struct buffer text = { 0 };
        const bool any = field_format(field, from, &text);
        (void)field_restore(field, to, any ? buffer_text(&text) : NULL);
        buffer_clear(&text);
    }
}

void
calendar_mend_list_clear(struct calendar_mend_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&meeting_entity, &list->items[i].values);
    free(list->items);
    *list = (struct calendar_mend_list){ 0 };
}

const struct calendar_mend *
calendar_mend_list_find(const struct calendar_mend_list *list, int64_t line,
                        struct local_time original)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].line == line &&
            local_time_compare(list->items[i].original, original) == 0)
            return &list->items[i];
    return NULL;
}

void
calendar_mend_list_put(struct calendar_mend_list *list, int64_t line,
                       struct local_time original, const struct meeting *values)
{
    const struct calendar_mend *there = calendar_mend_list_find(list, line, original);
    struct calendar_mend *mend = NULL;

    if (there) {
        mend = &list->items[there - list->items];
    } else {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        mend = &list->items[list->count++];
        mend->line = line;
        mend->original = original;
        record_init(&meeting_entity, &mend->values);
    }
    calendar_mend_copy(&mend->values, values);
}

void
calendar_mend_list_add(struct calendar_mend_list *list,
                       const struct calendar_mend_list *other)
{
    for (size_t i = 0; other && i < other->count; i++)
        calendar_mend_list_put(list, other->items[i].line, other->items[i].original,
                               &other->items[i].values);
}
