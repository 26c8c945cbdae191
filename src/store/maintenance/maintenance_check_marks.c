/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_marks.c - are the rows marked as their fields say? */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "maintenance/maintenance_check.h"
#include "table/row_value.h"

enum { HEAD_COLUMNS = 6 };

static void
add_select(struct buffer *sql, const struct entity *entity)
{
    buffer_add(sql, "SELECT ");
    row_add_columns(sql, entity, "");
    for (const struct mark *mark = entity->marks; mark->column; mark++)
        buffer_addf(sql, ", %s", mark->column);
    buffer_addf(sql, " FROM \"%s\"", entity->name);
}

static bool
agrees(const struct entity *entity, sqlite3_stmt *row, const void *record)
{
    int column = HEAD_COLUMNS + (int)entity->field_count;

    for (const struct mark *mark = entity->marks; mark->column; mark++, column++)
        if ((sqlite3_column_int(row, column) == 1) != mark->holds(record))
            return false;
    return true;
}

static bool
check_noun(struct database *db, const struct entity *entity, struct check_report *report,
           struct error *err)
{
    struct buffer sql = { 0 };

    add_select(&sql, entity);
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&sql);
    void *record = record_new(entity);
    bool there = false;
    bool ok = statement;
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        record_clear(entity, record);
        row_record_read(statement, entity, record);
        if (!agrees(entity, statement, record))
            check_report_add_damage(
                report, _("%s %" PRId64 " is not marked as its fields say."),
                _(entity->label), ((const struct record *)record)->id);
    }
    record_free(entity, record);
    connection_release(statement);
    return ok;
}

bool
maintenance_check_marks(struct database *db, struct check_report *report,
                        struct error *err)
{
    bool ok = true;

    for (int kind = 0; ok && kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        ok = !entity->marks || check_noun(db, entity, report, err);
    }
    return ok;
}
