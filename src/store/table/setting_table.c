/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setting_table.c - the office's settings, a name and a text each
 *
 * A setting that is absent has no row, so that a newer program can add one.
 */
#include "atelier/store/setting_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "database/connection.h"
#include "journal/journal_capture.h"
#include "table/printed_setting.h"

#define SQL_LOAD "SELECT name, value FROM setting"
#define SQL_SAVE                                                                         \
    "INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name)"        \
    " DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value"
#define SQL_PRINTED_AT                                                                   \
    "SELECT CAST(value AS INTEGER) FROM setting"                                         \
    " WHERE name IN ('printed_at', 'changed_at') ORDER BY name DESC LIMIT 1"
#define SQL_REMOVE "DELETE FROM setting WHERE name = :name"

enum { SETTINGS_ID = 1, NUMBER_TEXT_SIZE = 24 };

static void
read_setting(struct settings *settings, const char *name, const char *value)
{
    const struct field *field = entity_field(&settings_entity, name);

    if (!value || !*value)
        return;
    if (strcmp(name, "rev") == 0)
        settings->head.rev = strtoll(value, NULL, 10);
    else if (strcmp(name, "changed_at") == 0)
        settings->head.changed_at = strtoll(value, NULL, 10);
    else if (strcmp(name, "changed_by") == 0)
        memory_replace(&settings->head.changed_by, value);
    else if (field)
        field_restore(field, settings, value);
}

bool
setting_table_load(struct database *db, struct settings *settings, struct error *err)
{
    record_clear(&settings_entity, settings);
    settings->head.id = SETTINGS_ID;
    sqlite3_stmt *statement = connection_prepare(db, SQL_LOAD, err);
    if (!statement)
        return false;
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        read_setting(settings, connection_column_text(statement, 0),
                     (const char *)sqlite3_column_text(statement, 1));
    connection_release(statement);
    return ok;
}

/* A value that is NULL is removed. */
static bool
write_setting(struct database *db, const char *name, const char *value, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, value ? SQL_SAVE : SQL_REMOVE, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":name", name);
    connection_bind_text(statement, ":value", value);
    return connection_run(statement, err);
}

static bool
write_number(struct database *db, const char *name, int64_t number, struct error *err)
{
    char text[NUMBER_TEXT_SIZE];

    (void)snprintf(text, sizeof text, "%lld", (long long)number);
    return write_setting(db, name, text, err);
}

static bool
write_fields(struct database *db, const struct settings *settings, struct error *err)
{
    struct buffer value = { 0 };
    bool ok = true;

    for (size_t i = 0; ok && i < settings_entity.field_count; i++) {
        const struct field *field = &settings_entity.fields[i];

        buffer_reset(&value);
        bool present = field_format(field, settings, &value);
        ok = write_setting(db, field->name, present ? buffer_text(&value) : NULL, err);
    }
    buffer_clear(&value);
    return ok;
}

static bool
check_rev(const struct settings *present, int64_t rev, struct error *err)
{
    return present->head.rev == rev ||
           error_set(err, ERROR_CONFLICT,
                     _("A colleague has changed the settings meanwhile."));
}

/* What events of calendars print of the settings. */
static bool
prints_the_same(const struct settings *before, const struct settings *after)
{
#define NAME(name) #name,
    static const char *const printed[] = { PRINTED_SETTINGS(NAME) };
#undef NAME

    for (size_t i = 0; i < sizeof printed / sizeof printed[0]; i++)
        if (!field_equal(entity_field(&settings_entity, printed[i]), before, after))
            return false;
    return true;
}

/* A file of before this was kept has the instant of any change. */
bool
setting_table_printed_at(struct database *db, instant *at, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PRINTED_AT, err);
    if (!statement)
        return false;
    *at = 0;
    return connection_read_number(statement, at, err);
}

static bool
save(struct database *db, const struct settings *before, struct settings *settings,
     const char *login, instant at, struct error *err)
{
    instant printed_at = at;

    if ((before->head.rev != 0 && prints_the_same(before, settings) &&
         !setting_table_printed_at(db, &printed_at, err)) ||
        !write_number(db, "printed_at", printed_at, err) ||
        !write_fields(db, settings, err) ||
        !write_number(db, "rev", settings->head.rev + 1, err) ||
        !write_number(db, "changed_at", at, err) ||
        !write_setting(db, "changed_by", login, err))
        return false;
    settings->head.id = SETTINGS_ID;
    settings->head.rev++;
    settings->head.changed_at = at;
    memory_replace(&settings->head.changed_by, login);
    return true;
}

bool
setting_table_save(struct database *db, struct settings *settings, const char *login,
                   instant at, struct error *err)
{
    struct settings before;

    record_init(&settings_entity, &before);
    const bool ok = setting_table_load(db, &before, err) &&
                    check_rev(&before, settings->head.rev, err) &&
                    save(db, &before, settings, login, at, err) &&
                    journal_capture_row(db, &settings_entity, &before, settings, err);
    record_clear(&settings_entity, &before);
    return ok;
}
