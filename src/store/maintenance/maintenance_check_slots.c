/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_slots.c - does each slot lie within its meeting? */
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "maintenance/maintenance_check.h"

/* By the clock, as they are written: none but these can be outside. */
#define SQL_OUTSIDE                                                                      \
    "SELECT s.id FROM slot s JOIN meeting m ON m.id = s.meeting"                         \
    " WHERE s.start < m.start OR s.\"end\" > m.\"end\" ORDER BY s.id"

static void
report_slot(const struct slot *slot, const struct meeting *meeting,
            struct check_report *report)
{
    const struct part_hours within =
        part_hours_within(slot->start, slot->end, meeting->start, meeting->end);
    if (within.starts && within.ends)
        return;
    struct buffer own = { 0 };
    struct buffer whole = { 0 };
    when_format_span(slot->start, slot->end, &own);
    when_format_span(meeting->start, meeting->end, &whole);
    check_report_add(report,
                     /* TRANSLATORS: a slot, its hours, a meeting, its hours */
                     _("The slot “%s” (%s) lies outside its meeting “%s” (%s).  Change "
                       "the hours of one."),
                     slot->label, buffer_text(&own), meeting->title, buffer_text(&whole));
    buffer_clear(&whole);
    buffer_clear(&own);
}

static bool
check_one(struct database *db, int64_t id, struct check_report *report, struct error *err)
{
    struct slot slot;
    struct meeting meeting;

    record_init(&slot_entity, &slot);
    record_init(&meeting_entity, &meeting);
    const bool ok = row_load(db, &slot_entity, id, &slot, err) &&
                    row_load(db, &meeting_entity, slot.meeting, &meeting, err);
    if (ok)
        report_slot(&slot, &meeting, report);
    record_clear(&meeting_entity, &meeting);
    record_clear(&slot_entity, &slot);
    return ok;
}

bool
maintenance_check_slots(struct database *db, struct check_report *report,
                        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_OUTSIDE, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there)
        ok = check_one(db, sqlite3_column_int64(statement, 0), report, err);
    connection_release(statement);
    return ok;
}
