/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_office.h - an office of a group with two meetings, and what their reports hold
 */
#ifndef ATELIER_TESTS_REPORT_OFFICE_H
#define ATELIER_TESTS_REPORT_OFFICE_H

#include "atelier/app/browse_report.h"
#include "atelier/app/close_report.h"
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "atelier/app/write_report.h"
#include "register_office.h"
#include "support/rows.h"

/* "id indent kind text", a line an entry. */
#define SQL_REPORT                                                                       \
    "SELECT id, indent, kind, text FROM report_entry WHERE meeting = 1 ORDER BY place, " \
    "id"
#define SQL_STATE                                                                        \
    "SELECT meeting, state, version, number, approved_at FROM report ORDER BY meeting"

static int64_t earlier; /* is before the meeting */
static struct journal_entry entry;

static inline void
begin_report(void)
{
    set_up();
    earlier = office_add_meeting(at, group, "2027-02-16 09:30", SEATS);
}

static inline void
end_report(void)
{
    journal_entry_clear(&entry);
    tear_down();
}

/* 0: it was refused. */
static inline int64_t
write_by(struct atelier *who, int64_t of, const char *typed, int64_t after)
{
    struct report_entry row;

    record_init(&report_entry_entity, &row);
    entry_take_typed(&row, typed);
    row.meeting = of;
    const bool ok = entry_add(who, &row, after, &err);
    const int64_t id = ok ? row.head.id : 0;
    record_clear(&report_entry_entity, &row);
    return id;
}

static inline int64_t
note(const char *typed)
{
    const int64_t id = write_by(at, meeting, typed, ENTRY_AT_END);

    ck_assert_msg(id != 0, "%s: %s", typed, err.message);
    return id;
}

static inline void
undo(void)
{
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
}

static inline void
redo(void)
{
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
}

static inline void
expect_refused(bool done, const char *words)
{
    ck_assert_msg(!done, "it was done; it should say: %s", words);
    ck_assert_msg(strstr(err.message, words), "%s", err.message);
    err = (struct error){ 0 };
}

/* The meeting took place; the clock of the office stays. */
static inline void
hold(int64_t of)
{
    struct atelier *later = office_return(NULL, "2027-07-01 09:00");

    ck_assert_msg(plan_act(later, of, MEETING_HOLD, NULL, &err), "%s", err.message);
    atelier_close(later);
}

/* Changes a field as a form does. */
static inline bool
set(struct atelier *who, int64_t id, int64_t rev, const char *field, const char *value)
{
    struct report_entry row;

    record_init(&report_entry_entity, &row);
    bool ok = edit_load(who, &report_entry_entity, id, &row, &err);
    if (rev != 0)
        row.head.rev = rev;
    ok = ok &&
         field_parse(entity_field(&report_entry_entity, field), &row, value, &err) &&
         edit_change(who, &report_entry_entity, &row, &err);
    record_clear(&report_entry_entity, &row);
    return ok;
}

#endif
