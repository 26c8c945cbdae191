/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_capture.c - what a transaction changes, noted row by row while it does */
#include "journal/journal_capture.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/row_image.h"
#include "database/connection.h"
#include "journal/journal_before.h"

#define SQL_NEXT "SELECT coalesce(max(id), 0) + 1 FROM journal"

#define SQL_ADD                                                                          \
    "INSERT INTO journal_change (entity, row, journal, kind, leaves, before, hash)"      \
    " VALUES (:entity, :row, :journal, :kind, :leaves, :before, :hash)"                  \
    " ON CONFLICT DO NOTHING"

#define OF_ROW " WHERE entity = :entity AND row = :row AND journal = :journal"

#define SQL_LOAD "SELECT kind, before FROM journal_change" OF_ROW
#define SQL_CHANGE                                                                       \
    "UPDATE journal_change SET kind = :kind, leaves = :leaves, before = :before,"        \
    " hash = :hash" OF_ROW
#define SQL_DROP "DELETE FROM journal_change" OF_ROW

/* One row before and after the act: NULL when it was not there. */
struct change {
    const struct entity *entity;
    int64_t row;
    const void *before;
    const void *after;
};

static enum journal_change_kind
kind_of(const struct change *change)
{
    return !change->before  ? JOURNAL_ADDED
           : !change->after ? JOURNAL_REMOVED
                            : JOURNAL_CHANGED;
}

/* Adds what stood there before; false when the act changed nothing of the row. */
static bool
add_before(struct buffer *json, const struct change *change)
{
    switch (kind_of(change)) {
    case JOURNAL_ADDED:
        return change->after != NULL;
    case JOURNAL_REMOVED:
        row_image_add_whole(json, change->entity, change->before);
        return true;
    case JOURNAL_CHANGED:
        break;
    }
    return row_image_add_changed(json, change->entity, change->before, change->after) > 0;
}

/* Whether it concerned a row before that it does not concern any more. */
static bool
leaves(const struct change *change)
{
    for (size_t i = 0; change->before && i < change->entity->field_count; i++) {
        const struct field *field = &change->entity->fields[i];
        if ((field->flags & FIELD_CONCERNS) &&
            (!change->after || !field_equal(field, change->before, change->after)))
            return true;
    }
    return false;
}

static sqlite3_stmt *
prepare(struct database *db, const char *sql, const struct change *change,
        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return NULL;
    connection_bind_number(statement, ":entity", change->entity->number);
    connection_bind_number(statement, ":row", change->row);
    connection_bind_number(statement, ":journal", db->capture.id);
    return statement;
}

static bool
write_change(struct database *db, const char *sql, const struct change *change,
             const struct buffer *before, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, sql, change, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":kind", kind_of(change));
    connection_bind_number(statement, ":leaves", leaves(change));
    if (before->length > 0)
        connection_bind_text(statement, ":before", buffer_text(before));
    if (change->after)
        connection_bind_number(statement, ":hash",
                               (int64_t)row_image_hash(change->entity, change->after));
    return connection_run(statement, err);
}

/* --- a row that the act has changed already */

static bool
load_first(struct database *db, const struct change *change, bool *there,
           enum journal_change_kind *kind, char **before, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, SQL_LOAD, change, err);

    if (!statement)
        return false;
    const bool ok = connection_step(statement, there, err);
    if (*there) {
        *kind = (enum journal_change_kind)sqlite3_column_int(statement, 0);
        *before = connection_column_copy(statement, 1);
    }
    connection_release(statement);
    return ok;
}

/* Writes one change from what the row was before the act to what it is now. */
static bool
write_again(struct database *db, const struct change *change, struct error *err)
{
    struct buffer before = { 0 };
    bool ok;

    if (add_before(&before, change)) {
        ok = write_change(db, SQL_CHANGE, change, &before, err);
    } else {
        sqlite3_stmt *statement = prepare(db, SQL_DROP, change, err);
        ok = statement && connection_run(statement, err);
        db->capture.changes--;
        db->capture.has_dropped = true;
    }
    buffer_clear(&before);
    return ok;
}

static bool
merge(struct database *db, struct change change, struct error *err)
{
    enum journal_change_kind kind = JOURNAL_CHANGED;
    char *before = NULL;
    bool there = false;

    bool ok = load_first(db, &change, &there, &kind, &before, err);
    if (!there)
        return ok;
    void *first = record_new(change.entity);
    if (kind == JOURNAL_CHANGED && change.before)
        record_copy(change.entity, first, change.before);
    ((struct record *)first)->id = change.row;
    ok = ok && journal_before_restore(db, change.entity, first, before, err);
    change.before = kind == JOURNAL_ADDED ? NULL : first;
    ok = ok && write_again(db, &change, err);
    record_free(change.entity, first);
    free(before);
    return ok;
}

/* --- the act */

static bool
begin(struct database *db, struct error *err)
{
    if (db->capture.id != 0)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEXT, err);
    return statement && connection_read_number(statement, &db->capture.id, err);
}

/* Only a row whose change was dropped can be. */
static bool
is_noted(const struct journal_capture *capture, const struct entity *entity, int64_t row)
{
    for (size_t i = 0; capture->has_dropped && i < capture->run_count; i++) {
        const struct journal_run *run = &capture->runs[i];
        if (run->entity == entity && run->first <= row && row <= run->last)
            return true;
    }
    return false;
}

/* A long act goes through a few nouns in turn: a person, a post, a registration. */
static struct journal_run *
find_run_before(const struct journal_capture *capture, const struct entity *entity,
                int64_t row)
{
    enum { NOUNS_IN_TURN = 6 };

    for (size_t i = 1; i <= NOUNS_IN_TURN && i <= capture->run_count; i++) {
        struct journal_run *run = &capture->runs[capture->run_count - i];
        if (run->entity == entity && run->last + 1 == row)
            return run;
    }
    return NULL;
}

static void
note_row(struct journal_capture *capture, const struct entity *entity, int64_t row)
{
    capture->changes++;
    if (is_noted(capture, entity, row))
        return;
    struct journal_run *run = find_run_before(capture, entity, row);
    if (run) {
        run->last = row;
        return;
    }
    capture->runs = memory_grow(capture->runs, &capture->run_capacity,
                                capture->run_count + 1, sizeof capture->runs[0]);
    capture->runs[capture->run_count++] =
        (struct journal_run){ .entity = entity, .first = row, .last = row };
}

bool
journal_capture_row(struct database *db, const struct entity *entity, const void *before,
                    const void *after, struct error *err)
{
    const struct record *head = after ? after : before;
    const struct change change = {
        .entity = entity, .row = head->id, .before = before, .after = after
    };
    struct buffer json = { 0 };

    if (!db->writing)
        return true;
    bool ok = begin(db, err);
    bool added = false;
    if (ok && add_before(&json, &change)) {
        ok = write_change(db, SQL_ADD, &change, &json, err);
        added = ok && sqlite3_changes(db->sqlite) > 0;
        if (added)
            note_row(&db->capture, entity, change.row);
    }
    if (ok && !added && db->capture.changes > 0)
        ok = merge(db, change, err);
    buffer_clear(&json);
    return ok;
}

void
journal_capture_end(struct database *db)
{
    free(db->capture.runs);
    db->capture = (struct journal_capture){ 0 };
}
