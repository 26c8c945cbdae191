/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_count.c - how many people of each kind were marked at a meeting
 *
 * A row that is written changes how one person is counted.  What their rows are now is
 * read; what they were is the same but for that row.
 */
#include "table/presence_count.h"

#include <assert.h>
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "database/connection.h"
#include "table/attendee.h"
#include "table/presence_slot_count.h"

#define OF_KIND                                                                          \
    " WHERE meeting = :meeting AND kind = :kind AND remote = :remote AND state = :state" \
    " AND category = :category"

#define SQL_COME                                                                         \
    "INSERT INTO presence_count (meeting, kind, remote, state, category, people)"        \
    " VALUES (:meeting, :kind, :remote, :state, :category, 1)"                           \
    " ON CONFLICT DO UPDATE SET people = people + 1"
#define SQL_GO "UPDATE presence_count SET people = people - 1" OF_KIND " AND people > 1"
#define SQL_GO_LAST "DELETE FROM presence_count" OF_KIND

#define SQL_WHO "SELECT person, meeting FROM registration WHERE id = :id"

/* One registration or person, as it is counted. */
struct counted {
    int kind;
    bool remote;
    enum registration_state state;
    int64_t category;
};

struct counted_list {
    struct counted *items;
    size_t count;
    size_t capacity;
};

enum outcome
presence_count_outcome(int kind, bool remote)
{
    return kind == PRESENCE_EXCUSED  ? OUTCOME_EXCUSED
           : kind == PRESENCE_ABSENT ? OUTCOME_ABSENT
           : kind < 0                ? OUTCOME_UNKNOWN
           : remote                  ? OUTCOME_REMOTE
                                     : OUTCOME_IN_ROOM;
}

static int
kind_of(enum outcome outcome)
{
    return outcome == OUTCOME_EXCUSED  ? PRESENCE_EXCUSED
           : outcome == OUTCOME_ABSENT ? PRESENCE_ABSENT
                                       : PRESENCE_PRESENT;
}

static void
add(struct counted_list *list, int kind, bool remote,
    const struct attendee_registration *registration)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] =
        (struct counted){ kind, remote, registration->state, registration->category };
}

/* As what the person is counted. */
static void
count_attendee(const struct attendee *attendee, struct counted_list *list)
{
    const struct attendee_registration *newest = attendee_newest(attendee);
    const enum outcome outcome = newest ? attendee_outcome(attendee) : OUTCOME_UNKNOWN;

    for (size_t i = 0; i < attendee->registration_count; i++)
        if (&attendee->registrations[i] != newest)
            add(list, PRESENCE_REPLACED, false, &attendee->registrations[i]);
    if (outcome != OUTCOME_UNKNOWN)
        add(list, kind_of(outcome), outcome == OUTCOME_REMOTE, newest);
}

static bool
run(struct database *db, const char *sql, int64_t meeting, const struct counted *counted,
    struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":kind", counted->kind);
    connection_bind_number(statement, ":remote", counted->remote);
    connection_bind_number(statement, ":state", counted->state);
    connection_bind_number(statement, ":category", counted->category);
    return connection_run(statement, err);
}

/* A kind without people has no row. */
static bool
go(struct database *db, int64_t meeting, const struct counted *counted, struct error *err)
{
    return run(db, SQL_GO, meeting, counted, err) &&
           (sqlite3_changes(db->sqlite) > 0 ||
            run(db, SQL_GO_LAST, meeting, counted, err));
}

static bool
is_same(const struct counted *a, const struct counted *b)
{
    return a->kind == b->kind && a->remote == b->remote && a->state == b->state &&
           a->category == b->category;
}

/* Takes one that is the same out of the list. */
static bool
take(struct counted_list *list, const struct counted *counted)
{
    for (size_t i = 0; i < list->count; i++)
        if (is_same(&list->items[i], counted)) {
            list->items[i] = list->items[--list->count];
            return true;
        }
    return false;
}

/* Writes the difference alone: most of what is written changes no count. */
static bool
write_counts(struct database *db, int64_t meeting, struct counted_list *old,
             const struct counted_list *new, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < new->count; i++)
        ok = take(old, &new->items[i]) || run(db, SQL_COME, meeting, &new->items[i], err);
    for (size_t i = 0; ok && i < old->count; i++)
        ok = go(db, meeting, &old->items[i], err);
    return ok;
}

/* `take_back` makes of the person's rows what they were before. */
static bool
follow(struct database *db, int64_t meeting, struct attendee *attendee,
       void (*take_back)(struct attendee *attendee, const void *before,
                         const void *after),
       const void *before, const void *after, struct error *err)
{
    struct counted_list old = { 0 };
    struct counted_list new = { 0 };
    struct presence_slot_list old_slots = { 0 };
    struct presence_slot_list new_slots = { 0 };

    count_attendee(attendee, &new);
    presence_slot_list_fill(&new_slots, attendee);
    take_back(attendee, before, after);
    count_attendee(attendee, &old);
    presence_slot_list_fill(&old_slots, attendee);
    const bool ok = write_counts(db, meeting, &old, &new, err) &&
                    presence_slot_count_write(db, &old_slots, &new_slots, err);
    free(old.items);
    free(new.items);
    presence_slot_list_clear(&old_slots);
    presence_slot_list_clear(&new_slots);
    return ok;
}

/* --- registrations */

static struct attendee_registration
registration_of(const struct registration *registration)
{
    return (struct attendee_registration){ registration->head.id, registration->state,
                                           registration->category };
}

static void
take_back_registration(struct attendee *attendee, const void *before, const void *after)
{
    const struct registration *there = after ? after : before;
    assert(there);
    struct attendee_registration *known = attendee_find(attendee, there->head.id);

    if (known)
        *known = attendee->registrations[--attendee->registration_count];
    if (before) {
        const struct attendee_registration was = registration_of(before);
        attendee_add_registration(attendee, &was);
    }
}

static bool
follow_person(struct database *db, const struct registration *before,
              const struct registration *after, struct error *err)
{
    const struct registration *there = after ? after : before;
    struct attendee attendee = { 0 };

    assert(there);
    const bool ok =
        attendee_load(db, there->person, there->meeting, &attendee, err) &&
        (after || attendee_load_marks(db, there->head.id, &attendee, err)) &&
        follow(db, there->meeting, &attendee, take_back_registration, before, after, err);
    attendee_clear(&attendee);
    return ok;
}

/* Merged into somebody else a person leaves the registration to them, with its marks. */
static bool
follow_registration(struct database *db, const struct registration *before,
                    const struct registration *after, struct error *err)
{
    if (before && after && before->person != after->person)
        return follow_person(db, before, NULL, err) &&
               follow_person(db, NULL, after, err);
    return (before && after && before->state == after->state &&
            before->category == after->category) ||
           follow_person(db, before, after, err);
}

/* --- marks */

static void
take_back_mark(struct attendee *attendee, const void *before, const void *after)
{
    const struct presence *was = before;
    const struct presence *is = after;

    for (size_t i = 0; is && i < attendee->mark_count; i++)
        if (attendee->marks[i].mark.id == is->head.id) {
            attendee->mark_count--;
            for (size_t k = i; k < attendee->mark_count; k++)
                attendee->marks[k] = attendee->marks[k + 1];
            break;
        }
    if (was) {
        const struct outcome_mark mark = { was->head.id, was->slot, was->kind,
                                           was->remote };
        attendee_add_mark(attendee, was->registration, &mark);
    }
}

/* Whose mark it is; 0 when the registration is not there, or not any more: its marks are
 * counted when it comes, and were when it went. */
static bool
find_who(struct database *db, int64_t registration, int64_t *person, int64_t *meeting,
         struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_WHO, err);
    bool there = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", registration);
    const bool ok = connection_step(statement, &there, err);
    *person = ok && there ? sqlite3_column_int64(statement, 0) : 0;
    *meeting = ok && there ? sqlite3_column_int64(statement, 1) : 0;
    connection_release(statement);
    return ok;
}

static bool
follow_mark(struct database *db, const struct presence *before,
            const struct presence *after, struct error *err)
{
    const struct presence *there = after ? after : before;
    struct attendee attendee = { 0 };
    int64_t person = 0;
    int64_t meeting = 0;

    if (!find_who(db, there->registration, &person, &meeting, err))
        return false;
    if (meeting == 0)
        return true;
    const bool ok = attendee_load(db, person, meeting, &attendee, err) &&
                    follow(db, meeting, &attendee, take_back_mark, before, after, err);
    attendee_clear(&attendee);
    return ok;
}

bool
presence_count_follow(struct database *db, const struct entity *entity,
                      const void *before, const void *after, struct error *err)
{
    return entity->kind == ENTITY_REGISTRATION
               ? follow_registration(db, before, after, err)
           : entity->kind == ENTITY_PRESENCE ? follow_mark(db, before, after, err)
                                             : true;
}
