/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_revert.c - takes an act back: its changes inverted, as a new act (rule 9) */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/meeting_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/setting_table.h"
#include "journal_changeset.h"
#include "journal_entry.h"
#include "search_index.h"

/* What a row counts up and never down, as it was before the undo. */
struct mark {
    int64_t rev; /* 0: there was no such row */
    int64_t sequence;
};

struct revert {
    struct database *db;
    int64_t id;
    const char *login;
    instant at;
    void *bytes; /* the changes of the act, not inverted */
    size_t size;
    struct mark *marks; /* one a row of the changeset, in its order */
    size_t mark_count;
    size_t mark_capacity;
    bool settings; /* some of them changed */
    /* Why it stopped. */
    int conflict;
    struct table_columns columns;
};

/* These rise with every write, so they are newer than the act left them when acts
 * after it were undone; nobody has moved the row by that. */
static bool
is_counted_up(const char *column)
{
    return strcmp(column, "rev") == 0 || strcmp(column, "changed_at") == 0 ||
           strcmp(column, "changed_by") == 0 || strcmp(column, "ics_sequence") == 0;
}

static bool
values_equal(sqlite3_value *a, sqlite3_value *b)
{
    if (sqlite3_value_type(a) != sqlite3_value_type(b))
        return false;
    if (sqlite3_value_type(a) == SQLITE_INTEGER)
        return sqlite3_value_int64(a) == sqlite3_value_int64(b);
    if (sqlite3_value_type(a) == SQLITE_NULL)
        return true;
    const int size = sqlite3_value_bytes(a);
    return size == sqlite3_value_bytes(b) &&
           (size == 0 || memcmp(sqlite3_value_blob(a), sqlite3_value_blob(b), (size_t)size) == 0);
}

static bool
differs_only_in_counts(struct revert *revert, sqlite3_changeset_iter *row)
{
    const char *table = NULL;
    int count = 0;
    int operation = 0;

    if (sqlite3changeset_op(row, &table, &count, &operation, NULL) != SQLITE_OK ||
        !table_columns_load(&revert->columns, revert->db, table, NULL))
        return false;
    for (int i = 0; i < count; i++) {
        sqlite3_value *expected = NULL;
        sqlite3_value *present = NULL;
        if (sqlite3changeset_old(row, i, &expected) != SQLITE_OK ||
            sqlite3changeset_conflict(row, i, &present) != SQLITE_OK)
            return false;
        if (expected != NULL && !values_equal(expected, present) &&
            !is_counted_up(table_columns_name(&revert->columns, i)))
            return false;
    }
    return true;
}

static int
on_conflict(void *context, int conflict, sqlite3_changeset_iter *row)
{
    struct revert *revert = context;

    if (conflict == SQLITE_CHANGESET_DATA && differs_only_in_counts(revert, row))
        return SQLITE_CHANGESET_REPLACE;
    revert->conflict = conflict;
    return SQLITE_CHANGESET_ABORT;
}

static int
is_reverted(void *context, const char *table)
{
    (void)context;
    return changeset_entity(table) != NULL;
}

/* A statement on the present row's table, made from its name. */
static sqlite3_stmt *
prepare_for_table(const struct changeset *changes, const char *format, struct error *err)
{
    char *sql = sqlite3_mprintf(format, changes->table);
    sqlite3_stmt *statement = connection_prepare(changes->db, sql, err);

    sqlite3_free(sql);
    return statement;
}

static bool
read_mark(const struct changeset *changes, struct mark *mark, struct error *err)
{
    const bool is_meeting = changes->entity->kind == ENTITY_MEETING;
    sqlite3_stmt *statement =
        prepare_for_table(changes,
                          is_meeting ? "SELECT rev, ics_sequence FROM \"%w\" WHERE id = :id"
                                     : "SELECT rev, 0 FROM \"%w\" WHERE id = :id",
                          err);

    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":id", changes->row);
    bool found = false;
    const bool ok = connection_step(statement, &found, err);
    *mark = (struct mark){ 0 };
    if (found) {
        mark->rev = sqlite3_column_int64(statement, 0);
        mark->sequence = sqlite3_column_int64(statement, 1);
    }
    connection_release(statement);
    return ok;
}

static bool
read_marks(struct revert *revert, struct error *err)
{
    struct changeset changes;
    bool more = false;
    bool ok = changeset_open(&changes, revert->db, revert->bytes, revert->size, err);

    while (ok && (ok = changeset_next(&changes, &more, err)) && more) {
        revert->marks = memory_grow(revert->marks, &revert->mark_capacity,
                                    revert->mark_count + 1, sizeof revert->marks[0]);
        struct mark *mark = &revert->marks[revert->mark_count++];
        if (changes.entity->kind == ENTITY_COUNT)
            revert->settings = true;
        else
            ok = read_mark(&changes, mark, err);
    }
    changeset_close(&changes);
    return ok;
}

/* Rule 8: an act that raised the calendar's sequence raises it again when undone. */
static bool
raise_sequence(const struct changeset *changes, const struct mark *mark, struct error *err)
{
    const int column = changeset_find_column(changes, "ics_sequence");

    if (changes->entity->kind != ENTITY_MEETING || changes->operation != SQLITE_UPDATE ||
        changeset_before(changes, column) == NULL)
        return true;
    sqlite3_stmt *statement = connection_prepare(
        changes->db, "UPDATE meeting SET ics_sequence = :sequence WHERE id = :id", err);
    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":sequence", mark->sequence + 1);
    connection_bind_number(statement, ":id", changes->row);
    return connection_run(statement, err);
}

/* A row that comes back counts on from where it was removed. */
static bool
raise_head(const struct revert *revert, const struct changeset *changes,
           const struct mark *mark, struct error *err)
{
    sqlite3_stmt *statement = prepare_for_table(
        changes,
        "UPDATE \"%w\" SET rev = max(rev, :rev) + 1, changed_at = :at, changed_by = :login"
        " WHERE id = :id",
        err);

    if (statement == NULL)
        return false;
    connection_bind_number(statement, ":rev", mark->rev);
    connection_bind_number(statement, ":at", revert->at);
    connection_bind_text(statement, ":login", revert->login);
    connection_bind_number(statement, ":id", changes->row);
    return connection_run(statement, err);
}

static bool
raise_heads(const struct revert *revert, struct error *err)
{
    struct changeset changes;
    bool more = false;
    bool ok = changeset_open(&changes, revert->db, revert->bytes, revert->size, err);

    for (size_t i = 0; ok && (ok = changeset_next(&changes, &more, err)) && more; i++)
        if (changes.entity->kind != ENTITY_COUNT && changes.operation != SQLITE_INSERT)
            ok = raise_head(revert, &changes, &revert->marks[i], err) &&
                 raise_sequence(&changes, &revert->marks[i], err);
    changeset_close(&changes);
    return ok;
}

/* The seat rule and every meeting's counters follow from the settings. */
static bool
derive_seat_rule(struct revert *revert, struct error *err)
{
    struct settings settings;
    struct seat_rule rule;

    record_init(&settings_entity, &settings);
    bool ok = setting_table_load(revert->db, &settings, err);
    if (ok) {
        seat_rule_init(&rule, settings.pending_takes_seat, settings.speaker_takes_seat,
                       settings.staff_takes_seat);
        ok = seats_table_set_rule(revert->db, &rule, err);
    }
    record_clear(&settings_entity, &settings);
    return ok;
}

static bool
refuse_moved(struct revert *revert, struct error *err)
{
    struct journal_entry entry = { 0 };
    const bool known = journal_table_moved_since(revert->db, revert->id, &entry, err);

    if (known && entry.id != 0)
        error_set(err, ERROR_RULE,
                  _("It cannot be undone: %s changed the same row since; see its history."),
                  entry.staff);
    else if (known)
        error_set(err, ERROR_RULE,
                  _("It cannot be undone: the row changed since; see its history."));
    journal_entry_clear(&entry);
    return false;
}

static char *
title_copy(struct database *db, const struct entity *entity, int64_t row)
{
    struct buffer title = { 0 };

    row_title(db, entity, row, &title);
    return buffer_take(&title);
}

/* A row, not of this act, that refers to the present row by that field; 0 when none. */
static int64_t
find_needing(const struct revert *revert, const struct changeset *changes,
             const struct entity *entity, const struct field *field)
{
    char *sql = sqlite3_mprintf(
        "SELECT id FROM \"%w\" t WHERE \"%w\" = :row AND NOT EXISTS (SELECT 1 FROM journal_row"
        " WHERE entity = '%q' AND row = t.id AND journal = :journal) LIMIT 1",
        entity->name, field->name, entity->name);
    sqlite3_stmt *statement = connection_prepare(revert->db, sql, NULL);
    int64_t needing = 0;
    bool found = false;

    sqlite3_free(sql);
    if (statement == NULL)
        return 0;
    connection_bind_number(statement, ":row", changes->row);
    connection_bind_number(statement, ":journal", revert->id);
    if (connection_step(statement, &found, NULL) && found)
        needing = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return needing;
}

/* Sets the error and returns true when the present row would go but is needed. */
static bool
name_needing(const struct revert *revert, const struct changeset *changes, struct error *err)
{
    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        for (size_t i = 0; i < entity->field_count; i++) {
            const struct field *field = &entity->fields[i];
            if (field->kind != FIELD_REFERENCE ||
                field->refers_to != (int)changes->entity->kind)
                continue;
            const int64_t needing = find_needing(revert, changes, entity, field);
            if (needing == 0)
                continue;
            char *gone = title_copy(revert->db, changes->entity, changes->row);
            char *title = title_copy(revert->db, entity, needing);
            error_set(err, ERROR_RULE,
                      _("It cannot be undone: “%s” would go, and “%s” (%s) needs it."), gone,
                      title, _(entity->label));
            free(title);
            free(gone);
            return true;
        }
    }
    return false;
}

static bool
refuse_needed(const struct revert *revert, struct error *err)
{
    struct changeset changes;
    bool more = false;
    bool named = false;

    error_set(err, ERROR_RULE,
              _("It cannot be undone: rows that came since need what would go, or it needs"
                " rows that are gone."));
    bool ok = changeset_open(&changes, revert->db, revert->bytes, revert->size, NULL);
    while (ok && !named && (ok = changeset_next(&changes, &more, NULL)) && more)
        named = changes.operation == SQLITE_INSERT && name_needing(revert, &changes, err);
    changeset_close(&changes);
    return false;
}

static bool
refuse(struct revert *revert, struct error *err)
{
    switch (revert->conflict) {
    case SQLITE_CHANGESET_DATA:
    case SQLITE_CHANGESET_NOTFOUND:
        return refuse_moved(revert, err);
    case SQLITE_CHANGESET_FOREIGN_KEY:
        return refuse_needed(revert, err);
    case SQLITE_CHANGESET_CONFLICT:
    case SQLITE_CHANGESET_CONSTRAINT:
        return error_set(err, ERROR_RULE,
                         _("It cannot be undone: what would come back is there again, in"
                           " another row."));
    default:
        return connection_fail(revert->db, err);
    }
}

static bool
apply(struct revert *revert, struct error *err)
{
    void *inverse = NULL;
    int size = 0;

    if (sqlite3changeset_invert((int)revert->size, revert->bytes, &size, &inverse) !=
        SQLITE_OK)
        return error_set(err, ERROR_DATABASE,
                         _("An entry of the journal is damaged; run “atelier check”."));
    const int result = sqlite3changeset_apply(revert->db->sqlite, size, inverse, is_reverted,
                                              on_conflict, revert);
    sqlite3_free(inverse);
    return result == SQLITE_OK || refuse(revert, err);
}

static bool
may_revert(struct revert *revert, struct error *err)
{
    struct journal_entry entry = { 0 };
    bool ok = journal_table_load(revert->db, revert->id, &entry, err);

    if (ok && entry.undone_by != 0)
        ok = error_set(err, ERROR_RULE, _("It is undone already."));
    if (ok && entry.undoes != 0)
        ok = error_set(err, ERROR_RULE, _("An undo is not undone; do the act again."));
    ok = ok && journal_table_moved_since(revert->db, revert->id, &entry, err);
    if (ok && entry.id != 0)
        ok = refuse_moved(revert, err);
    journal_entry_clear(&entry);
    return ok;
}

bool
journal_table_revert(struct database *db, int64_t id, const char *login, instant at,
                     struct error *err)
{
    struct revert revert = { .db = db, .id = id, .login = login, .at = at };

    const bool ok = may_revert(&revert, err) &&
                    journal_entry_changeset(db, id, &revert.bytes, &revert.size, err) &&
                    read_marks(&revert, err) && apply(&revert, err) &&
                    raise_heads(&revert, err) && search_index_settle(db, err) &&
                    (!revert.settings || derive_seat_rule(&revert, err));
    table_columns_clear(&revert.columns);
    free(revert.marks);
    free(revert.bytes);
    return ok;
}
