/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day_due.c - the meetings whose events have to follow before the transaction
 * ends
 */
#include "table/meeting_day_due.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/slot.h"
#include "database/connection.h"

#define SQL_LONG                                                                         \
    "SELECT id FROM meeting WHERE substr(start, 1, 10) <> substr(\"end\", 1, 10)"

static struct meeting_day_due *
find_or_add(struct meeting_day_due_list *list, int64_t meeting)
{
    for (size_t i = list->count; i-- > 0;)
        if (list->items[i].meeting == meeting)
            return &list->items[i];
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count] =
        (struct meeting_day_due){ .meeting = meeting, .sequence = NUMBER_NONE };
    return &list->items[list->count++];
}

void
meeting_day_due_add(struct database *db, int64_t meeting)
{
    (void)find_or_add(&db->days, meeting);
}

bool
meeting_day_due_add_all(struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LONG, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there)
        meeting_day_due_add(db, sqlite3_column_int64(statement, 0));
    connection_release(statement);
    return ok;
}

static bool
is_of_one_date(const struct meeting *meeting)
{
    return date_compare(meeting->start.date, meeting->end.date) == 0;
}

static void
follow_meeting(struct database *db, const struct meeting *before,
               const struct meeting *after)
{
    if (!after || (!before && is_of_one_date(after)) ||
        (before && local_time_compare(before->start, after->start) == 0 &&
         local_time_compare(before->end, after->end) == 0 &&
         strcmp(before->ics_uid, after->ics_uid) == 0))
        return;
    struct meeting_day_due *due = find_or_add(&db->days, after->head.id);
    due->is_new = due->is_new || !before || strcmp(before->ics_uid, after->ics_uid) != 0;
    if (before && local_time_is_none(due->start)) {
        due->start = before->start;
        due->end = before->end;
        due->sequence = before->ics_sequence;
    }
}

static void
follow_slot(struct database *db, const struct slot *before, const struct slot *after)
{
    const struct slot *there = after ? after : before;

    if (before && after && local_time_compare(before->start, after->start) == 0 &&
        local_time_compare(before->end, after->end) == 0)
        return;
    if (there)
        meeting_day_due_add(db, there->meeting);
}

void
meeting_day_due_follow(struct database *db, const struct entity *entity,
                       const void *before, const void *after)
{
    if (!db->writing)
        return;
    if (entity->kind == ENTITY_MEETING)
        follow_meeting(db, before, after);
    else if (entity->kind == ENTITY_SLOT)
        follow_slot(db, before, after);
}

void
meeting_day_due_clear(struct meeting_day_due_list *list)
{
    free(list->items);
    *list = (struct meeting_day_due_list){ 0 };
}
