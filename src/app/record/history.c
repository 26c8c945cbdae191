/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history.c - what was done, field by field, with the titles by which rows are known */
#include "atelier/app/history.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/memory.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "session/group_right.h"

bool
history_load(struct atelier *at, int64_t id, struct journal_entry *entry,
             struct error *err)
{
    if (!atelier_may(at, MAY_READ, ROW_NONE, err) ||
        !journal_table_load(at->db, id, entry, err))
        return false;
    if (!session_reads_private(at) || !group_right_check(at, id, NULL))
        memory_replace(&entry->reason, NULL);
    return true;
}

/* What the role may not read is counted, not told (rule 13). */
static void
withhold(struct atelier *at, struct journal_change_list *list)
{
    size_t kept = 0;

    if (session_reads_private(at) && at->grants.count == 0)
        return;
    for (size_t i = 0; i < list->count; i++) {
        struct journal_change change = list->items[i];
        if (!change.field || !(change.field->flags & FIELD_PRIVATE) ||
            (change.entity != ENTITY_COUNT &&
             session_reads_private_of(at,
                                      (struct row_ref){ change.entity, change.row }))) {
            list->items[kept++] = change;
            continue;
        }
        free(change.title);
        free(change.before);
        free(change.after);
    }
    list->withheld = list->count - kept;
    list->count = kept;
}

/* Whose it is stands in another row. */
static bool
is_named_by_others(enum entity_kind entity)
{
    return entity == ENTITY_SEAT_LIMIT || entity == ENTITY_QUORUM ||
           entity == ENTITY_AFFILIATION || entity == ENTITY_GRANT;
}

static void
name_whose(struct atelier *at, struct journal_change *change)
{
    const struct entity *entity = entity_get(change->entity);
    void *record = record_new(entity);
    struct buffer title = { 0 };

    if (row_load(at->db, entity, change->row, record, NULL))
        display_row(at, entity, record, &title);
    else
        display_title(at, change->entity, change->row, &title);
    memory_replace(&change->title, buffer_text(&title));
    buffer_clear(&title);
    record_free(entity, record);
}

bool
history_changes(struct atelier *at, int64_t id, enum entity_kind entity, int64_t row,
                struct journal_change_list *list, struct error *err)
{
    if (!atelier_may(at, MAY_READ, ROW_NONE, err) ||
        !journal_table_changes(at->db, id, entity, row, list, err))
        return false;
    withhold(at, list);
    for (size_t i = 0; i < list->count; i++) {
        struct journal_change *change = &list->items[i];
        if (change->entity != ENTITY_COUNT && is_named_by_others(change->entity))
            name_whose(at, change);
        if (change->title || change->entity == ENTITY_COUNT)
            continue;
        struct buffer title = { 0 };
        display_title(at, change->entity, change->row, &title);
        change->title = buffer_take(&title);
    }
    return true;
}
