/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_parts.c - does each slot, workshop and item lie within its meeting?
 */
#include "atelier/base/language.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/when.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/row_table.h"
#include "maintenance/maintenance_check.h"

/* By the clock, as they are written: none but these can be outside. */
#define SQL_OUTSIDE(table)                                                               \
    "SELECT p.id FROM " table " p JOIN meeting m ON m.id = p.meeting"                    \
    " WHERE (p.start < m.start OR p.\"end\" > m.\"end\")"

#define SQL_SLOTS SQL_OUTSIDE("slot") " ORDER BY p.id"
#define SQL_ITEMS SQL_OUTSIDE("item") " ORDER BY p.id"

/* Those in a slot are where it is, and those that are cancelled take place nowhere. */
#define SQL_WORKSHOPS                                                                    \
    SQL_OUTSIDE("workshop") " AND p.slot IS NULL AND p.state <> :off ORDER BY p.id"

/* A part that is looked at, and its meeting.  The hours are words, and left out where it
 * lies within. */
struct part {
    struct meeting meeting;
    struct buffer own;
    struct buffer whole;
    bool is_outside;
};

static bool
part_init(struct part *part, struct database *db, int64_t meeting,
          struct local_time start, struct local_time end, struct error *err)
{
    *part = (struct part){ 0 };
    record_init(&meeting_entity, &part->meeting);
    if (!row_load(db, &meeting_entity, meeting, &part->meeting, err))
        return false;
    const struct part_hours within =
        part_hours_within(start, end, part->meeting.start, part->meeting.end);
    part->is_outside = !within.starts || !within.ends;
    if (part->is_outside) {
        when_format_span(start, end, &part->own);
        when_format_span(part->meeting.start, part->meeting.end, &part->whole);
    }
    return true;
}

static void
part_clear(struct part *part)
{
    record_clear(&meeting_entity, &part->meeting);
    buffer_clear(&part->own);
    buffer_clear(&part->whole);
}

static bool
check_slot(struct database *db, int64_t id, struct check_report *report,
           struct error *err)
{
    struct slot slot;
    struct part part = { 0 };

    record_init(&slot_entity, &slot);
    const bool ok = row_load(db, &slot_entity, id, &slot, err) &&
                    part_init(&part, db, slot.meeting, slot.start, slot.end, err);
    if (ok && part.is_outside)
        check_report_add(report,
                         /* TRANSLATORS: a slot, its hours, a meeting, its hours */
                         _("The slot “%s” (%s) lies outside its meeting “%s” (%s).  "
                           "Change the hours of one."),
                         slot.label, buffer_text(&part.own), part.meeting.title,
                         buffer_text(&part.whole));
    part_clear(&part);
    record_clear(&slot_entity, &slot);
    return ok;
}

static bool
check_workshop(struct database *db, int64_t id, struct check_report *report,
               struct error *err)
{
    struct workshop workshop;
    struct part part = { 0 };

    record_init(&workshop_entity, &workshop);
    const bool ok =
        row_load(db, &workshop_entity, id, &workshop, err) &&
        part_init(&part, db, workshop.meeting, workshop.start, workshop.end, err);
    if (ok && part.is_outside)
        check_report_add(report,
                         /* TRANSLATORS: a workshop, its hours, a meeting, its hours */
                         _("The workshop “%s” (%s) lies outside its meeting “%s” (%s).  "
                           "Move it, or cancel it."),
                         workshop.title, buffer_text(&part.own), part.meeting.title,
                         buffer_text(&part.whole));
    part_clear(&part);
    record_clear(&workshop_entity, &workshop);
    return ok;
}

static bool
check_item(struct database *db, int64_t id, struct check_report *report,
           struct error *err)
{
    struct item item;
    struct part part = { 0 };

    record_init(&item_entity, &item);
    const bool ok = row_load(db, &item_entity, id, &item, err) &&
                    part_init(&part, db, item.meeting, item.start, item.end, err);
    if (ok && part.is_outside)
        check_report_add(report,
                         /* TRANSLATORS: a plenary, a break or a project, its hours, a
                          * meeting, its hours */
                         _("“%s” (%s) lies outside its meeting “%s” (%s).  Move it, or "
                           "remove it."),
                         item.title, buffer_text(&part.own), part.meeting.title,
                         buffer_text(&part.whole));
    part_clear(&part);
    record_clear(&item_entity, &item);
    return ok;
}

static bool
check_all(struct database *db, const char *sql,
          bool (*check)(struct database *db, int64_t id, struct check_report *report,
                        struct error *err),
          struct check_report *report, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    bool there = false;
    bool ok = statement;

    if (statement && sqlite3_bind_parameter_count(statement) > 0)
        connection_bind_number(statement, ":off", WORKSHOP_CANCELLED);
    while (ok && (ok = connection_step(statement, &there, err)) && there)
        ok = check(db, sqlite3_column_int64(statement, 0), report, err);
    connection_release(statement);
    return ok;
}

bool
maintenance_check_parts(struct database *db, struct check_report *report,
                        struct error *err)
{
    return check_all(db, SQL_SLOTS, check_slot, report, err) &&
           check_all(db, SQL_WORKSHOPS, check_workshop, report, err) &&
           check_all(db, SQL_ITEMS, check_item, report, err);
}
