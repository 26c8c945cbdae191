/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_choice_table.c - who chose a workshop, and what one person chose */
#include "atelier/store/workshop_choice_table.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "table/record_list.h"
#include "table/workshop_sql.h"

#define CHOOSERS                                                                         \
    "SELECT c.id, w.id, c.registration, r.person, coalesce(r.category, 0),"              \
    " coalesce(r.organisation, 0), r.role, r.state, c.state, c.wish, c.wished_at,"       \
    " c.rank, " SITS_ELSEWHERE " FROM workshop w"                                        \
    " CROSS JOIN workshop_choice c ON c.workshop = w.id"                                 \
    " CROSS JOIN registration r ON r.id = c.registration AND " IS_REGISTRATION_LIVE("r")

#define IN_TURN "c.rank IS NULL, c.rank, c.id"

#define SQL_OF_WORKSHOP CHOOSERS " WHERE w.id = :id ORDER BY " IN_TURN
#define SQL_OF_MEETING CHOOSERS " WHERE w.meeting = :id ORDER BY w.id, " IN_TURN

#define SQL_OF_REGISTRATION                                                              \
    "SELECT id FROM workshop_choice WHERE registration = :registration ORDER BY id"

#define SQL_FIND                                                                         \
    "SELECT id FROM workshop_choice WHERE registration = :registration"                  \
    " AND workshop = :workshop"

/* A rank goes with the wait: who waited once has it in the journal alone. */
#define SQL_NEXT_RANK                                                                    \
    "SELECT 1 + max(coalesce((SELECT max(rank) FROM workshop_choice"                     \
    " WHERE workshop = :workshop), 0), coalesce((SELECT max(CAST(j.before ->> 'rank'"    \
    " AS INTEGER)) FROM workshop_choice c CROSS JOIN journal_change j"                   \
    " ON j.entity = :entity AND j.row = c.id WHERE c.workshop = :workshop), 0))"

#define SQL_HAS_RANK                                                                     \
    "SELECT count(*) FROM workshop_choice WHERE workshop = :workshop AND rank = :rank"   \
    " AND id <> :id"

#define SQL_DOUBLE                                                                       \
    "SELECT c.registration, min(x.id)"                                                   \
    " FROM workshop_choice c CROSS JOIN registration r ON r.id = c.registration"         \
    " AND " IS_REGISTRATION_LIVE(                                                        \
        "r") " CROSS JOIN workshop_choice o ON o.registration = c.registration"          \
             " AND o.state = :seated AND o.workshop <> c.workshop"                       \
             " CROSS JOIN workshop x ON x.id = o.workshop AND x.state = :planned"        \
             " WHERE c.workshop = :workshop AND c.state = :seated AND (x.start_at < "    \
             ":end"                                                                      \
             " AND :start < x.end_at OR coalesce(x.again, x.id) = :first)"               \
             " GROUP BY c.registration ORDER BY c.registration"

#define CHANGED "SELECT 1 FROM journal_change j WHERE j.entity = :entity AND j.row = c.id"
#define SQL_COUNT_SINCE                                                                  \
    "SELECT count(*) FROM workshop_choice c WHERE c.workshop = :workshop"                \
    " AND c.state = :seated AND EXISTS (" CHANGED " AND j.journal > :act)"               \
    " AND NOT EXISTS (" CHANGED " AND j.journal = :act)"

#define SQL_BY_NAME                                                                      \
    "SELECT r.person FROM registration r WHERE r.meeting = :meeting "                    \
    "AND " IS_REGISTRATION_LIVE("r") " ORDER BY r.sort_key, r.id"

#define SQL_AWAITED                                                                      \
    "SELECT w.id FROM workshop w WHERE w.meeting = :meeting AND EXISTS"                  \
    " (SELECT 1 FROM workshop_choice c WHERE c.workshop = w.id AND c.state = :queueing)" \
    " ORDER BY w.id"

void
chooser_list_clear(struct chooser_list *list)
{
    free(list->items);
    *list = (struct chooser_list){ 0 };
}

static int64_t
column_or(sqlite3_stmt *statement, int column, int64_t otherwise)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL
               ? otherwise
               : sqlite3_column_int64(statement, column);
}

static struct chooser
read_chooser(sqlite3_stmt *statement)
{
    return (struct chooser){
        .choice = sqlite3_column_int64(statement, 0),
        .workshop = sqlite3_column_int64(statement, 1),
        .registration = sqlite3_column_int64(statement, 2),
        .person = sqlite3_column_int64(statement, 3),
        .category = sqlite3_column_int64(statement, 4),
        .organisation = sqlite3_column_int64(statement, 5),
        .role = (enum registration_role)sqlite3_column_int(statement, 6),
        .standing = (enum registration_state)sqlite3_column_int(statement, 7),
        .state = (enum workshop_choice_state)sqlite3_column_int(statement, 8),
        .wish = column_or(statement, 9, NUMBER_NONE),
        .wished_at = column_or(statement, 10, INSTANT_NONE),
        .rank = column_or(statement, 11, NUMBER_NONE),
        .sits_elsewhere = sqlite3_column_int(statement, 12) != 0,
    };
}

static bool
list_choosers(struct database *db, const char *sql, int64_t id, struct chooser_list *list,
              struct error *err)
{
    chooser_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", id);
    connection_bind_number(statement, ":seated", CHOICE_SEATED);
    connection_bind_number(statement, ":planned", WORKSHOP_PLANNED);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        list->items[list->count++] = read_chooser(statement);
    }
    connection_release(statement);
    return ok;
}

bool
workshop_choice_table_of_workshop(struct database *db, int64_t workshop,
                                  struct chooser_list *list, struct error *err)
{
    return list_choosers(db, SQL_OF_WORKSHOP, workshop, list, err);
}

bool
workshop_choice_table_of_meeting(struct database *db, int64_t meeting,
                                 struct chooser_list *list, struct error *err)
{
    return list_choosers(db, SQL_OF_MEETING, meeting, list, err);
}

bool
workshop_choice_table_of_registration(struct database *db, int64_t registration,
                                      struct workshop_choice_list *list,
                                      struct error *err)
{
    workshop_choice_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_OF_REGISTRATION, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":registration", registration);
    struct record_list rows;
    const bool ok = record_list_load(db, &workshop_choice_entity, statement, &rows, err);
    *list = (struct workshop_choice_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
workshop_choice_table_find(struct database *db, int64_t workshop, int64_t registration,
                           struct workshop_choice *choice, struct error *err)
{
    record_clear(&workshop_choice_entity, choice);
    sqlite3_stmt *statement = connection_prepare(db, SQL_FIND, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":workshop", workshop);
    connection_bind_number(statement, ":registration", registration);
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &workshop_choice_entity, id, choice, err));
}

bool
workshop_choice_table_next_rank(struct database *db, int64_t workshop, int64_t *rank,
                                struct error *err)
{
    *rank = 1;
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEXT_RANK, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":workshop", workshop);
    connection_bind_number(statement, ":entity", workshop_choice_entity.number);
    return connection_read_number(statement, rank, err);
}

bool
workshop_choice_table_has_rank(struct database *db, const struct workshop_choice *choice,
                               bool *has, struct error *err)
{
    int64_t others = 0;

    *has = false;
    sqlite3_stmt *statement = connection_prepare(db, SQL_HAS_RANK, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":workshop", choice->workshop);
    connection_bind_number(statement, ":rank", choice->rank);
    connection_bind_number(statement, ":id", choice->head.id);
    const bool ok = connection_read_number(statement, &others, err);
    *has = others > 0;
    return ok;
}

bool
workshop_choice_table_find_double(struct database *db, const struct workshop *workshop,
                                  struct double_seats *found, struct error *err)
{
    *found = (struct double_seats){ 0 };
    sqlite3_stmt *statement = connection_prepare(db, SQL_DOUBLE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":workshop", workshop->head.id);
    connection_bind_number(statement, ":start", workshop->start_at);
    connection_bind_number(statement, ":end", workshop->end_at);
    connection_bind_number(statement, ":first",
                           workshop->again ? workshop->again : workshop->head.id);
    connection_bind_number(statement, ":seated", CHOICE_SEATED);
    connection_bind_number(statement, ":planned", WORKSHOP_PLANNED);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        if (found->people == 0)
            found->other = sqlite3_column_int64(statement, 1);
        if (found->people < DOUBLE_SEATS_MOST)
            found->registrations[found->people] = sqlite3_column_int64(statement, 0);
        found->people++;
    }
    connection_release(statement);
    return ok;
}

bool
workshop_choice_table_count_since(struct database *db, int64_t workshop, int64_t act,
                                  int64_t *count, struct error *err)
{
    *count = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_COUNT_SINCE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":workshop", workshop);
    connection_bind_number(statement, ":entity", workshop_choice_entity.number);
    connection_bind_number(statement, ":seated", CHOICE_SEATED);
    connection_bind_number(statement, ":act", act);
    return connection_read_number(statement, count, err);
}

bool
workshop_choice_table_each_awaited(struct database *db, int64_t meeting,
                                   bool (*visit)(void *context, int64_t workshop,
                                                 struct error *err),
                                   void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_AWAITED, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":queueing", CHOICE_WAITING);
    return connection_each_number(statement, visit, context, err);
}

bool
workshop_choice_table_each_by_name(struct database *db, int64_t meeting,
                                   bool (*visit)(void *context, int64_t person,
                                                 struct error *err),
                                   void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_BY_NAME, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    return connection_each_number(statement, visit, context, err);
}
