/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_changes.c - what an act changed, field by field: each row as it found it beside
 * the row as it left it */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/setting.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"

struct reading {
    struct database *db;
    int64_t act;
    enum entity_kind entity; /* only that row of it, unless row is 0 */
    int64_t row;
    struct journal_change_list *list;
};

/* NULL when the field is absent, or the row was not there. */
static char *
text_of(const struct field *field, const void *record, bool there)
{
    struct buffer text = { 0 };

    return there && field_format(field, record, &text) ? buffer_take(&text) : NULL;
}

/* The list owns the texts. */
static void
add_change(struct journal_change_list *list, const struct journal_change *change)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] = *change;
}

static void
add_fields(struct reading *reading, const struct journal_row *row, const void *before,
           const void *after)
{
    const bool added = row->kind == JOURNAL_ADDED;
    const bool removed = row->kind == JOURNAL_REMOVED;

    for (size_t i = 0; i < row->entity->field_count; i++) {
        const struct field *field = &row->entity->fields[i];
        if (!added && !removed && field_equal(field, before, after))
            continue;
        const struct journal_change change = {
            .entity = row->entity->kind,
            .row = row->row,
            .kind = row->kind,
            .field = field,
            .before = text_of(field, before, !added),
            .after = text_of(field, after, !removed),
        };
        if (change.before || change.after)
            add_change(reading->list, &change);
    }
}

/* By the name that the row has now, or had when it was there. */
static void
set_titles(struct reading *reading, const struct journal_row *row, size_t first,
           const void *last)
{
    struct buffer title = { 0 };

    if (row->entity != &settings_entity &&
        !row_title(reading->db, row->entity, row->row, &title) &&
        row->kind != JOURNAL_CHANGED)
        row->entity->title(last, &title);
    char *text = title.length > 0 ? buffer_take(&title) : NULL;
    for (size_t i = first; i < reading->list->count; i++)
        reading->list->items[i].title = memory_copy(text);
    free(text);
    buffer_clear(&title);
}

static bool
read_row(void *context, const struct journal_row *row, struct error *err)
{
    struct reading *reading = context;

    if (reading->row != 0 &&
        (row->row != reading->row || row->entity->kind != reading->entity))
        return true;
    void *before = record_new(row->entity);
    void *after = record_new(row->entity);
    const size_t first = reading->list->count;
    bool there = false;
    bool ok = journal_table_past(reading->db, row->entity, row->row, reading->act, after,
                                 &there, err);
    if (ok) {
        record_copy(row->entity, before, after);
        ok = journal_table_restore(reading->db, row, before, err);
    }
    if (ok) {
        add_fields(reading, row, before, after);
        set_titles(reading, row, first, row->kind == JOURNAL_REMOVED ? before : after);
    }
    record_free(row->entity, before);
    record_free(row->entity, after);
    return ok;
}

bool
journal_table_changes(struct database *db, int64_t id, enum entity_kind entity,
                      int64_t row, struct journal_change_list *list, struct error *err)
{
    struct reading reading = {
        .db = db, .act = id, .entity = entity, .row = row, .list = list
    };
    struct journal_entry entry = { 0 };

    journal_change_list_clear(list);
    const bool ok = journal_table_load(db, id, &entry, err) &&
                    journal_table_each_row(db, id, read_row, &reading, err);
    journal_entry_clear(&entry);
    return ok;
}
