/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft_table.c - what a form held when the line dropped */
#include "atelier/store/draft_table.h"

#include <stdint.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "database/connection.h"

/* Over one of the same name only where that is nobody's, or one's own. */
#define SQL_SAVE                                                                         \
    "INSERT INTO draft (staff, screen, entity, row, fields, at, owner)"                  \
    " VALUES (:staff, :screen, :entity, :row, :fields, :at, :owner)"                     \
    " ON CONFLICT (staff, screen, entity, row) DO UPDATE"                                \
    " SET fields = excluded.fields, at = excluded.at, owner = excluded.owner"            \
    " WHERE draft.owner IS NULL OR draft.owner IS excluded.owner RETURNING id"

#define SQL_CHANGE                                                                       \
    "UPDATE draft SET fields = :fields, at = :at"                                        \
    " WHERE id = :id AND staff = :staff AND owner IS :owner RETURNING id"

#define SQL_TAKE                                                                         \
    "UPDATE draft SET owner = :owner"                                                    \
    " WHERE id = :id AND staff = :staff AND owner IS :before RETURNING id"

#define SQL_FIND                                                                         \
    "SELECT id, staff, screen, entity, row, fields, at, owner FROM draft"                \
    " WHERE staff = :staff"                                                              \
    " AND (:screen IS NULL OR (screen = :screen AND row = :row))"                        \
    " ORDER BY at DESC, id DESC LIMIT 1"

/* Most have none when they begin to work. */
#define SQL_ANY "SELECT 1 FROM draft WHERE staff = :staff LIMIT 1"

#define SQL_NEXT                                                                         \
    "SELECT id, staff, screen, entity, row, fields, at, owner FROM draft"                \
    " WHERE staff = :staff AND (at, id) < (:at, :id)"                                    \
    " ORDER BY at DESC, id DESC LIMIT 1"

#define SQL_LOAD                                                                         \
    "SELECT id, staff, screen, entity, row, fields, at, owner FROM draft"                \
    " WHERE id = :id AND staff = :staff"

#define SQL_REMOVE "DELETE FROM draft WHERE id = :id AND staff = :staff"

#define SQL_FORGET "DELETE FROM draft WHERE staff = :staff"

#define SQL_RENAME "UPDATE draft SET staff = :staff WHERE staff = :before"

/* A draft is written by itself, in the queue like all writing, unless a
 * transaction is open already. */
static bool
write_draft(struct database *db, bool (*write)(struct database *, void *, struct error *),
            void *what, struct error *err)
{
    if (db->writing)
        return write(db, what, err);
    if (!transaction_begin(db, err))
        return false;
    if (write(db, what, err))
        return transaction_commit(db, err);
    transaction_roll_back(db);
    return false;
}

static bool
save_draft(struct database *db, void *what, struct error *err)
{
    struct draft *draft = what;

    sqlite3_stmt *statement =
        connection_prepare(db, draft->id ? SQL_CHANGE : SQL_SAVE, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", draft->staff);
    connection_bind_text(statement, ":fields", draft->fields);
    connection_bind_number(statement, ":at", draft->at);
    connection_bind_text(statement, ":owner", draft->owner);
    if (draft->id) {
        connection_bind_number(statement, ":id", draft->id);
    } else {
        connection_bind_text(statement, ":screen", draft->screen);
        connection_bind_text(statement, ":entity", draft->entity);
        connection_bind_number(statement, ":row", draft->row);
    }
    int64_t id = 0;
    if (!connection_read_number(statement, &id, err))
        return false;
    draft->id = id;
    return id || error_set(err, ERROR_CONFLICT,
                           _("What was typed here is in another window of yours now."));
}

bool
draft_table_save(struct database *db, struct draft *draft, struct error *err)
{
    return write_draft(db, save_draft, draft, err);
}

static bool
read_draft(sqlite3_stmt *statement, struct draft *draft, struct error *err)
{
    bool there = false;
    bool ok = connection_step(statement, &there, err);
    if (there)
        *draft = (struct draft){
            .id = sqlite3_column_int64(statement, 0),
            .staff = connection_column_copy(statement, 1),
            .screen = connection_column_copy(statement, 2),
            .entity = connection_column_copy(statement, 3),
            .row = sqlite3_column_int64(statement, 4),
            .fields = connection_column_copy(statement, 5),
            .at = sqlite3_column_int64(statement, 6),
            .owner = connection_column_copy(statement, 7),
        };
    connection_release(statement);
    return ok;
}

static bool
has_any(struct database *db, const char *login, bool *any, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ANY, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    const bool ok = connection_step(statement, any, err);
    connection_release(statement);
    return ok;
}

bool
draft_table_find(struct database *db, const char *login, const char *screen, int64_t row,
                 struct draft *draft, struct error *err)
{
    bool any = true;

    draft_clear(draft);
    if (!screen && !has_any(db, login, &any, err))
        return false;
    if (!any)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_FIND, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    connection_bind_text(statement, ":screen", screen);
    connection_bind_number(statement, ":row", row);
    return read_draft(statement, draft, err);
}

bool
draft_table_next(struct database *db, const char *login, const struct draft *newer,
                 struct draft *draft, struct error *err)
{
    draft_clear(draft);
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEXT, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    connection_bind_number(statement, ":at", newer->at);
    connection_bind_number(statement, ":id", newer->id);
    return read_draft(statement, draft, err);
}

bool
draft_table_load(struct database *db, const char *login, int64_t id, struct draft *draft,
                 struct error *err)
{
    draft_clear(draft);
    sqlite3_stmt *statement = connection_prepare(db, SQL_LOAD, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    connection_bind_number(statement, ":id", id);
    return read_draft(statement, draft, err);
}

static bool
remove_draft(struct database *db, void *what, struct error *err)
{
    const struct draft *draft = what;

    sqlite3_stmt *statement = connection_prepare(db, SQL_REMOVE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", draft->id);
    connection_bind_text(statement, ":staff", draft->staff);
    return connection_run(statement, err);
}

bool
draft_table_remove(struct database *db, const char *login, int64_t id, struct error *err)
{
    struct draft draft = { .id = id, .staff = (char *)(uintptr_t)login };
    return write_draft(db, remove_draft, &draft, err);
}

struct taking {
    const struct draft *draft;
    const char *owner;
};

static bool
take_draft(struct database *db, void *what, struct error *err)
{
    const struct taking *taking = what;

    sqlite3_stmt *statement = connection_prepare(db, SQL_TAKE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", taking->draft->id);
    connection_bind_text(statement, ":staff", taking->draft->staff);
    connection_bind_text(statement, ":before", taking->draft->owner);
    connection_bind_text(statement, ":owner", taking->owner);
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id || error_set(err, ERROR_CONFLICT,
                            _("What was typed here is in another window of yours now.")));
}

bool
draft_table_take(struct database *db, struct draft *draft, const char *owner,
                 struct error *err)
{
    struct taking taking = { .draft = draft, .owner = owner };

    if (!write_draft(db, take_draft, &taking, err))
        return false;
    memory_replace(&draft->owner, owner);
    return true;
}

bool
draft_table_rename(struct database *db, const char *before, const char *login,
                   struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_FORGET, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    if (!connection_run(statement, err))
        return false;
    if (!before)
        return true;
    statement = connection_prepare(db, SQL_RENAME, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":staff", login);
    connection_bind_text(statement, ":before", before);
    return connection_run(statement, err);
}
