/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day_table.c - the events of meetings of several days, as calendars know them
 *
 * Statements of their own instead of the nouns': a step of the schema settles too, when a
 * later one has not given the nouns all their columns yet.
 */
#include "atelier/store/meeting_day_table.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/identifier.h"
#include "atelier/base/memory.h"
#include "atelier/store/journal_table.h"
#include "database/connection.h"
#include "table/meeting_day_due.h"

#define SQL_MEETING                                                                      \
    "SELECT start, \"end\", ics_uid, ics_sequence, state FROM meeting"                   \
    " WHERE id = :meeting"
#define SQL_SLOTS                                                                        \
    "SELECT id, start, \"end\" FROM slot WHERE meeting = :meeting ORDER BY start, id"
#define SQL_DAYS                                                                         \
    "SELECT id, slot, start, \"end\", ics_uid, ics_sequence, gone, changed_at"           \
    " FROM meeting_day WHERE meeting = :meeting ORDER BY start, id"
#define SQL_PUT                                                                          \
    "INSERT INTO meeting_day (id, meeting, slot, start, \"end\", ics_uid, ics_sequence," \
    " gone, changed_at) VALUES (:id, :meeting, :slot, :start, :end, :uid, :sequence,"    \
    " :gone, :changed_at) ON CONFLICT (id) DO UPDATE SET slot = excluded.slot,"          \
    " start = excluded.start, \"end\" = excluded.\"end\", ics_uid = excluded.ics_uid,"   \
    " ics_sequence = excluded.ics_sequence, gone = excluded.gone,"                       \
    " changed_at = excluded.changed_at"
#define SQL_FORGET "DELETE FROM meeting_day WHERE meeting = :meeting"
#define SQL_FORGET_DAY "DELETE FROM meeting_day WHERE id = :id"
#define SQL_FORGET_GONE                                                                  \
    "DELETE FROM meeting_day WHERE meeting = :meeting AND gone = 1"                      \
    " AND changed_at < :since"                                                           \
    " AND ics_uid <> (SELECT ics_uid FROM meeting WHERE id = :meeting)"
#define SQL_NEWEST "SELECT coalesce(max(at), 0) FROM journal"

enum { DAY_SECONDS = 24 * 60 * 60 };

/* --- what is known */

static struct local_time
read_time(sqlite3_stmt *statement, int column)
{
    struct local_time time = { 0 };

    (void)local_time_parse(connection_column_text(statement, column), &time);
    return time;
}

static bool
load_meeting(struct database *db, int64_t id, struct meeting *meeting, bool *there,
             struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MEETING, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", id);
    const bool ok = connection_step(statement, there, err);
    if (*there) {
        meeting->start = read_time(statement, 0);
        meeting->end = read_time(statement, 1);
        meeting->ics_uid = connection_column_copy(statement, 2);
        meeting->ics_sequence = sqlite3_column_int64(statement, 3);
        meeting->state = (enum meeting_state)sqlite3_column_int(statement, 4);
    }
    connection_release(statement);
    return ok;
}

static bool
load_slots(struct database *db, int64_t meeting, struct slot_list *list,
           struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SLOTS, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        struct slot *slot = &list->items[list->count++];
        record_init(&slot_entity, slot);
        slot->head.id = sqlite3_column_int64(statement, 0);
        slot->start = read_time(statement, 1);
        slot->end = read_time(statement, 2);
    }
    connection_release(statement);
    return ok;
}

static bool
load_days(struct database *db, int64_t meeting, struct meeting_day_list *list,
          struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_DAYS, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        struct meeting_day *day = meeting_day_list_add(list);
        day->id = sqlite3_column_int64(statement, 0);
        day->slot = sqlite3_column_int64(statement, 1);
        day->start = read_time(statement, 2);
        day->end = read_time(statement, 3);
        day->uid = connection_column_copy(statement, 4);
        day->sequence = sqlite3_column_int64(statement, 5);
        day->is_gone = sqlite3_column_int(statement, 6) != 0;
        day->changed_at = sqlite3_column_int64(statement, 7);
    }
    connection_release(statement);
    return ok;
}

/* --- what is kept */

/* Of the same domain as the meeting's own. */
static void
make_uid(struct meeting_day *day, const struct meeting *meeting)
{
    char uuid[UUID_TEXT_SIZE];
    uuid_make(uuid);
    struct buffer uid = { 0 };
    buffer_addf(&uid, "%s%s", uuid, meeting->ics_uid + strcspn(meeting->ics_uid, "@"));
    day->uid = buffer_take(&uid);
}

static bool
put_day(struct database *db, int64_t meeting, const struct meeting_day *day,
        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PUT, err);
    if (!statement)
        return false;
    char start[LOCAL_TIME_TEXT_SIZE];
    local_time_format(day->start, start);
    char end[LOCAL_TIME_TEXT_SIZE];
    local_time_format(day->end, end);
    if (day->id != 0)
        connection_bind_number(statement, ":id", day->id);
    connection_bind_number(statement, ":meeting", meeting);
    if (day->slot != 0)
        connection_bind_number(statement, ":slot", day->slot);
    connection_bind_text(statement, ":start", start);
    connection_bind_text(statement, ":end", end);
    connection_bind_text(statement, ":uid", day->uid);
    connection_bind_number(statement, ":sequence", day->sequence);
    connection_bind_number(statement, ":gone", day->is_gone);
    connection_bind_number(statement, ":changed_at", day->changed_at);
    return connection_run(statement, err);
}

static bool
put_days(struct database *db, int64_t id, const struct meeting *meeting,
         struct meeting_day_list *days, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < days->count; i++) {
        struct meeting_day *day = &days->items[i];
        if (day->is_forgotten)
            continue;
        if (!day->uid)
            make_uid(day, meeting);
        ok = !day->is_changed || put_day(db, id, day, err);
    }
    return ok;
}

/* Another day takes over the meeting's own UID from one that is to be forgotten. */
static void
pass_uid_on(struct meeting_day *from, struct meeting_day_list *days)
{
    size_t i = 0;

    while (i < days->count && (days->items[i].is_forgotten || days->items[i].is_gone))
        i++;
    if (i == days->count)
        return;
    free(days->items[i].uid);
    days->items[i].uid = from->uid;
    days->items[i].is_changed = true;
    from->uid = NULL;
}

static bool
forget_day(struct database *db, int64_t id, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_FORGET_DAY, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    return connection_run(statement, err);
}

static bool
forget_days(struct database *db, const struct meeting *meeting,
            struct meeting_day_list *days, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < days->count; i++) {
        struct meeting_day *day = &days->items[i];
        if (!day->is_forgotten)
            continue;
        if (strcmp(day->uid, meeting->ics_uid) == 0)
            pass_uid_on(day, days);
        ok = day->id == 0 || forget_day(db, day->id, err);
    }
    return ok;
}

/* A meeting that was revived as another for calendars has all its events anew. */
static bool
forget_older(struct database *db, int64_t id, const struct meeting *meeting,
             struct meeting_day_list *known, struct error *err)
{
    for (size_t i = 0; i < known->count; i++)
        if (strcmp(known->items[i].uid, meeting->ics_uid) == 0)
            return true;
    if (known->count == 0)
        return true;
    meeting_day_list_clear(known);
    sqlite3_stmt *statement = connection_prepare(db, SQL_FORGET, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", id);
    return connection_run(statement, err);
}

/* What was one event until now goes on as one of them, by the meeting's own UID. */
static void
begin_days(const struct meeting *meeting, const struct meeting_day_due *due,
           struct meeting_day_list *known)
{
    const bool is_older = !local_time_is_none(due->start);
    struct meeting_day *day = meeting_day_list_add(known);

    day->uid = memory_copy(meeting->ics_uid);
    day->start = is_older ? due->start : meeting->start;
    day->end = is_older ? due->end : meeting->end;
    day->is_changed = true;
}

static bool
is_one_event(const struct meeting_day_list *wanted)
{
    return wanted->count == 1 && wanted->items[0].slot == 0;
}

/* Nobody was told of a draft that never was confirmed.  Of days that are parted for the
 * first time none goes, and a step of the schema knows no journal. */
static bool
find_untold(struct database *db, int64_t id, const struct meeting *meeting,
            const struct meeting_day_list *known, bool *untold, struct error *err)
{
    bool told = true;
    const bool ok =
        known->count == 0 || meeting->state != MEETING_DRAFT ||
        journal_table_had_value(db, &meeting_entity, id, "state",
                                meeting_states[MEETING_CONFIRMED].name, &told, err);
    *untold = !told;
    return ok;
}

/* The days of a meeting that is there, from how they are known on. */
static bool
follow_days(struct database *db, const struct meeting_day_due *due,
            const struct meeting *meeting, const struct meeting_day_list *wanted,
            struct meeting_day_list *known, instant now, struct error *err)
{
    struct meeting_day_change change = {
        .now = now,
        .sequence = meeting->ics_sequence,
        .is_moved = !local_time_is_none(due->start) &&
                    date_compare(due->start.date, meeting->start.date) != 0,
        .is_counted = due->is_new || (due->sequence != NUMBER_NONE &&
                                      meeting->ics_sequence > due->sequence),
    };

    if (!find_untold(db, due->meeting, meeting, known, &change.is_untold, err))
        return false;
    if (known->count == 0)
        begin_days(meeting, due, known);
    meeting_day_list_follow(known, wanted, &change);
    return forget_days(db, meeting, known, err) &&
           put_days(db, due->meeting, meeting, known, err);
}

/* What nobody is told of any more, but for the meeting's own UID. */
static bool
forget_gone(struct database *db, int64_t id, instant now, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_FORGET_GONE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", id);
    connection_bind_number(statement, ":since",
                           now - (instant)MEETING_CANCELLED_DAYS * DAY_SECONDS);
    return connection_run(statement, err);
}

/* A meeting with the events that calendars know, and those that it should have. */
struct parted {
    struct meeting meeting;
    struct meeting_day_list known;
    struct meeting_day_list wanted; /* none: the meeting is not there */
};

static bool
parted_load(struct database *db, int64_t id, struct parted *parted, struct error *err)
{
    struct slot_list slots = { 0 };
    bool there = false;

    bool ok = load_meeting(db, id, &parted->meeting, &there, err);
    if (ok && there) {
        ok = load_slots(db, id, &slots, err) && load_days(db, id, &parted->known, err);
        meeting_day_list_split(&parted->meeting, &slots, &parted->wanted);
    }
    slot_list_clear(&slots);
    return ok;
}

static void
parted_clear(struct parted *parted)
{
    meeting_day_list_clear(&parted->wanted);
    meeting_day_list_clear(&parted->known);
    free(parted->meeting.ics_uid);
}

static bool
settle(struct database *db, const struct meeting_day_due *due, instant now,
       struct error *err)
{
    struct parted parted = { 0 };

    bool ok = forget_gone(db, due->meeting, now, err) &&
              parted_load(db, due->meeting, &parted, err);
    if (ok && parted.wanted.count > 0)
        ok = forget_older(db, due->meeting, &parted.meeting, &parted.known, err);
    if (ok && parted.wanted.count > 0 &&
        (parted.known.count > 0 || !is_one_event(&parted.wanted)))
        ok = follow_days(db, due, &parted.meeting, &parted.wanted, &parted.known, now,
                         err);
    parted_clear(&parted);
    return ok;
}

bool
meeting_day_table_settle(struct database *db, instant now, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < db->days.count; i++)
        ok = settle(db, &db->days.items[i], now, err);
    meeting_day_due_clear(&db->days);
    return ok;
}

bool
meeting_day_due_settle(struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEWEST, err);
    instant newest = 0;
    return statement && connection_read_number(statement, &newest, err) &&
           meeting_day_table_settle(db, newest, err);
}

/* --- what is known beside what should be */

static bool
has_day(const struct meeting_day_list *known, const struct meeting_day *wanted)
{
    for (size_t i = 0; i < known->count; i++) {
        const struct meeting_day *day = &known->items[i];
        if (!day->is_gone && day->slot == wanted->slot &&
            local_time_compare(day->start, wanted->start) == 0 &&
            local_time_compare(day->end, wanted->end) == 0)
            return true;
    }
    return false;
}

static bool
parted_agrees(const struct parted *parted)
{
    const struct meeting_day_list *known = &parted->known;
    size_t present = 0;
    bool has_own = false;
    bool agrees = true;

    if (parted->wanted.count == 0 || (known->count == 0 && is_one_event(&parted->wanted)))
        return true;
    for (size_t i = 0; i < known->count; i++) {
        present += !known->items[i].is_gone;
        has_own = has_own || strcmp(known->items[i].uid, parted->meeting.ics_uid) == 0;
    }
    for (size_t i = 0; agrees && i < parted->wanted.count; i++)
        agrees = has_day(known, &parted->wanted.items[i]);
    return agrees && has_own && present == parted->wanted.count;
}

bool
meeting_day_due_agrees(struct database *db, int64_t meeting, bool *agrees,
                       struct error *err)
{
    struct parted parted = { 0 };

    const bool ok = parted_load(db, meeting, &parted, err);
    *agrees = ok && parted_agrees(&parted);
    parted_clear(&parted);
    return ok;
}
