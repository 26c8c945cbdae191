/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_slot_count.c - how many people were seen in each slot: the figures at the door
 */
#include "table/presence_slot_count.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "database/connection.h"

#define SQL_CHANGE                                                                       \
    "UPDATE presence_slot_count SET present = present + :present,"                       \
    " remote = remote + :remote, inside = inside + :inside,"                             \
    " signatures = signatures + :signatures, excused = excused + :excused,"              \
    " absent = absent + :absent WHERE slot = :slot"
#define SQL_BEGIN                                                                        \
    "INSERT INTO presence_slot_count (slot, present, remote, inside, signatures,"        \
    " excused, absent) VALUES (:slot, :present, :remote, :inside, :signatures, "         \
    ":excused,"                                                                          \
    " :absent)"

struct presence_slot {
    int64_t slot;
    struct presence_count counts;
};

static struct presence_slot *
add(struct presence_slot_list *list, int64_t slot)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count] = (struct presence_slot){ .slot = slot };
    return &list->items[list->count++];
}

void
presence_slot_list_fill(struct presence_slot_list *list, const struct attendee *attendee)
{
    struct outcome_mark *marks = memory_new(attendee->mark_count, sizeof marks[0]);
    size_t count = 0;

    for (size_t i = 0; i < attendee->mark_count; i++) {
        const struct attendee_mark *mark = &attendee->marks[i];
        if (attendee_find(attendee, mark->registration))
            marks[count++] = mark->mark;
        const bool is_last = i + 1 == attendee->mark_count ||
                             attendee->marks[i + 1].mark.slot != mark->mark.slot;
        if (is_last && count > 0)
            slot_count_marks(&add(list, mark->mark.slot)->counts, marks, count);
        count = is_last ? 0 : count;
    }
    free(marks);
}

void
presence_slot_list_clear(struct presence_slot_list *list)
{
    free(list->items);
    *list = (struct presence_slot_list){ 0 };
}

/* Of a slot that is not in the list none. */
static struct presence_count
counts_in(const struct presence_slot_list *list, int64_t slot)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].slot == slot)
            return list->items[i].counts;
    return (struct presence_count){ 0 };
}

static bool
run(struct database *db, const char *sql, int64_t slot,
    const struct presence_count *change, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":slot", slot);
    connection_bind_number(statement, ":present", change->present);
    connection_bind_number(statement, ":remote", change->remote);
    connection_bind_number(statement, ":inside", change->inside);
    connection_bind_number(statement, ":signatures", change->signatures);
    connection_bind_number(statement, ":excused", change->excused);
    connection_bind_number(statement, ":absent", change->absent);
    return connection_run(statement, err);
}

static bool
change_slot(struct database *db, int64_t slot, const struct presence_count *old,
            const struct presence_count *new, struct error *err)
{
    const struct presence_count change = {
        .present = new->present - old->present,
        .remote = new->remote - old->remote,
        .inside = new->inside - old->inside,
        .signatures = new->signatures - old->signatures,
        .excused = new->excused - old->excused,
        .absent = new->absent - old->absent,
    };

    if (!change.present && !change.remote && !change.inside && !change.signatures &&
        !change.excused && !change.absent)
        return true;
    return run(db, SQL_CHANGE, slot, &change, err) &&
           (sqlite3_changes(db->sqlite) > 0 || run(db, SQL_BEGIN, slot, &change, err));
}

bool
presence_slot_count_write(struct database *db, const struct presence_slot_list *old,
                          const struct presence_slot_list *new, struct error *err)
{
    const struct presence_count none = { 0 };
    bool ok = true;

    for (size_t i = 0; ok && i < old->count; i++) {
        const int64_t slot = old->items[i].slot;
        const struct presence_count now = counts_in(new, slot);
        ok = change_slot(db, slot, &old->items[i].counts, &now, err);
    }
    for (size_t i = 0; ok && i < new->count; i++) {
        bool was = false;
        for (size_t k = 0; k < old->count; k++)
            was = was || old->items[k].slot == new->items[i].slot;
        ok =
            was || change_slot(db, new->items[i].slot, &none, &new->items[i].counts, err);
    }
    return ok;
}
