/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_report.c - reports that an undo would change: what is final stays as it is */
#include "undo/undo_report.h"

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/report_table.h"
#include "atelier/store/row_table.h"
#include "noun/report_rule.h"

struct undoing {
    struct atelier *at;
    int64_t act;
};

/* --- entries */

static bool
check_entry(struct atelier *at, const struct journal_row *row, struct error *err)
{
    struct report_entry now;
    struct report_entry after;
    bool there = false;

    record_init(&report_entry_entity, &now);
    record_init(&report_entry_entity, &after);
    bool ok =
        journal_table_now(at->db, &report_entry_entity, row->row, &now, &there, err);
    if (ok) {
        record_copy(&report_entry_entity, &after, &now);
        ok =
            row->kind == JOURNAL_ADDED || journal_table_restore(at->db, row, &after, err);
    }
    const bool settles =
        row->kind == JOURNAL_CHANGED && there && report_entry_says_same(&now, &after);
    /* One that is gone, or is to come back: what is in the way is said of the row.  That
     * the meeting was cancelled since is not: its entries are what they were before. */
    if (ok && !settles && after.meeting != 0)
        ok = report_rule_check_not_final(at, after.meeting, err);
    record_clear(&report_entry_entity, &after);
    record_clear(&report_entry_entity, &now);
    return ok;
}

/* --- reports */

static bool
check_final_again(const struct undoing *undoing, const struct report *report,
                  struct error *err)
{
    bool written;

    return report_table_was_written(undoing->at->db, report->meeting, undoing->act,
                                    &written, err) &&
           (!written || error_set(err, ERROR_RULE,
                                  _("entries were written since.  Make the report final "
                                    "instead.")));
}

static bool
check_draft_again(const struct undoing *undoing, const struct report *report,
                  struct error *err)
{
    struct meeting meeting;
    int64_t latest = 0;

    record_init(&meeting_entity, &meeting);
    const bool ok =
        row_load(undoing->at->db, &meeting_entity, report->meeting, &meeting, err) &&
        report_table_latest_final(undoing->at->db, meeting.group, &latest, err) &&
        (latest == report->meeting ||
         error_set(err, ERROR_RULE,
                   _("a later meeting of the group has its final report.  Say it in the "
                     "next one.")));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
check_report(const struct undoing *undoing, const struct journal_row *row,
             struct error *err)
{
    struct report now;
    struct report after;
    bool there = false;

    record_init(&report_entity, &now);
    record_init(&report_entity, &after);
    bool ok =
        journal_table_now(undoing->at->db, &report_entity, row->row, &now, &there, err);
    if (ok && there) {
        record_copy(&report_entity, &after, &now);
        ok = journal_table_restore(undoing->at->db, row, &after, err);
        if (ok && after.state == REPORT_FINAL && now.state != REPORT_FINAL)
            ok = check_final_again(undoing, &now, err);
        else if (ok && now.state == REPORT_FINAL && after.state != REPORT_FINAL)
            ok = check_draft_again(undoing, &now, err);
    }
    record_clear(&report_entity, &after);
    record_clear(&report_entity, &now);
    return ok;
}

static bool
check_row(void *context, const struct journal_row *row, struct error *err)
{
    const struct undoing *undoing = context;

    if (row->entity == &report_entry_entity)
        return check_entry(undoing->at, row, err);
    return row->entity != &report_entity || row->kind != JOURNAL_CHANGED ||
           check_report(undoing, row, err);
}

bool
undo_report_check(struct atelier *at, int64_t act, struct error *err)
{
    struct undoing undoing = { .at = at, .act = act };

    return journal_table_each_row(at->db, act, check_row, &undoing, err);
}
