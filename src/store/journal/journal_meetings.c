/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_meetings.c - the meetings whose list or seats an act changed */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/store/journal_table.h"
#include "journal/journal_changeset.h"
#include "journal/journal_concern.h"
#include "journal/journal_entry.h"

#define SQL_MEETING_OF_SLOT "SELECT meeting FROM slot WHERE id = :slot"

/* A meeting that the act made or removed has no seats to count. */
static bool
changes_seats(const struct changeset *changes)
{
    return changes->entity->kind == ENTITY_MEETING &&
           changes->operation == SQLITE_UPDATE &&
           changeset_before(changes, changeset_find_column(changes, "seats")) != NULL;
}

/* A mark is written once: its slot stands in the row that was added or taken away. */
static bool
add_meeting_of_mark(struct database *db, const struct changeset *changes,
                    struct journal_concern_list *concerns, struct error *err)
{
    const int column = changeset_find_column(changes, "slot");
    sqlite3_value *slot = changeset_after(changes, column);
    if (!slot)
        slot = changeset_before(changes, column);
    if (!slot)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_MEETING_OF_SLOT, err);
    if (!statement)
        return false;
    bool there = false;
    connection_bind_number(statement, ":slot", sqlite3_value_int64(slot));
    const bool ok = connection_step(statement, &there, err);
    if (there)
        journal_concern_list_add_row(concerns, ENTITY_MEETING,
                                     sqlite3_column_int64(statement, 0));
    connection_release(statement);
    return ok;
}

bool
journal_table_meetings(struct database *db, int64_t id, int64_t **meetings, size_t *count,
                       struct error *err)
{
    struct changeset changes = { 0 };
    struct journal_concern_list concerns = { 0 };
    void *bytes = NULL;
    size_t size = 0;
    bool more = false;

    *meetings = NULL;
    *count = 0;
    if (!journal_entry_changeset(db, id, &bytes, &size, err))
        return false;
    bool ok = changeset_open(&changes, db, bytes, size, err);
    while (ok && (ok = changeset_next(&changes, &more, err)) && more)
        if (changes.entity->kind == ENTITY_REGISTRATION ||
            changes.entity->kind == ENTITY_SLOT)
            ok = journal_concern_list_add(&concerns, &changes, err);
        else if (changes.entity->kind == ENTITY_PRESENCE)
            ok = add_meeting_of_mark(db, &changes, &concerns, err);
        else if (changes_seats(&changes))
            journal_concern_list_add_row(&concerns, ENTITY_MEETING, changes.row);
    size_t capacity = 0;
    for (size_t i = 0; ok && i < concerns.count; i++)
        if (concerns.items[i].entity == ENTITY_MEETING) {
            *meetings = memory_grow(*meetings, &capacity, *count + 1, sizeof **meetings);
            (*meetings)[(*count)++] = concerns.items[i].row;
        }
    changeset_close(&changes);
    journal_concern_list_clear(&concerns);
    free(bytes);
    return ok;
}
