/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_revert.c - takes an act back: its changes inverted, as a new act (rule 9) */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/setting_table.h"
#include "journal/journal_changeset.h"
#include "journal/journal_entry.h"
#include "journal/journal_refusal.h"
#include "journal/journal_revision.h"
#include "search/search_index.h"

/* While the changes are applied. */
struct applying {
    struct database *db;
    struct table_columns columns;
    int conflict; /* what stopped it, or 0 */
};

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
    if (size != sqlite3_value_bytes(b))
        return false;
    return size == 0 ||
           memcmp(sqlite3_value_blob(a), sqlite3_value_blob(b), (size_t)size) == 0;
}

/* A line of the settings is told by its name, which is its key. */
static bool
is_counted_setting(sqlite3_changeset_iter *row, const char *table)
{
    sqlite3_value *name = NULL;

    return changeset_entity(table)->kind == ENTITY_COUNT &&
           sqlite3changeset_old(row, 0, &name) == SQLITE_OK && name &&
           journal_revision_is_counted((const char *)sqlite3_value_text(name));
}

/*
 * rev and its like are newer than the act left them when acts after it were
 * undone: nobody has moved the row by that.
 */
static bool
differs_only_in_counts(struct applying *applying, sqlite3_changeset_iter *row)
{
    const char *table = NULL;
    int count = 0;
    int operation = 0;

    if (sqlite3changeset_op(row, &table, &count, &operation, NULL) != SQLITE_OK ||
        !table_columns_load(&applying->columns, applying->db, table, NULL))
        return false;
    if (is_counted_setting(row, table))
        return true;
    for (int i = 0; i < count; i++) {
        sqlite3_value *expected = NULL;
        sqlite3_value *present = NULL;
        if (sqlite3changeset_old(row, i, &expected) != SQLITE_OK ||
            sqlite3changeset_conflict(row, i, &present) != SQLITE_OK)
            return false;
        if (expected && !values_equal(expected, present) &&
            !journal_revision_is_counted(table_columns_name(&applying->columns, i)))
            return false;
    }
    return true;
}

static int
on_conflict(void *context, int conflict, sqlite3_changeset_iter *row)
{
    struct applying *applying = context;

    if (conflict == SQLITE_CHANGESET_DATA && differs_only_in_counts(applying, row))
        return SQLITE_CHANGESET_REPLACE;
    applying->conflict = conflict;
    return SQLITE_CHANGESET_ABORT;
}

static int
is_reverted(void *context, const char *table)
{
    (void)context;
    return changeset_entity(table) != NULL;
}

/* Who is in the way is told from the rows as they were, which are there again only once
 * the whole operation is taken back: not before. */
static bool
fail_apply(const struct journal_act *act, int conflict, struct error *err)
{
    if (conflict == 0)
        return connection_fail(act->db, err);
    transaction_roll_back(act->db);
    return journal_refuse(act, conflict, err);
}

/*
 * No savepoint of its own: SQLite would keep each page that it touches in memory, and go
 * through all of them at each row.  The transaction is what takes a failure back.
 */
static bool
apply_inverse(const struct journal_act *act, struct error *err)
{
    struct applying applying = { .db = act->db };

    const int result = sqlite3changeset_apply_v2(
        act->db->sqlite, (int)act->size, act->bytes, is_reverted, on_conflict, &applying,
        NULL, NULL, SQLITE_CHANGESETAPPLY_INVERT | SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
    const bool ok = result == SQLITE_OK || fail_apply(act, applying.conflict, err);
    table_columns_clear(&applying.columns);
    return ok;
}

/* The seat rule and every meeting's counters follow from the settings. */
static bool
derive_seat_rule(struct database *db, struct error *err)
{
    struct settings settings;
    struct seat_rule rule;

    record_init(&settings_entity, &settings);
    bool ok = setting_table_load(db, &settings, err);
    if (ok) {
        seat_rule_init(&rule, settings.pending_takes_seat, settings.speaker_takes_seat,
                       settings.staff_takes_seat);
        ok = seats_table_set_rule(db, &rule, err);
    }
    record_clear(&settings_entity, &settings);
    return ok;
}

static bool
may_revert(const struct journal_act *act, struct error *err)
{
    struct journal_entry entry = { 0 };
    bool ok = journal_table_load(act->db, act->id, &entry, err);

    if (ok && entry.undone_by != 0)
        ok = error_set(err, ERROR_RULE, _("It is undone already."));
    if (ok && entry.undoes != 0)
        ok = error_set(err, ERROR_RULE, _("An undo is not undone; do the act again."));
    journal_entry_clear(&entry);
    return ok && journal_refuse_moved(act, err);
}

bool
journal_table_revert(struct database *db, int64_t id, const char *login, instant at,
                     struct error *err)
{
    struct journal_act act = { .db = db, .id = id };
    struct journal_revision rise = { 0 };

    const bool ok =
        may_revert(&act, err) &&
        journal_entry_changeset(db, id, &act.bytes, &act.size, err) &&
        journal_revision_note(&rise, db, act.bytes, act.size, err) &&
        apply_inverse(&act, err) &&
        journal_revision_raise(&rise, db, act.bytes, act.size, login, at, err) &&
        (!rise.settings || derive_seat_rule(db, err)) && search_index_settle(db, err);
    if (!ok)
        transaction_roll_back(db);
    journal_revision_clear(&rise);
    free(act.bytes);
    return ok;
}
