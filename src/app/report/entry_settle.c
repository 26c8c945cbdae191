/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_settle.c - what became of a recommendation, a decision or a remark
 *
 * That is memory, not text: it is noted of a report that is final, too.
 */
#include <stdlib.h>

#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/report_table.h"
#include "atelier/store/row_table.h"
#include "session/operation.h"

static bool
check(const struct report_entry *entry, enum report_entry_state state, const char *reason,
      struct error *err)
{
    if (!report_entry_can_be_settled(entry->kind))
        return error_set(err, ERROR_RULE,
                         _("Recommendations, decisions and remarks are settled; this is "
                           "another kind of entry."));
    return state != ENTRY_DROPPED || reason ||
           error_set_field(err, ERROR_INPUT, "reason",
                           _("Say why: the next report tells it."));
}

/* The meeting at which it is told: of the same group, and not before the entry's. */
static bool
check_meeting(struct atelier *at, int64_t own, int64_t told, struct error *err)
{
    struct meeting here;
    struct meeting there;

    record_init(&meeting_entity, &here);
    record_init(&meeting_entity, &there);
    const bool ok =
        row_load(at->db, &meeting_entity, own, &here, err) &&
        row_load(at->db, &meeting_entity, told, &there, err) &&
        ((here.group == there.group && here.start_at <= there.start_at) ||
         error_set_field(err, ERROR_RULE, "meeting",
                         _("Choose a meeting of the same group that is not before the "
                           "one of the entry.")));
    record_clear(&meeting_entity, &there);
    record_clear(&meeting_entity, &here);
    return ok;
}

/* A remark is told nowhere else. */
static bool
find_meeting(struct atelier *at, const struct report_entry *entry,
             enum report_entry_state state, int64_t meeting, int64_t *told,
             struct error *err)
{
    *told = 0;
    if (state == ENTRY_OPEN || !report_entry_is_carried(entry->kind))
        return true;
    *told = meeting;
    return meeting != 0 ? check_meeting(at, entry->meeting, meeting, err)
                        : report_table_meeting_of(at->db, entry->meeting, atelier_now(at),
                                                  told, err);
}

static bool
settle(struct atelier *at, struct report_entry *entry, enum report_entry_state state,
       int64_t meeting, const char *reason, struct error *err)
{
    struct report_entry before;
    int64_t told = 0;
    bool ok = check(entry, state, reason, err) &&
              find_meeting(at, entry, state, meeting, &told, err);

    record_init(&report_entry_entity, &before);
    if (ok) {
        record_copy(&report_entry_entity, &before, entry);
        entry->state = state;
        entry->settled_at = told;
        memory_replace(&entry->reason, state == ENTRY_OPEN ? NULL : reason);
        ok = record_equal(&report_entry_entity, &before, entry) ||
             row_update_loaded(at->db, &report_entry_entity, &before, entry, at->login,
                               atelier_now(at), err);
    }
    record_clear(&report_entry_entity, &before);
    return ok;
}

bool
entry_settle(struct atelier *at, int64_t entry, enum report_entry_state state,
             int64_t meeting, const char *reason, struct error *err)
{
    struct report_entry row;

    if (!operation_begin(at, ACT_REPORT_ENTRY_SETTLE_NEEDS,
                         session_subject(at, ENTITY_REPORT_ENTRY, entry), err))
        return false;
    char *tidy = text_is_blank(reason) ? NULL : text_tidy(reason);
    record_init(&report_entry_entity, &row);
    bool ok = row_load(at->db, &report_entry_entity, entry, &row, err) &&
              settle(at, &row, state, meeting, tidy, err);
    ok = operation_end_row(at, ok, ACT_REPORT_ENTRY_SETTLE, &report_entry_entity, &row,
                           err);
    record_clear(&report_entry_entity, &row);
    free(tidy);
    return ok;
}
