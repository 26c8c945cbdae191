/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_table.c - what is stored of somebody who is erased: found everywhere, and gone */
#include "atelier/store/erase_table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/report_document.h"
#include "database/connection.h"
#include "erase/erase_journal.h"

/* Numbers of the journal: they never change. */
#define PERSON "3"
#define AFFILIATION "4"
#define MEMBERSHIP "6"
#define REGISTRATION "11"
#define PRESENCE "12"
#define SPEAKER "19"
#define ANSWER "29"

#define SQL_BEGIN                                                                        \
    "CREATE TEMP TABLE IF NOT EXISTS erased_row (entity INTEGER NOT NULL,"               \
    " row INTEGER NOT NULL, PRIMARY KEY (entity, row)) WITHOUT ROWID;"                   \
    "DELETE FROM temp.erased_row;"                                                       \
    "CREATE TEMP TABLE IF NOT EXISTS kept_roll (meeting INTEGER PRIMARY KEY);"           \
    "DELETE FROM temp.kept_roll"

#define SQL_PEOPLE                                                                       \
    "INSERT INTO temp.erased_row"                                                        \
    " WITH RECURSIVE one (id) AS (SELECT :person UNION"                                  \
    " SELECT p.id FROM person p JOIN one ON p.merged_into = one.id)"                     \
    " SELECT " PERSON ", id FROM one"

#define ARE_THEIRS " IN (SELECT row FROM temp.erased_row WHERE entity = " PERSON ")"

/* The rows that went: few, and not looked for among all that changed. */
#define REMOVED " FROM journal_change INDEXED BY journal_change_removed"

#define THEIR_ROWS(number, table)                                                        \
    "INSERT INTO temp.erased_row SELECT " number ", id FROM " table                      \
    " WHERE person" ARE_THEIRS " UNION SELECT entity, row" REMOVED                       \
    " WHERE entity = " number " AND kind = 2 AND before ->> 'person'" ARE_THEIRS

#define THEIR_REGISTRATIONS                                                              \
    " IN (SELECT row FROM temp.erased_row WHERE entity = " REGISTRATION ")"

#define ROWS_OF_REGISTRATIONS(number, table)                                             \
    "INSERT INTO temp.erased_row SELECT " number ", id FROM " table                      \
    " WHERE registration" THEIR_REGISTRATIONS " UNION SELECT entity, row" REMOVED        \
    " WHERE entity = " number                                                            \
    " AND kind = 2 AND before ->> 'registration'" THEIR_REGISTRATIONS

static const char *const rows_sql[] = {
    THEIR_ROWS(AFFILIATION, "affiliation"),      THEIR_ROWS(MEMBERSHIP, "membership"),
    THEIR_ROWS(REGISTRATION, "registration"),    THEIR_ROWS(SPEAKER, "speaker"),
    ROWS_OF_REGISTRATIONS(PRESENCE, "presence"), ROWS_OF_REGISTRATIONS(ANSWER, "answer"),
};

#define SQL_ROWS                                                                         \
    "SELECT row FROM temp.erased_row WHERE entity = :entity"                             \
    " AND row IN (SELECT id FROM %s) ORDER BY row"

#define SQL_NAMES                                                                        \
    "SELECT family, given, email, phone FROM person WHERE id" ARE_THEIRS                 \
    " UNION SELECT family, given, NULL, NULL FROM registration WHERE person" ARE_THEIRS  \
    " UNION SELECT coalesce(c.before ->> 'family', p.family),"                           \
    "  coalesce(c.before ->> 'given', p.given), c.before ->> 'email',"                   \
    "  c.before ->> 'phone'"                                                             \
    "  FROM journal_change c LEFT JOIN person p ON p.id = c.row"                         \
    "  WHERE c.entity = " PERSON " AND c.row" ARE_THEIRS " AND c.before IS NOT NULL"     \
    " UNION SELECT c.before ->> 'family', c.before ->> 'given', NULL, NULL"              \
    "  FROM journal_change c WHERE c.entity = " REGISTRATION                             \
    "  AND (c.entity, c.row) IN (SELECT entity, row FROM temp.erased_row)"               \
    "  AND c.before IS NOT NULL"

/* Case and accents aside, as sort keys are; all of them begin with the family name. */
#define SQL_SHARED                                                                       \
    "SELECT count(*) FROM person WHERE id NOT" ARE_THEIRS                                \
    " AND sort_key >= :key AND sort_key <= :key || :end"

static bool
run(struct database *db, const char *sql, int64_t person, int64_t *count,
    struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":person", person);
    const bool ok = connection_run(statement, err);
    if (ok && count)
        *count += sqlite3_changes(db->sqlite);
    return ok;
}

bool
erase_table_begin(struct database *db, int64_t person, struct error *err)
{
    bool ok =
        connection_execute(db, SQL_BEGIN, err) && run(db, SQL_PEOPLE, person, NULL, err);

    for (size_t i = 0; ok && i < sizeof rows_sql / sizeof rows_sql[0]; i++)
        ok = run(db, rows_sql[i], person, NULL, err);
    return ok;
}

bool
erase_table_each_row(struct database *db, enum entity_kind entity,
                     bool (*visit)(void *context, int64_t row, struct error *err),
                     void *context, struct error *err)
{
    const struct entity *noun = entity_get(entity);
    struct buffer sql = { 0 };

    buffer_addf(&sql, SQL_ROWS, noun->name);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&sql);
    if (!statement)
        return false;
    connection_bind_number(statement, ":entity", noun->number);
    return connection_each_number(statement, visit, context, err);
}

static const char *
text_at(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

bool
erase_table_each_name(struct database *db,
                      void (*visit)(void *context, const char *family, const char *given,
                                    const char *email, const char *phone),
                      void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NAMES, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there)
        visit(context, text_at(statement, 0), text_at(statement, 1),
              text_at(statement, 2), text_at(statement, 3));
    connection_release(statement);
    return ok;
}

bool
erase_table_is_shared(struct database *db, const char *family, const char *given,
                      bool *shared, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SHARED, err);
    int64_t count = 0;

    if (!statement)
        return false;
    char *key = fold_sort_key(family, given);
    connection_bind_text(statement, ":key", key);
    connection_bind_text(statement, ":end", given ? "" : "\xf4\x8f\xbf\xbf");
    free(key);
    const bool ok = connection_read_number(statement, &count, err);
    *shared = count > 0;
    return ok;
}

/* --- texts */

static void
may_hold(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    sqlite3_result_int(
        context, erased_names_may_be_in(sqlite3_user_data(context),
                                        (const char *)sqlite3_value_text(values[0])));
}

struct sweeping {
    const struct erased_names *names;
    const char *word;
};

static void
erased(sqlite3_context *context, int count, sqlite3_value **values)
{
    const struct sweeping *sweeping = sqlite3_user_data(context);
    const char *text = (const char *)sqlite3_value_text(values[0]);
    struct buffer replaced = { 0 };

    (void)count;
    if (text && erased_names_replace(sweeping->names, text, sweeping->word, &replaced))
        sqlite3_result_text(context, buffer_text(&replaced), -1, SQLITE_TRANSIENT);
    else
        sqlite3_result_value(context, values[0]);
    buffer_clear(&replaced);
}

static void
erase_text(void *context, char **text)
{
    const struct sweeping *sweeping = context;
    struct buffer replaced = { 0 };

    if (*text &&
        erased_names_replace(sweeping->names, *text, sweeping->word, &replaced)) {
        free(*text);
        *text = buffer_take(&replaced);
    }
    buffer_clear(&replaced);
}

/* Its parts say how long they are.  Of one that cannot be read nothing stays. */
static void
erased_document(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct sweeping *sweeping = sqlite3_user_data(context);
    const char *text = (const char *)sqlite3_value_text(values[0]);
    struct report_document document = { 0 };
    struct buffer wire = { 0 };
    struct error why = { 0 };

    (void)count;
    if (text && report_document_read_wire(text, strlen(text), &document, &why)) {
        report_document_each_text(&document, erase_text, sweeping);
        report_document_add_wire(&wire, &document);
    }
    sqlite3_result_text(context, buffer_text(&wire), -1, SQLITE_TRANSIENT);
    buffer_clear(&wire);
    report_document_clear(&document);
    error_clear(&why);
}

static bool
install(struct database *db, const char *name, void *data,
        void (*function)(sqlite3_context *, int, sqlite3_value **), struct error *err)
{
    return sqlite3_create_function_v2(db->sqlite, name, 1,
                                      SQLITE_UTF8 | SQLITE_DIRECTONLY, data, function,
                                      NULL, NULL, NULL) == SQLITE_OK ||
           connection_fail(db, err);
}

bool
erase_table_looks_at(const struct entity *entity, const struct field *field)
{
    const bool is_name =
        (entity == &person_entity || entity == &registration_entity) &&
        (strcmp(field->name, "family") == 0 || strcmp(field->name, "given") == 0);

    return (field->kind == FIELD_TEXT || field->kind == FIELD_LINES) && !is_name &&
           !(field->flags & (FIELD_COMPUTED | FIELD_HIDDEN));
}

bool
erase_table_each_text(struct database *db, const struct entity *entity,
                      const struct erased_names *names,
                      bool (*visit)(void *context, int64_t row, struct error *err),
                      void *context, struct error *err)
{
    struct erased_names *data = (struct erased_names *)(uintptr_t)names;
    struct buffer sql = { 0 };
    size_t fields = 0;

    buffer_addf(&sql, "SELECT id FROM \"%s\" WHERE ", entity->name);
    for (size_t i = 0; i < entity->field_count; i++)
        if (erase_table_looks_at(entity, &entity->fields[i]))
            buffer_addf(&sql, "%s(\"%s\" IS NOT NULL AND may_hold_erased(\"%s\"))",
                        fields++ > 0 ? " OR " : "", entity->fields[i].name,
                        entity->fields[i].name);
    buffer_add(&sql, " ORDER BY id");
    bool ok = install(db, "may_hold_erased", data, may_hold, err);
    if (ok && fields > 0) {
        sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
        ok = statement && connection_each_number(statement, visit, context, err);
    }
    buffer_clear(&sql);
    return ok;
}

bool
erase_table_keep_roll(struct database *db, int64_t meeting, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(
        db, "INSERT OR IGNORE INTO temp.kept_roll VALUES (:meeting)", err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    return connection_run(statement, err);
}

/* --- what no row is */

#define SQL_DRAFTS                                                                       \
    "DELETE FROM draft WHERE may_hold_erased(fields)"                                    \
    " OR (entity, row) IN (SELECT n.name, e.row FROM temp.erased_row e"                  \
    "  JOIN entity n ON n.number = e.entity)"
#define SQL_HEADINGS                                                                     \
    "DELETE FROM import_heading WHERE may_hold_erased(headings) OR "                     \
    "may_hold_erased(holds)"
/* What was printed of it shows the name: it is printed anew when it is asked for. */
#define SQL_EDITIONS                                                                     \
    "UPDATE report_edition SET document = erased_document(document), pdf = NULL,"        \
    " sha256 = NULL WHERE may_hold_erased(document)"                                     \
    " AND erased_document(document) <> document AND report NOT IN"                       \
    " (SELECT r.id FROM temp.kept_roll k JOIN report r ON r.meeting = k.meeting)"
#define SQL_PREFERENCES "DELETE FROM preference WHERE may_hold_erased(value)"

bool
erase_table_rest(struct database *db, const struct erased_names *names, const char *word,
                 struct erase_count *count, struct error *err)
{
    struct sweeping sweeping = { .names = names, .word = word };
    struct erased_names *data = (struct erased_names *)(uintptr_t)names;

    return install(db, "may_hold_erased", data, may_hold, err) &&
           install(db, "erased", &sweeping, erased, err) &&
           install(db, "erased_document", &sweeping, erased_document, err) &&
           erase_journal(db, word, count, err) &&
           run(db, SQL_DRAFTS, 0, &count->drafts, err) &&
           run(db, SQL_HEADINGS, 0, &count->others, err) &&
           run(db, SQL_EDITIONS, 0, &count->editions, err) &&
           run(db, SQL_PREFERENCES, 0, &count->others, err);
}

bool
erase_table_finish(struct database *db, bool *left, struct error *err)
{
    int pages = 0;
    int done = 0;

    *left = false;
    if (!transaction_begin(db, err))
        return false;
    if (!connection_execute(db, "INSERT INTO search (search) VALUES ('optimize')", err) ||
        !connection_execute(
            db, "INSERT INTO search_text (search_text) VALUES ('optimize')", err)) {
        transaction_roll_back(db);
        return false;
    }
    if (!transaction_commit(db, err))
        return false;
    *left = sqlite3_wal_checkpoint_v2(db->sqlite, "main", SQLITE_CHECKPOINT_TRUNCATE,
                                      &pages, &done) != SQLITE_OK;
    return true;
}
