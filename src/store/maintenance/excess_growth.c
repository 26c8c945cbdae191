/* SPDX-License-Identifier: GPL-3.0-or-later */
/* excess_growth.c - did an act bring more people to seats under a quota than it allows?
 * Act by act, the last first, from the seats that are taken now */
#include "maintenance/excess_growth.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/domain/seats.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"

/* When the quota became what it is; it began with the file where nobody knows. */
#define SQL_SINCE                                                                        \
    "SELECT coalesce(max(journal), 0) FROM journal_change"                               \
    " WHERE entity = :entity AND row = :row"

#define SQL_ACTS                                                                         \
    "SELECT c.journal, j.undoes IS NULL AND j.redoes IS NULL AND j.undone_by IS NULL"    \
    " FROM journal_change c JOIN journal j ON j.id = c.journal"                          \
    " WHERE c.entity = :entity AND c.row = :row AND c.journal > :since"                  \
    " ORDER BY c.journal DESC"

/* What an act did to the seats under the quota, by one registration. */
struct step {
    int64_t act;
    bool stands; /* neither undone, nor itself an undo or a redo */
    int64_t more;
};

struct walk {
    struct database *db;
    struct seat_limit limit;
    int64_t organisation; /* of a quota of each organisation */
    struct seat_rule rule;
    int64_t since;
    struct step *steps;
    size_t count;
    size_t capacity;
};

/* The seats that somebody takes under the quota, 1 or 0. */
static int64_t
seats_of(const struct walk *walk, const struct registration *registration, bool there)
{
    const struct seat_limit *limit = &walk->limit;
    const int64_t organisation =
        limit->organisation ? limit->organisation : walk->organisation;

    return there && registration->meeting == limit->meeting &&
           walk->rule.takes[registration->state][registration->role] &&
           (!limit->category || registration->category == limit->category) &&
           (!organisation || registration->organisation == organisation);
}

/* The acts of a registration, the last first; what they did is not known yet. */
static bool
list_acts(struct walk *walk, int64_t registration, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(walk->db, SQL_ACTS, err);
    bool there = false;
    bool ok = statement != NULL;

    if (statement) {
        connection_bind_number(statement, ":entity", registration_entity.number);
        connection_bind_number(statement, ":row", registration);
        connection_bind_number(statement, ":since", walk->since);
    }
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        walk->steps = memory_grow(walk->steps, &walk->capacity, walk->count + 1,
                                  sizeof walk->steps[0]);
        walk->steps[walk->count++] =
            (struct step){ .act = sqlite3_column_int64(statement, 0),
                           .stands = sqlite3_column_int(statement, 1) != 0 };
    }
    connection_release(statement);
    return ok;
}

static bool
add_steps(void *context, int64_t id, struct error *err)
{
    struct walk *walk = context;
    const size_t first = walk->count;
    struct registration registration;
    bool there = false;

    record_init(&registration_entity, &registration);
    bool ok =
        list_acts(walk, id, err) &&
        journal_table_now(walk->db, &registration_entity, id, &registration, &there, err);
    int64_t after = seats_of(walk, &registration, there);
    for (size_t i = first; ok && i < walk->count; i++) {
        struct step *step = &walk->steps[i];
        ok = journal_table_past(walk->db, &registration_entity, id, step->act - 1,
                                &registration, &there, err);
        const int64_t before = seats_of(walk, &registration, there);
        step->more = after - before;
        after = before;
    }
    record_clear(&registration_entity, &registration);
    return ok;
}

static int
compare_steps(const void *a, const void *b)
{
    const struct step *left = a;
    const struct step *right = b;

    return (left->act < right->act) - (left->act > right->act);
}

/* The people of one act come and go at once. */
static bool
has_grown(struct walk *walk, int64_t people, int64_t taken)
{
    if (walk->count > 0)
        qsort(walk->steps, walk->count, sizeof walk->steps[0], compare_steps);
    for (size_t i = 0; i < walk->count;) {
        const struct step *act = &walk->steps[i];
        int64_t more = 0;
        for (; i < walk->count && walk->steps[i].act == act->act; i++)
            more += walk->steps[i].more;
        if (act->stands && more > 0 && taken > people)
            return true;
        taken -= more;
    }
    return false;
}

static bool
read_since(struct walk *walk, int64_t limit, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(walk->db, SQL_SINCE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", seat_limit_entity.number);
    connection_bind_number(statement, ":row", limit);
    return connection_read_number(statement, &walk->since, err);
}

bool
excess_grew(struct database *db, const struct excess *excess, bool *grew,
            struct error *err)
{
    struct walk walk = { .db = db, .organisation = excess->organisation };

    record_init(&seat_limit_entity, &walk.limit);
    const bool ok = row_load(db, &seat_limit_entity, excess->limit, &walk.limit, err) &&
                    seats_table_rule(db, &walk.rule, err) &&
                    read_since(&walk, excess->limit, err) &&
                    registration_table_each_touched(db, excess->meeting, walk.since + 1,
                                                    add_steps, &walk, err);
    *grew = ok && has_grown(&walk, excess->people, excess->taken);
    record_clear(&seat_limit_entity, &walk.limit);
    free(walk.steps);
    return ok;
}
